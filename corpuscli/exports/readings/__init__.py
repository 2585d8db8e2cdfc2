"""Readings: what was understood of a page, letter by letter."""
