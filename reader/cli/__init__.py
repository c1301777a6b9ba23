"""The command line: `reader [PATHS…]` opens the app, `reader COMMAND …` does one thing and prints it."""

from reader.cli.main import cli, main

__all__ = ["cli", "main"]
