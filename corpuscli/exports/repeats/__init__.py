"""Repeats, for people. Each format has ``write(repeats, out, paint)``."""
