"""The texts of an article over time, and what became of a person's quotes and notes in the newest one.

A `Displaced` is a quote or note whose place is not plainly the old one: moved, silently changed (fuzzy) or
lost (orphan). Lost ones can be placed by hand or dismissed, changed ones confirmed; each is one step to undo.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.i18n import _, ngettext, number, pgettext
from reader.library.following import passage_of
from reader.models import Anchor, Note, Quote, Span, Spans, Status, words_of
from reader.store import Store, Version
from reader.texts.anchoring import Alignment, same_words
from reader.texts.differences import Difference, difference
from reader.texts.frames import frame_of, framed
from reader.texts.passages import Passage, Passages

_BEFORE = 120
"""Characters before a lost passage by which its place is guessed."""
_NEAR = 400
"""Characters around a quote in which its speaker and cue are looked for again."""


@dataclass(frozen=True, slots=True)
class Displaced:
    """A quote or note that the newest text moved, changed or lost."""

    kind: str
    """"quote" or "note"."""
    id: int
    anchor: Anchor
    words: str
    """What stands there now; of an orphan, what stood there."""
    difference: Difference = ()
    """From the words of the older text to those of now, where they changed."""
    label: str = ""
    """Who said it, or what the note says."""
    spans: Spans = ()
    """Where it stands in the newest text; of an orphan, where it stood in the older one."""
    offset: int = 0
    """Where to look at it in the newest text; of an orphan, where it would stand."""
    is_open: bool = False
    """Whether it is a suggestion that nobody has decided about."""
    is_new: bool = False
    """Whether it came in after the first text."""
    roles: Spans = ()
    """Speaker, cue, addressee and frame, in the text that `spans` are in."""


@dataclass(frozen=True, slots=True)
class History:
    """An article's texts, oldest first, and its passages to look at."""

    title: str
    versions: tuple[Version, ...]
    passages: tuple[Displaced, ...]

    def of(self, anchor: Anchor) -> list[Displaced]:
        """The passages that stand so."""
        return [passage for passage in self.passages if passage.anchor is anchor]


def history(store: Store, article_id: int) -> History:
    """Everything about the versions of an article; what somebody decided about comes first."""
    article = store.articles.get(article_id)
    every = store.articles.versions(article_id)
    versions = every[: next((at for at, one in enumerate(every, 1) if one.current), len(every))]
    quotes = [quote for quote in store.quotes.of(article_id) if quote.status is not Status.REJECTED]
    moved = [
        *(_of_quote(quote) for quote in quotes if quote.anchor is not Anchor.EXACT),
        *(_of_note(note) for note in store.notes.of(article_id) if note.anchor is not Anchor.EXACT),
        *(replace(_of_quote(quote), is_new=True) for quote in _new(versions, quotes)),
    ]
    passages = sorted(_with_older_words(versions, moved), key=lambda passage: passage.is_open)
    return History(article.title, tuple(every), tuple(passages))


def _new(versions: Sequence[Version], quotes: Iterable[Quote]) -> Iterable[Quote]:
    """The quotes that stand where they stood, and whose words the first text did not have."""
    standing = [quote for quote in quotes if quote.anchor is Anchor.EXACT]
    if len(versions) < _TWO or not standing:
        return
    back = Passages(versions[-1].text, versions[0].text, map(passage_of, standing))
    for quote in standing:
        if not back.place(passage_of(quote))[0]:
            yield quote


def news_of(store: Store, article_id: int) -> str:
    """What became of the quotes of an article whose text has changed, as one sentence."""
    return summary(history(store, article_id))


def summary(history: History) -> str:
    """How many quotes and notes changed, got lost or are new, what somebody decided about first."""
    counts: Counter[tuple[str, str]] = Counter()
    for passage in history.passages:
        kind = _SUGGESTED if passage.is_open else passage.kind
        if what := "new" if passage.is_new else _FATES.get(passage.anchor, ""):
            counts[kind, what] += 1
    told: list[str] = []
    for kind in _KINDS:
        fates = [(what, counts[kind, what]) for what in _TOLD if counts[kind, what]]
        if fates:
            more = [f"{number(count)} {_TOLD[what]}" for what, count in fates[1:]]
            told.append(", ".join([_counted(kind, *fates[0]), *more]))
    return f"{'; '.join(told)}." if told else ""


def _counted(kind: str, what: str, count: int) -> str:
    """As in "3 quotes gone"."""
    told = {
        ("quote", "gone"): ngettext("{count} quote gone", "{count} quotes gone", count),
        ("quote", "changed"): ngettext("{count} quote changed", "{count} quotes changed", count),
        ("quote", "new"): ngettext("{count} quote new", "{count} quotes new", count),
        ("note", "gone"): ngettext("{count} note gone", "{count} notes gone", count),
        ("note", "changed"): ngettext("{count} note changed", "{count} notes changed", count),
        ("note", "new"): ngettext("{count} note new", "{count} notes new", count),
        (_SUGGESTED, "gone"): ngettext(
            "{count} suggested quote gone", "{count} suggested quotes gone", count
        ),
        (_SUGGESTED, "changed"): ngettext(
            "{count} suggested quote changed", "{count} suggested quotes changed", count
        ),
        (_SUGGESTED, "new"): ngettext("{count} suggested quote new", "{count} suggested quotes new", count),
    }
    return told[kind, what].format(count=number(count))


_TWO = 2
"""Versions from which there is something to compare."""
_FATES = {Anchor.ORPHAN: "gone", Anchor.FUZZY: "changed"}
"""What became of a passage, in one word; of what only moved there is nothing to tell."""
_TOLD = {
    "gone": pgettext("what became of quotes", "gone"),
    "changed": pgettext("what became of quotes", "changed"),
    "new": pgettext("what became of quotes", "new"),
}
_SUGGESTED = "suggested"
_KINDS = ("quote", "note", _SUGGESTED)
"""The order of the summary."""


def _of_quote(quote: Quote) -> Displaced:
    return Displaced(
        "quote",
        quote.id,
        quote.anchor,
        quote.stored_words,
        (),
        quote.speaker_name(),
        quote.spans,
        quote.start,
        is_open=quote.status is Status.SUGGESTED and quote.origin != "person",
        roles=(*quote.speaker, *quote.cue, *quote.addressee, *quote.frame),
    )


def _of_note(note: Note) -> Displaced:
    words, label = " ".join(note.exact.split()), " ".join((note.body or note.origin).split())[:60]
    spans = (note.span,) if note.span else ()
    return Displaced("note", note.id, note.anchor, words, (), label, spans, spans[0].start if spans else 0)


def _with_older_words(versions: Sequence[Version], passages: Iterable[Displaced]) -> Iterable[Displaced]:
    """Say of changed passages what they were, and of lost ones where they would be."""
    older = _Older(versions)
    for passage in passages:
        if passage.anchor is Anchor.FUZZY:
            before, now = older.words(passage)
            yield replace(passage, difference=difference(before, now) if before else ())
        elif passage.anchor is Anchor.ORPHAN:
            yield replace(passage, offset=older.place_of_lost(passage))
        else:
            yield passage


class _Older:
    """The older texts of an article, aligned with the newest when first asked for."""

    def __init__(self, versions: Sequence[Version]) -> None:
        self._now = versions[-1].text if versions else ""
        self._texts = [version.text for version in reversed(versions[:-1])]
        self._back: dict[int, Passages] = {}
        self._forth: dict[int, Alignment] = {}

    def words(self, passage: Displaced) -> tuple[str, str]:
        """What a passage said in the newest text in which it said something else, and what it says now.

        Where its words are the same, both with the frame, which has changed; ("", "") where not known.
        """
        here = Passage(passage.spans, passage.roles)
        for place, text in enumerate(self._texts):
            if place not in self._back:
                self._back[place] = Passages(self._now, text)
            spans, _ = self._back[place].place(here)
            if not spans:
                continue
            words = words_of(text, spans)
            if passage.kind == "note" or not same_words(words, passage.words):
                if words != passage.words:
                    return words, passage.words
            elif not self._back[place].keeps_frame(here, spans):
                before, now = (frame_of(*one) for one in ((text, spans), (self._now, passage.spans)))
                return framed(text, spans, before), framed(self._now, passage.spans, now)
        return "", ""

    def place_of_lost(self, passage: Displaced) -> int:
        """Where a lost passage would stand: behind what stood before it, else as far into the text."""
        for place, text in enumerate(self._texts):
            if text.startswith(passage.words.split(" ")[0], passage.offset):
                before = Span(max(0, passage.offset - _BEFORE), passage.offset)
                if place not in self._forth:
                    self._forth[place] = Alignment(text, self._now)
                found = self._forth[place].place(before).span
                guess = passage.offset * len(self._now) // max(1, len(text))
                return self._start_of_word(found.end if found else guess, forward=bool(found))
        return self._start_of_word(passage.offset)

    def _start_of_word(self, offset: int, *, forward: bool = False) -> int:
        """The start of the word at `offset`, or of the next one."""
        text, offset = self._now, min(offset, len(self._now))
        if forward:
            return offset + len(text[offset:]) - len(text[offset:].lstrip(' \n,;.“«"'))
        while offset > 0 and not text[offset - 1].isspace():
            offset -= 1
        return offset


def place_quote(store: Store, quote_id: int, spans: Spans) -> Quote:
    """Put a quote where a person says it stands; speaker and cue follow where their words stand close by."""
    quote = store.quotes.get(quote_id)
    now, before = store.articles.text(quote.article_id), _text_with(store, quote)
    placed = replace(
        quote,
        spans=spans,
        exact=(),
        anchor=Anchor.EXACT,
        speaker=_again(quote.speaker, before, now, spans[0]),
        cue=_again(quote.cue, before, now, spans[0]),
        addressee=_again(quote.addressee, before, now, spans[0]),
        frame=_again(quote.frame, before, now, spans[0]),
    )
    with store.step(_("Place a quote by hand")):
        return store.quotes.update(placed)


def _text_with(store: Store, quote: Quote) -> str:
    """The newest text in which the quote's spans hold its words; "" where none does."""
    for version in reversed(store.articles.versions(quote.article_id)):
        if words_of(version.text, quote.spans) == quote.stored_words:
            return version.text
    return ""


def _again(spans: Spans, before: str, now: str, near: Span) -> Spans:
    """Spans of the older text where their words stand close to `near` now; none unless all do."""
    low = max(0, near.start - _NEAR)
    found: list[Span] = []
    for start, end in spans:
        words = before[start:end]
        places = [place for place in (now.find(words, near.start), now.find(words, low)) if place >= 0]
        if not words or not places or min(places) > near.end + _NEAR:
            return ()
        place = min(places, key=lambda at: abs(at - near.start))
        found.append(Span(place, place + len(words)))
    return tuple(sorted(found))


def place_note(store: Store, note_id: int, span: Span) -> Note:
    """Put a note on the passage that a person says it is about."""
    note = replace(store.notes.get(note_id), span=span, anchor=Anchor.EXACT)
    with store.step(_("Place a note by hand")):
        store.articles.reanchor(note.article_id, (), [note])
    return store.notes.get(note_id)


def dismiss(store: Store, passage: Displaced) -> None:
    """Take a lost passage off the list: a quote goes, a note stays as one on the whole article."""
    if passage.kind == "quote":
        with store.step(_("Dismiss a lost quote")):
            store.quotes.remove([passage.id])
        return
    note = replace(store.notes.get(passage.id), span=None, anchor=Anchor.EXACT)
    with store.step(_("Dismiss the lost place of a note")):
        store.notes.save(note)
        store.articles.reanchor(note.article_id, (), [note])


def confirm(store: Store, passage: Displaced) -> None:
    """Say that a changed or moved passage is right as it stands now."""
    if passage.kind == "note":
        note = replace(store.notes.get(passage.id), anchor=Anchor.EXACT)
        with store.step(_("Confirm a note's place")):
            store.articles.reanchor(note.article_id, (), [note])
        return
    with store.step(_("Confirm a changed quote")):
        store.quotes.update(replace(store.quotes.get(passage.id), anchor=Anchor.EXACT))
