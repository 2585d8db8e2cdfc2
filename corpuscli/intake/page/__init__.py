"""Reads the page of a printed edition, step by step: each step is one file, pure, and knows where it read what."""
