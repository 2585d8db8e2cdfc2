"""Opens every file, and hands out text and values. The only layer that touches the disk."""
