"""The one line of a long run, on standard error."""

import sys

import click


def renew_line(line: str) -> None:
    """Let the line of a long run take the place of the one before."""
    click.echo(f"\r\x1b[K{line}", err=True, nl=False)


def clear_line() -> None:
    """Take the line of a long run away, so that something else can stand there."""
    if sys.stderr.isatty():
        renew_line("")
