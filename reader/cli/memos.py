"""Memos of `reader note`: on the library as a whole and on stories; and all notes in one list."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.invocation import Invocation
from reader.cli.output import print_text, put_json, put_json_list, say, tell
from reader.i18n import _, day, pgettext
from reader.models import Memo

if TYPE_CHECKING:
    from reader.models import NoteRow
    from reader.store import Store


class MemoWish(NamedTuple):
    """A memo to be written, or asked for."""

    story: str
    """"" for the library as a whole."""
    body: str | None
    """None where memos are to be listed."""
    edit: int | None
    remove: tuple[int, ...]
    tags: tuple[str, ...]


def memos(invocation: Invocation, store: "Store", wish: MemoWish, *, as_json: bool) -> None:
    """Write, list or remove memos."""
    covering = invocation.covering(store)
    if wish.remove:
        number = store.memos.remove([store.memos.get(number).id for number in wish.remove])
        tell(as_json, _("{count} removed.").format(count=number), removed=number)
    elif wish.body is None:
        found = [store.memos.get(wish.edit)] if wish.edit else store.memos.on(wish.story)
        if as_json:
            put_json_list(covering.memo(memo) for memo in found)
        else:
            for memo in found:
                _print(memo)
    else:
        stored = _written(store, wish)
        put_json(covering.memo(stored)) if as_json else say(_("Memo {id} kept.").format(id=stored.id))


def _written(store: "Store", wish: MemoWish) -> Memo:
    memo = store.memos.get(wish.edit) if wish.edit else Memo("")
    story = wish.story or memo.story
    with store.step(_("Write a memo")):
        stored = store.memos.save(replace(memo, story=story, body=wish.body or ""))
        if wish.tags:
            store.tags.attach(wish.tags, memos=[stored.id])
    return store.memos.get(stored.id)


def _print(memo: Memo) -> None:
    tags = "".join(f" #{tag}" for tag in memo.tags)
    where = pgettext("after on", "the library")
    if memo.story:
        where = pgettext("after on", "the story “{story}”").format(story=memo.story)
    origin = f" ({memo.origin})" if memo.origin else ""
    head = _("Memo {id} on {where}").format(id=memo.id, where=where)
    print_text(f"{head}{tags}{origin}\n{memo.body}\n")


def all_notes(
    invocation: Invocation, store: "Store", words: str, output: str | None, *, force: bool, as_json: bool
) -> None:
    """List all notes and memos that hold some words, or write them to a file."""
    rows = store.notes.listed(words)
    if output is not None:
        from reader.library.note_files import write  # the formats, which help does without

        place, confidential = Path(output).expanduser(), invocation.with_confidential
        write(store, rows, place, force=force, confidential=confidential)
        tell(as_json, _("Written: {place}").format(place=place), written=str(place))
    elif as_json:
        put_json_list(invocation.covering(store).note_rows(rows))
    else:
        for row in rows:
            _print_row(row)


def _print_row(row: "NoteRow") -> None:
    told = _("Memo {id} on {where}") if row.id < 0 else _("Note {id} on {where}")
    where = {
        "library": pgettext("after on", "the library"),
        "story": pgettext("after on", "the story “{story}”").format(story=row.title),
    }.get(row.kind, _("“{title}”").format(title=row.title))
    tags = "".join(f" #{tag}" for tag in row.tags)
    head = told.format(id=abs(row.id), where=where)
    print_text(f"{head}{tags}, {day(row.modified)}\n{row.body or row.about}\n")
