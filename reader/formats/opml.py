"""Lists of feeds for other programs: OPML 2.0, folders as outlines in outlines."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from reader.feeds import Feed, folder_names
from reader.visible import visible

OWN = "urn:reader-tui:opml"
"""The namespace of what OPML has no word for: tags, keep, off."""


@dataclass
class _Folder:
    """A folder with what lies in it."""

    feeds: list[Feed] = field(default_factory=list)
    folders: "dict[str, _Folder]" = field(default_factory=dict)


def opml(feeds: Iterable[Feed]) -> str:
    """The list of these feeds, in their folders."""
    top = _Folder()
    for feed in feeds:
        folder = top
        for name in folder_names(feed.folder):
            folder = folder.folders.setdefault(name, _Folder())
        folder.feeds.append(feed)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:reader="{OWN}">',
        "  <head><title>Feeds</title></head>",
        "  <body>",
        *_lines(top, "    "),
        "  </body>",
        "</opml>",
    ]
    return "\n".join(lines) + "\n"


def _lines(folder: _Folder, indent: str) -> list[str]:
    lines = [f"{indent}<outline{_attributes(feed)}/>" for feed in folder.feeds]
    for name, inner in folder.folders.items():
        lines.append(f"{indent}<outline text={_quoted(name)} title={_quoted(name)}>")
        lines += [*_lines(inner, indent + "  "), f"{indent}</outline>"]
    return lines


def _attributes(feed: Feed) -> str:
    facts = {
        "type": "rss",
        "text": feed.name,
        "title": feed.name,
        "xmlUrl": feed.address,
        "htmlUrl": feed.site,
        "reader:tags": ",".join(feed.tags),
        "reader:keep": str(feed.keep_days or ""),
        "reader:off": "true" if feed.is_off else "",
    }
    return "".join(f" {name}={_quoted(value)}" for name, value in facts.items() if value)


def _quoted(text: str) -> str:
    """A value as XML takes it, which has no control characters."""
    return quoteattr(visible(text))
