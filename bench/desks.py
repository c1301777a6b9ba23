"""Libraries at one desk whose folder is a dictionary, so that segments can be lost, doubled and reordered."""

from typing import Any

from reader.library.following import place
from reader.store import Store
from reader.store.syncing.conflicts import contradictions
from reader.store.syncing.keys import Keys
from reader.store.syncing.kinds import KINDS
from reader.store.syncing.registers import Dot
from reader.store.syncing.rows import Rows
from reader.store.syncing.segments import Segment, packed, unpacked
from reader.store.syncing.syncing import Synced, Syncing
from reader.store.syncing.things import Moments, Things

Folder = dict[Dot, bytes]


def join(store: Store, name: str) -> None:
    """Have a library take part."""
    sql = "INSERT INTO sync_desk (id, library, folder, desk, recipient) VALUES (1, ?, '', '', '')"
    with store.step("Join"):
        store._db.run(sql, (name,))


def sync(store: Store, folder: Folder, *, only: list[Dot] | None = None, again: bool = False) -> Synced:
    """Sync a library with a folder, or with `only` some segments, in that order; `again` takes all anew."""
    sent: list[Segment] = []
    with store.step("Sync"):
        store._recorder.aside()
        syncing = Syncing(store._recorder, place)
        lost = [number for number in syncing.own() if Dot(syncing.library, number) not in folder]
        dots = sorted(folder) if only is None else [dot for dot in only if dot in folder]
        wanted = [
            dot for dot in dots if dot.library != syncing.library and (again or not syncing.is_taken(dot))
        ]
        done = syncing.run(
            (unpacked(folder[dot]) for dot in wanted), store._recorder.actor, sent.append, lost
        )
    for segment in sent:
        folder[segment.dot] = packed(segment)
    return done


def picture(store: Store) -> dict[tuple[str, str], Any]:
    """All that libraries in step have in common, but for the trash."""
    db = store._db
    keys, moments = Keys(db), Moments(db)
    things, rows = Things(db, keys, moments), Rows(db, keys)
    seen: dict[tuple[str, str], Any] = {}
    trash = {
        key
        for (key,) in db.rows(
            """SELECT key FROM sync_things JOIN articles ON id = row_id
            WHERE kind = 'article' AND trashed <> ''"""
        )
    }
    for kind in KINDS:
        ids = db.column(f"SELECT id FROM {kind.table}")
        for thing in things.of_rows(kind.name, ids).values():
            if not _is_trashed(things, thing, trash):
                fields = rows.read(kind, [thing.row])[thing.row]
                fields.pop("came", None)
                for name in ("number", "added"):  # each library counts its texts itself
                    fields.get("text", {}).pop(name, None)
                seen[thing.name] = fields
    return seen


def _is_trashed(things: Things, thing: Any, trash: set[str]) -> bool:
    while thing is not None:
        if thing.kind.name == "article" and thing.key in trash:
            return True
        thing = things.get(thing.kind.parent, thing.parent) if thing.parent else None
    return False


def conflicts(store: Store) -> list[tuple[Any, ...]]:
    """What two people wrote at the same time, of things that are not in the trash."""
    db = store._db
    keys = Keys(db)
    things, rows, there = Things(db, keys, Moments(db)), Rows(db, keys), picture(store)
    return sorted(
        (*thing.name, name, write.dot)
        for thing in things.all()
        if thing.name in there
        for name, write, _, _ in contradictions(things, rows, thing)
    )
