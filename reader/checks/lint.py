"""What a desk would ask about an article's quotes before they are used: one finding a question.

Rejected quotes are left out. A rule is a function from quote and context to a sentence, or "".
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.checks.naming import is_nameless
from reader.languages.tables import load
from reader.models import (
    Anchor,
    Article,
    Authorisation,
    Quote,
    QuoteType,
    Source,
    SourceKind,
    Span,
    Status,
    TermsOfUse,
    Verification,
    use_of,
)
from reader.texts.quotation_marks import Stray, is_mixed, strays
from reader.texts.releases import embargo_of, undelivered_of

_OPENING, _CLOSING = "„“»«‚‘\"›‹”’'", "“”»«‘’\"›‹'"
_TYPED = (",,", "``", "''")
"""Marks of two signs, from typewriters and LaTeX."""
_ANY_MARK = _OPENING + _CLOSING + "`"
SHORT = 3
"""Words: a direct quote no longer than this is easily torn out of its sentence."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at."""

    rule: str
    """Short name, such as "no-speaker"."""
    message: str
    """One sentence."""
    quote_id: int
    """0 where it is about the text, and no quote was found there."""
    span: Span


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides the quote."""

    article: Article
    sources: Mapping[int, Source]

    def words(self, quote: Quote) -> str:
        """The quote's text; of one that the article has lost, as it is stored."""
        return quote.stored_words if quote.is_lost else quote.words(self.article.text)


Rule = Callable[[Quote, Context], str]


def lint(article: Article, quotes: Sequence[Quote], sources: Mapping[int, Source]) -> tuple[Finding, ...]:
    """The findings on an article's quotes, in the order of the text; `sources` by their ids."""
    considered = sorted(
        (q for q in quotes if q.status is not Status.REJECTED), key=lambda q: (q.start, -q.end)
    )
    context = Context(article, sources)
    findings = [
        Finding(name, message, quote.id, Span(quote.start, quote.end))
        for quote in considered
        for name, rule in RULES.items()
        if (message := rule(quote, context))
    ]
    findings += _overlaps(considered)
    findings += _held_back(article, considered)
    findings += _unclosed(article, [one for one in findings if one.rule == "unbalanced"])
    return tuple(sorted(findings, key=lambda found: found.span))


def _orphan(quote: Quote, _context: Context) -> str:
    return "The article no longer has these words." if quote.is_lost else ""


def _fuzzy(quote: Quote, _context: Context) -> str:
    changed = quote.anchor is Anchor.FUZZY
    return "The words, or who is said to have said them, changed with the article's text." if changed else ""


def _undecided(quote: Quote, _context: Context) -> str:
    return "Nobody has accepted this suggestion." if quote.status is Status.SUGGESTED else ""


def _no_speaker(quote: Quote, _context: Context) -> str:
    # A quote inside another leaves it to that one to say who speaks.
    said = (quote.speaker and not quote.is_pointed_to) or quote.source_id or quote.nested
    said = said or quote.is_hearsay  # which is a finding of its own
    return "" if said else "Nobody is said to have said this."


def _hearsay(quote: Quote, _context: Context) -> str:
    return "This is hearsay: who says it?" if quote.is_hearsay else ""


def _carried(quote: Quote, context: Context) -> str:
    if not quote.is_carried:
        return ""
    name = quote.name_read(context.article.text)
    if quote.is_undecided:
        return f"The speaker is undecided: “{name}” is only carried over from before."
    return f"“{name}” is only carried over from before: nothing beside the quote says who speaks."


def _pronoun(quote: Quote, context: Context) -> str:
    if quote.source_id or not quote.speaker or quote.resolved_speaker or quote.is_lost:
        return ""
    start, end = quote.speaker[0]
    written = context.article.text[start:end]
    return f"“{written}” names nobody: say who it is." if is_nameless(written) else ""


def _unassigned(quote: Quote, _context: Context) -> str:
    # An undecided speaker is a finding of its own.
    accepted = quote.status is Status.ACCEPTED and quote.speaker and not (quote.nested or quote.is_undecided)
    return "The speaker is not in the register of sources." if accepted and not quote.source_id else ""


def _unbalanced(quote: Quote, context: Context) -> str:
    if quote.type is not QuoteType.DIRECT:
        return ""
    words = context.words(quote)
    first, last = _edges(words)
    # "„Wir bauen": opened and never closed. Words without any mark are another rule's; and what is said in an
    # interview, "Wer lügt, sagt „Nein“", lacks none.
    lacks = bool(first) != bool(last) and len(words) > 1
    if lacks and any(strays(words, load(context.article.language).verbs)):
        return "One of its quotation marks is missing."
    is_whole = len(quote.spans) == 1 and first and last
    return "Its two quotation marks are of different kinds." if is_whole and is_mixed(first, last) else ""


def _edges(words: str) -> tuple[str, str]:
    """The mark that `words` begin with and the one they end with, "" where there is none."""
    first = words[:2] if words[:2] in _TYPED else words[:1]
    last = words[-2:] if words[-2:] in _TYPED else words[-1:]
    return first if first[:1] in (*_OPENING, ",", "`") and first != "," else "", last if last[
        :1
    ] in _CLOSING else ""


def _unmarked(quote: Quote, context: Context) -> str:
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
    return "" if marked else "It is called direct but stands in no quotation marks."


_BEHIND_LABEL = re.compile(r"(?:\s*[(\[][^)\]\n]*[)\]])?[\s*_]*:[\s*_]*")
"""The end of "Huber:", "Huber (lacht):" and "**Huber:**"."""


def _is_a_turn(quote: Quote, text: str) -> bool:
    """Whether somebody says it behind a label, as in interviews, which do without marks: "Huber: Nein."."""
    label = next((span for span in quote.speaker if span.end < quote.start), None)
    if label is None or text[: label.start].rpartition("\n")[2].strip("*_ "):
        return False
    return bool(_BEHIND_LABEL.fullmatch(text[label.end : quote.start]))


def _scrap(quote: Quote, context: Context) -> str:
    # "Er nannte das „falsch“": of a word or two nobody sees what was meant. "„Nein“, sagte sie" is whole.
    long = quote.type is not QuoteType.DIRECT or len(_WORD.findall(context.words(quote))) > SHORT
    if long or quote.nested or quote.is_lost or _is_a_sentence(context.article.text, quote.start, quote.end):
        return ""
    return f"Only {SHORT} words or fewer: is the sense still the speaker's?"


def _is_a_sentence(text: str, start: int, end: int) -> bool:
    """Whether a passage stands by itself: behind a stop or a colon, and before a stop or a comma."""
    words = text[start:end].lstrip(",").strip(_ANY_MARK + " \u00a0\u202f")
    before = text[:start].rstrip(" \t" + _ANY_MARK)[-1:]
    after = text[end : end + 2].lstrip(_ANY_MARK)[:1]
    begins = words[:1].isupper() and (not before or before in ".!?…:\n")
    introduced = words[:1].isupper() and before == "," and words[-1:] in ".!?…"
    ends = words[-1:] in ".!?…" or not after or after in ",.!?…\n–—-"
    return (begins or introduced) and ends


def _unverified(quote: Quote, _context: Context) -> str:
    stands = quote.status is Status.ACCEPTED and quote.type is QuoteType.DIRECT
    return "Not checked against anything." if stands and quote.verification is Verification.UNVERIFIED else ""


def _disputed(quote: Quote, _context: Context) -> str:
    return "Disputed." if quote.verification is Verification.DISPUTED else ""


def _unauthorised(quote: Quote, _context: Context) -> str:
    waiting = {
        Authorisation.SENT: "Sent for authorisation, no answer yet.",
        Authorisation.WITHDRAWN: "The speaker has withdrawn it.",
        Authorisation.CHANGED: "The speaker authorised another wording.",
    }
    return waiting.get(quote.authorisation, "")


def _off_record(quote: Quote, context: Context) -> str:
    source = context.sources.get(quote.source_id)
    use = use_of(quote, source)
    if use is TermsOfUse.ON_RECORD:
        is_covered = source is not None and source.identity_protected
        return "The identity is protected: the source must not be named." if is_covered else ""
    return f"{str(use).capitalize()}: {_ALLOWED[use]}."


def _anonymous(quote: Quote, context: Context) -> str:
    source = context.sources.get(quote.source_id)
    kind = source.kind if source else quote.speaker_kind
    return "The source is anonymous: why?" if kind is SourceKind.ANONYMOUS else ""


_ALLOWED = {
    TermsOfUse.BACKGROUND: "only the agreed description may stand, no name, role or affiliation",
    TermsOfUse.DEEP_BACKGROUND: "it must not be attributed to anybody",
    TermsOfUse.OFF_RECORD: "it is not for publication",
}
"""What each use asks for."""

RULES: dict[str, Rule] = {
    "orphan": _orphan,
    "changed-words": _fuzzy,
    "undecided": _undecided,
    "no-speaker": _no_speaker,
    "hearsay": _hearsay,
    "carried-over": _carried,
    "pronoun": _pronoun,
    "unassigned": _unassigned,
    "unbalanced": _unbalanced,
    "unmarked": _unmarked,
    "scrap": _scrap,
    "unverified": _unverified,
    "disputed": _disputed,
    "authorisation": _unauthorised,
    "off-record": _off_record,
    "anonymous": _anonymous,
}
"""Rules by name, the gravest first."""

RULE_NAMES = (*RULES, "overlap", "embargo", "not-delivered")
"""All that a finding can name; the last look at two quotes at once, and at the article."""


def _held_back(article: Article, quotes: Sequence[Quote]) -> list[Finding]:
    """What the article says of when its quotes may be used, once for all of them."""
    told = {
        "embargo": "The article is under embargo: see until when." if embargo_of(article) else "",
        "not-delivered": "The speech was not held yet when this was handed out: check it against delivery."
        if undelivered_of(article)
        else "",
    }
    return [Finding(rule, message, 0, Span(0, 0)) for rule, message in told.items() if message and quotes]


def _unclosed(article: Article, told: Sequence[Finding]) -> list[Finding]:
    """Marks without a partner, where no quote has been told to lack one: of such a passage none was found."""
    return [
        Finding("unbalanced", _STRAY[stray.opens], 0, _clause(article.text, stray))
        for stray in strays(article.text, load(article.language).verbs)
        if not any(one.span.start - 1 <= stray.at <= one.span.end for one in told)
    ]


_STRAY = {
    True: "A quotation mark is opened here and not closed.",
    False: "A quotation mark closes here and none was opened.",
}
_REACH = 60
"""Characters of a passage without a partner that a finding shows."""


def _clause(text: str, stray: Stray) -> Span:
    """The words behind a mark that opens, before one that closes, in its paragraph."""
    if stray.opens:
        end = text.find("\n", stray.at)
        return Span(stray.at, min(stray.at + _REACH, end if end >= 0 else len(text)))
    return Span(max(stray.at + 1 - _REACH, text.rfind("\n", 0, stray.at) + 1), stray.at + 1)


def _overlaps(quotes: Sequence[Quote]) -> list[Finding]:
    """Quotes that begin inside another and end outside of it; one that lies wholly inside is nested."""
    quotes = [quote for quote in quotes if not quote.is_lost]
    return [
        Finding("overlap", "It runs into the quote before it.", b.id, Span(b.start, b.end))
        for a, b in pairwise(quotes)
        if a.start < b.start < a.end < b.end
    ]
