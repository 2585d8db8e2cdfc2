"""Lint: rules look at letters, each by itself and all together, and yield problems."""
