"""What the file of a transcript says of when it may be used: in notes, and above the first turn."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.models import Article
from reader.texts import releases


def apart(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Lines above a transcript, and out of them those that only say until when it may not be used.

    "SPERRFRIST" and the line behind it with the day are one.
    """
    kept: list[str] = []
    notices: list[str] = []
    is_open = False
    for line in lines:
        if is_open and releases.goes_on(line):
            notices[-1] += f" {line}"
            is_open = False
        elif releases.is_notice(line):
            notices.append(line)
            is_open = releases.lacks_end(line)
        elif line.strip():
            kept.append(line)
            is_open = False
    return kept, notices


def with_notices_of(article: Article, told: Iterable[str]) -> Article:
    """The article, held back where the lines beside it say so; what people say in it is no embargo."""
    others, notices = apart([line for line in told if line.strip()])
    lines = [*notices, *others]
    found = releases.with_notices(Article("\n".join(lines)))
    if not (found.embargo or found.undelivered):
        return article
    names = (found.embargo, found.undelivered)
    removed = [line for line in lines if releases.clipped(line) in names and line not in article.removed]
    return replace(
        article,
        embargo=found.embargo,
        embargo_until=found.embargo_until,
        undelivered=found.undelivered,
        removed=(*removed, *article.removed),
    )
