"""Passages that stand again: found, never changed."""
