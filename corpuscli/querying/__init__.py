"""Questions to the corpus, and tables as answers."""
