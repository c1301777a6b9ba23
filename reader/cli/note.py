"""`reader note`: write, list and remove notes."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import click

from reader.cli.invocation import Invocation
from reader.cli.memos import MemoWish, all_notes, memos
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import print_text, put_json, put_json_list, say, tell
from reader.errors import NotFoundError, UsageError
from reader.i18n import _, pgettext
from reader.models import Note, Span

if TYPE_CHECKING:
    from reader.store import Store


@click.command(
    "note",
    help=_(
        "Write TEXT (Markdown; - for standard input) about ARTICLE, or list its notes where no TEXT is "
        "given.\n\n"
        "With --quote or --edit the article is known: `reader note --quote 7 TEXT`. With --memo or "
        '--story it is a memo, and numbers are those of memos: `reader note --story "Bridge" TEXT`.'
    ),
)
@click.argument("article", required=False)
@click.argument("text", required=False)
@click.option("-q", "--quote", type=int, metavar="NUMBER", help=_("On this quote."))
@click.option("--on", "passage", metavar="WORDS", help=_("On the first passage with these words."))
@click.option("--memo", "on_library", is_flag=True, help=_("A memo: on the library as a whole."))
@click.option("--story", metavar="NAME", help=_("A memo: on the story of this name, which is yours to give."))
@click.option(
    "--all", "everything", is_flag=True, help=_("List all notes and memos, or those with some words.")
)
@click.option("-o", "--output", metavar="FILE", help=_("With --all, write them: .md, .csv or .json."))
@click.option("--force", is_flag=True, help=_("With --output, replace a file that is there."))
@click.option("--edit", type=int, metavar="NUMBER", help=_("Change this note, or this memo."))
@click.option("--remove", type=int, multiple=True, metavar="NUMBER", help=_("Remove it; repeatable."))
@click.option("-t", "--tag", "tags", multiple=True, metavar="TAG", help=_("Put this tag on it; repeatable."))
@json_option
@pass_invocation
def note_command(
    invocation: Invocation,
    article: str | None,
    text: str | None,
    quote: int | None,
    passage: str | None,
    on_library: bool,
    story: str | None,
    everything: bool,
    output: str | None,
    force: bool,
    edit: int | None,
    remove: tuple[int, ...],
    tags: tuple[str, ...],
    as_json: bool,
) -> None:
    """Write TEXT (Markdown; - for standard input) about ARTICLE, or list its notes where no TEXT is given."""
    _refuse(on_library, story, everything, quote, passage, output)
    words = " ".join(filter(None, (article, text)))
    with invocation.open() as store:
        if everything:
            all_notes(invocation, store, words, output, force=force, as_json=as_json)
        elif on_library or story is not None:
            wish = MemoWish(story or "", _body(words) if words else None, edit, remove, tags)
            memos(invocation, store, wish, as_json=as_json)
        elif remove:
            number = store.notes.remove([store.notes.get(number).id for number in remove])
            tell(as_json, _("{count} removed.").format(count=number), removed=number)
        else:
            _note(invocation, store, Wish(article, text, quote, passage, edit, tags), as_json)


class Wish(NamedTuple):
    """A note to be written, or asked for."""

    article: str | None
    text: str | None
    quote: int | None
    passage: str | None
    edit: int | None
    tags: tuple[str, ...]


def _refuse(
    on_library: bool,
    story: str | None,
    everything: bool,
    quote: int | None,
    passage: str | None,
    output: str | None,
) -> None:
    """Raise a UsageError for what does not go together."""
    if story is not None and not story.strip():
        raise UsageError(_("--story needs a name; a memo on the library as a whole is --memo."))
    if (on_library + (story is not None) + everything) > 1:
        raise UsageError(_("Give one of --memo, --story and --all."))
    if (on_library or story is not None) and (quote or passage):
        raise UsageError(_("A memo is on the library or a story: leave --quote and --on out."))
    if output is not None and not everything:
        raise UsageError(_("--output is for --all."))


def _note(invocation: Invocation, store: "Store", wish: Wish, as_json: bool) -> None:
    article, text, quote, passage, edit, tags = wish
    if quote or edit:
        article, text = None, text or article
    if text is None:
        if quote:
            notes = store.notes.on(store.quotes.get(quote).id)
        else:
            notes = [store.notes.get(edit)] if edit else store.notes.of(store.articles.find(_needed(article)))
        _list(list(invocation.covering(store).notes(notes)) if as_json else notes, as_json)
        return
    with store.step(_("Write a note")):
        note = _target(store, article, quote, passage, edit)
        stored = store.notes.save(replace(note, body=_body(text)))
        if tags:
            store.tags.attach(tags, notes=[stored.id])
    written = next(invocation.covering(store).notes([store.notes.get(stored.id)]), None)
    put_json(written) if as_json else say(_("Note {id} kept.").format(id=stored.id))


def _needed(article: str | None) -> str:
    if article is None:
        raise UsageError(_("Which article? Give its number as `reader list` shows it, or --quote NUMBER."))
    return article


def _list(notes: list[Note], as_json: bool) -> None:
    if as_json:
        put_json_list(notes)
        return
    for note in notes:
        tags = "".join(f" #{tag}" for tag in note.tags)
        head = _("Note {id} on {where}").format(id=note.id, where=_where(note))
        origin = f" ({note.origin})" if note.origin else ""
        print_text(f"{head}{tags}{origin}\n{note.body}\n")


def _where(note: Note) -> str:
    """What a note is about."""
    if note.quote_id:
        return pgettext("after on", "quote {number}").format(number=note.quote_id)
    return _("“{title}”").format(title=note.exact) if note.exact else pgettext("after on", "the article")


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
        raise NotFoundError(
            _("“{passage}” does not stand in article {article}.").format(passage=passage, article=article_id)
        )
    return Note("", article_id, span=Span(start, start + len(passage)))


def _body(text: str) -> str:
    return sys.stdin.read().rstrip("\n") if text == "-" else text
