"""Plots as SVG, one kind a file; each takes a table of statistics and returns the whole file as text.

Nothing but text is made: no library draws. Every number of the plot is in a tooltip, and in the table it was made of.
"""
