"""Write on in the person's own editor, as VISUAL or EDITOR name it."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from reader.errors import ReaderError
from reader.i18n import _
from reader.system_reasons import system_reason

LARGEST = 1_000_000
"""Bytes that are read back."""


def editor() -> list[str]:
    """The words of the editor's command. Raises ReaderError where none is named."""
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    try:
        words = shlex.split(named)
    except ValueError as error:
        raise ReaderError(
            _("EDITOR holds no command: {named}. Set it, as in export EDITOR=vim.").format(named=named)
        ) from error
    if not words:
        raise ReaderError(_("No editor is named: set EDITOR before reader starts, as in export EDITOR=vim."))
    return words


def edited(body: str, words: list[str]) -> str:
    """`body` as it is when the editor has ended, read from a file that only this user can read.

    Raises ReaderError where the editor cannot be started or fails, or where what it left is no text.
    """
    with tempfile.TemporaryDirectory(prefix="reader-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(body, encoding="utf-8", newline="")
        try:
            code = subprocess.call([*words, str(path)])
        except (OSError, ValueError) as error:
            reason = system_reason(error)
            raise ReaderError(
                _("The editor {program} cannot be started: {reason}. Look at EDITOR.").format(
                    program=words[0], reason=reason
                )
            ) from error
        if code:
            raise ReaderError(
                _("The editor {program} failed ({code}); the note is as it was.").format(
                    program=words[0], code=code
                )
            )
        return _read(path, body)


def _read(path: Path, body: str) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise ReaderError(_("What the editor left is larger than 1 MB; the note is as it was."))
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReaderError(_("What the editor left is no UTF-8 text; the note is as it was.")) from error
    # editors end the last line, which a note need not
    return text if body.endswith("\n") else text.removesuffix("\n")
