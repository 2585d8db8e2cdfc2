"""Tables, for people and programs. Each format has ``write(table, out)``; rows are written as they come."""
