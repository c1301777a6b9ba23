"""The codebook of a library: its tags as a tree, in the order that a person gave it, with what bears each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.models import Tag
from reader.store.connection import Connection
from reader.store.folding import sort_key

_BORNE = """
SELECT name, 'articles', articles.id FROM taggings JOIN tags ON tags.id = tag_id
  JOIN articles ON articles.id = taggings.article_id WHERE trashed = ''
UNION ALL SELECT name, 'articles', articles.id FROM taggings JOIN tags ON tags.id = tag_id
  JOIN quotes ON quotes.id = taggings.quote_id JOIN articles ON articles.id = quotes.article_id
  WHERE trashed = ''
UNION ALL SELECT name, 'articles', articles.id FROM taggings JOIN tags ON tags.id = tag_id
  JOIN notes ON notes.id = taggings.note_id JOIN articles ON articles.id = notes.article_id
  WHERE trashed = ''
UNION ALL SELECT name, 'quotes', quotes.id FROM taggings JOIN tags ON tags.id = tag_id
  JOIN quotes ON quotes.id = taggings.quote_id JOIN articles ON articles.id = quotes.article_id
  WHERE trashed = ''
UNION ALL SELECT name, 'notes', notes.id FROM taggings JOIN tags ON tags.id = tag_id
  JOIN notes ON notes.id = taggings.note_id JOIN articles ON articles.id = notes.article_id
  WHERE trashed = ''
UNION ALL SELECT name, 'notes', -memo_id FROM memo_taggings JOIN tags ON tags.id = tag_id
"""
"""Tag, what bears it, and its number; a memo is a note with a number below 0."""


def counted_tree(db: Connection, tags: Sequence[Tag]) -> list[Tag]:
    """Tags and the levels above them, from top to bottom, each with what it and all below it are on."""
    counts = _counts(db)
    return [
        replace(
            tag,
            articles=len(counts[tag.path, "articles"]),
            quotes=len(counts[tag.path, "quotes"]),
            notes=len(counts[tag.path, "notes"]),
        )
        for tag in in_order(tags)
    ]


def _counts(db: Connection) -> dict[tuple[str, str], set[int]]:
    """The numbers of what bears each tag or one below it: one thing counts once."""
    found: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for name, kind, number in db.rows(_BORNE):
        for path in (*_above(name), name):
            found[path, kind].add(number)
    return found


def in_order(tags: Iterable[Tag]) -> list[Tag]:
    """A tree from top to bottom, with the levels above: those placed first, then the others by name."""
    known = {tag.path: tag for tag in tags}
    for path in list(known):
        for above in _above(path):
            known.setdefault(above, Tag(above))
    keys = {path: _key(tag) for path, tag in known.items()}
    return sorted(known.values(), key=lambda tag: [keys[path] for path in (*_above(tag.path), tag.path)])


def _key(tag: Tag) -> tuple[bool, int, str, str]:
    name = tag.path.rpartition("/")[2]
    return (not tag.place, tag.place, sort_key(name), name)


def _above(path: str) -> list[str]:
    """The levels above a tag: "a" and "a/b" of "a/b/c"."""
    levels = path.split("/")
    return ["/".join(levels[:depth]) for depth in range(1, len(levels))]
