"""One file per output format; an export sees only values."""
