"""What somebody names in the place of a feed: an address, or what is none, said with what to do instead."""

from pathlib import Path

from reader.errors import UsageError
from reader.i18n import _
from reader.visible import visible

_LOOKED_AT = 4096
"""Bytes at the beginning of a file in which a list of feeds says that it is one."""
_SPOKEN = frozenset({"http", "https", "feed"})
"""Schemes of an address that a feed can have."""
WANTED = _("a feed is named by its address, such as example.org/feed, or by that of its site")
"""What could have been named; ends a sentence."""


def check_feed_place(named: str) -> None:
    """Raise UsageError where `named` is no address: nothing, words, a file or folder, another scheme."""
    place = named.strip()
    if not place:
        raise UsageError(_("Which feed? Nothing was named, and {hint}.").format(hint=WANTED))
    path = _path_in(place)
    if path is not None:
        raise UsageError(_of_path(path, visible(place)))
    scheme, _colon, rest = place.partition(":")
    is_port = rest[:1].isdecimal()  # localhost:8000
    if rest and scheme.isalpha() and not is_port and scheme.lower() not in _SPOKEN:
        raise UsageError(
            _("{place} cannot be asked: feeds come by http and https alone.").format(place=visible(place))
        )
    if any(sign.isspace() for sign in place):
        raise UsageError(_("“{place}” is no address: {hint}.").format(place=visible(place), hint=WANTED))


def is_feed_list(data: bytes) -> bool:
    """Whether bytes look like a list of feeds (OPML)."""
    return b"<opml" in data[:_LOOKED_AT].lower()


def _path_in(place: str) -> Path | None:
    """The file or folder that is meant; None for an address."""
    if place.lower().startswith("file:"):
        return Path(place[len("file:") :].removeprefix("//"))
    is_written_so = place.startswith(("/", "~", "./", "../")) or place in (".", "..")
    try:
        # a folder called example.org is hardly meant: folders have to be written as such
        return Path(place).expanduser() if is_written_so or Path(place).is_file() else None
    except (OSError, RuntimeError, ValueError):  # too long, of no user, with a NUL
        return None


def _of_path(path: Path, told: str) -> str:
    if path.is_dir():
        return _(
            "{place} is a folder: {hint}. The articles in a folder come by `reader add` or `reader watch`."
        ).format(place=told, hint=WANTED)
    if not path.is_file():
        return _("There is no file {place}, and {hint}.").format(place=told, hint=WANTED)
    if is_feed_list(_beginning(path)):
        return _(
            "{place} is a list of feeds (OPML): `reader feeds import {place}` subscribes to all of them."
        ).format(place=told)
    return _(
        "{place} is a file on this machine: {hint}. The article in a file comes by `reader add`."
    ).format(place=told, hint=WANTED)


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LOOKED_AT)
    except OSError:
        return b""
