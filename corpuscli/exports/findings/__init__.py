"""Findings of lint, for people and for CI. Each format has ``write(findings, out, paint)``."""
