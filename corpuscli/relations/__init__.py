"""Joins of facts: names to persons, citations to targets, letters that are alike."""
