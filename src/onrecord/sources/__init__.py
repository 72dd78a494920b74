"""Bytes in, Document out: one file a format."""
