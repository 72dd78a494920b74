"""Columns that several tables have."""

from __future__ import annotations

from typing import Annotated

from onrecord.export.columns import Column
from onrecord.model.record import EventStatus

Report = Annotated[str, Column("The report: SHA-256 of its text.")]
Id = Annotated[str, Column("The value's id in its report.")]
Start = Annotated[int, Column("Where the words start in the text: code points before them.")]
End = Annotated[int, Column("Where the words end: code points before their end.")]
Words = Annotated[str, Column("The words themselves.")]
Published = Annotated[str | None, Column("Day of publication.", day=True)]
Status = Annotated[EventStatus, Column("Whether it happened, or was offered, threatened, planned, denied …")]
TimeId = Annotated[str | None, Column("The time it is dated by.")]
FirstDay = Annotated[str | None, Column("First day that it can mean.", day=True)]
LastDay = Annotated[str | None, Column("Last day that it can mean.", day=True)]
PlaceId = Annotated[str | None, Column("The place it is set in.")]
PlaceName = Annotated[str | None, Column("That place's name.")]
PlaceCountry = Annotated[str | None, Column("That place's country, ISO 3166-1 alpha-3.")]
Latitude = Annotated[float | None, Column("Degrees north, WGS 84.")]
Longitude = Annotated[float | None, Column("Degrees east, WGS 84.")]
StatementId = Annotated[str | None, Column("The statement it is told in; empty: the report's own voice.")]
SaidBy = Annotated[str | None, Column("Who makes that statement, by name.")]
Country = Annotated[str | None, Column("ISO 3166-1 alpha-3.")]
Code = Annotated[str | None, Column("CAMEO actor code: country and role.")]
