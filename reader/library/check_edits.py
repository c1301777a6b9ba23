"""Quotes checked and authorised, as values: the page after it, and how it is stored; see `edits`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.i18n import _, pgettext
from reader.library import storing
from reader.library.edits import Edit, as_stored, decide
from reader.library.page import Page, pages_of
from reader.library.storing import Work
from reader.models import Authorisation, Authorised, Evidence, Quote, Status, Verification
from reader.transcripts import is_covered

if TYPE_CHECKING:
    from reader.store import Store

SOUND = "sound"
"""Kind of the evidence that a quote was heard: checked against sound."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a person says about a quote after looking whether it is right."""

    verification: Verification
    evidence: Evidence | None
    """None where no evidence was given."""
    authorisation: Authorisation | None
    """None where it stays as it is, each quote's own."""
    wording: str
    """A wording newly approved, "" where it is as spoken or as kept before."""


def verify(
    page: Page, quotes: Sequence[Quote], verification: Verification, evidence: Evidence | None = None
) -> Edit:
    """Say whether quotes are right, and against what they were checked.

    Raises UsageError where that is to be the sound, and a quote was not played to its end.
    """
    if evidence is not None and evidence.kind == SOUND:
        return _verify_by_sound(page, quotes, verification, evidence)
    return _verified(page, quotes, verification, evidence)


def _verify_by_sound(
    page: Page, quotes: Sequence[Quote], verification: Verification, evidence: Evidence
) -> Edit:
    """Check quotes against sound, each at its own time, where it was heard."""
    works: list[Work] = []
    for quote in quotes:
        if not is_covered(quote.period, page.played):
            raise UsageError(
                _(
                    "Quote {id} was not played to its end yet: play it first (reader play {id}, "
                    "; on the desk); only then is it checked against sound."
                ).format(id=quote.id)
            )
        proof = replace(evidence, reference=evidence.reference or str(quote.period))
        edit = _verified(page, [quote], verification, proof)
        page, works = edit.page, [*works, edit.work]
    return Edit(_MARKING[verification], page, partial(storing.each, works))


_MARKING = {
    Verification.UNVERIFIED: _("Mark unverified"),
    Verification.CHECKED: _("Mark checked"),
    Verification.DISPUTED: _("Mark disputed"),
}
"""What undo calls it."""


def _verified(
    page: Page, quotes: Sequence[Quote], verification: Verification, evidence: Evidence | None
) -> Edit:
    after = page.with_quotes(replace(quote, verification=verification) for quote in quotes)
    if evidence is not None:
        proof = (replace(evidence, quote_id=quote.id) for quote in quotes)
        after = replace(after, evidence=(*after.evidence, *proof))
    work = partial(storing.verify, [quote.id for quote in quotes], verification, evidence)
    return Edit(_MARKING[verification], after, work)


def authorise(page: Page, quotes: Sequence[Quote], state: Authorisation, wording: str = "") -> Edit:
    """Say where the authorisation stands (Zitatfreigabe), and the wording that was approved."""
    after = page.with_quotes(replace(quote, authorisation=state) for quote in quotes)
    steps = (Authorised(state, page.words(quote.spans), wording, "", "", quote.id) for quote in quotes)
    after = replace(after, authorised=(*after.authorised, *steps))
    work = partial(storing.authorise, [quote.id for quote in quotes], state, wording)
    return Edit(
        _("Authorisation: {state}").format(state=state.label or pgettext("authorisation", "none")),
        after,
        work,
    )


def check(page: Page, quotes: Sequence[Quote], result: CheckResult, *, looked: bool = True) -> Edit:
    """Verify and authorise, each where something about it is new; `looked` is as in `edits.decide`."""
    works: list[Work] = []
    if result.verification is Verification.CHECKED:
        page, works = _accepted_too(page, quotes, looked=looked)
    verified = [one for one in quotes if result.evidence or result.verification is not one.verification]
    if verified:
        edit = verify(page, _as_shown(page, verified), result.verification, result.evidence)
        page, works = edit.page, [*works, edit.work]
    state = result.authorisation
    authorised = [one for one in quotes if result.wording or state is not one.authorisation]
    if state is not None and authorised:
        edit = authorise(page, _as_shown(page, authorised), state, result.wording)
        page, works = edit.page, [*works, edit.work]
    return Edit(_MARKING[result.verification], page, partial(storing.each, works))


def _as_shown(page: Page, quotes: Sequence[Quote]) -> list[Quote]:
    """Quotes as the page has them now, after what was changed of them before."""
    now = {quote.id: quote for quote in page.quotes}
    return [now.get(quote.id, quote) for quote in quotes]


def check_stored(store: "Store", quote_ids: Sequence[int], result: CheckResult) -> None:
    """Verify and authorise quotes of the library, of whatever articles, as one step to undo.

    Raises UsageError before anything is changed where one was not heard that is to be checked against sound.
    """
    pages = pages_of(store, quote_ids)
    with store.step(_MARKING[result.verification]):
        for edit in [check(page, page.quotes, result, looked=len(quote_ids) == 1) for page in pages]:
            edit.work(store, as_stored)


def _accepted_too(page: Page, quotes: Sequence[Quote], *, looked: bool) -> tuple[Page, list[Work]]:
    """What is found right is no suggestion any more: nobody decides about it again."""
    waiting = [quote for quote in quotes if quote.status is Status.SUGGESTED]
    edit = decide(page, waiting, Status.ACCEPTED, looked=looked)
    return (edit.page, [edit.work]) if waiting else (page, [])
