"""`reader undo` and `redo`: take changes back, and do them again."""

from collections.abc import Callable

import click

from reader.cli.invocation import Invocation
from reader.cli.options import Number, json_option, pass_invocation
from reader.cli.output import put_json_list, say
from reader.i18n import _


@click.command(
    "undo",
    help=_(
        "Undo the last change, or several; `reader redo` does them again. Exit code 1 where nothing is left."
    ),
)
@click.option("-n", "--steps", type=Number(1), default=1, help=_("So many steps."))
@json_option
@pass_invocation
def undo_command(invocation: Invocation, steps: int, as_json: bool) -> None:
    """Undo the last change, or several; `reader redo` does them again. Exit code 1 where nothing is left."""
    with invocation.open() as store:
        _repeat(store.journal.undo, _("Undone: {label}"), steps, as_json)


@click.command("redo", help=_("Do again what was undone. Exit code 1 where nothing is left."))
@click.option("-n", "--steps", type=Number(1), default=1, help=_("So many steps."))
@json_option
@pass_invocation
def redo_command(invocation: Invocation, steps: int, as_json: bool) -> None:
    """Do again what was undone. Exit code 1 where nothing is left."""
    with invocation.open() as store:
        _repeat(store.journal.redo, _("Done again: {label}"), steps, as_json)


def _repeat(step: Callable[[], str], told: str, steps: int, as_json: bool) -> None:
    """Take steps until there are enough or nothing is left, and name each."""
    labels: list[str] = []
    while len(labels) < steps and (label := step()):
        labels.append(label)
        if not as_json:
            say(told.format(label=label))
    if as_json:
        put_json_list(labels)
    if len(labels) < steps:
        say(_("Nothing is left."))
        raise click.exceptions.Exit(1)
