"""Markdown to an article: front matter and headings to metadata, marks of emphasis and links off the text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reader.ingest.blocks import Block, BlockKind
from reader.ingest.characters import tidy
from reader.ingest.compose import compose
from reader.ingest.front_matter import front_matter_of
from reader.ingest.links import LinkedLine, placed, web_address
from reader.models import Article, Link, Span

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_UNDERLINED = re.compile(r"(?m)^(?P<line>[^\n>#*-][^\n]*)\n(?:=+|-{3,})[ \t]*$")
_HEADING = re.compile(r"(?m)^[ ]{0,3}#{1,6}[ \t]+(?P<line>.*?)[ \t#]*$")
_QUOTED = re.compile(r"(?m)^[ ]{0,3}>[ \t]?")
_RULE = re.compile(r"(?m)^[ \t]*(?:[*_-][ \t]*){3,}$")
_IMAGE = re.compile(r"!\[[^\]\n]{0,400}\]\([^)\n]{0,1000}\)")
_LINK = re.compile(
    r"\[(?P<words>[^\[\]\n]{1,400})\]"
    r"(?:\((?P<target>(?:[^()\n]|\([^()\n]{0,100}\)){0,1000})\)|\[(?P<name>[^\]\n]{0,100})\])"
)
_REFERENCE = re.compile(r"(?m)^[ ]{0,3}\[(?P<name>[^\]\n]+)\]:[ \t]*(?P<target>\S+).*$")
_BARE_LINK = re.compile(r"<(?P<address>(?:https?://|mailto:)[^>\s]+)>")
_STRONG = re.compile(r"(?P<mark>\*\*|__)(?=\S)(?P<words>[^\n]{1,400}?)(?<=\S)(?P=mark)")
_EMPHASIS = re.compile(r"(?<![\w*\\])(?P<mark>[*_])(?=\S)(?P<words>[^*_\n]{1,400}?)(?<=\S)(?P=mark)(?![\w*])")
_CODE = re.compile(r"`(?P<words>[^`\n]+)`")
_ESCAPED = re.compile(r"\\(?P<mark>[\\`*_{}\[\]()#+.!>|~-])")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)\n(?=\S)")


def from_markdown(text: str, location: str) -> Article:
    """The article in a Markdown text, with the metadata of its front matter where it has one."""
    front = front_matter_of(tidy(text))
    body = _without_comments(front.body)
    article = compose(_blocks(body), front.known, location)
    links = placed(_linked_lines(body, location), article.text)
    return replace(article, tags=front.tags, stated=front.stated, links=links)


def _linked_lines(text: str, base: str) -> Iterator[LinkedLine]:
    """The lines of a text that hold links, without Markdown's marks."""
    targets = {found["name"].lower(): found["target"] for found in _REFERENCE.finditer(text)}
    for chunk in re.split(r"\n[ \t]*\n", _HARD_BREAK.sub("\n\n", text)):
        for line in (
            _lines(_QUOTED.sub("", _HEADING.sub(r"\g<line>", chunk)))
            if "](" in chunk or "][" in chunk
            else ()
        ):
            yield LinkedLine(_bare(line), tuple(_links_in(line, targets, base)))


def _links_in(line: str, targets: Mapping[str, str], base: str) -> Iterator[Link]:
    """The links of a line; their spans count in the line without marks."""
    bare, at = _bare(line), 0
    for found in _LINK.finditer(_IMAGE.sub("", line)):
        words = _bare(found["words"])
        written = (
            found["target"] if found["target"] is not None else targets.get((found["name"] or "").lower(), "")
        )
        # "<address> "title"": brackets around it and a title behind it are not the address
        target = (written or "").strip().split(" ", 1)[0].strip("<>")
        start = bare.find(words, at) if words else -1
        if start >= 0 and (address := web_address(base, target)):
            yield Link(Span(start, start + len(words)), address)
        at = start + len(words) if start >= 0 else at


_MOST_COMMENTS = 1000
"""Comments in a text that are still cut out (chosen by hand)."""


def _without_comments(text: str) -> str:
    """`text` without HTML comments; thousands of them would only be there to cost time."""
    return _COMMENT.sub("", text) if text.count("<!--") < _MOST_COMMENTS else text


def _blocks(text: str) -> list[Block]:
    text = _UNDERLINED.sub(lambda found: f"\n# {found['line']}\n", text)
    text = _HEADING.sub(lambda found: f"\n\n# {found['line']}\n\n", _RULE.sub("\n", _REFERENCE.sub("", text)))
    blocks = []
    for chunk in re.split(r"\n[ \t]*\n", _HARD_BREAK.sub("\n\n", text)):
        blocks += _chunk_blocks(chunk)
    return blocks


def _chunk_blocks(chunk: str) -> list[Block]:
    if chunk.lstrip().startswith("# "):
        return [Block(_bare(chunk.strip()[2:]), BlockKind.HEADING)]
    if _QUOTED.match(chunk):
        lines = _QUOTED.sub("", chunk)
        return [Block(_bare(" ".join(lines.split())), BlockKind.PULLED)]
    return [Block(_bare(line)) for line in _lines(chunk)]


def _lines(chunk: str) -> list[str]:
    """Lines of one chunk joined, except list items, which stay apart."""
    items = re.split(r"\n(?=[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t])", chunk)
    lines = [" ".join(item.split()) for item in items]
    return [re.sub(r"^[-*+] ", "• ", line) for line in lines if line]


def _bare(line: str) -> str:
    """`line` without Markdown's marks."""
    line = _LINK.sub(r"\g<words>", _IMAGE.sub("", line))
    line = _BARE_LINK.sub(r"\g<address>", _CODE.sub(r"\g<words>", line))
    line = _EMPHASIS.sub(r"\g<words>", _STRONG.sub(r"\g<words>", line))
    return _ESCAPED.sub(r"\g<mark>", line).strip()
