"""What citations point to: letters, notes and documents of the corpus."""
