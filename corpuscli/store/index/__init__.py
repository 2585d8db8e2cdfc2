"""The index: what was read from the letters, kept in the user's cache folder. Deleting it loses nothing."""
