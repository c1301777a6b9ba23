"""Find the passage that somebody types on the command line in an article's text."""

import re

from reader.errors import NotFoundError
from reader.i18n import _
from reader.models import Span, Spans


def spans_of(words: str, text: str, near: int = 0) -> Spans:
    """Where `words` stand in `text`, the place closest to `near`; " … " or "[…]" divides its parts.

    White space counts as one blank, whatever it is in the text, and whole words come before parts of words.
    Raises NotFoundError.
    """
    spans: list[Span] = []
    for part in re.split(r"\s*(?:\[…\]|\[\.\.\.\]|…)\s+|\s+(?:…|\.\.\.)\s*", words.strip()):
        if part.split():
            spans.append(_span(part, text, spans[-1].end if spans else 0, near if not spans else 0))
    if not spans:
        raise NotFoundError(_("Which words? The passage is empty."))
    return tuple(spans)


def _span(part: str, text: str, after: int, near: int) -> Span:
    pattern = r"\s+".join(map(re.escape, part.split()))
    rest = text[after:]
    found = [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", rest)]
    found = found or [match.span() for match in re.finditer(pattern, rest)]
    if not found:
        told = _("“{part}” does not stand in the article.")
        if after:
            told = _("“{part}” does not stand in the article after the part before it.")
        raise NotFoundError(told.format(part=part))
    start, end = min(found, key=lambda span: abs(span[0] + after - near))
    return Span(start + after, end + after)
