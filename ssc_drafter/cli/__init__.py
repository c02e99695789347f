"""The command line: it reads, calls, shows, and decides nothing."""
