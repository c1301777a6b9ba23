"""The token of a library's inbox: whoever has it may send pages."""

import re
import secrets
from pathlib import Path

from reader import private_files
from reader.errors import ReaderError
from reader.i18n import _
from reader.system_reasons import system_reason

_ENDING = ".inbox"
_TOKEN = re.compile(r"[\w-]{32,64}", re.ASCII)


def token_of(library: Path, *, anew: bool = False) -> str:
    """The token of a library, made where there is none yet, or `anew`: then older bookmarklets are refused.

    It stands in a file beside the library that only its owner may read. Raises ReaderError where that file
    cannot be read or written.
    """
    file = library.with_name(library.name + _ENDING)
    try:
        if not anew and (known := _read(file)):
            return known
        token = secrets.token_urlsafe(24)
        private_files.write(file, token + "\n")
    except OSError as error:
        raise ReaderError(
            _(
                "The token of the inbox cannot be kept in {file} ({reason}): check that you may write there."
            ).format(file=file, reason=system_reason(error))
        ) from error
    return token


def _read(file: Path) -> str:
    """The token in a file, "" where there is none or something else stands in it."""
    try:
        written = file.read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
    private_files.tighten(file)
    return written if _TOKEN.fullmatch(written) else ""
