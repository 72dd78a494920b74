"""onrecord reads news reports on conflict and diplomacy and keeps the record, every value pointing at its words."""

__version__ = "0.1.0"
