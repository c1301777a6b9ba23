"""A feed as a library keeps it: where it is, how a person calls it, and what became of asking it."""

from dataclasses import dataclass

from reader.addresses import without_login, without_trackers

_SEPARATOR = "/"
_IN_A_NAME = "∕"
"""Stands for a stroke inside the name of one folder; U+2215, which looks alike."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription that brings articles."""

    address: str
    name: str
    """How a person calls it, which no other feed is called; its articles bear it."""
    folder: str = ""
    """Where it lies: "Politik/Ausland", or "" for no folder."""
    site: str = ""
    """The page that it belongs to, where it names one."""
    tags: tuple[str, ...] = ()
    """Put on every article that it brings."""
    keep_days: int = 0
    """Days after which articles that nobody has worked with go to the trash; 0 for never."""
    is_off: bool = False
    """Whether it is not asked."""
    trouble: str = ""
    """Why it gave nothing when it was asked last, as a sentence."""
    failures: int = 0
    """How often in a row it could not be read."""
    asked: str = ""
    """When it was asked last, ISO 8601 in UTC."""
    not_before: str = ""
    """When it may be asked again, where that is not at once."""
    etag: str = ""
    """What it called its present state, to be asked whether that has changed."""
    modified: str = ""
    """When it said that it had changed last, for the same question."""
    added: str = ""
    id: int = 0
    uid: str = ""
    articles: int = 0
    """Articles of it outside the trash."""
    unread: int = 0

    def is_due(self, now: str) -> bool:
        """Whether it may be asked at a time."""
        return not self.is_off and self.not_before <= now


def folder_of(names: list[str]) -> str:
    """The path of a folder from the names of those it lies in; a stroke in a name does not divide it."""
    tidy = (" ".join(name.split()).replace(_SEPARATOR, _IN_A_NAME) for name in names)
    return _SEPARATOR.join(filter(None, tidy))


def folder_names(folder: str) -> list[str]:
    """The names that `folder_of` made a path of."""
    return [name.replace(_IN_A_NAME, _SEPARATOR) for name in folder.split(_SEPARATOR) if name]


def tidy_folder(folder: str) -> str:
    """A path as a person types it, without empty names and doubled spaces."""
    return folder_of(folder.split(_SEPARATOR))


def in_folder(folder: str, wanted: str) -> bool:
    """Whether a folder is the one wanted, or lies in it."""
    return folder == wanted or folder.startswith(wanted + _SEPARATOR)


def feed_address(typed: str) -> str:
    """An address as it is kept: https where it names no scheme; no "feed:", password or what trackers add."""
    address = without_login(typed.strip())
    if address.lower().startswith("feed:"):  # feed://example.org and feed:https://example.org, as browsers do
        address = address[len("feed:") :].removeprefix("//")
    if "://" not in address[:12]:
        address = f"https://{address}"
    scheme, mark, rest = address.partition("://")
    host, stroke, path = rest.partition("/")
    # a part named by "#" is never sent, and would make one feed two
    return without_trackers(f"{scheme.lower()}{mark}{host.lower()}{stroke}{path}").partition("#")[0]
