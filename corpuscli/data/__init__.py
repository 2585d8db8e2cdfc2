"""Built-in knowledge as rows that a person can edit, loaded when first needed."""
