"""What the lint asks of quotation marks and of what stands in them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.checks.findings import Context, Finding
from reader.i18n import _
from reader.languages.tables import load
from reader.models import Article, Quote, QuoteType, Span
from reader.texts.quotation_marks import Stray, is_mixed, strays

_OPENING, _CLOSING = "„“»«‚‘\"›‹”’'", "“”»«‘’\"›‹'"
_TYPED = (",,", "``", "''")
"""Marks of two signs, from typewriters and LaTeX."""
_ANY_MARK = _OPENING + _CLOSING + "`"
SHORT = 3
"""Words: a direct quote no longer than this is easily torn out of its sentence."""
_WORD = re.compile(r"\w+")


def unbalanced(quote: Quote, context: Context) -> str:
    if quote.type is not QuoteType.DIRECT:
        return ""
    words = context.words(quote)
    first, last = _edges(words)
    # "„Wir bauen": opened and never closed. Words without any mark are another rule's; and what is said in an
    # interview, "Wer lügt, sagt „Nein“", lacks none.
    lacks = bool(first) != bool(last) and len(words) > 1
    if lacks and any(strays(words, load(context.article.language).verbs)):
        return _("One of its quotation marks is missing.")
    is_whole = len(quote.spans) == 1 and first and last
    return _("Its two quotation marks are of different kinds.") if is_whole and is_mixed(first, last) else ""


def _edges(words: str) -> tuple[str, str]:
    """The mark that `words` begin with and the one they end with, "" where there is none."""
    first = words[:2] if words[:2] in _TYPED else words[:1]
    last = words[-2:] if words[-2:] in _TYPED else words[-1:]
    return first if first[:1] in (*_OPENING, ",", "`") and first != "," else "", last if last[
        :1
    ] in _CLOSING else ""


def unmarked(quote: Quote, context: Context) -> str:
    if quote.type is not QuoteType.DIRECT or quote.nested or quote.is_lost:
        return ""
    text, before = context.article.text, quote.start - 1
    if _is_a_turn(quote, text):
        return ""
    # "– Je viens": the dash of a dialogue counts; and the span may begin behind the mark.
    marked = text[quote.start] in _OPENING + "–—-" or (before >= 0 and text[before] in _OPENING)
    marked = (
        marked
        or text[quote.start : quote.start + 2] in _TYPED
        or text[max(0, before - 1) : before + 1] in _TYPED
    )
    return "" if marked else _("It is called direct but stands in no quotation marks.")


_BEHIND_LABEL = re.compile(r"(?:\s*[(\[][^)\]\n]*[)\]])?[\s*_]*:[\s*_]*")
"""The end of "Huber:", "Huber (lacht):" and "**Huber:**"."""


def _is_a_turn(quote: Quote, text: str) -> bool:
    """Whether somebody says it behind a label, as in interviews, which do without marks: "Huber: Nein."."""
    label = next((span for span in quote.speaker if span.end < quote.start), None)
    if label is None or text[: label.start].rpartition("\n")[2].strip("*_ "):
        return False
    return bool(_BEHIND_LABEL.fullmatch(text[label.end : quote.start]))


def scrap(quote: Quote, context: Context) -> str:
    # "Er nannte das „falsch“": of a word or two nobody sees what was meant. "„Nein“, sagte sie" is whole.
    long = quote.type is not QuoteType.DIRECT or len(_WORD.findall(context.words(quote))) > SHORT
    if long or quote.nested or quote.is_lost or _is_a_sentence(context.article.text, quote.start, quote.end):
        return ""
    return _("Only {count} words or fewer: is the sense still the speaker's?").format(count=SHORT)


def _is_a_sentence(text: str, start: int, end: int) -> bool:
    """Whether a passage stands by itself: behind a stop or a colon, and before a stop or a comma."""
    words = text[start:end].lstrip(",").strip(_ANY_MARK + " \u00a0\u202f")
    before = text[:start].rstrip(" \t" + _ANY_MARK)[-1:]
    after = text[end : end + 2].lstrip(_ANY_MARK)[:1]
    begins = words[:1].isupper() and (not before or before in ".!?…:\n")
    introduced = words[:1].isupper() and before == "," and words[-1:] in ".!?…"
    ends = words[-1:] in ".!?…" or not after or after in ",.!?…\n–—-"
    return (begins or introduced) and ends


def unclosed(article: Article, told: Sequence[Finding]) -> list[Finding]:
    """Marks without a partner, where no quote has been told to lack one: of such a passage none was found."""
    return [
        Finding("unbalanced", _STRAY[stray.opens], 0, _clause(article.text, stray))
        for stray in strays(article.text, load(article.language).verbs)
        if not any(one.span.start - 1 <= stray.at <= one.span.end for one in told)
    ]


_STRAY = {
    True: _("A quotation mark is opened here and not closed."),
    False: _("A quotation mark closes here and none was opened."),
}
_REACH = 60
"""Characters of a passage without a partner that a finding shows."""


def _clause(text: str, stray: Stray) -> Span:
    """The words behind a mark that opens, before one that closes, in its paragraph."""
    if stray.opens:
        end = text.find("\n", stray.at)
        return Span(stray.at, min(stray.at + _REACH, end if end >= 0 else len(text)))
    return Span(max(stray.at + 1 - _REACH, text.rfind("\n", 0, stray.at) + 1), stray.at + 1)


def overlaps(quotes: Sequence[Quote]) -> list[Finding]:
    """Quotes that begin inside another and end outside of it; one that lies wholly inside is nested."""
    quotes = [quote for quote in quotes if not quote.is_lost]
    return [
        Finding("overlap", _("It runs into the quote before it."), b.id, Span(b.start, b.end))
        for a, b in pairwise(quotes)
        if a.start < b.start < a.end < b.end
    ]
