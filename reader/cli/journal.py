"""`reader undo`, `redo` and `journal`: what was changed, and the way back."""

from collections.abc import Callable

import click

from reader.cli.options import Desk, Number, json_option, pass_desk
from reader.cli.output import put_json_list, put_table, say


@click.command("undo")
@click.option("-n", "--steps", type=Number(1), default=1, help="So many steps.")
@json_option
@pass_desk
def undo_command(desk: Desk, steps: int, as_json: bool) -> None:
    """Undo the last change, or several; `reader redo` does them again. Exit code 1 where nothing is left."""
    with desk.open() as store:
        _repeat(store.journal.undo, "Undone", steps, as_json)


@click.command("redo")
@click.option("-n", "--steps", type=Number(1), default=1, help="So many steps.")
@json_option
@pass_desk
def redo_command(desk: Desk, steps: int, as_json: bool) -> None:
    """Do again what was undone. Exit code 1 where nothing is left."""
    with desk.open() as store:
        _repeat(store.journal.redo, "Done again", steps, as_json)


def _repeat(step: Callable[[], str], what: str, steps: int, as_json: bool) -> None:
    """Take steps until there are enough or nothing is left, and name each."""
    labels: list[str] = []
    while len(labels) < steps and (label := step()):
        labels.append(label)
        if not as_json:
            say(f"{what}: {label}")
    if as_json:
        put_json_list(labels)
    if len(labels) < steps:
        say("Nothing is left.")
        raise click.exceptions.Exit(1)


@click.command("journal")
@click.option("-n", "--limit", type=Number(1), default=50, show_default=True, help="At most so many.")
@click.option("-q", "--quote", type=int, metavar="NUMBER", help="Only what changed this quote, and how.")
@json_option
@pass_desk
def journal_command(desk: Desk, limit: int, quote: int | None, as_json: bool) -> None:
    """List what was changed, when and by whom, newest first."""
    with desk.open() as store:
        entries = store.journal.entries(limit, store.quotes.get(quote).uid if quote else "")
    if as_json:
        put_json_list(entries)
        return
    rows = [(e.id, e.at, e.actor, e.kind, "undone" if e.undone else "", e.label) for e in entries]
    put_table(("no", "when", "who", "kind", "", "what"), rows)
