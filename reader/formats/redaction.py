"""Keep out of every output what must not go out: names, attributions, and words not for publication.

How a statement may be used stands with the quote, by default with its source (`use_of`). A name that is
covered everywhere is looked for in every field; one that is covered for a single quote, where that stands.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from reader.formats.agreements import Terms, all_quotes, places_of, standing
from reader.formats.cover import Cover, blackened, cover_of, evened, stand_in
from reader.formats.dossier import Dossier
from reader.formats.secret_speakers import SecretSpeakers
from reader.models import (
    Anchor,
    Article,
    Authorised,
    Evidence,
    Note,
    Quote,
    Source,
    SourceKind,
    SpeakerBasis,
    TermsOfUse,
    Translation,
    name_is_covered,
    use_of,
)

WITHHELD = "[withheld: covered source]"  # not shown: the same everywhere
_OF_ARTICLE = ("text", "headings", "links")
_OF_QUOTE = ("exact", "why")


def redacted(dossier: Dossier) -> Dossier:
    """`dossier` as it may go out: covered, and without what is not for publication."""
    redaction = Redaction.of(dossier)
    return redaction.done() if redaction.has_work else dossier


def without_off_record(dossier: Dossier) -> Dossier:
    """`dossier` with all names, and without the words that are not for publication."""
    redaction = Redaction.of(dossier, confidential=True)
    return replace(redaction.done(), sources=dossier.sources) if redaction.has_work else dossier


def _on_record(source: Source) -> Source:
    return replace(source, use=TermsOfUse.ON_RECORD, identity_protected=False)


def label(source: Source | None, quote: Quote | None = None, language: str = "") -> str:
    """What stands for a name: the description agreed for the quote, else what stands for the source."""
    return (quote.description if quote else "") or stand_in(source, language)


class Redaction:
    """One dossier on its way out."""

    def __init__(self, dossier: Dossier, terms: Terms, cover: Cover) -> None:
        self._dossier = dossier
        self._terms = terms
        self._quotes = all_quotes(dossier)
        self._speakers = SecretSpeakers(dossier, self._at(terms.covered))
        self._cover = cover.with_more(self._speakers.names(), self._words_off_record())
        self.has_work = bool(self._cover or terms.some)
        """Whether anything is to be covered at all."""

    @staticmethod
    def of(dossier: Dossier, *, confidential: bool = False) -> "Redaction":
        """The redaction of a dossier; where it is `confidential`, names stay and only words go."""
        if confidential:
            bare = replace(dossier, protected=(), sources=tuple(map(_on_record, dossier.sources)))
            terms = Terms(frozenset(), Terms.of(dossier).off, frozenset())
            return Redaction(bare, terms, cover_of((), dossier.off_record))
        covered = (source for source in dossier.sources if name_is_covered(source))
        cover = cover_of(tuple(dict.fromkeys((*dossier.protected, *covered))), dossier.off_record)
        return Redaction(dossier, Terms.of(dossier), cover)

    @property
    def cover(self) -> Cover:
        """The cover over names and words that this article needs."""
        return self._cover

    @property
    def off_record(self) -> set[int]:
        """Numbers of the quotes that are not for publication."""
        return {quote.id for quote in self._at(self._terms.off)}

    @property
    def secret(self) -> set[int]:
        """Numbers of the quotes whose speaker is not named."""
        return {quote.id for quote in self._at(self._terms.covered)}

    def quote_of_note(self, number: int) -> int:
        """The quote that a note is on, 0 for none."""
        return next((note.quote_id for note in self._dossier.notes if note.id == number), 0)

    def speaker_of(self, number: int) -> str:
        """What stands for the speaker of a quote that is not named."""
        quote = next(one for one in self._quotes if one.id == number)
        if use_of(quote, self._speakers.source(quote)) is TermsOfUse.DEEP_BACKGROUND:
            return ""
        return label(self._speakers.source(quote), quote, self._dossier.article.language)

    def other_text(self, text: str) -> str:
        """Another text of the article: no places are known there, so who is covered once is so throughout."""
        found = self._throughout.matches(text)
        stretches = [(one.start, one.end) for one in found]
        covered = blackened(text, stretches + self._speakers.told_beside(text, found))
        return evened(covered) if self._throughout.is_even else covered

    @cached_property
    def _throughout(self) -> Cover:
        return self._cover.with_more(self._speakers.throughout())

    # -- what is to be covered in this article -----------------------------------------------------------

    def _at(self, places: Iterable[int]) -> Iterable[Quote]:
        return (self._quotes[place] for place in sorted(places))

    def _words_off_record(self) -> list[str]:
        text = self._dossier.article.text
        off = self._at(self._terms.off)
        return [words for one in off for words in (one.stored_words, one.words(text), one.earlier)]

    # -- the article -------------------------------------------------------------------------------------

    @cached_property
    def _article(self) -> Article:
        article = self._dossier.article
        found = [one for one in self._cover.matches(article.text) if not self._is_spared(*one[:3])]
        stretches = [(one.start, one.end) for one in found]
        stretches += self._speakers.told_beside(article.text, found)
        for quote in self._at(self._terms.covered):
            stretches += self._speakers.attribution(quote)
        stretches += [span for quote in self._at(self._terms.off) for span in standing(quote, quote.spans)]
        text = blackened(article.text, stretches)
        # An address is no text to cover a part of: one that names somebody stays here whole.
        links = tuple(link for link in article.links if not self._cover.names(link.address))
        return replace(self._cover.fields_of(article, but=_OF_ARTICLE), text=text, links=links)

    def _is_spared(self, start: int, end: int, sources: frozenset[int]) -> bool:
        """Whether a name stands in a quote on record of its own source, or words were said on record too."""
        quotes = self._at(self._terms.spared) if sources else self._on_record_here
        return any(
            one.start <= start and end <= one.end
            for quote in quotes
            if not sources or sources == {quote.source_id}
            for one in places_of(quote)
        )

    @property
    def _on_record_here(self) -> Iterable[Quote]:
        """Quotes of which a person said that they are on record."""
        return (quote for quote in self._quotes if quote.use is TermsOfUse.ON_RECORD)

    # -- what hangs on it --------------------------------------------------------------------------------

    def done(self) -> Dossier:
        """The dossier as it may go out."""
        dossier = self._dossier
        kept = [(place, quote) for place, quote in enumerate(dossier.quotes) if place not in self._terms.off]
        numbers = {quote.id for _, quote in kept}
        secret = self.secret
        sources: dict[int, Source] = {}
        quotes = tuple(self._quote(place, quote, sources) for place, quote in kept)
        return Dossier(
            article=self._article,
            quotes=quotes,
            notes=tuple(self._note(note, secret) for note in dossier.notes if _stays(note.quote_id, numbers)),
            sources=tuple(sources.values()),
            evidence=tuple(
                self._evidence(one, secret) for one in dossier.evidence if one.quote_id in numbers
            ),
            authorised=tuple(self._steps(numbers, secret)),
            translations=tuple(self._translations(numbers, secret)),
            stood_in=tuple(one for one in dossier.stood_in if one[0] in numbers),
        )

    def _quote(self, place: int, quote: Quote, sources: dict[int, Source]) -> Quote:
        """A quote as it may go out; its source is put among `sources`."""
        source = self._speakers.source(quote)
        exact = self._exact(quote)
        if place in self._terms.covered:
            return replace(self._unattributed(quote, source, sources), exact=exact)
        covered = replace(self._cover.fields_of(quote, but=_OF_QUOTE), why=(), exact=exact)
        if source is None:
            return covered
        sources[source.id] = self._public(source) if place in self._terms.spared else self._named(source)
        if place in self._terms.spared:
            own = (quote.source, quote.resolved_speaker, quote.speaker_role, quote.speaker_affiliation)
            covered = replace(
                covered,
                source=own[0],
                resolved_speaker=own[1],
                speaker_role=own[2],
                speaker_affiliation=own[3],
            )
        return covered

    def _exact(self, quote: Quote) -> tuple[str, ...]:
        """The words of each span as they may go out; a lost quote has but those that are stored."""
        if not quote.exact:
            return ()
        if quote.anchor is Anchor.ORPHAN:
            return tuple(map(self._cover, quote.exact))
        return tuple(self._article.text[start:end] for start, end in quote.spans)

    def _unattributed(self, quote: Quote, source: Source | None, sources: dict[int, Source]) -> Quote:
        """A quote whose speaker is not named: by description, or not attributed at all."""
        bare = replace(
            self._cover.fields_of(quote, but=_OF_QUOTE),
            why=(),
            source="",
            source_id=0,
            resolved_speaker="",
            spoken_by="",
            speaker_role="",
            speaker_affiliation="",
            speaker_basis=SpeakerBasis.NONE,
            description="",
            use=use_of(quote, source),
        )
        if use_of(quote, source) is TermsOfUse.DEEP_BACKGROUND:
            return replace(bare, speaker=(), frame=(), addressee=(), speaker_kind=SourceKind.UNKNOWN)
        words = self._cover(label(source, quote, self._dossier.article.language))
        number = -(quote.id or 1) if source is None or quote.description else -source.id - _OWN_DESCRIPTIONS
        kind = source.kind if source else quote.speaker_kind
        shown = Source(words, kind, id=number, use=bare.use, description=words, identity_protected=True)
        sources[number] = shown
        return replace(bare, source=words, source_id=number, resolved_speaker=words)

    def _named(self, source: Source) -> Source:
        """A source on record as it goes out: what is said of it names nobody else."""
        return self._cover.fields_of(source)

    def _public(self, source: Source) -> Source:
        """A source that is covered elsewhere, where it spoke on record: its name and office, and no more."""
        return replace(
            source, aliases=(), remarks="", description="", uid="", external_id="", use=TermsOfUse.ON_RECORD
        )

    def _note(self, note: Note, secret: set[int]) -> Note:
        # a note on the article does not say of which quote it tells
        cover = self._cover if note.quote_id else self._throughout
        covered = cover.fields_of(note, but=("exact",), is_note=True)
        exact = self._cover(note.exact, is_note=True)
        if note.span and note.exact and note.anchor is not Anchor.ORPHAN:
            exact = self._article.text[note.span.start : note.span.end]
        return replace(
            covered, exact=exact, body=WITHHELD if note.quote_id in secret and note.body else covered.body
        )

    def _evidence(self, item: Evidence, secret: set[int]) -> Evidence:
        if item.quote_id in secret:
            return replace(item, reference="", remark=WITHHELD if item.remark else "", who="")
        return self._cover.fields_of(item, is_note=True)

    def _translations(self, numbers: set[int], secret: set[int]) -> Iterable[Translation]:
        for one in self._dossier.translations:
            if one.quote_id in numbers & secret:
                yield replace(self._throughout.fields_of(one), who="")
            elif one.quote_id in numbers:
                yield self._cover.fields_of(one)

    def _steps(self, numbers: set[int], secret: set[int]) -> Iterable[Authorised]:
        protected = {
            quote.id
            for quote in self._at(self._terms.covered)
            if (source := self._speakers.source(quote)) is not None and source.identity_protected
        }
        for step in self._dossier.authorised:
            if step.quote_id in numbers and step.quote_id not in protected:
                if step.quote_id not in secret:
                    yield self._cover.fields_of(step)
                    continue
                covered = self._throughout.fields_of(step)
                yield replace(covered, who="", remark=WITHHELD if step.remark else "")


_OWN_DESCRIPTIONS = 1 << 40
"""Numbers of sources that are covered lie beyond those of quotes with a description of their own."""


def _stays(quote_id: int, numbers: set[int]) -> bool:
    """Whether a note may go out: on the article, or on a quote that does."""
    return not quote_id or quote_id in numbers
