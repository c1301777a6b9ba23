"""Markdown as reader exports it, also after somebody worked on in it: the blocks with an id of reader's.

What stands between the blocks is a person's own text about many things, and stays in its file.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reader.formats.front_matter import listed_in, split
from reader.formats.tag_names import obsidian
from reader.imports.own_words import TYPES, quote_of, says_lost
from reader.imports.values import Incoming, Marked, MarkedQuote, MarkedText
from reader.models import Verification
from reader.texts.locating import SoughtPassage
from reader.texts.quotation_marks import bare

_BLOCK = re.compile(
    r"(?:^# (?P<title>.*)\n+)?(?P<lines>(?:^>.*\n)+)\n*"
    r"\^(?P<kind>[aqn])-(?P<uid>[0-9a-f]{6,32})[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>|~#+=.)^-])")
_TAG_LINE = re.compile(r"(?:#[^\s#]+\s*)+")
_FACTS = re.compile(
    rf"\((?P<type>{'|'.join(TYPES)}), (?P<status>\w+)"
    rf"(?:, (?P<verification>{'|'.join(Verification)}))?(?:, (?P<place>[^()]+))?\)"
)
_NOTE_HEAD = re.compile(r"\[!note\][-+]?[ \t]*(?:\*(?P<words>(?:\\.|[^*\\])*)\*)?(?P<rest>.*)")
_ADDRESS = re.compile(r"<(https?://[^>\s]+)>")
_TRUE_NAMES = re.compile(r"^tag names: (\[.*\])[ \t]*$", re.MULTILINE)
_NOBODY = ("nobody is named", "?")  # not shown: read here
ON_ARTICLE = "on the article"  # not shown: read here
"""What the head of a note says that is about the whole article."""


@dataclass(slots=True)
class _Article:
    """What the blocks under one head say."""

    title: str
    address: str
    uid: str
    marks: list[Marked] = field(default_factory=list)
    quotes: list[tuple[MarkedQuote, list[Marked]]] = field(default_factory=list)


def is_one(content: str) -> bool:
    """Whether a text has blocks of an export."""
    return any(found["kind"] == "a" for found in _BLOCK.finditer(content))


def read(content: str) -> Incoming:
    """The quotes and notes of the blocks, by article."""
    front, body = split(content)
    names = _true_names(front)
    articles: list[_Article] = []
    for found in _BLOCK.finditer(body):
        lines = [_unquoted(line) for line in found["lines"].splitlines()]
        if found["kind"] == "a":
            articles.append(_article(found["title"] or "", lines, found["uid"]))
        elif articles and found["kind"] == "q":
            articles[-1].quotes.extend((quote, []) for quote in _quotes(lines, found["uid"], names))
        elif articles:
            _add_note(articles[-1], lines, found["uid"], names)
    tags = tuple(names.get(tag, tag) for tag in listed_in(front, "tags")) if len(articles) == 1 else ()
    return Incoming("reader", tuple(replace(_text(article), tags=tags) for article in articles))


def _true_names(front: str) -> dict[str, str]:
    """Tags as they are called in the library, by how Obsidian calls them."""
    found = _TRUE_NAMES.search(front)
    try:
        listed = json.loads(found[1]) if found else []
    except ValueError:
        return {}
    return {obsidian(name): name for name in listed if isinstance(name, str)}


def _article(title: str, lines: list[str], uid: str) -> _Article:
    address = _ADDRESS.search("\n".join(lines))
    return _Article(_plain(title), address[1] if address else "", uid)


def _text(article: _Article) -> MarkedText:
    quotes = tuple(
        MarkedQuote(quote.mark, quote.quote, quote.roles, quote.speaker, notes=tuple(notes))
        for quote, notes in article.quotes
    )
    return MarkedText(article.title, article.address, article.uid, marks=tuple(article.marks), quotes=quotes)


def _quotes(lines: list[str], uid: str, names: dict[str, str]) -> Iterator[MarkedQuote]:
    """The quote of a block; none where somebody has rewritten it past knowing."""
    at = next((at for at, line in enumerate(lines) if _FACTS.fullmatch(line.strip())), -1)
    if at < 1:
        return
    facts = _FACTS.fullmatch(lines[at].strip())
    assert facts is not None
    words = " ".join(_plain(line) for line in lines[: at - 1]).strip()
    below = [line.strip() for line in lines[at + 1 :] if line.strip()]
    remarks = [_plain(line.strip("*")) for line in below if line.startswith("**")]
    kind = TYPES[facts["type"]]
    sought = SoughtPassage(bare(words) if facts["type"] == "Direct" else words)
    mark = Marked((sought,), tags=tuple(_tags(below[-1:], names)), uid=uid, is_lost=says_lost(remarks))
    known = {name: facts[name] for name in ("status", "verification") if facts[name]}
    yield quote_of(mark, kind, speaker=_speaker(_plain(lines[at - 1])), facts=known)


def _speaker(line: str) -> str:
    """The name in "— Anna Lenz, Ministerin, Land"; what stands behind the comma the register knows better."""
    name = line.lstrip("—– ").strip()
    return "" if name in _NOBODY or name.startswith("speaker ") else name.split(", ")[0]


def _add_note(article: _Article, lines: list[str], uid: str, names: dict[str, str]) -> None:
    """Put a note on its passage, on the quote above it, or on the article."""
    head = _NOTE_HEAD.match(lines[0]) if lines else None
    words = _plain(head["words"] or "") if head else ""
    is_tagged = len(lines) > 1 and _TAG_LINE.fullmatch(lines[-1].strip()) is not None
    rest = head["rest"].strip() if head else lines[0]
    begun = [rest] if rest and rest != ON_ARTICLE else []
    body = "\n".join([*begun, *(lines[1:-1] if is_tagged else lines[1:])]).strip()
    note = Marked(
        (SoughtPassage(words),) if words else (),
        body=body.replace("\\<", "<"),
        tags=tuple(_tags(lines[-1:], names)) if is_tagged else (),
        uid=uid,
    )
    is_on_quote = bool(article.quotes) and not words and rest != ON_ARTICLE and not article.marks
    (article.quotes[-1][1] if is_on_quote else article.marks).append(note)


def _tags(lines: list[str], names: dict[str, str]) -> Iterator[str]:
    for line in lines:
        if _TAG_LINE.fullmatch(line.strip()):
            for tag in line.split():
                yield names.get(tag[1:], tag[1:])


def _unquoted(line: str) -> str:
    return re.sub(r"^> ?", "", line)


def _plain(text: str) -> str:
    """Text without the backslashes that keep Markdown from reading it."""
    return _ESCAPED.sub(r"\1", text).strip()
