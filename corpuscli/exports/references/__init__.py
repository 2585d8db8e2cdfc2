"""Letters, and the works they cite, as reference managers and historians know them."""
