"""A note's Markdown as lines of inked words, for a card: emphasis, lists, quotations, code, links.

The text comes from anybody: HTML stays text, a link shows its address beside its words, nothing is fetched.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.cells import cells, cut
from reader.visible import visible

if TYPE_CHECKING:
    from markdown_it.token import Token

Run = tuple[str, str]
"""Words and their ink in the palette."""

_MARKED = re.compile(r"[*_`~\[]|^\s{0,3}(?:#|>|[-+] |\d+[.)] )", re.MULTILINE)
"""What no text without markup has."""
_PARTS = re.compile(r"\n|[^\S\n]+|\S+")
_BREAK: list[Run] = [("\n", "")]
_INKS = {"strong": "note-strong", "em": "note-em", "s": "note-struck", "link": "note-link"}


class _Block(NamedTuple):
    lead: str
    """Before the first line; the others are set in as far."""
    runs: list[Run]


def has_markup(body: str) -> bool:
    """Whether there is anything to render."""
    return _MARKED.search(body) is not None


def plain_words(line: str) -> str:
    """One line of a note without its markup."""
    if not has_markup(line):
        return line
    return "".join(text for run in rendered(line, 10_000) for text, _ink in run).strip()


def rendered(body: str, width: int) -> list[list[Run]]:
    """The note in lines of at most `width` cells."""
    from markdown_it import MarkdownIt  # of Textual; few notes have markup, and a desk opens without it

    parser = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
    return [line for block in _blocks(parser.parse(body)) for line in _wrapped(block, width)]


def _blocks(tokens: "list[Token]") -> Iterator[_Block]:
    """Paragraphs, headings, items and code, each with what stands before it."""
    numbers: list[int] = []
    lead, depth, heading = "", 0, False
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                numbers.append(int(token.attrGet("start") or 1) if token.type[0] == "o" else 0)
            case "bullet_list_close" | "ordered_list_close":
                numbers.pop()
                lead = "  " * len(numbers)
            case "list_item_open":
                lead = "  " * (len(numbers) - 1) + (f"{numbers[-1]}. " if numbers[-1] else "- ")
                numbers[-1] += bool(numbers[-1])
            case "blockquote_open" | "blockquote_close":
                depth += 1 if token.nesting > 0 else -1
            case "heading_open" | "heading_close":
                heading = token.nesting > 0
            case "inline":
                yield _Block("│ " * depth + lead, list(_runs(token.children or (), heading=heading)))
                lead = "  " * len(numbers)
            case "fence" | "code_block":
                yield from (_Block(lead, [(line, "note-code")]) for line in token.content.splitlines())
            case "hr":
                yield _Block("", [("───", "rule")])


def _runs(tokens: "Iterator[Token] | list[Token] | tuple[()]", *, heading: bool) -> Iterator[Run]:
    """The words of a line of Markdown with their inks; a link has its address behind it."""
    inks, address = (["note-strong"] if heading else ["sign"]), ""
    for token in tokens:
        name = token.type.partition("_")[0]
        if token.type in ("softbreak", "hardbreak"):
            yield ("\n" if token.type == "hardbreak" else " "), inks[-1]
        elif name in _INKS and token.nesting > 0:
            inks.append(_INKS[name])
            address = str(token.attrGet("href") or "") if name == "link" else address
        elif name in _INKS:
            inks.pop()
            if name == "link":
                yield f" ({address})", "meta"
        else:
            yield token.content, "note-code" if token.type == "code_inline" else inks[-1]


def _wrapped(block: _Block, width: int) -> Iterator[list[Run]]:
    """A block in lines, broken at spaces; a word that is too long is cut."""
    lead = cut(block.lead, max(0, width - 1))
    start = used = cells(lead)
    under = "".join(sign if sign == "│" else " " for sign in lead)
    line: list[Run] = [(lead, "meta")]
    for word in _words(block.runs):
        long = sum(cells(text) for text, _ink in word)
        if word == _BREAK or (used > start and used + 1 + long > width):
            yield line
            line, used = [(under, "meta")], start
        if word != _BREAK:
            gap = [(" ", "sign")] if used > start else []
            line += [*gap, *_within(word, width - start)]
            used += len(gap) + min(long, width - start)
    yield line


def _within(word: list[Run], room: int) -> Iterator[Run]:
    """A word of several inks in at most `room` cells."""
    for text, ink in word:
        shown = cut(text, max(0, room))
        room -= cells(shown)
        yield shown, ink


def _words(runs: list[Run]) -> Iterator[list[Run]]:
    """Words as runs that stand together, such as "**loud**,": a line is broken between words alone."""
    word: list[Run] = []
    for text, ink in runs:
        for part in _PARTS.findall(visible(text)):
            if not part.isspace():
                word.append((part, ink))
                continue
            if word:
                yield word
            word = []
            if part == "\n":
                yield _BREAK
    if word:
        yield word
