"""References as historians write them. Each style has ``cite(item, register)``, which returns one line."""
