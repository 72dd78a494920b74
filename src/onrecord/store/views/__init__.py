"""Questions that pages and tables ask of the whole store: flat rows with their words and where they stand."""
