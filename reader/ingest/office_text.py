"""The paragraphs of Word and OpenDocument texts, out of their XML."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reader.errors import IngestError
from reader.i18n import _, number
from reader.ingest.archive_members import Members
from reader.ingest.blocks import Block, BlockKind
from reader.ingest.characters import tidy
from reader.ingest.relations import WordParts

MOST_PARAGRAPHS = 200_000
"""Paragraphs of one file; a book of a thousand pages has 20,000."""

_WORD_PARAGRAPHS = frozenset(
    (
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p",
        "{http://purl.oclc.org/ooxml/wordprocessingml/main}p",
    )
)
"""Paragraphs in both forms of Office Open XML, the usual and the strict one."""
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE_HEADING = f"{_OFFICE}h"
_SKIPPED = frozenset(
    ("Fallback", "del", "moveFrom", "instrText", "footnoteReference", "annotation", "tracked-changes", "note")
)
"""Elements whose words are not the article's: deleted ones, notes, boxes a second time for old programs."""
_MARKS = {"br": "\n", "cr": "\n", "line-break": "\n", "tab": " ", "s": " ", "noBreakHyphen": "-"}
"""Elements that stand for a character."""
_HEADING_STYLES = ("heading", "berschrift", "überschrift", "title", "titel", "titre", "subtitle")


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The blocks of a document, its notes behind them, and the text in it that is set to be hidden."""

    blocks: list[Block]
    hidden: tuple[str, ...]


def word_text(members: Members, parts: WordParts, tree: Any) -> DocumentText:
    """The text of a Word document, of either form of its XML."""
    styles = _hidden_word_styles(members, parts.styles)
    walk = _Paragraphs(members.location, _WORD_PARAGRAPHS, "t", lambda one: _is_hidden_run(one, styles))
    blocks: list[Block] = []
    for paragraph, text in walk.read(tree):
        style = paragraph.find("{*}pPr/{*}pStyle")
        heading = style is not None and _value(style).lower().startswith(_HEADING_STYLES)
        blocks += lines_of(text, BlockKind.HEADING if heading else BlockKind.PARAGRAPH)
    for name in parts.notes:
        blocks += _word_notes(members.tree(name), members.location)
    return DocumentText(blocks, walk.hidden)


def office_text(members: Members, names: set[str], tree: Any) -> DocumentText:
    """The text of an OpenDocument text."""
    styles = _hidden_office_styles(tree)
    if "styles.xml" in names:
        styles |= _hidden_office_styles(members.tree("styles.xml"))
    tags = frozenset({_OFFICE_HEADING, f"{_OFFICE}p"})
    walk = _Paragraphs(members.location, tags, "", lambda one: _is_hidden_span(one, styles))
    blocks: list[Block] = []
    for paragraph, text in walk.read(tree):
        heading = paragraph.tag == _OFFICE_HEADING
        blocks += lines_of(text, BlockKind.HEADING if heading else BlockKind.PARAGRAPH)
    return DocumentText([*blocks, *_office_notes(tree, members.location)], walk.hidden)


Rows = list[list[str]]
"""The cells of a table, row by row."""


def word_tables(members: Members, tree: Any) -> Iterator[tuple[Rows, tuple[str, ...]]]:
    """Each table of a Word document as a person sees it, and the comments written on it.

    Changes that are tracked count as made, and what is struck through is gone.
    """
    comments = _comments(members)
    for table in tree.iter("{*}tbl"):
        cells = ([_cell(members.location, one) for one in row.iter("{*}tc")] for row in table.iter("{*}tr"))
        marked = (_attribute(one, "id") for one in table.iter("{*}commentReference"))
        yield list(cells), tuple(comments[one] for one in marked if one in comments)


def _cell(location: str, cell: Any) -> str:
    walk = _Paragraphs(location, _WORD_PARAGRAPHS, "t", _is_struck)
    return "\n".join(" ".join(tidy(text).split()) for _, text in walk.read(cell)).strip()


def _is_struck(element: Any) -> bool:
    properties = element.find("{*}rPr") if _local(element) == "r" else None
    marks = () if properties is None else properties.iterchildren("{*}strike", "{*}dstrike", "{*}vanish")
    return any(_value(mark).lower() not in ("0", "false", "off") for mark in marks)


def _comments(members: Members) -> dict[str, str]:
    """The comments of a Word document, by their number."""
    try:
        every = members.tree("word/comments.xml").iter("{*}comment")
    except (IngestError, KeyError):
        return {}
    return {_attribute(one, "id"): _cell(members.location, one) for one in every}


def _word_notes(tree: Any, location: str) -> Iterator[Block]:
    """The footnotes or endnotes of a Word document, each with its number."""
    number = 0
    for note in tree.iter("{*}footnote", "{*}endnote"):
        if _attribute(note, "type"):  # the line that divides notes from the text
            continue
        number += 1
        found = _Paragraphs(location, _WORD_PARAGRAPHS, "t").read(note)
        yield from _note(number, (text for _, text in found))


def _office_notes(tree: Any, location: str) -> Iterator[Block]:
    """The footnotes of an OpenDocument text, each with its number."""
    for order, note in enumerate(tree.iter(f"{_OFFICE}note-body"), 1):
        found = _Paragraphs(location, frozenset({f"{_OFFICE}p"})).read(note)
        yield from _note(order, (text for _, text in found))


def _note(number: int, paragraphs: Iterable[str]) -> Iterator[Block]:
    words = " ".join(" ".join(paragraphs).split())
    if words:
        yield Block(f"[{number}] {tidy(words)}")


def _value(element: Any) -> str:
    return _attribute(element, "val")


def _attribute(element: Any, wanted: str) -> str:
    """An attribute in whatever namespace."""
    return next((str(value) for name, value in element.items() if name.rpartition("}")[2] == wanted), "")


def _vanishes(properties: Any) -> bool:
    mark = None if properties is None else properties.find("{*}vanish")
    return mark is not None and _value(mark).lower() not in ("0", "false", "off")


def _hidden_word_styles(members: Members, name: str) -> frozenset[str]:
    """The styles whose text is hidden."""
    if not name:
        return frozenset()
    styles = members.tree(name).iter("{*}style")
    return frozenset(_attribute(one, "styleId") for one in styles if _vanishes(one.find("{*}rPr")))


def _is_hidden_run(element: Any, styles: frozenset[str]) -> bool:
    name = _local(element)
    if name == "r":
        properties = element.find("{*}rPr")
        style = None if properties is None else properties.find("{*}rStyle")
        return _vanishes(properties) or (style is not None and _value(style) in styles)
    style = element.find("{*}pPr/{*}pStyle") if name == "p" and styles else None
    return style is not None and _value(style) in styles


def _hidden_office_styles(tree: Any) -> frozenset[str]:
    marked = tree.iter("{*}text-properties")
    hidden = (one.getparent() for one in marked if _attribute(one, "display") == "none")
    return frozenset(_attribute(style, "name") for style in hidden if style is not None)


def _is_hidden_span(element: Any, styles: frozenset[str]) -> bool:
    if not isinstance(element.tag, str) or not element.tag.startswith(_OFFICE):
        return False
    is_off = element.get(f"{_OFFICE}is-hidden") == "true" or element.get(f"{_OFFICE}display") == "none"
    return is_off or element.get(f"{_OFFICE}style-name", "") in styles


class _Paragraphs:
    """The paragraphs of a document in the order in which they begin; a box inside one is its own paragraphs.

    Each element is looked at once, however deep they lie in one another.
    """

    def __init__(
        self,
        location: str,
        tags: frozenset[str],
        holder: str = "",
        is_hidden: Callable[[Any], bool] = lambda element: False,
    ) -> None:
        self._location, self._tags, self._is_hidden = location, tags, is_hidden
        self._holder = holder
        """The only element that holds text, "" where every one does."""
        self._found: list[tuple[Any, list[str]]] = []
        self._inside: list[list[str]] = []
        self._skipped = 0
        self._held = 0
        self._unseen = 0
        """How many elements that are hidden the present one lies in."""
        self._hidden: list[list[str]] = []

    @property
    def hidden(self) -> tuple[str, ...]:
        """The text that is hidden, a stretch each."""
        texts = (" ".join(tidy("".join(pieces)).split()) for pieces in self._hidden)
        return tuple(text for text in texts if text)

    def read(self, tree: Any) -> Iterator[tuple[Any, str]]:
        """Every paragraph with its text."""
        if sum(1 for _ in tree.iter(*self._tags)) > MOST_PARAGRAPHS:
            raise IngestError(
                _("{location} has more than {count} paragraphs: that is no article.").format(
                    location=self._location, count=number(MOST_PARAGRAPHS)
                )
            )
        for element, begins in _walk(tree):
            self._count(_local(element), 1 if begins else -1)
            if self._skipped:
                continue
            if not begins and self._is_hidden(element):
                self._unseen -= 1
            if begins and self._is_hidden(element):
                self._hidden += [[]] if not self._unseen else []
                self._unseen += 1
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
        if text and self._unseen:
            self._hidden[-1].append(text)
        elif text and self._inside:
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
