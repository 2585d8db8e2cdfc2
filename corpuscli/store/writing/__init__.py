"""The one writer: every change of a corpus goes through a transaction, all or nothing, and can be undone."""
