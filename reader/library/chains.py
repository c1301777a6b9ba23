"""Keys of one's own played: the steps of a chain on a page, or on what is chosen in a list.

All that one press changes is one step to undo.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from reader import own_keys
from reader.i18n import _
from reader.library import edits, note_edits, storing
from reader.library.check_edits import CheckResult, check
from reader.library.edits import Edit
from reader.library.note_edits import TagChange
from reader.library.page import Page
from reader.models import Quote, QuoteType, Status, Verification
from reader.own_keys import OwnKey, Step
from reader.store import Store

_STATUSES = {
    own_keys.ACCEPT: Status.ACCEPTED,
    own_keys.REJECT: Status.REJECTED,
    own_keys.REOPEN: Status.SUGGESTED,
}
_CHECKS = {own_keys.CHECKED: Verification.CHECKED, own_keys.DISPUTED: Verification.DISPUTED}
_TYPES = dict(zip(own_keys.TYPES, QuoteType, strict=True))
_MOVES = {own_keys.NEXT: 1, own_keys.BEFORE: -1}


@dataclass(frozen=True, slots=True)
class Played:
    """What became of a chain."""

    edit: Edit | None
    """All that it changes; None where it changes nothing."""
    quote_id: int
    """The quote that is current after it."""
    opens: str = ""
    """What is to be opened then: note, speaker, check, or nothing."""


def play(page: Page, quote: Quote, own: OwnKey) -> Played:
    """The steps of a key, beginning at a quote of a page."""
    done: list[Edit] = []
    decides = any(step.verb in _STATUSES or step.verb in _CHECKS for step in own.steps)
    for step in own.steps:
        if by := _MOVES.get(step.verb):
            quote = _beside(page, quote, by, decides)
        elif edit := _edit_of(page, quote, step):
            done.append(edit)
            page = edit.page
            quote = page.quote(quote.id) or quote
    last = own.steps[-1].verb
    opens = last if last in own_keys.OPENS else ""
    if not done:
        return Played(None, quote.id, opens)
    work = partial(storing.each, [edit.work for edit in done])
    return Played(Edit(_label(own), page, work), quote.id, opens)


def _beside(page: Page, quote: Quote, by: int, decides: bool) -> Quote:
    """The next quote, or the one before; while one decides, the next that is undecided."""
    place = (quote.start, -quote.end)
    later = (one for one in page.quotes if (one.start, -one.end) > place and one.status is Status.SUGGESTED)
    following = next(later, None) if decides and by > 0 else None
    return following or page.neighbour(quote.id, quote.start, by) or quote


def _edit_of(page: Page, quote: Quote, step: Step) -> Edit | None:
    """What a step does to a quote; None where it is so already, or no change."""
    verb = step.verb
    if verb in _STATUSES:
        return edits.decide(page, [quote], _STATUSES[verb])
    if verb in _TYPES:
        return edits.retype(page, [quote], _TYPES[verb]) if quote.type is not _TYPES[verb] else None
    if verb in _CHECKS:
        return check(page, [quote], CheckResult(_CHECKS[verb], None, quote.authorisation, ""))
    change = tag_change(step, [quote.tags])
    return note_edits.tag_quotes(page, [quote], change) if change else None


def tag_change(step: Step, has: Sequence[Sequence[str]]) -> TagChange | None:
    """What a step puts on things with these tags, or takes off; None where nothing is to be done."""
    on_all = [tag for tag in step.tags if all(tag in tags for tags in has)]
    on_one = tuple(tag for tag in step.tags if any(tag in tags for tags in has))
    missing = tuple(tag for tag in step.tags if tag not in on_all)
    if step.verb == own_keys.TAKE or (step.verb == own_keys.TURN and not missing):
        return TagChange((), on_one) if on_one else None
    if step.verb in (own_keys.PUT, own_keys.TURN) and missing:
        return TagChange(missing, ())
    return None


# -- lists -----------------------------------------------------------------------------------------------


def play_on_quotes(store: Store, ids: Sequence[int], own: OwnKey) -> None:
    """Do to quotes of the library what a key says; moving is the list's."""
    with store.step(_label(own)):
        for step in own.steps:
            _do_to_quotes(store, ids, step)


def _do_to_quotes(store: Store, ids: Sequence[int], step: Step) -> None:
    verb, alone = step.verb, len(ids) == 1
    if verb in _STATUSES:
        store.quotes.set_status(ids, _STATUSES[verb], speakers=alone and verb == own_keys.ACCEPT)
    elif verb in _TYPES:
        storing.update(
            [replace(one, type=_TYPES[verb]) for one in store.quotes.by_ids(ids)], store, edits.as_stored
        )
    elif verb in _CHECKS:
        store.quotes.set_verification(ids, _CHECKS[verb], None)
        if verb == own_keys.CHECKED:
            waiting = [one.id for one in store.quotes.by_ids(ids) if one.status is Status.SUGGESTED]
            store.quotes.set_status(waiting, Status.ACCEPTED, speakers=alone)
    elif change := tag_change(step, [row.tags for row in store.quotes.rows(ids)]):
        store.tags.attach(change.put, quotes=ids)
        store.tags.detach(change.take, quotes=ids)


def play_on_articles(store: Store, ids: Sequence[int], own: OwnKey) -> None:
    """Put and take tags on articles as a key says."""
    with store.step(_label(own)):
        for step in own.steps:
            if change := tag_change(step, [row.tags for row in store.articles.row_by_row(ids)]):
                store.tags.attach(change.put, articles=ids)
                store.tags.detach(change.take, articles=ids)


def _label(own: OwnKey) -> str:
    if own.table == "tags":
        return _("Tag {tag}").format(tag=own.told)
    return _("Chain “{steps}”").format(steps=own.told)
