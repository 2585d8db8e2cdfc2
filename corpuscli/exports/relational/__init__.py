"""Letters as tables with keys: what the Data Package, SQLite and Parquet have in common."""
