"""Graphs of who cites what, one file per format."""
