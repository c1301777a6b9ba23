"""Fold case and diacritics away as the full-text index does, keeping every offset."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def folded(text: str) -> str:
    """Lower case without diacritics, one character for each of `text`: "Müller" gives "muller"."""
    if text.isascii():
        return text.lower()
    return "".join(
        character.lower() if character < "\x80" else _folded_character(character) for character in text
    )


def sort_key(text: str) -> str:
    """What titles and names are sorted by: folded, from the first letter or digit on, 60 characters."""
    plain = folded(text[:80])
    first = next((place for place, character in enumerate(plain) if character.isalnum()), 0)
    return plain[first : first + 60]
