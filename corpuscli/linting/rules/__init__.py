"""The rules, one module each; the file name is the code and the name."""
