"""Scores against gold and against people's corrections; quality floors."""
