"""corpuscli keeps a corpus of historical letters as plain text files with YAML front matter."""

__version__ = "0.1.0"
