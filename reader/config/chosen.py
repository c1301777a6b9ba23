"""What option, environment and configuration say together: which library is opened, and who works on it."""

import os
from pathlib import Path

from reader.config.loading import load
from reader.config.places import expanded
from reader.config.values import Config
from reader.errors import UsageError
from reader.i18n import _


def library_path(option: str | None = None) -> Path:
    """The library to open: the option, else READER_LIBRARY, else the configuration, else the data folder."""
    chosen = option or os.environ.get("READER_LIBRARY") or load().library
    if chosen:
        _refuse_other_bytes(chosen)
        return expanded(chosen)
    from platformdirs import user_data_path  # 12 ms, and seldom needed in a test or script

    try:
        return user_data_path("reader", appauthor=False) / "library.db"
    except RuntimeError as error:  # neither HOME nor an entry for the user
        raise UsageError(_("You have no home folder here: name the library with --library FILE.")) from error


def _refuse_other_bytes(path: str) -> None:
    """Raise a UsageError where a name is no UTF-8, which SQLite asks for."""
    try:
        path.encode()
    except UnicodeEncodeError as error:
        raise UsageError(
            _("The name of the library {path} is not UTF-8: rename it.").format(path=path)
        ) from error


def actor(config: Config) -> str:
    """Who makes the changes: READER_ACTOR, the configured name, that of login or account, else "person"."""
    if named := os.environ.get("READER_ACTOR", "").strip():
        return named
    if config.actor:
        return config.actor
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if found := os.environ.get(name):
            return found
    return _login() or "person"


def _login() -> str:
    """The name of the account, which a bare environment does not tell; "" where there is none."""
    try:
        import pwd  # not on every system

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return ""
