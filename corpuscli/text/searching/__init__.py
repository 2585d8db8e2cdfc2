"""What is searched for, and where it stands in a text."""
