"""Pure functions from text to values. A corpus's own registers come as arguments."""
