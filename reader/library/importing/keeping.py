"""Store what was marked in one article, unless it is there: by its uid, or by its place and its words."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from reader.errors import ReaderError
from reader.formats.dossier import made_uid
from reader.i18n import _
from reader.imports.values import Marked, MarkedQuote, MarkedText
from reader.library.importing.covered import is_covered, is_withheld, missing, says_the_same
from reader.library.importing.people import SpeakersInRegister
from reader.library.importing.placing import Placer, inside_others
from reader.library.importing.report import ImportReport, Lost
from reader.library.importing.tags import tidy_tag
from reader.models import Anchor, Note, Quote, Status, Translation, on_one_line
from reader.store import Store

_UUID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", re.IGNORECASE)
_PART_OF_UUID = re.compile(r"[0-9a-f]{12}")
"""The digits of a uid that reader's Markdown names a block by."""


class Keeper:
    """Stores what is marked in one article."""

    def __init__(self, store: Store, article_id: int, tool: str, report: ImportReport) -> None:
        self._store = store
        self._tool = tool
        self._report = report
        self._article = store.articles.get(article_id)
        self._quotes = store.quotes.of(article_id)
        self._notes = store.notes.of(article_id)
        self._register = SpeakersInRegister(store)

    def keep(self, text: MarkedText) -> None:
        """Store the quotes, notes and tags of a text."""
        placer = Placer(self._article.text, text)
        placed: list[tuple[MarkedQuote, Quote]] = []
        for quote in text.quotes:
            with self._spoiling_itself(quote.mark):
                placed.append((quote, placer.quote(quote)))
        inner = inside_others(span for _, one in placed for span in one.spans)
        for marked, one in placed:
            is_inner = bool(one.spans) and not marked.tells_nesting and inner.issuperset(one.spans)
            with self._spoiling_itself(marked.mark):
                self._quote(marked, replace(one, nested=one.nested or is_inner))
        for mark in text.marks:
            with self._spoiling_itself(mark):
                span, anchor = placer.note(mark)
                self._note(mark, Note("", self._article.id, span=span, anchor=anchor))
        self._tag(text.tags, self._article.tags, articles=[self._article.id])

    @contextmanager
    def _spoiling_itself(self, mark: Marked) -> Iterator[None]:
        """Tell what cannot be stored, and go on with the next."""
        try:
            yield
        except ReaderError as error:
            self._report.remarks.append(
                _("“{words}” was left out: {message}").format(words=mark.words[:40], message=error.message)
            )

    # -- quotes ----------------------------------------------------------------------------------------------

    def _quote(self, marked: MarkedQuote, placed: Quote) -> None:
        uid = _uid(marked.mark.uid, self._tool)
        placed = replace(placed, uid=uid, article_id=self._article.id)
        ours = self._known_quote(placed, marked.mark.words)
        theirs = self._register.with_speaker(placed, marked)
        if ours is None:
            number, tags = self._new_quote(theirs, marked), tuple[str, ...]()
        else:
            number, tags = ours.id, ours.tags
            self._join(ours, theirs, marked)
        self._tag(marked.mark.tags, tags, quotes=[number])
        for note in marked.notes:
            self._note(
                note, Note("", self._article.id, quote_id=number), marked.mark.uid or marked.mark.words
            )

    def _known_quote(self, theirs: Quote, words: str) -> Quote | None:
        same = [one for one in self._quotes if theirs.uid and _has_uid(one.uid, theirs.uid)]
        same += [one for one in self._quotes if _is_like(one, theirs)]
        # Words that stand more than once were put on one of their places: here it may be another.
        if not same and (is_covered(words) or theirs.anchor is Anchor.FUZZY):
            same = [one for one in self._quotes if one.type is theirs.type and self._has_words(one, words)]
        return next(iter(same), None)

    def _has_words(self, ours: Quote, covered: str) -> bool:
        """Whether a quote, or its whole stretch, has words under a cover."""
        if ours.is_lost:
            return False
        text = self._article.text
        return any(says_the_same(covered, one) for one in (ours.words(text), text[ours.start : ours.end]))

    def _new_quote(self, theirs: Quote, marked: MarkedQuote) -> int:
        uid = theirs.uid if _UUID.fullmatch(theirs.uid) else ""
        origin = theirs.origin or self._origin(marked.mark, uid)
        number = self._store.imported.take_quote(
            self._article.id,
            replace(theirs, uid=uid, origin=origin),
            evidence=marked.evidence,
            authorised=marked.authorised,
            translations=marked.translations,
        )
        self._report.quotes += 1
        self._quotes.append(replace(theirs, id=number, exact=theirs.exact if theirs.is_lost else ()))
        self._note_anchor(theirs.anchor, on_one_line(theirs.exact), quote_id=number)
        return number

    def _join(self, ours: Quote, theirs: Quote, marked: MarkedQuote) -> None:
        """Take over what was decided there and not here; what was decided here stays."""
        self._report.same += 1
        if theirs.source_id and not ours.source_id:
            self._store.sources.assign([ours.id], theirs.source_id)
        if theirs.status is Status.SUGGESTED:
            return
        if ours.status is Status.SUGGESTED:
            self._store.imported.decide_quote(ours.id, theirs)
            self._report.decided += 1
        elif (ours.type, ours.status) != (theirs.type, theirs.status):
            there, here = (f"{one.status.label} {one.type.label}" for one in (theirs, ours))
            told = _("Quote {id} is {there} there, {here} here: that stays.")
            self._report.differing.append(told.format(id=ours.id, there=there, here=here))
        if not self._store.quotes.evidence(ours.id):
            self._store.imported.add_proof(ours.id, marked.evidence, ())
        known = self._store.quotes.translations(ours.id)
        new = [
            one for one in marked.translations if not any(_is_same_translation(here, one) for here in known)
        ]
        self._store.imported.add_translations(ours.id, new)

    # -- notes -----------------------------------------------------------------------------------------------

    def _note(self, mark: Marked, placed: Note, of: str = "") -> None:
        """Store a note or highlight; `of` tells its quote by uid or words, for one without a uid."""
        if is_withheld(mark.body):
            return
        exact = mark.words if placed.anchor is Anchor.ORPHAN else ""
        uid = _uid(mark.uid, self._tool) or self._made_uid(mark, of)
        note = replace(placed, body=mark.body, exact=exact, uid=uid)
        if known := next((one for one in self._notes if _is_same_note(one, note)), None):
            self._report.same += 1
            self._tag(mark.tags, known.tags, notes=[known.id])
            return
        if note.quote_id and says_the_same(on_one_line([note.body]), self._joined_notes(note.quote_id)):
            self._report.same += 1  # tables have all notes on a quote in one
            return
        origin = mark.origin or self._origin(mark, _whole(uid))
        note = replace(note, uid=_whole(uid), origin=origin, created=mark.created, modified=mark.modified)
        stored = self._store.notes.take(note)
        self._report.notes += 1
        self._notes.append(stored)
        self._tag(mark.tags, (), notes=[stored.id])
        self._note_anchor(placed.anchor, mark.words, note_id=stored.id)

    def _joined_notes(self, quote_id: int) -> str:
        bodies = [one.body for one in self._notes if one.quote_id == quote_id]
        return on_one_line(["\n".join(bodies)])

    def _made_uid(self, mark: Marked, of: str) -> str:
        return made_uid("imported", self._article.uid, of, mark.words, mark.body, mark.created)

    def _origin(self, mark: Marked, uid: str) -> str:
        """Who made it and with which tool; of one that was here before, what was said of it then."""
        former = self._store.imported.former_origin(uid)
        if former is not None:
            return former
        return ", ".join(part for part in (" ".join(mark.who.split()), self._tool) if part)

    # -- tags and what is told -------------------------------------------------------------------------------

    def _tag(
        self,
        wanted: Iterable[str],
        present: Iterable[str],
        *,
        articles: Iterable[int] = (),
        quotes: Iterable[int] = (),
        notes: Iterable[int] = (),
    ) -> None:
        tidy = filter(None, dict.fromkeys(map(tidy_tag, wanted)))
        new = self._report.without_covered(missing(tidy, tuple(present)))
        if new:
            self._report.tags += self._store.tags.attach(new, articles=articles, quotes=quotes, notes=notes)

    def _note_anchor(self, anchor: Anchor, words: str, *, note_id: int = 0, quote_id: int = 0) -> None:
        if anchor is Anchor.FUZZY:
            self._report.unsure += 1
        if anchor is Anchor.ORPHAN:
            lost = Lost(self._article.id, self._article.title, words, note_id, quote_id)
            self._report.lost.append(lost)


def _is_like(ours: Quote, theirs: Quote) -> bool:
    """Whether two quotes are of one type and stand on the same words."""
    if ours.type is not theirs.type or ours.is_lost is not theirs.is_lost:
        return False
    if theirs.is_lost:
        return ours.stored_words == theirs.stored_words
    # A file that knows but one passage a quote has the whole stretch of an interrupted one.
    return (ours.start, ours.end) == (theirs.start, theirs.end)


def _is_same_note(ours: Note, theirs: Note) -> bool:
    is_same_place = (ours.quote_id, ours.span) == (theirs.quote_id, theirs.span)
    if not theirs.body.strip() and theirs.span and is_same_place:
        return True  # a highlight where a note stands already says nothing more
    if _has_uid(ours.uid, theirs.uid) and is_covered(theirs.body):
        return True  # whatever was written here since: the file has less of it
    if not says_the_same(theirs.body, ours.body):
        return False
    if _has_uid(ours.uid, theirs.uid):
        return True
    if ours.anchor is Anchor.ORPHAN or theirs.anchor is Anchor.ORPHAN:
        return ours.anchor is theirs.anchor and ours.exact == theirs.exact
    return is_same_place


def _is_same_translation(ours: Translation, theirs: Translation) -> bool:
    return ours.language == theirs.language and says_the_same(theirs.text, ours.text)


def _has_uid(ours: str, uid: str) -> bool:
    return bool(uid) and ours.replace("-", "").startswith(uid.replace("-", ""))


def _uid(uid: str, tool: str) -> str:
    """A uid as reader has it: its own, or its beginning; one made of what another program calls a thing."""
    bare = uid.strip().lower()
    if _UUID.fullmatch(bare):
        bare = bare.replace("-", "")
        return f"{bare[:8]}-{bare[8:12]}-{bare[12:16]}-{bare[16:20]}-{bare[20:]}"
    if not bare or _PART_OF_UUID.fullmatch(bare):
        return bare
    return made_uid("imported", tool, uid)


def _whole(uid: str) -> str:
    return uid if _UUID.fullmatch(uid) else ""
