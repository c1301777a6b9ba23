"""The command line: `reader [PATHS…]` opens the app, `reader COMMAND …` does one thing and prints it."""

from reader.cli.start import main

__all__ = ["main"]
