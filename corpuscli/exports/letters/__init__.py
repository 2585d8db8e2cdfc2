"""Letters in the field's formats. Each format has ``write(volume, out)``; letters are written as they come."""
