"""Plain text and Markdown to an article."""

from dataclasses import replace

from reader.errors import IngestError
from reader.i18n import _, number
from reader.ingest.blocks import Block, BlockKind, StatedMetadata
from reader.ingest.characters import tidy
from reader.ingest.compose import compose
from reader.ingest.mail import header_apart
from reader.ingest.newsroom import with_lines_apart
from reader.ingest.paragraphs import paragraphs_of
from reader.models import Article

_NOTHING = StatedMetadata()
MOST_LINES = 400_000
"""Twenty megabytes of hard-wrapped text have 280,000."""
_HEADING_WORDS = 12
"""Words of a line that may be a heading (chosen by hand)."""


def from_plain(text: str, location: str, known: StatedMetadata = _NOTHING) -> Article:
    """The article in a plain text; the lines before the first paragraph give title, section, byline, date."""
    if text.count("\n") > MOST_LINES:
        raise IngestError(
            _("{location} has more than {count} lines: that is data, not an article.").format(
                location=location, count=number(MOST_LINES)
            )
        )
    body, pasted = header_apart(tidy(text))
    body = with_lines_apart(body)
    blocks = [Block(paragraph) for paragraph in paragraphs_of(body)]
    return compose(with_headings(blocks), known if known.title else pasted, location)


def with_headings(blocks: list[Block]) -> list[Block]:
    """Short lines without a mark at their end, between paragraphs, are headings."""
    return [
        replace(block, kind=BlockKind.HEADING)
        if 0 < at < len(blocks) - 1 and block.kind is BlockKind.PARAGRAPH and _is_heading(block.text)
        else block
        for at, block in enumerate(blocks)
    ]


def _is_heading(line: str) -> bool:
    return len(line.split()) <= _HEADING_WORDS and line[-1].isalnum() and line[0].isupper()
