"""What two coders made of one article: which quotes are the same, and where they decided differently."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.checks.agreement import Decided
from reader.checks.renderings import Rendering, same_voice
from reader.i18n import pgettext
from reader.models import Quote, QuoteType, Status

ONE = 0.5
"""Share of the characters of both, from which two quotes of a text are one with another border."""
QUOTE, NONE, TAGGED = "quote", "no quote", "tagged"  # not shown: `Coded.shown` is
_NOT_TAGGED = "not tagged"  # not shown: `Coded.shown` is
_NOBODY = "nobody"


class Question(StrEnum):
    """What coders decide."""

    QUOTE = "quote"
    BORDER = "border"
    TYPE = "type"
    SPEAKER = "speaker"
    TAG = "tag"

    @property
    def label(self) -> str:
        """What people are told."""
        return _QUESTION_LABELS[self]


_QUESTION_LABELS = {
    Question.QUOTE: pgettext("what coders decide", "quote"),
    Question.BORDER: pgettext("what coders decide", "border"),
    Question.TYPE: pgettext("what coders decide", "type"),
    Question.SPEAKER: pgettext("what coders decide", "speaker"),
    Question.TAG: pgettext("what coders decide", "tag"),
}
_SHOWN = {
    QUOTE: pgettext("decision of a coder", "quote"),
    NONE: pgettext("decision of a coder", "no quote"),
    TAGGED: pgettext("decision of a coder", "tagged"),
    _NOT_TAGGED: pgettext("decision of a coder", "not tagged"),
    _NOBODY: pgettext("decision of a coder", "nobody"),
    QuoteType.DIRECT: pgettext("decision of a coder", "Direct"),
    QuoteType.INDIRECT: pgettext("decision of a coder", "Indirect"),
    QuoteType.INDIRECT_FREE_INDIRECT: pgettext("decision of a coder", "IndirectFreeIndirect"),
    QuoteType.FREE_INDIRECT: pgettext("decision of a coder", "FreeIndirect"),
    QuoteType.REPORTED: pgettext("decision of a coder", "Reported"),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One quote as both have it, or as one has it alone."""

    ours: Quote | None
    theirs: Quote | None

    @property
    def is_shared(self) -> bool:
        """Whether both take it for a quote."""
        return _is_accepted(self.ours) and _is_accepted(self.theirs)


@dataclass(frozen=True, slots=True)
class Coded:
    """One decision of both coders."""

    question: Question
    pair: Pair
    ours: str | None
    theirs: str | None
    tag: str = ""
    """Of a decision on a tag, which one."""

    @property
    def decided(self) -> Decided:
        """What either said."""
        return self.ours, self.theirs

    @property
    def differs(self) -> bool:
        """Whether both decided, and not alike."""
        return None not in self.decided and self.ours != self.theirs

    @property
    def shown(self) -> tuple[str, str]:
        """What either said, as people read it; "" for nothing."""
        if self.question is Question.BORDER:  # words of the article
            return self.ours or "", self.theirs or ""
        return _SHOWN.get(self.ours or "", self.ours or ""), _SHOWN.get(self.theirs or "", self.theirs or "")


def paired(ours: Sequence[Quote], theirs: Sequence[Quote]) -> list[Pair]:
    """The quotes of both in the order of the text, those that overlap most together, each once."""
    overlaps = sorted(
        ((_overlap(one, other), i, k) for i, one in enumerate(ours) for k, other in enumerate(theirs)),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    met: dict[int, int] = {}
    used: set[int] = set()
    for share, i, k in overlaps:
        if share >= ONE and i not in met and k not in used:
            met[i] = k
            used.add(k)
    pairs = [Pair(one, theirs[met[i]] if i in met else None) for i, one in enumerate(ours)]
    pairs += [Pair(None, other) for k, other in enumerate(theirs) if k not in used]
    return sorted(pairs, key=_start)


def _start(pair: Pair) -> tuple[int, int]:
    quote = pair.ours or pair.theirs
    return (quote.start, -quote.end) if quote else (0, 0)


def _overlap(one: Quote, other: Quote) -> float:
    """Share of the characters that both cover, among those that either does; a nested one is another."""
    if one.nested != other.nested or one.end <= other.start or other.end <= one.start:
        return 0.0
    ours, theirs = (
        {at for span in each.spans for at in range(span.start, span.end)} for each in (one, other)
    )
    return len(ours & theirs) / len(ours | theirs)


def coded(pairs: Sequence[Pair], texts: tuple[str, str]) -> Iterator[Coded]:
    """Every decision on an article's quotes; `texts` are those of either library."""
    worked = tuple(any(_decision(quote) for quote in side) for side in _sides(pairs))
    for pair in pairs:
        ours, theirs = (
            _decision(quote) if quote else NONE if has_worked else None
            for quote, has_worked in zip((pair.ours, pair.theirs), worked, strict=True)
        )
        yield Coded(Question.QUOTE, pair, ours, theirs)
        if pair.is_shared:
            yield from _details(pair, texts)


def _sides(pairs: Iterable[Pair]) -> tuple[list[Quote], list[Quote]]:
    """The quotes of either coder."""
    every = list(pairs)
    return [one.ours for one in every if one.ours], [one.theirs for one in every if one.theirs]


def _decision(quote: Quote) -> str | None:
    """What somebody said of a quote; None of what is only suggested."""
    return {Status.ACCEPTED: QUOTE, Status.REJECTED: NONE}.get(quote.status)


def _is_accepted(quote: Quote | None) -> bool:
    return quote is not None and quote.status is Status.ACCEPTED


def _details(pair: Pair, texts: tuple[str, str]) -> Iterator[Coded]:
    ours, theirs = pair.ours, pair.theirs
    if ours is None or theirs is None:
        return
    yield Coded(Question.BORDER, pair, ours.words(texts[0]), theirs.words(texts[1]))
    yield Coded(Question.TYPE, pair, str(ours.type), str(theirs.type))
    yield Coded(Question.SPEAKER, pair, *_speakers(ours, theirs, texts))
    for tag in sorted({*ours.tags, *theirs.tags}):
        yield Coded(Question.TAG, pair, _has(ours, tag), _has(theirs, tag), tag)


def _has(quote: Quote | None, tag: str) -> str:
    return TAGGED if quote and tag in quote.tags else _NOT_TAGGED


def _speakers(ours: Quote, theirs: Quote, texts: tuple[str, str]) -> tuple[str, str]:
    """Who spoke by either; the same name where both mean one: "Jana Kolb" and "Kolb"."""
    names = [quote.name_read(text) or _NOBODY for quote, text in zip((ours, theirs), texts, strict=True)]
    voices = [Rendering("", name, ours.type) for name in names]
    return (names[0], names[0] if same_voice(*voices) else names[1])


def tag_decisions(pairs: Iterable[Pair], tags: Iterable[str]) -> dict[str, list[Decided]]:
    """Of every tag whether it is on each quote that both accepted: also where neither put it."""
    shared = [pair for pair in pairs if pair.is_shared]
    return {tag: [(_has(pair.ours, tag), _has(pair.theirs, tag)) for pair in shared] for tag in tags}
