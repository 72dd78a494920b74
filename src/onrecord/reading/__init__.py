"""Document in, Record out: one parse, then one room a question."""
