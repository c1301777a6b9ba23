"""What was agreed about an article's quotes: who is not named, what stays here, and where that stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reader.formats.dossier import Dossier
from reader.models import Anchor, Quote, Span, TermsOfUse, name_is_covered, use_of


@dataclass(frozen=True, slots=True)
class Terms:
    """Which quotes of an article may be used how, by their places among all of them."""

    covered: frozenset[int]
    """Those whose speaker is not named."""
    off: frozenset[int]
    """Those that are not for publication."""
    spared: frozenset[int]
    """Those on record of a source whose name is covered elsewhere: it stands there."""

    @property
    def some(self) -> bool:
        """Whether anything but the names of the register is to be covered."""
        return bool(self.covered or self.off)

    @staticmethod
    def of(dossier: Dossier) -> "Terms":
        """The terms of all quotes of the article, exported or not."""
        register = {source.id: source for source in (*dossier.protected, *dossier.sources)}
        covered, off, spared = set(), set(), set()
        for place, quote in enumerate(all_quotes(dossier)):
            source = register.get(quote.source_id) if quote.source_id else None
            use = use_of(quote, source)
            if use is TermsOfUse.OFF_RECORD:
                off.add(place)
            # Background covers a quote, and so does the protected person that said it on the record.
            if use is not TermsOfUse.ON_RECORD or (source is not None and source.identity_protected):
                covered.add(place)
            elif source is not None and name_is_covered(source):
                spared.add(place)
        return Terms(frozenset(covered), frozenset(off), frozenset(spared))


def all_quotes(dossier: Dossier) -> tuple[Quote, ...]:
    """The quotes of the article, those that go out first."""
    return (*dossier.quotes, *dossier.left_out)


def withheld(quote: Quote) -> Quote:
    """What may be told of a quote that is not for publication: where it stands, and that it is there."""
    return Quote(
        quote.type, quote.spans, id=quote.id, uid=quote.uid, article_id=quote.article_id, use=quote.use
    )


def off_record_count(dossier: Dossier) -> int:
    """How many quotes that would go out are not for publication."""
    return sum(place < len(dossier.quotes) for place in Terms.of(dossier).off)


def standing(quote: Quote, spans: Iterable[Span]) -> list[Span]:
    """Those spans of a quote, where they are places in the article's present text."""
    return [] if quote.anchor is Anchor.ORPHAN else list(spans)


def places_of(quote: Quote) -> list[Span]:
    """Where a quote and what says whose it is stand in the text."""
    return [*quote.spans, *quote.speaker, *quote.cue, *quote.addressee, *quote.frame]


_SENTENCE_END = re.compile(r"[.!?](?=[\s“”«»\"’]|$)|\n")


def sentence(text: str, span: Span) -> Span:
    """The sentence, or the sentences, in which a span lies: "sagte Anna Weber, Kämmerin von Quellbach"."""
    before = [found.end() for found in _SENTENCE_END.finditer(text, max(0, span.start - _LONG), span.start)]
    after = _SENTENCE_END.search(text, max(span.start, span.end - 1))
    return Span(before[-1] if before else max(0, span.start - _LONG), after.end() if after else len(text))


_LONG = 400
"""Characters in which a sentence begins at the latest."""
