"""Saved web pages: their words as the lines of a page, without what a site puts around a letter."""
