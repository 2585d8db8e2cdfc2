"""Machinery that makes the disk fail, in process (``layer``) and around whole processes (``strace_harness``)."""
