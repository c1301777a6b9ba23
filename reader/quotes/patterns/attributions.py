"""Find the tag that says who spoke: a verb of saying with its speaker, beside or around what is said.

A `Tag` holds spans of code points: the cue (one or two pieces), the speaker, the addressee, and the frame,
the clause they stand in. Ranges `[first, last)` count tokens.
"""

from dataclasses import dataclass, replace

from reader.models import Span, Spans
from reader.quotes.patterns import noun_phrases as names
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.sentences import Range

_NEAR = 14
"""Tokens between a passage and its verb of saying at most."""
_DASHES = frozenset(("—", "–", "-"))
_PLACE = 9
"""Tokens of a place and agency with the dash behind them at most."""
LONGEST = 7
"""Tokens of a noun phrase that is known only by where it begins and ends."""
_BREAKS = frozenset((",", ":", ";", "(", ")"))
_CLOSING = frozenset((".", "!", "?", "…", "..."))
_LEADING = frozenset((",", *_DASHES))


@dataclass(frozen=True, slots=True)
class Tag:
    """Who said it, with which words, in which clause, and the rule that found it."""

    rule: str
    cue: Spans = ()
    speaker: Spans = ()
    addressee: Spans = ()
    frame: Spans = ()
    confidence: float = 0.7


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying: its cue, the tokens `[first, last)` it takes, and a subject within it (dit-il)."""

    first: int
    last: int
    cue: Spans
    subject: Spans = ()


def lower(analysis: Analysis, at: int) -> str:
    """A token in lower case; nothing beyond the text."""
    words = analysis.tokens.words
    return words[at].lower() if 0 <= at < len(words) else ""


def saying_at(analysis: Analysis, at: int, stop: int) -> Saying | None:
    """The verb of saying that begins at a token, with its auxiliary: "said", "a déclaré", "dit-il"."""
    if at >= stop:
        return None
    verbs, word = analysis.language.verbs, lower(analysis, at)
    inverted = _inverted(analysis, at)
    if inverted:
        return _with_participle(analysis, inverted, at, stop)
    if word in analysis.language.auxiliaries:
        for verb in range(at + 1, min(at + 4, stop)):
            if lower(analysis, verb) in verbs and not _is_auxiliary(analysis, verb):
                return Saying(at, verb + 1, _cue(analysis, at, verb))
    return Saying(at, at + 1, (analysis.span(at, at + 1),)) if word in verbs else None


def _unlisted(analysis: Analysis, at: int, stop: int) -> Saying | None:
    """An auxiliary with any participle, which behind a quotation says how it was said."""
    word = lower(analysis, at + 1) if at + 1 < stop else ""
    if not _is_auxiliary(analysis, at) or not word.endswith(analysis.language.participles or "\0"):
        return None
    return Saying(at, at + 2, _cue(analysis, at, at + 1))


def _is_auxiliary(analysis: Analysis, at: int) -> bool:
    return lower(analysis, at) in analysis.language.auxiliaries


def _cue(analysis: Analysis, auxiliary: int, verb: int) -> Spans:
    if verb == auxiliary + 1:
        return (analysis.span(auxiliary, verb + 1),)
    return analysis.span(auxiliary, auxiliary + 1), analysis.span(verb, verb + 1)


def _inverted(analysis: Analysis, at: int) -> tuple[Span, Span] | None:
    """Verb and pronoun of a form like "raconte-t-il"."""
    word, language = analysis.tokens.words[at].lower().replace("‑", "-"), analysis.language
    head, dash, pronoun = word.rpartition("-")
    head = head.removesuffix("-t")
    if not dash or pronoun not in language.pronouns or head not in language.verbs | language.auxiliaries:
        return None
    span = analysis.span(at, at + 1)
    return Span(span.start, span.start + len(head)), Span(span.end - len(pronoun), span.end)


def _with_participle(analysis: Analysis, inverted: tuple[Span, Span], at: int, stop: int) -> Saying | None:
    verb, pronoun = inverted
    if analysis.text[verb.start : verb.end].lower() in analysis.language.verbs:
        return Saying(at, at + 1, (verb,), (pronoun,))
    endings = analysis.language.participles or ("\0",)
    for behind in range(at + 1, min(at + 3, stop)):
        if lower(analysis, behind) in analysis.language.verbs or lower(analysis, behind).endswith(endings):
            return Saying(at, behind + 1, (verb, analysis.span(behind, behind + 1)), (pronoun,))
    return None


def last_saying(analysis: Analysis, start: int, stop: int) -> Saying | None:
    """The last verb of saying in `[start, stop)` that no passage in marks lies between."""
    for at in range(stop - 1, start - 1, -1):
        if analysis.tokens.words[at] in '“”„«»";':
            return None
        if lower(analysis, at) in analysis.language.verbs or _inverted(analysis, at):
            for auxiliary in range(max(start, at - 3), at):
                found = _is_auxiliary(analysis, auxiliary) and saying_at(analysis, auxiliary, stop)
                if found and found.last == at + 1:
                    return found
            return saying_at(analysis, at, stop)
    return None


def behind(analysis: Analysis, at: int, stop: int, *, loose: bool = False) -> Tag | None:
    """The tag from token `at` on: 'said Ann Lee', 'Ann Lee said', 'a déclaré la maire'.

    A `loose` one may have a subject known only by its determiner ("confie la glaciologue").
    """
    if lower(analysis, at) in analysis.language.reflexives:
        at += 1
    verb = saying_at(analysis, at, stop) or (_unlisted(analysis, at, stop) if loose else None)
    if verb:
        found = _subject_behind(analysis, verb.last, stop)
        if not found and loose:
            found = _noun(analysis, verb.last, stop)
        subject = verb.subject or _span(analysis, found)
        return Tag("tag after", verb.cue, subject, confidence=0.92 if subject else 0.8)
    subject_range = names.behind(analysis, at, stop)
    if not subject_range:
        return None
    verb = _verb_of(analysis, subject_range[1], stop)
    if not verb:
        return None
    return Tag("tag after", verb.cue, _span(analysis, subject_range), confidence=0.9)


def _subject_behind(analysis: Analysis, at: int, stop: int) -> Range | None:
    """The subject behind a verb, across an adverb of time."""
    named = names.behind(analysis, at, stop)
    if named and lower(analysis, at) in analysis.language.pronouns:
        return named
    if (
        named
        and analysis.tokens.words[at][0].isupper()
        and lower(analysis, at) not in analysis.language.times
    ):
        return named
    for skipped in (2, 1):
        if lower(analysis, at + skipped - 1) in analysis.language.times:
            return names.behind(analysis, at + skipped, stop)
    return named


def _noun(analysis: Analysis, at: int, stop: int) -> Range | None:
    """A determiner with the word behind it."""
    word = lower(analysis, at + 1) if at + 1 < stop else ""
    known = lower(analysis, at) in analysis.language.determiners
    return (at, at + 2) if known and word.isalpha() and word not in analysis.language.verbs else None


def _verb_of(analysis: Analysis, at: int, stop: int) -> Saying | None:
    """The verb of a subject that ends at token `at`, across an apposition in commas or a short adverb."""
    if lower(analysis, at) == ",":
        for comma in range(at + 1, min(at + _NEAR, stop)):
            if lower(analysis, comma) == ",":
                return saying_at(analysis, comma + 1, stop)
        return None
    return saying_at(analysis, at, stop) or saying_at(analysis, at + 1, stop)


def ahead(analysis: Analysis, start: int, stop: int) -> Tag | None:
    """The tag that ends before token `stop`: 'Ann Lee said: "…', 'Ann Lee was angry: "…'."""
    verb = last_saying(analysis, max(start, stop - _NEAR), stop)
    colon = lower(analysis, stop - 1) == ":"
    if verb:
        return Tag(
            "colon before" if colon else "verb before",
            verb.cue,
            verb.subject or subject_of(analysis, verb, start, stop),
            confidence=0.92
            if colon or lower(analysis, stop - 1) in (",", *analysis.language.conjunctions)
            else 0.7,
        )
    if colon and stop - 1 > start:
        return Tag(
            "colon before", (), _span(analysis, names.behind(analysis, start, stop - 1)), confidence=0.75
        )
    return None


def subject_of(analysis: Analysis, verb: Saying, start: int, stop: int) -> Spans:
    """The subject of a verb: the noun phrase before it, over pronoun objects, else the one behind it."""
    at, start = verb.first, behind_place(analysis, start)
    for _ in range(3):
        found = names.ahead(analysis, start, at)
        if found:
            return _span(analysis, _shortened(analysis, found, start))
        at -= 1
        if at <= start or lower(analysis, at) in analysis.language.finite | _BREAKS:
            break
    found = _from_start(analysis, start, verb.first) or _shared(analysis, start, verb)
    if not found and analysis.language.verb_first:
        found = names.behind(analysis, verb.last, stop)
    return _span(analysis, found)


def behind_place(analysis: Analysis, first: int) -> int:
    """Behind the place and agency that open an article: "LONDON (AP) — "."""
    words = analysis.tokens.words
    dash = next((at for at in range(first + 1, min(first + _PLACE, len(words))) if words[at] in _DASHES), 0)
    named = dash and all(word.isupper() or word in "()," for word in words[first:dash])
    return dash + 1 if named and dash + 1 < len(words) else first


def _shared(analysis: Analysis, start: int, verb: Saying) -> Range | None:
    """The subject that the sentence begins with, for a second verb: "She left and promised", "…, saying"."""
    before = lower(analysis, verb.first - 1)
    second = before in analysis.language.joining
    trailing = before == "," and lower(analysis, verb.first).endswith(analysis.language.trailing or "\0")
    if not (second or trailing):
        return None
    return names.behind(analysis, start, verb.first) or _noun(analysis, start, verb.first)


def _from_start(analysis: Analysis, start: int, end: int) -> Range | None:
    """All from a determiner or name at the sentence's start to the verb, or to a relative clause between."""
    language = analysis.language
    closed = lower(analysis, end - 1) == ","
    if lower(analysis, start) not in language.determiners and (
        closed or not _complemented(analysis, start, end)
    ):
        return None
    for at in range(start + 1, min(start + LONGEST * (1 + closed) + 1, end + 1)):
        word = lower(analysis, at)
        if at == end or (word == "," and lower(analysis, at + 1) in language.relatives):
            return start, at
        if not (word[0].isalpha() or (closed and word == ",")) or word in language.verbs | language.finite:
            return None
    return None


def _complemented(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a name begins the sentence and a phrase hangs on it: "Voorzitter Leeuw van de provincies"."""
    found = names.behind(analysis, start, end)
    return found is not None and any(lower(analysis, found[1]) == link[0] for link in analysis.language.links)


def _shortened(analysis: Analysis, found: Range, start: int) -> Range:
    """The phrase without an adverbial that leads up to a determiner: "Outside the hall a woman"."""
    first, last = found
    begins = [
        at
        for at in range(first + 1, last)
        if lower(analysis, at) in analysis.language.determiners
        and lower(analysis, at - 1) not in analysis.language.particles
        and not any(lower(analysis, at - 1) == link[-1] for link in analysis.language.links)
    ]
    adverbial = (
        first == start and _adverbial(analysis, first) and "," not in analysis.tokens.words[first:last]
    )
    return (begins[-1], last) if begins and adverbial and len(begins) < 3 else found


def _adverbial(analysis: Analysis, at: int) -> bool:
    """Whether a capital at a sentence's start may be that of a preposition."""
    word, language = lower(analysis, at), analysis.language
    known = language.determiners | language.roles | language.groups | language.documents | language.honorifics
    return word not in known | language.anonymous and not analysis.tokens.words[at + 1][0].isupper()


def framed(analysis: Analysis, tag: Tag, first: int, last: int) -> Tag:
    """The tag with the clause `[first, last)` as its frame, without closing stops and loose dashes."""
    words = analysis.tokens.words
    while last > first and words[last - 1] in _CLOSING:
        last -= 1
    return replace(tag, frame=(analysis.span(first, last),)) if last > first else tag


def leading(analysis: Analysis, at: int, stop: int) -> int:
    """Behind the comma or dash between a passage and its tag."""
    while at < stop and analysis.tokens.words[at] in _LEADING:
        at += 1
    return at


def _span(analysis: Analysis, found: Range | None) -> Spans:
    return (analysis.span(*found),) if found else ()
