"""All notes of a library as rows of a list: what was written, about what, and where it leads."""

from collections.abc import Iterable, Iterator

from reader.models import Anchor, NoteRow
from reader.store.article_lists import HELD
from reader.store.connection import Connection
from reader.store.folding import folded, sort_key
from reader.store.quote_lists import SPEAKER
from reader.store.taggings import tags_of

NOTE_ORDERS = ("newest", "oldest", "article", "place")
"""What notes can be sorted by: when they were last changed, the title of their article, their place in it."""
_SQL = f"""SELECT n.id, n.article_id, n.body,
    substr(coalesce(nullif(n.exact, ''), quotes.words, ''), 1, 600), coalesce(n.quote_id, 0),
    coalesce({SPEAKER}, ''), n.modified, n.origin, a.title, a.outlet,
    coalesce(n.start_at, quotes.start_at), n.anchor, coalesce(quotes.anchor, ''), {HELD}, a.language
    FROM notes n JOIN articles a ON a.id = n.article_id LEFT JOIN quotes ON quotes.id = n.quote_id
    LEFT JOIN sources ON sources.id = quotes.source_id
    WHERE a.trashed = '' ORDER BY n.modified DESC, n.id DESC"""


def listed_notes(db: Connection, wanted: str = "", order: str = "newest") -> list[NoteRow]:
    """The notes outside the trash, and the memos, with the words `wanted` (`#tag` for a tag), in an order."""
    words = folded(wanted).split()
    # where all are wanted, folding every one of them would take most of the time
    rows = sorted((*_rows(db), *_memos(db)), key=lambda row: row.modified, reverse=True)
    found = [row for row in rows if not words or _holds(row, words)]
    match order:
        case "oldest":
            found.reverse()
        case "article":
            found.sort(key=lambda row: (sort_key(row.title), row.article_id, _place(row)))
        case "place":
            found.sort(key=lambda row: (row.article_id, _place(row)))
    return found


def _rows(db: Connection) -> Iterator[NoteRow]:
    rows = db.rows(_SQL, ())
    tags = tags_of(db, "note_id", [row[0] for row in rows])
    for row, own in zip(rows, tags, strict=True):
        *facts, offset, anchor, quoted, held, language = row
        is_lost = Anchor.ORPHAN in (anchor, quoted)
        facts += [None if is_lost else offset, is_lost, own, held, language]
        yield NoteRow(*facts)


def _memos(db: Connection) -> Iterator[NoteRow]:
    """Memos, the newest first; they are told from notes by a number below 0."""
    rows = db.rows("SELECT id, story, body, modified, origin FROM memos ORDER BY modified DESC, id DESC", ())
    tags = tags_of(db, "memo_id", [row[0] for row in rows])
    for (number, story, body, modified, origin), own in zip(rows, tags, strict=True):
        yield NoteRow(-number, 0, body, "", 0, "", modified, origin, story, "", tags=own)


def _place(row: NoteRow) -> int:
    return -1 if row.offset is None else row.offset


def _holds(row: NoteRow, words: Iterable[str]) -> bool:
    tags = folded(" ".join(f"#{tag}" for tag in row.tags))
    parts = (row.body, row.about, row.speaker, row.title, row.outlet, row.origin)
    text = f"{folded(' '.join(parts))} {tags}"
    return all(word in text for word in words)
