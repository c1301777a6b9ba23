"""`reader mark`: decide upon quotes, as the keys of the reading desk do."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from reader.cli.options import Invocation, json_option, pass_invocation
from reader.cli.output import put_json_list, say
from reader.cli.selecting import numbers
from reader.cli.sources import find_or_add
from reader.errors import UsageError
from reader.models import Authorisation, Evidence, QuoteType, Status, Verification

if TYPE_CHECKING:
    from reader.store import Store


@click.command("mark")
@click.argument("words", nargs=-1, required=True, metavar="QUOTE…")
@click.option("--accept", "accepted", is_flag=True, help="They are right.")
@click.option("--reject", "rejected", is_flag=True, help="They are no quotes.")
@click.option("--reopen", "suggested", is_flag=True, help="Nobody has decided.")
@click.option("--type", "kind", type=click.Choice([*map(str, QuoteType)]), help="How the words are rendered.")
@click.option("--source", metavar="NAME", help="Who said it: name or number in the register; added if new.")
@click.option("--no-source", is_flag=True, help="Take the source off.")
@click.option(
    "--verification", type=click.Choice(["unverified", "checked", "disputed"]), help="Whether it was checked."
)
@click.option(
    "--evidence", metavar="KIND:REFERENCE", help="What it was checked against, such as file:interview.mp3."
)
@click.option("--remark", default="", help="What to say about the evidence.")
@click.option(
    "--authorisation",
    type=click.Choice(["none", "sent", "approved", "changed", "withdrawn"]),
    help="Where the authorisation stands (Zitatfreigabe).",
)
@click.option("--wording", default="", help="The wording as authorised.")
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
    as_json: bool,
    **decisions: bool,
) -> None:
    """Accept, reject, check, authorise or assign quotes, by their numbers in `reader quotes`."""
    status = _status(decisions)
    if source and no_source:
        raise UsageError("Say either --source or --no-source.")
    if not any((status, kind, source, no_source, verification, evidence, authorisation)):
        raise UsageError("Say what to do with the quotes: --accept, --reject, --source NAME …")
    with invocation.open() as store:
        ids = [store.quotes.get(number).id for number in numbers(words)]
        with store.step(f"Mark {len(ids)} quotes" if len(ids) > 1 else "Mark a quote"):
            _decide(store, ids, status, kind)
            _attribute(store, ids, source, no_source)
            _verify(store, ids, verification, evidence, remark)
            if authorisation:
                state = Authorisation("" if authorisation == "none" else authorisation)
                for quote_id in ids:
                    store.quotes.set_authorisation(quote_id, state, wording)
        if as_json:
            put_json_list(store.quotes.rows(ids))
        else:
            say(f"{len(ids)} marked.")


def _status(decisions: Mapping[str, bool]) -> str:
    """The one decision that was given, "" without any."""
    given = [status for status, is_given in decisions.items() if is_given]
    if len(given) > 1:
        raise UsageError("Say only one of --accept, --reject and --reopen.")
    return given[0] if given else ""


def _decide(store: "Store", ids: list[int], status: str, kind: str | None) -> None:
    if kind:
        for quote_id in ids:
            store.quotes.update(replace(store.quotes.get(quote_id), type=QuoteType(kind)))
    if status:
        store.quotes.set_status(ids, Status(status))


def _attribute(store: "Store", ids: list[int], source: str | None, no_source: bool) -> None:
    if source:
        store.sources.assign(ids, find_or_add(store, source).id)
    elif no_source:
        store.sources.assign(ids, 0)


def _verify(
    store: "Store", ids: list[int], verification: str | None, evidence: str | None, remark: str
) -> None:
    if verification is None:
        if evidence:
            raise UsageError("Evidence goes with --verification checked or disputed.")
        return
    state = Verification(verification)
    kind, _, reference = (evidence or "").partition(":")
    against = Evidence(state, 0, kind.strip(), reference.strip(), remark) if evidence or remark else None
    store.quotes.set_verification(ids, state, against)
