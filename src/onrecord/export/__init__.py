"""What leaves onrecord: one file a format."""
