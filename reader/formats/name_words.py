"""Which words of a name give somebody away by themselves."""

from functools import cache

import regex

from reader.formats.letters import fold, has_case, words
from reader.languages.common_words import common_words
from reader.languages.press import everywhere

SHORTEST = 3
"""Letters of a part of a name in a script with capitals that tells by itself."""
SHORTEST_CASELESS = 2
"""The same where a character is a syllable or a word."""
_SHORT = 2
"""Letters of a name such as "Li", which its capital alone tells."""
_NO_NAMES = frozenset(("jr", "sr", "st", "mc", "ph"))
_BORN = frozenset(
    str.split("geb geborene geborener née né nee born alias genannt gen aka dit dite vulgo und")
)
"""Words in small letters between the names of one person."""
_CAPITAL_INSIDE = regex.compile(r"\p{Lu}\p{Ll}+")
_INDEFINITE = frozenset(
    str.split("ein eine einen einem einer eines kein keine a an un une una uno een no le ce this that these")
)


def without_article(written: list[str]) -> list[str]:
    """The words of a name without the article of a nickname: "Der Maulwurf" is called "dem Maulwurf" too.

    An indefinite one stays: "ein Sprecher" is a description, and other speakers are none of his.
    """
    definite = common_words().determiners - _INDEFINITE
    if len(written) > 1 and fold(written[0]) in definite and written[1][:1].isupper():
        return written[1:]
    return written


def is_name(word: str) -> bool:
    """Whether one word gives a person away: a name by its look, long enough, and no title or particle."""
    if not has_case(word):
        return len(word) >= SHORTEST_CASELESS and not word.isdigit()
    if len(word) == _SHORT and word[0].isupper() and word[1].islower():
        return fold(word) not in small_words() and fold(word) not in _NO_NAMES
    return word[0].isupper() and is_telling(word)


def is_telling(word: str) -> bool:
    """Whether a word is long enough and no particle, number or title: not "Li", "1984" or "van"."""
    return len(fold(word)) >= SHORTEST and not word.isdigit() and fold(word) not in small_words()


def is_personal(written: list[str]) -> bool:
    """Whether a name looks like a person's: no article before it, and only particles in small letters."""
    small = {fold(word) for word in written if word[:1].islower() and len(word) > 1} - _BORN
    articles = set(everywhere().articles) | _INDEFINITE
    return fold(written[0]) not in articles and small <= small_words()


@cache
def small_words() -> frozenset[str]:
    """What stands in names and tells nobody alone: particles, titles."""
    words_of_all = everywhere()
    return frozenset(
        fold(word) for word in (*words_of_all.particles(), *words_of_all.name_words, *common_words().titles)
    )


def without_hyphens(name: str) -> list[str]:
    """Words with a hyphen or apostrophe in one: Karl-Heinz is called Karlheinz too, O'Brien OBrien."""
    divided = [part for part in name.split() if any(mark in part[1:-1] for mark in "-'’")]
    return ["".join(word.text for word in words(part)) for part in divided]


def apart(word: str) -> list[str]:
    """A name with a capital inside as two words: "Mc Donald"."""
    pieces = _CAPITAL_INSIDE.findall(word)
    return pieces if len(pieces) > 1 and "".join(pieces) == word else []
