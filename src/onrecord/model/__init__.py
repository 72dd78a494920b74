"""Frozen typed values: span, document, record. The contract of RECORD.md; no logic beyond invariants."""
