"""A letter as TEI P5: header, text, and what TEI has no place for."""
