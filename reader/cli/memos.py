"""Memos of `reader note`: on the library as a whole and on stories; and all notes in one list."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.options import Invocation
from reader.cli.output import print_text, put_json, put_json_list, say, tell
from reader.i18n import _
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
        tell(as_json, _("{number} removed.").format(number=number), removed=number)
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
    where = _("the story “{story}”").format(story=memo.story) if memo.story else _("the library")
    origin = f" ({memo.origin})" if memo.origin else ""
    print_text(
        _("Memo {id} on {where}{tags}{origin}\n{body}\n").format(
            id=memo.id, where=where, tags=tags, origin=origin, body=memo.body
        )
    )


def all_notes(
    invocation: Invocation, store: "Store", words: str, output: str | None, *, force: bool, as_json: bool
) -> None:
    """List all notes and memos that hold some words, or write them to a file."""
    rows = store.notes.listed(words)
    if output is not None:
        from reader.library.note_files import write  # the formats, which help does without

        place, confidential = Path(output).expanduser(), invocation.with_confidential
        write(store, rows, place, force=force, confidential=confidential)
        tell(as_json, f"Written: {place}", written=str(place))
    elif as_json:
        put_json_list(invocation.covering(store).note_rows(rows))
    else:
        for row in rows:
            _print_row(row)


def _print_row(row: "NoteRow") -> None:
    number = f"Memo {-row.id}" if row.id < 0 else _("Note {id}").format(id=row.id)
    tags = "".join(f" #{tag}" for tag in row.tags)
    title = {"library": _("the library"), "story": _("the story “{title}”").format(title=row.title)}.get(
        row.kind, f"“{row.title}”"
    )
    print_text(f"{number} on {title}{tags}, {row.modified[:10]}\n{row.body or row.about}\n")
