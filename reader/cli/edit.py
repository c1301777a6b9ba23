"""`reader edit`: what is known about articles, their state and their star."""

import re
from collections.abc import Sequence
from datetime import datetime

import click

from reader.cli.options import Invocation, json_option, language_code, pass_invocation
from reader.cli.output import put_json_list, say
from reader.cli.selecting import articles
from reader.errors import UsageError


@click.command("edit")
@click.argument("words", nargs=-1, required=True, metavar="ARTICLE…")
@click.option("--state", type=click.Choice(["unread", "reading", "done"]), help="How far you have got.")
@click.option("--star/--no-star", "starred", default=None, help="Mark it with a star, or take the star off.")
@click.option("--title", help="Another title.")
@click.option("--byline", help="Who wrote it.")
@click.option("--outlet", help="Where it appeared.")
@click.option("--section", help="In which part.")
@click.option("--url", help="Its address.")
@click.option("--published", metavar="DATE", help="When, such as 2025-03-01, 2025-03 or 2025.")
@click.option("--lang", "language", callback=language_code, metavar="CODE", help="Its language.")
@json_option
@pass_invocation
def edit_command(invocation: Invocation, words: Sequence[str], as_json: bool, **fields: object) -> None:
    """Change what is known about articles, by number or query; the text stays as it is."""
    given = {name: value for name, value in fields.items() if value is not None}
    if not given:
        raise UsageError("Say what to change: --state, --star, --title …")
    _check_date(str(given.get("published") or ""))
    with invocation.open() as store:
        ids = articles(store, words)
        changed = store.articles.update(ids, **given)
        if as_json:
            put_json_list(store.articles.rows(ids))
        else:
            say(f"{changed} changed.")


def _check_date(published: str) -> None:
    # A month or a year may be all that is known, and stays so.
    whole = {4: f"{published}-01-01", 7: f"{published}-01"}.get(len(published), published)
    try:
        if published and not re.match(r"\d{4}(?:-\d\d(?!\d)|$)", published):
            raise ValueError
        datetime.fromisoformat(whole or "2000-01-01")
    except ValueError:
        raise UsageError(f'"{published}" is no date such as 2025-03-01, 2025-03 or 2025.') from None
