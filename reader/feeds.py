"""A feed as a library keeps it: where it is, how a person calls it, and what became of asking it."""

from collections.abc import Collection, Sequence
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


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A line of the tree of feeds: a folder or a feed."""

    id: int
    """Of a feed its number, of a folder a negative one."""
    name: str
    level: int
    """In how many folders it lies."""
    unread: int
    articles: int
    folder: str
    """The path of the folder that it is, or that it lies in."""
    feed: Feed | None = None
    """None for a folder."""
    is_open: bool = True
    """Whether the feeds of a folder are shown."""
    troubled: int = 0
    """Feeds in it that could not be read when they were asked last."""

    @property
    def query(self) -> str:
        """The search that finds its articles."""
        field, name = ("feed", self.feed.name) if self.feed else ("folder", self.folder)
        doubled = name.replace('"', '""')
        return f'{field}:"{doubled}"'


def tree_of(feeds: Sequence[Feed], closed: Collection[str] = ()) -> list[FeedRow]:
    """Feeds in their order below the folders that they lie in; those of `closed` folders are left out."""
    folders = sorted({path for feed in feeds for path in _with_above(feed.folder)})
    numbers = {folder: -place for place, folder in enumerate(folders, 1)}
    rows: list[FeedRow] = []
    shown: set[str] = set()
    for feed in feeds:
        above = _with_above(feed.folder)
        for path in above:
            if path not in shown and not any(outer in closed for outer in _with_above(path)[:-1]):
                rows.append(_folder_row(path, feeds, numbers[path], path not in closed))
            shown.add(path)
        if not any(path in closed for path in above):
            troubled = int(bool(feed.trouble) and not feed.is_off)
            rows.append(
                FeedRow(
                    *(feed.id, feed.name, len(above), feed.unread, feed.articles, feed.folder, feed),
                    troubled=troubled,
                )
            )
    return rows


def _with_above(folder: str) -> list[str]:
    """A folder and those that it lies in, the outermost first."""
    names = [name for name in folder.split(_SEPARATOR) if name]
    return [_SEPARATOR.join(names[:depth]) for depth in range(1, len(names) + 1)]


def _folder_row(folder: str, feeds: Sequence[Feed], number: int, is_open: bool) -> FeedRow:
    inside = [feed for feed in feeds if in_folder(feed.folder, folder)]
    names = _with_above(folder)
    return FeedRow(
        number,
        folder_names(folder)[-1],
        len(names) - 1,
        sum(feed.unread for feed in inside),
        sum(feed.articles for feed in inside),
        folder,
        is_open=is_open,
        troubled=sum(bool(feed.trouble) and not feed.is_off for feed in inside),
    )
