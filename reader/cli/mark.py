"""`reader mark`: decide upon quotes, with the very edits that the keys of the reading desk make."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import put_json_list, say
from reader.cli.quote_types import TypeChoice
from reader.cli.selecting import quotes as chosen_quotes
from reader.cli.source_names import chosen
from reader.errors import UsageError
from reader.i18n import _, ngettext
from reader.library.check_edits import authorise, verify
from reader.library.edits import (
    Edit,
    as_stored,
    assign,
    decide,
    describe,
    left_to_a_person,
    retype,
    set_use,
)
from reader.library.page import Page, pages_of
from reader.models import Authorisation, Evidence, Quote, QuoteType, Status, TermsOfUse, Verification

if TYPE_CHECKING:
    from reader.store import Store

AS_SOURCE = "as source"  # not shown: typed
USES = (*(str(use) for use in TermsOfUse if use), AS_SOURCE)
_Change = Callable[[Page, Sequence[Quote]], Edit]
"""What is done to quotes of one article."""


@click.command(
    "mark",
    help=_(
        "Accept, reject, check, authorise or assign quotes, by their numbers in `reader quotes` or a query."
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="QUOTE…")
@click.option("--accept", "accepted", is_flag=True, help=_("They are right."))
@click.option("--reject", "rejected", is_flag=True, help=_("They are no quotes."))
@click.option("--reopen", "suggested", is_flag=True, help=_("Nobody has decided."))
@click.option("--type", "kind", type=TypeChoice(), help=_("Which kind of quote."))
@click.option(
    "--source", metavar="NAME", help=_("Who said it: name or number in the register; added if new.")
)
@click.option("--no-source", is_flag=True, help=_("Take the source off."))
@click.option(
    "--verification",
    type=click.Choice(["unverified", "checked", "disputed"]),
    help=_("Whether it was checked."),
)
@click.option(
    "--evidence", metavar="KIND:REFERENCE", help=_("What it was checked against, such as file:interview.mp3.")
)
@click.option("--remark", default="", help=_("What to say about the evidence."))
@click.option(
    "--authorisation",
    type=click.Choice(["none", "sent", "approved", "changed", "withdrawn"]),
    help=_("Where the authorisation stands (Zitatfreigabe)."),
)
@click.option("--wording", default="", help=_("The wording as authorised."))
@click.option("--use", type=click.Choice(USES), help=_("How they may be used, where not as their source."))
@click.option("--description", help=_("What stands for the name of their source here, on background."))
@json_option
@pass_invocation
def mark_command(
    invocation: Invocation,
    words: Sequence[str],
    kind: str | None,
    source: str | None,
    no_source: bool,
    verification: str | None,
    evidence: str | None,
    remark: str,
    authorisation: str | None,
    wording: str,
    use: str | None,
    description: str | None,
    as_json: bool,
    **decisions: bool,
) -> None:
    """Accept, reject, check, authorise or assign quotes, by their numbers in `reader quotes` or a query."""
    status = _status(decisions)
    if source and no_source:
        raise UsageError(_("Say either --source or --no-source."))
    changes = [
        *_checks(verification, evidence, remark, authorisation, wording),
        *_uses(use, description),
    ]
    if not (changes or status or kind or source or no_source):
        raise UsageError(_("Say what to do with the quotes: --accept, --reject, --source NAME …"))
    with invocation.open() as store:
        ids = chosen_quotes(store, words)
        changes = [*_decisions(status, kind, looked=len(ids) == 1), *changes]
        pages = pages_of(store, ids)
        if source or no_source:
            changes.append(partial(assign, source=chosen(store, source, ids) if source else None))
        with store.step(ngettext("Mark a quote", "Mark {count} quotes", len(ids)).format(count=len(ids))):
            for page in pages:
                _apply(store, page, changes)
        if as_json:
            put_json_list(list(invocation.covering(store).rows(store.quotes.rows(ids))))
        else:
            _say_marked(store, ids, status)


def _say_marked(store: "Store", ids: Sequence[int], status: str) -> None:
    """Say how many were marked, and what still wants a person."""
    waiting = _waiting(store, ids, status)
    marked = len(ids) - sum(quote.is_hearsay for quote in waiting)
    say(_("{marked} marked{left_open}.").format(marked=marked, left_open=left_to_a_person(waiting)))


def _waiting(store: "Store", ids: Sequence[int], status: str) -> list[Quote]:
    """The quotes accepted among many that still want a person: for their speakers, or as hearsay."""
    if status != Status.ACCEPTED or len(ids) < 2:
        return []
    return [quote for quote in store.quotes.by_ids(ids) if quote.is_undecided or quote.is_hearsay]


def _status(decisions: Mapping[str, bool]) -> str:
    """The one decision that was given, "" without any."""
    given = [status for status, is_given in decisions.items() if is_given]
    if len(given) > 1:
        raise UsageError(_("Say only one of --accept, --reject and --reopen."))
    return given[0] if given else ""


def _decisions(status: str, kind: str | None, *, looked: bool) -> Iterator[_Change]:
    if kind:
        yield partial(retype, kind=QuoteType(kind))
    if status:
        yield partial(decide, status=Status(status), looked=looked)


def _uses(use: str | None, description: str | None) -> Iterator[_Change]:
    if use is not None:
        yield partial(set_use, use=TermsOfUse("" if use == AS_SOURCE else use), description=description)
    elif description is not None:
        yield partial(describe, description=description)


def _checks(
    verification: str | None, evidence: str | None, remark: str, authorisation: str | None, wording: str
) -> Iterator[_Change]:
    if evidence and not verification:
        raise UsageError(_("Evidence goes with --verification checked or disputed."))
    if verification:
        state = Verification(verification)
        kind, _colon, reference = (evidence or "").partition(":")
        against = Evidence(state, 0, kind.strip(), reference.strip(), remark) if evidence or remark else None
        yield partial(verify, verification=state, evidence=against)
    if authorisation:
        stands = Authorisation("" if authorisation == "none" else authorisation)
        yield partial(authorise, state=stands, wording=wording)


def _apply(store: "Store", page: Page, changes: Sequence[_Change]) -> None:
    """Do all that to the quotes on a page."""
    for change in changes:
        edit = change(page, page.quotes)
        edit.work(store, as_stored)
        page = edit.page
