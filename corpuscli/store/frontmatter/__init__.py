"""Front matter: read with places, changed by spans, never rewritten."""
