"""The lines between two "---" above a Markdown text, in which people write what they know of the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reader.ingest.blocks import StatedMetadata
from reader.ingest.characters import tidy
from reader.ingest.dates import iso_time

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<fields>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^(?P<name>\w+)[ \t]*:[ \t]*(?P<value>.+?)[ \t]*$", re.MULTILINE)
_NAME = re.compile(r"^[\w-]+:(?:\s|\Z)", re.MULTILINE)
_NAMES = {
    "title": "title",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "date": "published",
    "published": "published",
    "source": "outlet",
    "outlet": "outlet",
    "publisher": "outlet",
    "section": "section",
    "category": "section",
    "lang": "language",
    "language": "language",
    "url": "url",
    "link": "url",
}
_TAG_NAMES = ("tags", "tag")
_TRUE_NAMES = "tag names"  # not shown: of the format
"""Where an export says what tags are called whose names Obsidian does not take."""
_LONGEST = 20_000
"""Characters of front matter that are read as YAML (chosen by hand)."""
_MOST_TAGS = 100
"""Tags taken of one article (chosen by hand)."""
_LONGEST_TAG = 200
"""Characters of a tag (chosen by hand)."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a front matter says, and the text below it."""

    body: str
    known: StatedMetadata = field(default_factory=StatedMetadata)
    tags: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()
    """Fields of `known` that are filled."""


def front_matter_of(text: str) -> FrontMatter:
    """The front matter that `text` begins with, and the rest of it.

    Of two in a row, as a program writes that does not see the first, the lower one counts.
    """
    found = _found(text, 0)
    if found is None:
        return FrontMatter(text)
    found = _found(text, found.end()) or found
    return _read(found["fields"], text[found.end() :])


def _found(text: str, start: int) -> re.Match[str] | None:
    """The front matter at a place, if its lines say something: a text may begin with a line of dashes."""
    found = _FRONT_MATTER.match(text, start)
    return found if found and (not found["fields"].strip() or _NAME.search(found["fields"])) else None


def _read(fields: str, body: str) -> FrontMatter:
    entries = {name.lower(): value for name, value in _entries(fields)}
    facts: dict[str, str] = {}
    for name, value in entries.items():
        words = ", ".join(_words(value))
        if name in _NAMES and words:
            facts.setdefault(_NAMES[name], words)
    if "published" in facts:
        facts["published"] = iso_time(facts["published"])
    filled = {name: value for name, value in facts.items() if value}
    true_names = {_letters(tag): tag for tag in _tags(entries.get(_TRUE_NAMES, []))}
    listed = [tag for name in _TAG_NAMES if name in entries for tag in _tags(entries[name])]
    tags = [true_names.get(_letters(tag), tag) for tag in listed]
    # only names of text fields are in the table
    return FrontMatter(body, StatedMetadata(**filled), tuple(dict.fromkeys(tags))[:_MOST_TAGS], tuple(filled))  # type: ignore[arg-type]


def _entries(fields: str) -> Iterator[tuple[str, Any]]:
    """Names with their values, texts and lists of texts; what is no YAML, such as "title: A: b", by lines."""
    from ruamel.yaml import YAML  # 60 ms, for texts with front matter
    from ruamel.yaml.error import YAMLError

    yaml = YAML(typ="base", pure=True)
    yaml.allow_duplicate_keys = True
    try:
        read = yaml.load(fields) if len(fields) <= _LONGEST else None
    except (YAMLError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        read = None
    if isinstance(read, dict):
        yield from ((name, value) for name, value in read.items() if isinstance(name, str))
        return
    for found in _FIELD.finditer(fields):
        value = found["value"].strip("\"' ")
        yield found["name"], value.strip("[] ").split(",") if value.startswith("[") else value


def _words(value: Any) -> Iterator[str]:
    """The texts in a value, each on one line; of people with "name: Eva", the name."""
    match value:
        case str() if value.strip() and value.strip() not in ("null", "~"):
            yield " ".join(tidy(value).split())  # an escape may stand for what no library can store
        case list():
            for one in value[:_MOST_TAGS]:
                yield from _words(one) if isinstance(one, str | dict) else ()
        case {"name": str(name)}:
            yield from _words(name)


def _letters(tag: str) -> str:
    """What an export leaves of a tag's name: letters and figures, and a "y" before those that are figures."""
    left = "".join(char for char in tag.lower() if char.isalnum())
    return left[1:] if left[:1] == "y" and left[1:].isdigit() else left


def _tags(value: Any) -> Iterator[str]:
    """Tags as a list, or in one line with commas between them."""
    for words in _words(value.split(",") if isinstance(value, str) else value):
        if tag := words.strip("\"' ").removeprefix("#").strip("/ "):
            yield tag[:_LONGEST_TAG]
