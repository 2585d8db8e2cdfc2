"""Reads whatever an archivist has into readings: pages, TEI, CMIF, tables."""
