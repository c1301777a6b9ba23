"""Passphrases and keys that a command is given: asked for on the terminal, or read from a file."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from reader.cli.options import files
from reader.errors import UsageError
from reader.i18n import _
from reader.system_reasons import system_reason

SHORTEST = 8
"""Characters of a new passphrase at least."""


def passphrase_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --passphrase-file."""
    return click.option(
        "--passphrase-file",
        metavar="FILE",
        shell_complete=files,
        help=_("Read the passphrase from the first line of a file instead of asking."),
    )(command)


def said_passphrase(file: str | None, *, new: bool) -> str:
    """The passphrase; a `new` one is asked for twice. Raises UsageError where there is none, or too short."""
    if file:
        lines = read_lines(Path(file))
        passphrase = lines[0] if lines else ""
    elif sys.stdin.isatty():
        passphrase = click.prompt(_("Passphrase"), hide_input=True, confirmation_prompt=new, err=True)
    else:
        raise UsageError(
            _("There is no terminal to ask for the passphrase: name a file with --passphrase-file.")
        )
    if not passphrase:
        raise UsageError(_("The passphrase is empty."))
    if new and len(passphrase) < SHORTEST:
        raise UsageError(
            _("A passphrase has at least {count} characters; several words are better.").format(
                count=SHORTEST
            )
        )
    return passphrase


def read_lines(path: Path) -> list[str]:
    """The lines of a small file. Raises UsageError where it cannot be read."""
    try:
        return path.expanduser().read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = system_reason(error) if isinstance(error, OSError) else _("it is no text")
        raise UsageError(_("{path} cannot be read: {reason}.").format(path=path, reason=reason)) from error


def public_keys(given: Iterable[str]) -> list[str]:
    """Public keys, each as it is or out of a file: one a line, with comments behind #."""
    return [key for one in given for key in _keys(one)]


def _keys(given: str) -> list[str]:
    if given.startswith(("age1", "ssh-")):
        return [given]
    lines = (line.strip() for line in read_lines(Path(given)))
    return [line for line in lines if line and not line.startswith("#")]
