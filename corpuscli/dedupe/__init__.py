"""Repeated passages within and across letters, and how to mend them."""
