"""Frozen values: what every layer speaks of, and no layer changes."""
