"""What `import onrecord` gives."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord.model.check import faults
from onrecord.reading.pipeline import Reader

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"


def test_a_path_and_a_text(reader: Reader) -> None:
    by_path = onrecord.read(EXAMPLES / "market-strike.txt", reader=reader)
    by_name = onrecord.read(str(EXAMPLES / "market-strike.txt"), reader=reader)
    by_text = onrecord.read((EXAMPLES / "market-strike.txt").read_text(encoding="utf-8"), reader=reader)
    assert by_path == by_name
    assert by_text.document.id == by_path.document.id and by_text.tolls == by_path.tolls
    assert not faults(by_path)


def test_a_day_for_a_text(reader: Reader) -> None:
    record = onrecord.read("The army left the town on Friday.", published=date(2024, 5, 3), reader=reader)
    assert record.document.published == "2024-05-03"


@pytest.mark.parametrize("source", ["", "   \n", "no-such-report.md", Path("nowhere.txt"), EXAMPLES])
def test_what_cannot_be_read_is_an_input_error(source: str | Path, reader: Reader) -> None:
    with pytest.raises(onrecord.InputError) as caught:
        onrecord.read(source, reader=reader)
    assert "\n" not in str(caught.value)


def test_a_day_that_is_none(reader: Reader) -> None:
    with pytest.raises(onrecord.InputError, match="2024-05-03"):
        onrecord.read("Words.", published="Friday", reader=reader)


def test_many_and_the_store(reader: Reader, tmp_path: Path) -> None:
    with onrecord.open_store(tmp_path / "s.db") as store:
        for result in onrecord.read_many([EXAMPLES, tmp_path / "gone.md"], reader=reader):
            if result.record:
                store.add(result.record)
            else:
                assert result.problem and "gone.md" in result.problem
        assert store.count() == 3


def test_names() -> None:
    assert set(onrecord.__all__) <= set(dir(onrecord))
    with pytest.raises(AttributeError):
        onrecord.nonsense  # noqa: B018
