"""Bytes in, Document out: one file a format, one structure pass for all (see `open.py` for the way in)."""
