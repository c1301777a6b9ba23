"""`reader journal`: what was changed, when and by whom."""

import click

from reader.cli.invocation import Invocation
from reader.cli.options import Number, json_option, pass_invocation
from reader.cli.output import put_json_list, put_table
from reader.i18n import _, pgettext

_KINDS = {
    "do": pgettext("kind of step", "do"),
    "undo": pgettext("kind of step", "undo"),
    "redo": pgettext("kind of step", "redo"),
}
"""What people are told for the kind of a step."""


@click.command("journal", help=_("List what was changed, when and by whom, newest first."))
@click.option("-n", "--limit", type=Number(1), default=50, show_default=True, help=_("At most so many."))
@click.option("-q", "--quote", type=int, metavar="NUMBER", help=_("Only what changed this quote, and how."))
@json_option
@pass_invocation
def journal_command(invocation: Invocation, limit: int, quote: int | None, as_json: bool) -> None:
    """List what was changed, when and by whom, newest first."""
    with invocation.open() as store:
        about = store.quotes.get(quote) if quote else None
        entries = store.journal.entries(limit, about.uid if about else "")
        if as_json:
            entries = list(invocation.covering(store).entries(entries, about))
    if as_json:
        put_json_list(entries)
        return
    undone = pgettext("a step", "undone")
    rows = [(e.id, e.at, e.actor, _KINDS[e.kind], undone if e.undone else "", e.label) for e in entries]
    put_table(
        (
            pgettext("head of a column", "no"),
            pgettext("head of a column", "when"),
            pgettext("head of a column", "who"),
            pgettext("head of a column", "kind"),
            "",
            pgettext("head of a column", "what"),
        ),
        rows,
    )
