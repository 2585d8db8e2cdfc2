"""One letter, whole, in formats of its own."""
