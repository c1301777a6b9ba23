"""`reader tag`: put tags on articles, quotes and notes, and keep the tags in order."""

import re
from collections.abc import Sequence

import click

from reader.cli.options import Invocation, json_option, pass_invocation
from reader.cli.output import counted, put_json_list, put_table, say, tell
from reader.cli.selecting import articles as chosen_articles
from reader.cli.selecting import numbers
from reader.cli.selecting import quotes as chosen_quotes
from reader.errors import UsageError


@click.command("tag")
@click.argument("tags", nargs=-1, metavar="[TAG…]")
@click.option(
    "-a",
    "--article",
    "articles",
    multiple=True,
    metavar="ARTICLES",
    help="Articles, by number or query; repeatable.",
)
@click.option(
    "-q", "--quote", "quotes", multiple=True, metavar="QUOTES", help="Quotes, by number or query; repeatable."
)
@click.option("--note", "notes", multiple=True, metavar="NUMBERS", help="Notes, by number; repeatable.")
@click.option("--off", is_flag=True, help="Take the tags off.")
@click.option("--rename", metavar="NEW", help="Rename the one TAG, and all below it.")
@click.option("--colour", metavar="#RRGGBB", help="Colour of the TAGs; none for the theme's.")
@click.option("--remove", is_flag=True, help="Remove the TAGs, and all below them, from everything.")
@json_option
@pass_invocation
def tag_command(
    invocation: Invocation,
    tags: Sequence[str],
    articles: Sequence[str],
    quotes: Sequence[str],
    notes: Sequence[str],
    off: bool,
    rename: str | None,
    colour: str | None,
    remove: bool,
    as_json: bool,
) -> None:
    """Put TAGs such as politik/syrien on things; without any, list the tags."""
    if not tags:
        _list(invocation, as_json)
        return
    if rename or colour or remove:
        _keep_in_order(invocation, tags, rename, colour, remove)
        if as_json:
            _list(invocation, as_json)
        else:
            say("Done.")
        return
    if not (articles or quotes or notes):
        raise UsageError("On what? Give --article, --quote or --note.")
    with invocation.open() as store:
        change = store.tags.detach if off else store.tags.attach
        ids = [article_id for words in articles for article_id in chosen_articles(store, [words])]
        named = [number for words in quotes for number in chosen_quotes(store, [words])]
        quote_ids = [store.quotes.get(number).id for number in named]
        note_ids = [store.notes.get(number).id for number in numbers(notes)] if notes else []
        changed = change(tags, articles=ids, quotes=quote_ids, notes=note_ids)
    sentence = f"{counted(changed, 'tag').capitalize()} {'taken off' if off else 'put on'}."
    tell(as_json, sentence, changed=changed)


def _list(invocation: Invocation, as_json: bool) -> None:
    with invocation.open() as store:
        every = store.tags.all()
    if as_json:
        put_json_list(every)
        return
    put_table(("uses", "colour", "tag"), [(tag.uses, tag.colour, tag.path) for tag in every])


def _keep_in_order(
    invocation: Invocation, tags: Sequence[str], rename: str | None, colour: str | None, remove: bool
) -> None:
    if rename and len(tags) != 1:
        raise UsageError("--rename takes one TAG.")
    with invocation.open() as store, store.step("Change tags"):
        for tag in tags:
            if colour:
                store.tags.colour(tag, _colour(colour))
            if rename:
                store.tags.rename(tag, rename)
            if remove:
                store.tags.remove(tag)


def _colour(colour: str) -> str:
    if colour == "none":
        return ""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise UsageError(f'"{colour}" is no colour such as #c03020.')
    return colour.lower()
