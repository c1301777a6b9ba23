"""Fold case and diacritics away as the full-text index does, keeping every offset."""

import unicodedata


class _Folded(dict[int, str]):
    """The folded character for each code point, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        base = unicodedata.normalize("NFD", character)[0].lower()
        self[point] = base if len(base) == 1 else character
        return self[point]


_FOLDED = _Folded()


def folded(text: str) -> str:
    """Lower case without diacritics, one character for each of `text`: "Müller" gives "muller"."""
    if text.isascii():
        return text.lower()
    return text.translate(_FOLDED)


def sort_key(text: str) -> str:
    """What titles and names are sorted by: folded, from the first letter or digit on, 60 characters."""
    plain = folded(text[:80])
    first = next((place for place, character in enumerate(plain) if character.isalnum()), 0)
    return plain[first : first + 60]
