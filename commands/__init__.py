"""The command line: click, and only here; one module a subcommand."""
