"""Libraries at one desk whose folder is a dictionary, so that segments can be lost, doubled and reordered."""

from functools import partial
from typing import Any

from reader import config
from reader.library.following import place
from reader.library.forgetting import forget, person, plan
from reader.library.sync_cover import SyncCover
from reader.store import Store
from reader.store.syncing.conflicts import contradictions
from reader.store.syncing.keys import Keys
from reader.store.syncing.kinds import BLOCK, KINDS
from reader.store.syncing.membership import note_digest
from reader.store.syncing.moments import Moments
from reader.store.syncing.registers import Dot
from reader.store.syncing.rows import Rows
from reader.store.syncing.segments import Segment, packed, unpacked
from reader.store.syncing.syncing import Synced, Syncing
from reader.store.syncing.things import Things

Folder = dict[Dot, bytes]


def join(store: Store, name: str) -> None:
    """Have a library take part."""
    sql = "INSERT INTO sync_desk (id, library, folder, desk, recipient) VALUES (1, ?, '', '', '')"
    with store.step("Join"):
        store._db.run(sql, (name,))


def sync(
    store: Store, folder: Folder, *, only: list[Dot] | None = None, again: bool = False, covers: bool = False
) -> Synced:
    """Sync a library with a folder, or with `only` some segments, in that order; `again` takes all anew.

    Where it `covers`, names and words that are covered in exports stay at home.
    """
    sent: list[Segment] = []
    with store.step("Sync"):
        store._recorder.aside()
        syncing = Syncing(store._recorder, place, partial(SyncCover, store) if covers else None)
        lost = [
            number
            for number, digest in syncing.own().items()
            if not digest or Dot(syncing.library, number) not in folder
        ]
        dots = sorted(folder) if only is None else [dot for dot in only if dot in folder]
        wanted = [
            dot for dot in dots if dot.library != syncing.library and (again or not syncing.is_taken(dot))
        ]
        done = syncing.run(
            (unpacked(folder[dot]) for dot in wanted), store._recorder.actor, sent.append, lost
        )
        for segment in sent:
            note_digest(store._db, segment.dot, "written")
    for segment in sent:
        folder[segment.dot] = packed(segment)
    for source in done.forgotten:
        _forget(store, source)
    return done


def _forget(store: Store, source: int) -> None:
    settings, who = config.Config(), person(store, store.sources.get(source))
    forget(store, settings, who, plan(store, settings, who), cover_notes=True)


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


def authorised(store: Store) -> dict[str, list[tuple[str, str]]]:
    """The steps of the authorisation of each quote, in their order, by the key of the quote."""
    keys = Keys(store._db)
    quotes = store._db.column("SELECT DISTINCT quote_id FROM authorisations")
    return {
        keys.key("quote", quote) or "": [
            (str(step.state), step.approved) for step in store.quotes.authorisations(quote)
        ]
        for quote in quotes
    }


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


def covered(store: Store) -> set[tuple[str, str, str]]:
    """What a library tells covered or keeps to itself, or knows covered: things with a field, "" for all."""
    db = store._db
    keys = Keys(db)
    things, rows, cover = Things(db, keys, Moments(db)), Rows(db, keys), SyncCover(store)
    found: set[tuple[str, str, str]] = set()
    for thing in things.all():
        if thing.row is None:
            continue
        fields, change = rows.read(thing.kind, [thing.row])[thing.row], cover.over(thing.kind, thing.row)
        if change is None or thing.veil:
            found.add((*thing.name, ""))
        for name, values in fields.items() if change else ():
            known = any(write.is_covered for write in thing.fields.get(name, ()))
            if known or BLOCK in str(values) or change(name, values) != values:
                found.add((*thing.name, name))
    shown = {key.split(":")[0] for kind, key, _ in found if kind == "version"}
    for thing in things.all():  # each shows the text that it knows best, and places in that what stands in it
        if thing.kind.name in ("article", "quote", "note") and {thing.key, thing.parent} & shown:
            found.add((*thing.name, "text" if thing.kind.name == "article" else "place"))
    return found
