"""Finds what an editor would mend."""
