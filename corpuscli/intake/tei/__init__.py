"""Reads TEI letters and CMIF files: lxml without entities, document types, XInclude or network."""
