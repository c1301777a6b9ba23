"""Where a person is named in what people write: by any of their names, with endings, initials, in one word.

Texts are compared without accents and capitals; a part of a name alone counts where it begins with a capital,
so that somebody called Kurz is not found in "zu kurz". The names of others are not found.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from reader.languages.press import everywhere
from reader.models import Span

COVER = "████"
"""What stands for a name: of one length, so that it does not tell that of the name."""
_SHORTEST = 3
"""Letters from which a part of a name tells a person alone."""
_APART = r"[\s._\-+,\"'„“”‘’»«]{0,3}"
"""What may divide the words of a name: "jana-kolb.txt", "J. Kolb", "janakolb", 'Robert "Stilts" Manning'."""
_ENDING = r"(?:['’]?s|es|['’])?"
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_WITHOUT_GAPS = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
"""Scripts that put no gap between words: Chinese, Japanese, Thai."""
_CYRILLIC_ENDING = r"\w{0,3}"
"""Russian and Ukrainian names take the endings of their case."""


class NameMentions:
    """Finds and covers the names of one person."""

    def __init__(self, names: Iterable[str], others: Iterable[str] = (), *, personal: bool = True) -> None:
        """`names` are those of the person, `others` those of everybody else in the register.

        Names that are not `personal`, as of an office, are only found whole.
        """
        self.names = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
        others = [" ".join(name.split()) for name in others if name.strip()]
        taken = {_plain(part) for name in others for part in _parts(name)}
        parts = {part for name in self.names for part in _parts(name) if personal}
        self.shared_parts = tuple(sorted(part for part in parts if _plain(part) in taken))
        """Parts of the name that somebody else has too; alone they may mean either, and are not found."""
        own = sorted((part for part in parts if _plain(part) not in taken), key=len, reverse=True)
        self._wholes = _pattern([_spaced(form) for name in self.names for form in _forms(name)])
        self._parts = _pattern([re.escape(_plain(part)) for part in own])
        self._others = _pattern([_spaced(name) for name in others if _plain(name) not in self._plain_names])

    @property
    def _plain_names(self) -> set[str]:
        return {_plain(name) for name in self.names}

    def spans(self, text: str, *, freely: bool = False) -> list[Span]:
        """Where the person is named; `freely` finds parts of the name in small letters too, as in paths."""
        plain = _plain(text)
        if len(plain) != len(text):  # a letter that folds into several: compare as it stands
            plain = text.lower()
        found = [Span(*match.span()) for match in self._wholes.finditer(plain)] if self._wholes else []
        foreign = [match.span() for match in self._others.finditer(plain)] if self._others else []
        for match in self._parts.finditer(plain) if self._parts else ():
            start, end = match.span()
            is_name = freely or not text[start].islower()
            if is_name and not any(one <= start and end <= other for one, other in foreign):
                found.append(Span(start, end))
        return _joined(found)

    def covered(self, text: str, *, freely: bool = False) -> str:
        """`text` with every name covered."""
        for start, end in reversed(self.spans(text, freely=freely)):
            text = text[:start] + COVER + text[end:]
        return text

    def is_name(self, text: str) -> bool:
        """Whether a text is one of the names, and nothing else."""
        return _plain(" ".join(text.split())) in self._plain_names


def _forms(name: str) -> Iterable[str]:
    """A name, and with initials in the place of given names: "J. Kolb" for "Jana Kolb"."""
    words = name.split()
    yield name
    if len(words) > 1 and all(word[:1].isupper() for word in (words[0], words[-1])):
        yield " ".join([f"{words[0][0]}.", *words[1:]])
        yield f"{words[-1]} {words[0]}"


def _spaced(name: str) -> str:
    words = [re.escape(_plain(word.strip(".,()\"'„“”»«"))) for word in re.split(r"[\s.\-]+", name)]
    return _APART.join(word for word in words if word)


def _parts(name: str) -> Iterable[str]:
    """Words of a name that tell a person alone: long enough, capitalised, no title or particle.

    "der Informant" has none: with an article before it, it is no name.
    """
    small = _small_words()
    if name.split(maxsplit=1)[0].lower() in everywhere().articles:
        return
    for word in re.split(r"[\s\-]+", name):
        word = word.strip(".,()\"'„“”»«")
        is_word = len(word) >= _SHORTEST and word[0].isalpha() and not word[0].islower()
        if is_word and word.lower() not in small:
            yield word


@cache
def _small_words() -> frozenset[str]:
    words = everywhere()
    return frozenset((*words.particles(), *words.name_words, *words.articles))


def _pattern(alternatives: Iterable[str]) -> re.Pattern[str] | None:
    some = sorted({one for one in alternatives if one}, key=len, reverse=True)
    if not some:
        return None
    return re.compile("|".join(map(_as_word, some)))


def _as_word(name: str) -> str:
    """A pattern for a name where it is no part of a longer word, with the endings of its script."""
    if _WITHOUT_GAPS.search(name):
        return name
    ending = _CYRILLIC_ENDING if _CYRILLIC.search(name) else _ENDING
    return rf"(?<![^\W_]){name}{ending}(?![^\W_])"


@cache
def _base(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def _plain(text: str) -> str:
    """A text without capitals and accents, a character for each."""
    return text.lower() if text.isascii() else "".join(map(_base, text))


def _joined(spans: list[Span]) -> list[Span]:
    """Spans in their order, those that overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return joined
