"""What leaves a library in one command, covered: names, attributions, and words not for publication.

A `Covering` is made once a command. Where nobody in the library is covered it hands everything on as it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, lru_cache

from reader.formats import Dossier
from reader.formats.agreements import off_record_count
from reader.formats.cover import Cover, cover_of, named
from reader.formats.originals import tells_of_covered
from reader.formats.redaction import (
    WITHHELD,
    Redaction,
    redacted,
    without_off_record,
)
from reader.formats.telling import tells
from reader.library.dossiers import Selection, dossiers
from reader.library.stories import Parallel, Story, Telling, parallel_of
from reader.library.trails import Trail, step_of
from reader.library.versions import Displaced, History
from reader.models import Article, Memo, Note, NoteRow, Quote, QuoteRow, Source, name_is_covered
from reader.store import Store
from reader.store.hits import Hit
from reader.store.journal import Entry
from reader.store.snippets import Snippet
from reader.terms import UNDECIDED
from reader.texts.anchoring import same_words
from reader.texts.differences import difference, sides

_KEPT = 32
"""Articles whose covered form is kept, since lists ask for the same one several times."""


class Covering:
    """Covers what one command prints or copies; `confidential` names those who are covered."""

    def __init__(self, store: Store, *, confidential: bool = False) -> None:
        self._store = store
        self._confidential = confidential
        self.withheld: set[int] = set()
        """The quotes asked for that are not for publication."""
        self.dossier = lru_cache(_KEPT)(self._dossier)

    @property
    def names_everybody(self) -> bool:
        """Whether those who are covered are named."""
        return self._confidential

    @cached_property
    def cover(self) -> Cover:
        """The cover over names, which knows the whole register."""
        words = self._store.quotes.off_record_words()
        return cover_of(() if self._confidential else protected(self._store), words)

    @cached_property
    def throughout(self) -> Cover:
        """The cover over everybody who is covered anywhere, for what does not say of which quote it tells."""
        if self._confidential:
            return self.cover
        once = self._store.quotes.sources_on_terms()
        return self.cover.with_more(named(one) for one in self._store.sources.all() if one.id in once)

    @cached_property
    def _on_terms(self) -> frozenset[int]:
        """Articles with a quote that is not simply on record."""
        return self._store.quotes.articles_on_terms()

    def _is_plain(self, article_id: int) -> bool:
        return not self.cover and article_id not in self._on_terms

    # -- articles ------------------------------------------------------------------------------------------

    def whole(self, article_id: int) -> Dossier:
        """An article with everything, as the library has it."""
        (dossier,) = dossiers(self._store, Selection((article_id,), rejected=True))
        return dossier

    def _dossier(self, article_id: int) -> Dossier:
        """An article with all its quotes, rejected ones too, as they may go out."""
        whole = self.whole(article_id)
        if self._is_plain(article_id):
            return whole
        return without_off_record(whole) if self._confidential else redacted(whole)

    def article(self, article_id: int) -> Article:
        """An article as it may go out."""
        return self.dossier(article_id).article

    def text(self, article_id: int, text: str) -> str:
        """Another text of an article, such as an older version."""
        if self._is_plain(article_id):
            return text
        return Redaction.of(self.whole(article_id), confidential=self._confidential).other_text(text)

    # -- quotes --------------------------------------------------------------------------------------------

    def quote(self, quote: Quote) -> Quote | None:
        """A quote as it may go out; None where it is not for publication, which is counted."""
        if self._is_plain(quote.article_id):
            return quote
        found = next((one for one in self.dossier(quote.article_id).quotes if one.id == quote.id), None)
        if found is None:
            self.withheld.add(quote.id)
        return found

    def source(self, quote: Quote) -> Source | None:
        """The source of a quote that `quote` gave, as it may go out."""
        sources = self.dossier(quote.article_id).sources
        return next((one for one in sources if one.id == quote.source_id), None) if quote.source_id else None

    def questions(self, selection: Selection, *, quotes_alone: bool = False) -> Iterator[str]:
        """Where what is selected, or its `quotes_alone`, would show who is covered, one sentence each."""
        touched = [] if self._confidential else self._touched(selection)
        register = self._store.sources.all() if touched else []
        for dossier in dossiers(self._store, replace(selection, articles=tuple(touched))):
            yield from tells(dossier, register, quotes_alone=quotes_alone)

    def count_withheld(self, selection: Selection) -> int:
        """How many of the quotes selected are not for publication."""
        touched = tuple(one for one in selection.articles if one in self._on_terms)
        return sum(map(off_record_count, dossiers(self._store, replace(selection, articles=touched))))

    def without_originals(self, selection: Selection) -> list[int]:
        """Of which of the articles selected the originals may not go out."""
        touched = replace(selection, articles=tuple(self._touched(selection)))
        found = dossiers(self._store, touched, with_originals=True)
        return [one.article.id for one in found if tells_of_covered(one, confidential=self._confidential)]

    def _touched(self, selection: Selection) -> list[int]:
        return [one for one in selection.articles if not self._is_plain(one)]

    def rows(self, rows: Iterable[QuoteRow]) -> Iterator[QuoteRow]:
        """Rows of quotes as they may go out, without those that are not for publication.

        Of a speaker who is undecided no name goes out.
        """
        for row in map(_with_undecided, rows):
            if self._is_plain(row.article_id):
                yield row
            elif row.article_id not in self._on_terms:
                yield self.cover.fields_of(row)
            elif covered := self._row(row):
                yield covered

    def _row(self, row: QuoteRow) -> QuoteRow | None:
        dossier = self.dossier(row.article_id)
        quote = next((one for one in dossier.quotes if one.id == row.id), None)
        if quote is None:
            self.withheld.add(row.id)
            return None
        text = dossier.article.text
        return replace(
            self.cover.fields_of(row),
            speaker=quote.speaker_name(text),
            words=quote.stored_words or quote.words(text),
        )

    # -- notes, searches, journal --------------------------------------------------------------------------

    def notes(self, notes: Iterable[Note]) -> Iterator[Note]:
        """Notes as they may go out; those on quotes not for publication stay."""
        for note in notes:
            if self._is_plain(note.article_id):
                yield note
                continue
            found = [one for one in self.dossier(note.article_id).notes if one.id == note.id]
            yield from found

    def memo(self, memo: Memo) -> Memo:
        """A memo as it may go out."""
        return self.throughout.fields_of(memo, is_note=True)

    def note_rows(self, rows: Iterable[NoteRow]) -> Iterator[NoteRow]:
        """Rows of notes and memos as they may go out; those on quotes not for publication stay."""
        for row in rows:
            if row.article_id and not self._is_plain(row.article_id):
                found = [one for one in self.dossier(row.article_id).notes if one.id == row.id]
                if not found:
                    continue
                row = replace(row, body=found[0].body)
            yield self.throughout.fields_of(row, is_note=True)

    def hits(self, hits: Iterable[Hit]) -> Iterator[Hit]:
        """Hits as they may go out."""
        for hit in hits:
            if self._is_plain(hit.article_id):
                yield hit
                continue
            whole = Redaction.of(self.whole(hit.article_id), confidential=self._confidential)
            pieces = recut(hit.snippet, whole.other_text("".join(text for text, _ in hit.snippet)))
            if hit.where == "note" and hit.article_id in self._on_terms:
                pieces = ((WITHHELD, False),)
            yield replace(self.cover.fields_of(hit, but=("snippet",)), snippet=pieces)

    def entries(self, entries: Iterable[Entry], quote: Quote | None = None) -> Iterator[Entry]:
        """Steps of the journal; what a step did to a quote that is covered stays here."""
        # With --confidential all is shown; without a quote the journal is of the article.
        is_secret = quote is not None and not self._confidential and self._is_secret(quote)
        for entry in entries:
            yield self.throughout.all_of(replace(entry, changes=()) if is_secret else entry)

    def _is_secret(self, quote: Quote) -> bool:
        if self._is_plain(quote.article_id):
            return False
        redaction = Redaction.of(self.whole(quote.article_id))
        return quote.id in redaction.secret or quote.id in redaction.off_record

    # -- stories, trails and versions ----------------------------------------------------------------------

    def story(self, story: Story) -> Story:
        """A story with the quotes of all its tellings as they may go out."""
        tellings = (
            Telling(
                self.cover.fields_of(telling.article),
                telling.likeness,
                tuple(filter(None, map(self._parallel, telling.quotes))),
            )
            for telling in story.tellings
        )
        return Story(self.cover.fields_of(story.article), tuple(tellings))

    def _parallel(self, parallel: Parallel) -> Parallel | None:
        here = self.quote(parallel.here) if parallel.here else None
        there = self.quote(parallel.there) if parallel.there else None
        if here is None and there is None:
            return None
        return parallel_of(here, there) if here != parallel.here or there != parallel.there else parallel

    def trail(self, trail: Trail) -> Trail:
        """A trail with its renderings as they may go out; what follows one that may not stands by itself."""
        covered = {step.quote.id: self.quote(step.quote) for step in trail.steps}
        shown = {number: quote for number, quote in covered.items() if quote is not None}
        steps = tuple(
            step_of(self.cover.fields_of(step.article), shown[step.quote.id], step.follows, shown)
            for step in trail.steps
            if step.quote.id in shown
        )
        return replace(trail, steps=steps)

    def history(self, article_id: int, history: History) -> History:
        """The history of an article as it may go out."""
        if self._is_plain(article_id):
            return history
        whole = self.whole(article_id)
        redaction = Redaction.of(whole, confidential=self._confidential)
        versions = tuple(
            replace(version, text=redaction.other_text(version.text)) for version in history.versions
        )
        passages = (self._passage(redaction, passage) for passage in history.passages)
        title = redaction.other_text(history.title)
        return History(title, versions, tuple(one for one in passages if one is not None))

    def _passage(self, redaction: Redaction, passage: Displaced) -> Displaced | None:
        number = passage.id if passage.kind == "quote" else redaction.quote_of_note(passage.id)
        if number in redaction.off_record:
            self.withheld.add(number)
            return None
        other = redaction.other_text
        is_secret = number in redaction.secret
        label = passage.label if passage.kind == "quote" else other(passage.label)
        if is_secret:
            label = redaction.speaker_of(number) if passage.kind == "quote" else WITHHELD
        before, after = sides(passage.difference)
        changed = difference(other(before), other(after)) if passage.difference else ()
        if is_secret and not same_words(after, passage.words):
            changed = ()  # the frame says who spoke
        return replace(passage, words=other(passage.words), difference=changed, label=other(label))


def protected(store: Store) -> tuple[Source, ...]:
    """Every source of the register whose name is covered."""
    return tuple(source for source in store.sources.all() if name_is_covered(source))


def recut(snippet: Snippet, covered: str) -> Snippet:
    """A covered line in the pieces that the line had before; covering moves nothing."""
    pieces, at = [], 0
    for text, matches in snippet:
        pieces.append((covered[at : at + len(text)], matches))
        at += len(text)
    return tuple(pieces)


def _with_undecided(row: QuoteRow) -> QuoteRow:
    return replace(row, speaker=UNDECIDED) if row.is_undecided else row
