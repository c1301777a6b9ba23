"""What a search that finds nothing may have meant: words of the library one letter away, and names in it.

A word is looked up, never the vocabulary read: some 600 words that differ by one letter are asked for in the
index, 10 to 30 ms however large the library is.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from string import ascii_lowercase

from reader.store.connection import Connection

_SHORTEST = 4
"""Letters of a word that is looked at: shorter ones have too many neighbours."""
_LONGEST = 24
_MOST = 3
"""Words of a line that are looked at."""
_ENOUGH = 100
"""Articles up to which it is counted how many have a word."""
_LETTERS = ascii_lowercase + "äöüß"
_SPELLED = {"ae": "ä", "oe": "ö", "ue": "ü", "ss": "ß"}
_NAMES = {
    "speaker": "SELECT name FROM sources UNION SELECT name FROM aliases",
    "source": "SELECT name FROM sources UNION SELECT name FROM aliases",
    "outlet": """WITH RECURSIVE known(outlet) AS (
        SELECT min(outlet) FROM articles WHERE trashed = ''
        UNION ALL SELECT (SELECT min(outlet) FROM articles WHERE trashed = '' AND outlet > known.outlet)
        FROM known WHERE known.outlet IS NOT NULL)
      SELECT outlet FROM known WHERE outlet <> ''""",
}
"""Names that the value of a field may have meant; of outlets each is one step in an index."""
_KNOWN = 20_000
"""Names that are looked through at most."""


def meant(db: Connection, line: str) -> str:
    """A search line with the words that nothing has replaced by near ones; "" where that changes nothing."""
    words = line.split()
    near = [_near(db, word) or word for word in words[:_MOST]]
    found = " ".join((*near, *words[_MOST:]))
    return "" if found == " ".join(line.split()) else found


def _near(db: Connection, word: str) -> str:
    field, colon, value = word.partition(":")
    if colon:
        return _near_name(db, field.lower(), value)
    is_plain = word.isalpha() and _SHORTEST <= len(word) <= _LONGEST and word not in ("ODER", "NEAR", "NAHE")
    if not is_plain or _count(db, f'"{word}"*'):
        return ""
    counted = [(_count(db, f'"{one}"'), one) for one in _one_letter_away(word.lower())]
    most, near = max(counted, default=(0, ""))
    if not most:
        return ""
    return near.capitalize() if word[0].isupper() else near  # "Bürgermeistrin"


def _near_name(db: Connection, field: str, value: str) -> str:
    if field not in _NAMES or not value:
        return ""
    names = db.column(f"SELECT * FROM ({_NAMES[field]}) LIMIT {_KNOWN}")
    parts = {part.casefold(): part for name in names for part in (name, *_parts(name))}
    near = get_close_matches(value.casefold(), parts, 1, cutoff=0.75)
    if not near or near[0] == value.casefold():
        return ""
    name = parts[near[0]]
    return f'{field}:"{name}"' if " " in name else f"{field}:{name}"


def _parts(name: str) -> Iterable[str]:
    return (part for part in name.split() if len(part) >= _SHORTEST)


def _count(db: Connection, match: str) -> int:
    """How many articles have a word, up to `_ENOUGH`."""
    sql = f"""SELECT count(*) FROM
        (SELECT 1 FROM article_texts_fts WHERE article_texts_fts MATCH ? LIMIT {_ENOUGH})"""
    return int(db.value(sql, (match,)))


def _one_letter_away(word: str) -> Iterator[str]:
    """Words with a letter left out, put in, changed, or two that changed places (after Damerau)."""
    for written, letter in _SPELLED.items():
        yield word.replace(written, letter)
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in _LETTERS)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS if letter != tail[0])
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
