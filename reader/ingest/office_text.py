"""The paragraphs of Word and OpenDocument texts, out of their XML."""

from collections.abc import Iterable, Iterator
from typing import Any

from reader.errors import IngestError
from reader.ingest.blocks import Block, BlockKind
from reader.ingest.characters import tidy

MOST_PARAGRAPHS = 200_000
"""Paragraphs of one file; a book of a thousand pages has 20,000."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE_HEADING = f"{_OFFICE}h"
_SKIPPED = frozenset(
    ("Fallback", "del", "moveFrom", "instrText", "footnoteReference", "annotation", "tracked-changes", "note")
)
"""Elements whose words are not the article's: deleted ones, notes, boxes a second time for old programs."""
_MARKS = {"br": "\n", "cr": "\n", "line-break": "\n", "tab": " ", "s": " ", "noBreakHyphen": "-"}
"""Elements that stand for a character."""
_HEADING_STYLES = ("heading", "berschrift", "überschrift", "title", "titel", "titre", "subtitle")


def word_blocks(tree: Any, location: str) -> Iterator[Block]:
    """The paragraphs and headings of a Word document."""
    for paragraph, text in _Paragraphs(location, frozenset({f"{_WORD}p"}), holder="t").read(tree):
        style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
        name = "" if style is None else str(style.get(f"{_WORD}val", "")).lower()
        heading = name.startswith(_HEADING_STYLES)
        yield from lines_of(text, BlockKind.HEADING if heading else BlockKind.PARAGRAPH)


def office_blocks(tree: Any, location: str) -> Iterator[Block]:
    """The paragraphs and headings of an OpenDocument text."""
    for paragraph, text in _Paragraphs(location, frozenset({_OFFICE_HEADING, f"{_OFFICE}p"})).read(tree):
        heading = paragraph.tag == _OFFICE_HEADING
        yield from lines_of(text, BlockKind.HEADING if heading else BlockKind.PARAGRAPH)


def word_notes(tree: Any, location: str) -> Iterator[Block]:
    """The footnotes or endnotes of a Word document, each with its number."""
    number = 0
    for note in tree.iter(f"{_WORD}footnote", f"{_WORD}endnote"):
        if note.get(f"{_WORD}type"):  # the line that divides notes from the text
            continue
        number += 1
        found = _Paragraphs(location, frozenset({f"{_WORD}p"}), holder="t").read(note)
        yield from _note(number, (text for _, text in found))


def office_notes(tree: Any, location: str) -> Iterator[Block]:
    """The footnotes of an OpenDocument text, each with its number."""
    for number, note in enumerate(tree.iter(f"{_OFFICE}note-body"), 1):
        found = _Paragraphs(location, frozenset({f"{_OFFICE}p"})).read(note)
        yield from _note(number, (text for _, text in found))


def _note(number: int, paragraphs: Iterable[str]) -> Iterator[Block]:
    words = " ".join(" ".join(paragraphs).split())
    if words:
        yield Block(f"[{number}] {tidy(words)}")


class _Paragraphs:
    """The paragraphs of a document in the order in which they begin; a box inside one is its own paragraphs.

    Each element is looked at once, however deep they lie in one another.
    """

    def __init__(self, location: str, tags: frozenset[str], holder: str = "") -> None:
        self._location, self._tags = location, tags
        self._holder = holder
        """The only element that holds text, "" where every one does."""
        self._found: list[tuple[Any, list[str]]] = []
        self._inside: list[list[str]] = []
        self._skipped = 0
        self._held = 0

    def read(self, tree: Any) -> Iterator[tuple[Any, str]]:
        """Every paragraph with its text."""
        if sum(1 for _ in tree.iter(*self._tags)) > MOST_PARAGRAPHS:
            raise IngestError(
                f"{self._location} has more than {MOST_PARAGRAPHS:,} paragraphs: that is no article."
            )
        for element, begins in _walk(tree):
            self._count(_local(element), 1 if begins else -1)
            if self._skipped:
                continue
            if begins:
                self._begin(element)
            else:
                self._end(element)
        return ((element, "".join(pieces)) for element, pieces in self._found)

    def _count(self, name: str, step: int) -> None:
        self._skipped += step * (name in _SKIPPED)
        self._held += step * (name == self._holder)

    def _begin(self, element: Any) -> None:
        if element.tag in self._tags:
            self._inside.append([])
            self._found.append((element, self._inside[-1]))
        name = _local(element)
        self._add_text(_MARKS.get(name, ""))
        # Elements only, not comments, and inside what holds text where the format has such.
        if name and (self._held or not self._holder):
            self._add_text(element.text)

    def _end(self, element: Any) -> None:
        if element.tag in self._tags:
            self._inside.pop()
        if self._held or not self._holder:
            self._add_text(element.tail)

    def _add_text(self, text: str | None) -> None:
        if text and self._inside:
            self._inside[-1].append(text)


def _walk(tree: Any) -> Iterator[tuple[Any, bool]]:
    """Every element twice: where it begins (True), and where it ends."""
    open_elements = [(tree, iter(tree))]
    yield tree, True
    while open_elements:
        element, children = open_elements[-1]
        child = next(children, None)
        if child is None:
            open_elements.pop()
            yield element, False
        else:
            open_elements.append((child, iter(child)))
            yield child, True


def lines_of(text: str, kind: BlockKind) -> Iterator[Block]:
    """Every line of a paragraph as a block of its own."""
    for line in tidy(text).split("\n"):
        if words := " ".join(line.split()):
            yield Block(words, kind)


def _local(element: Any) -> str:
    """An element's name without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
