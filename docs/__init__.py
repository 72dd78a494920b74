"""The documentation, and what builds its reference from the code."""
