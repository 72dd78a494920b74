"""Speed and memory, measured by hand or by `make bench`; never in a timed test."""
