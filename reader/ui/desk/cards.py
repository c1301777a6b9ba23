"""The cards of a page: one for each quote that is not rejected, one for each note on no quote."""

from collections.abc import Iterable
from operator import attrgetter
from typing import TypeVar

from reader.i18n import _, number
from reader.library.page import Page
from reader.models import Authorised, Evidence, Note, Quote, Source, Status, TermsOfUse, Translation, use_of
from reader.texts.approvals import standing_of
from reader.texts.differences import difference, in_brackets
from reader.texts.manners import day, in_marks
from reader.texts.offices import besides
from reader.ui.widgets.margin.cards import Card

Hanging = TypeVar("Hanging", Note, Evidence, Authorised, Translation)
_Steps = tuple[Authorised, ...]
_Uses = list[tuple[str, str]]
_Parts = tuple[
    Quote, tuple[Note, ...], tuple[Evidence, ...], Source | None, _Steps, tuple[Translation, ...], _Uses
]


class CardBox:
    """Makes cards, and keeps those whose quote, notes, evidence and source are as they were."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[_Parts, Card]] = {}
        self._loose: dict[int, Card] = {}
        self._hung: tuple[object, ...] = ()

    def cards(self, page: Page, current: int) -> list[Card]:
        """All cards by start; a rejected quote has one while it is `current`."""
        hung = _hung_on(page)
        is_same = all(before is now for before, now in zip(self._hung, hung, strict=False)) and bool(
            self._hung
        )
        self._hung, hanging = hung, _Hanging(page)
        made: dict[int, tuple[_Parts, Card]] = {}
        for quote in page.quotes:
            number = quote.id
            if quote.status is Status.REJECTED and number != current:
                continue
            kept = self._made.get(number)
            # of ten thousands of quotes a key changes one, and nothing that hangs on the others
            if kept is not None and is_same and kept[0][0] is quote:
                made[number] = kept
                continue
            parts = hanging.parts(quote)
            made[number] = kept if kept is not None and _same(kept[0], parts) else (parts, _card(page, parts))
        self._made = made
        loose, self._loose = self._loose, {}
        for note in hanging.notes.get(0, ()):
            kept_note = loose.get(note.id)
            same = kept_note is not None and kept_note.notes[0] is note
            self._loose[note.id] = kept_note if same and kept_note else _note_card(note)
        every = [*(card for _, card in made.values()), *self._loose.values()]
        return sorted(every, key=attrgetter("start"))

    def card(self, page: Page, current: int) -> Card | None:
        """The card of the current quote alone."""
        quote = page.quote(current) if current else None
        if quote is None:
            return None
        notes = tuple(note for note in page.notes if note.quote_id == current)
        proof = tuple(item for item in page.evidence if item.quote_id == current)
        steps = tuple(step for step in page.authorised if step.quote_id == current)
        translated = tuple(one for one in page.translations if one.quote_id == current)
        source, uses = page.sources.get(quote.source_id), page.uses.get(current, [])
        return _card(page, (quote, notes, proof, source, steps, translated, uses))


def _hung_on(page: Page) -> tuple[object, ...]:
    """All that hangs on quotes of a page."""
    return (page.notes, page.evidence, page.sources, page.authorised, page.translations, page.uses)


class _Hanging:
    """What hangs on the quotes of a page, by quote."""

    def __init__(self, page: Page) -> None:
        self.notes = _by_quote(page.notes)
        self._proof, self._steps = _by_quote(page.evidence), _by_quote(page.authorised)
        self._translated, self._page = _by_quote(page.translations), page

    def parts(self, quote: Quote) -> _Parts:
        """A quote with what hangs on it."""
        number, page = quote.id, self._page
        return (
            quote,
            self.notes.get(number, ()),
            self._proof.get(number, ()),
            page.sources.get(quote.source_id),
            self._steps.get(number, ()),
            self._translated.get(number, ()),
            page.uses.get(number, []),
        )


def _same(before: _Parts, after: _Parts) -> bool:
    is_of_same = before[0] is after[0] and before[3] is after[3]
    return is_of_same and before[1:3] == after[1:3] and before[4:] == after[4:]


def _by_quote(items: Iterable[Hanging]) -> dict[int, tuple[Hanging, ...]]:
    """Notes or evidence by the quote they hang on, 0 for none."""
    found: dict[int, list[Hanging]] = {}
    for item in items:
        found.setdefault(item.quote_id, []).append(item)
    return {number: tuple(group) for number, group in found.items()}


def _note_card(note: Note) -> Card:
    return Card(note.span.start if note.span else 0, notes=(note,))


def _card(page: Page, parts: _Parts) -> Card:
    quote, notes, proof, source, steps, translated, uses = parts
    if source is None:
        name = page.speaker_in_text(quote)
        meta = besides(name, quote.speaker_role, quote.speaker_affiliation)
    else:
        meta = besides(source.name, source.role, source.affiliation)
    on_page = "" if quote.is_lost else page.article.page_of(quote.start, quote.end)
    terms = _terms(quote, source, page.article.language)
    approval = _approval(page, quote, steps)
    text, language = page.article.text, page.article.language
    hanging = (meta, terms, on_page, approval, translated)
    return Card(quote.start, quote, notes, proof, text, *hanging, _used(uses), language)


def _used(uses: _Uses) -> str:
    """In which manuscript a quote was used last, and how often besides."""
    if not uses:
        return ""
    (name, at), more = uses[0], len(uses) - 1
    # the name last, since it may be cut
    if not more:
        return _("used {day}: {name}").format(day=day(at), name=name)
    return _("used {day}, {count} more: {name}").format(day=day(at), count=number(more), name=name)


def _approval(page: Page, quote: Quote, steps: _Steps) -> tuple[str, ...]:
    """Where the authorisation stands, and what the person quoted changed in the words."""
    if not steps and not quote.authorisation:
        return ()
    standing = standing_of(quote.authorisation, steps)
    lines = standing.lines() or (quote.authorisation.label,) * bool(quote.authorisation)
    changed = in_brackets(difference(page.words(quote.spans), standing.wording)) if standing.wording else ""
    return tuple(filter(None, (*lines, changed)))


def _terms(quote: Quote, source: Source | None, language: str) -> str:
    """How the words may be used, in words, with the description; "" where they are simply on record."""
    use = use_of(quote, source)
    said = "" if use is TermsOfUse.ON_RECORD else use.label
    description = quote.description or (source.description if source else "")
    if use is TermsOfUse.BACKGROUND and description:
        said = f"{said}: {in_marks(description, language)}"
    protected = _("identity protected") if source is not None and source.identity_protected else ""
    return " · ".join(part for part in (said, protected) if part)
