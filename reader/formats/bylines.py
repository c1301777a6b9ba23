"""Who wrote an article: the names in its byline, family names apart from given names."""

import re
from dataclasses import dataclass
from functools import cache

from reader.languages.press import any_of, everywhere


@dataclass(frozen=True, slots=True)
class Author:
    """One name of a byline; an agency or a single word has a family name only."""

    family: str
    given: str = ""

    @property
    def full(self) -> str:
        """Given name first."""
        return f"{self.given} {self.family}".strip()

    @property
    def inverted(self) -> str:
        """Family name first, as bibliographies sort."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def initials(self) -> str:
        """Family name and initials, as in "Beispiel, A. M."."""
        letters = " ".join(f"{part[0]}." for part in re.split(r"[\s-]+", self.given) if part)
        return f"{self.family}, {letters}" if letters else self.family


def authors(byline: str) -> list[Author]:
    """The names in a byline such as "Von Anna Beispiel und Jan de Vries, Berlin", places not told apart."""
    names = _between().split(_by().sub("", byline.strip()))
    return [_author(name) for name in names if name.strip(" .")]


@cache
def _by() -> re.Pattern[str]:
    words = everywhere()
    return re.compile(rf"^\s*{any_of(words.by, words.author_labels)}\b[:\s]*", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[,;/&|]|\b{any_of(everywhere().between_names)}\b)\s*")


def _author(name: str) -> Author:
    words = name.split()
    if len(words) < 2:
        return Author(name.strip())
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold() in everywhere().particles():
        first -= 1
    return Author(" ".join(words[first:]), " ".join(words[:first]))
