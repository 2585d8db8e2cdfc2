"""The command line: reads options, calls the library, hands results to an export."""
