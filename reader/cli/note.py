"""`reader note`: write, list and remove notes."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from reader.cli.options import Invocation, json_option, pass_invocation
from reader.cli.output import print_text, put_json, put_json_list, say, tell
from reader.errors import NotFoundError, UsageError
from reader.models import Note, Span

if TYPE_CHECKING:
    from reader.store import Store


@click.command("note")
@click.argument("article", required=False)
@click.argument("text", required=False)
@click.option("-q", "--quote", type=int, metavar="NUMBER", help="On this quote.")
@click.option("--on", "passage", metavar="WORDS", help="On the first passage with these words.")
@click.option("--edit", type=int, metavar="NUMBER", help="Change this note.")
@click.option("--remove", type=int, multiple=True, metavar="NUMBER", help="Remove this note; repeatable.")
@click.option("-t", "--tag", "tags", multiple=True, metavar="TAG", help="Put this tag on it; repeatable.")
@json_option
@pass_invocation
def note_command(
    invocation: Invocation,
    article: str | None,
    text: str | None,
    quote: int | None,
    passage: str | None,
    edit: int | None,
    remove: tuple[int, ...],
    tags: tuple[str, ...],
    as_json: bool,
) -> None:
    """Write TEXT (Markdown; - for standard input) about ARTICLE, or list its notes where no TEXT is given.

    With --quote or --edit the article is known: `reader note --quote 7 TEXT`.
    """
    with invocation.open() as store:
        if remove:
            ids = [store.notes.get(number).id for number in remove]
            number = store.notes.remove(ids)
            tell(as_json, f"{number} removed.", removed=number)
            return
        if quote or edit:
            article, text = None, text or article
        if text is None:
            if quote:
                notes = store.notes.on(store.quotes.get(quote).id)
            else:
                notes = (
                    [store.notes.get(edit)] if edit else store.notes.of(store.articles.find(_needed(article)))
                )
            _list(list(invocation.covering(store).notes(notes)) if as_json else notes, as_json)
            return
        with store.step("Write a note"):
            note = _target(store, article, quote, passage, edit)
            stored = store.notes.save(replace(note, body=_body(text)))
            if tags:
                store.tags.attach(tags, notes=[stored.id])
        written = next(invocation.covering(store).notes([store.notes.get(stored.id)]), None)
        put_json(written) if as_json else say(f"Note {stored.id} kept.")


def _needed(article: str | None) -> str:
    if article is None:
        raise UsageError("Which article? Give its number as `reader list` shows it, or --quote NUMBER.")
    return article


def _list(notes: list[Note], as_json: bool) -> None:
    if as_json:
        put_json_list(notes)
        return
    for note in notes:
        tags = "".join(f" #{tag}" for tag in note.tags)
        where = (
            f"quote {note.quote_id}" if note.quote_id else f"“{note.exact}”" if note.exact else "the article"
        )
        origin = f" ({note.origin})" if note.origin else ""
        print_text(f"Note {note.id} on {where}{tags}{origin}\n{note.body}\n")


def _target(
    store: "Store", article: str | None, quote: int | None, passage: str | None, edit: int | None
) -> Note:
    """The note to write into: an old one, or a new one on a quote, a passage or the article."""
    if edit:
        return store.notes.get(edit)
    if quote:
        found = store.quotes.get(quote)
        return Note("", found.article_id, quote_id=found.id)
    article_id = store.articles.find(_needed(article))
    if not passage:
        return Note("", article_id)
    start = store.articles.text(article_id).find(passage)
    if start < 0:
        raise NotFoundError(f"“{passage}” does not stand in article {article_id}.")
    return Note("", article_id, span=Span(start, start + len(passage)))


def _body(text: str) -> str:
    return sys.stdin.read().rstrip("\n") if text == "-" else text
