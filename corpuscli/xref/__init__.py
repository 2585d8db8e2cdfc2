"""What letters cite, what it points to, and who else cites it."""
