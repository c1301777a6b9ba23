"""`reader edit`: what is known about articles, their state and their star."""

from collections.abc import Sequence

import click

from reader.cli.invocation import Invocation
from reader.cli.options import json_option, language_code, pass_invocation
from reader.cli.output import put_json_list, say
from reader.cli.selecting import articles
from reader.errors import UsageError
from reader.i18n import _


@click.command(
    "edit", help=_("Change what is known about articles, by number or query; the text stays as it is.")
)
@click.argument("words", nargs=-1, required=True, metavar="ARTICLE…")
@click.option("--state", type=click.Choice(["unread", "reading", "done"]), help=_("How far you have got."))
@click.option(
    "--star/--no-star", "starred", default=None, help=_("Mark it with a star, or take the star off.")
)
@click.option("--title", help=_("Another title."))
@click.option("--byline", help=_("Who wrote it."))
@click.option("--outlet", help=_("Where it appeared."))
@click.option("--section", help=_("In which part."))
@click.option("--url", help=_("Its address."))
@click.option("--published", metavar="DATE", help=_("When, such as 2025-03-01, 2025-03 or 2025."))
@click.option("--lang", "language", callback=language_code, metavar="CODE", help=_("Its language."))
@click.option(
    "--embargo", metavar="UNTIL", help=_('Until when it must wait: "2026-11-11 10:00 CET", Redebeginn.')
)
@click.option(
    "--lift/--hold",
    "lifts",
    default=None,
    help=_("Its embargo is over, or what it announces was said by now; or hold it back again."),
)
@json_option
@pass_invocation
def edit_command(
    invocation: Invocation, words: Sequence[str], lifts: bool | None, as_json: bool, **fields: object
) -> None:
    """Change what is known about articles, by number or query; the text stays as it is."""
    from reader.library import facts  # the store, which help does without

    given = {name: value for name, value in fields.items() if value is not None}
    if not given and lifts is None:
        raise UsageError(_("Say what to change: --state, --star, --title …"))
    if given.get("published"):
        given["published"] = facts.checked_date(str(given["published"]))
    if "embargo" in given:
        given |= facts.embargo_fields(str(given.pop("embargo")), str(given.get("published") or ""))
    with invocation.open() as store:
        ids = articles(store, words)
        changed = store.articles.update(ids, **given) if given else 0
        if lifts is not None:
            changed = max(changed, facts.lift(store, ids) if lifts else facts.hold_again(store, ids))
        if as_json:
            put_json_list(store.articles.rows(ids))
        else:
            say(_("{changed} changed.").format(changed=changed))
