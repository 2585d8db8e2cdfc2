"""Passages that stand again: found, never changed."""

from corpuscli.text.repeats.within import LEAST_WITHIN, find_within

__all__ = ["LEAST_WITHIN", "find_within"]
