"""The name that follows in commas the phrase of a role: "the accused, Dean Cole"."""

from reader.quotes.text import nouns
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_LONGEST = 7
"""Tokens of the name at most, and of a role before it."""


def with_name(text: TableText, found: Range, stop: int, *, definite: bool = False) -> Range:
    """A phrase without a name, with the name that follows in commas: "the accused, Dean Cole".

    One word alone is taken where it is `definite` by its ending: "ministern, Paul Grant".
    """
    first, end = found
    words = text.lowered[first:end]
    role = any(nouns.is_role(word, text.language) for word in words)
    # "the UN's envoy, Ann Lee" lacks a name, "Ann Lee, Leeds" and "the council, Leeds" do not.
    named = (
        nouns.is_name(text.words[end - 1]) and not nouns.is_role(words[-1], text.language) and not definite
    )
    # "her colleague of the ABVV, Luc Bos": the name is that of whom the role hangs on
    led = text.lower(first) in text.language.determiners and text.lower(end - 2) in text.language.determiners
    named = named and not (role and led and end - first > 3)
    grouped = not role and any(word in text.language.groups for word in words)
    if named or grouped or (end - first < 2 and not definite) or text.lower(end) != ",":
        return found
    at = end + 1
    at = _behind_role(text, at, stop)
    while text.lower(at) in text.language.honorifics and text.words[at].islower():
        at += 1
    while at < min(stop, end + _LONGEST):
        step = nouns.particles_at(text, at, stop) if at > end + 1 else 0
        if step:
            at += step
        elif at in text.nicknames and at > end + 1:
            at = text.nicknames[at]
        elif nouns.is_name(text.words[at]) and text.lower(at) not in text.language.times:
            at += 1
        else:
            break
    closed = at >= stop or not text.words[at][0].isalnum() or text.says(at)
    # A name alone may be a place: "ministern, Oslo".
    return (first, at) if at > end + 1 + definite and closed else found


def _behind_role(text: TableText, at: int, stop: int) -> int:
    """Behind the role before a name in commas: "her neighbour, the retired teacher | Luc Bos,"; else `at`."""
    if text.lower(at) not in text.language.determiners:
        return at
    for place in range(at + 1, min(at + _LONGEST, stop - 1)):
        if not text.words[place].islower():
            break
        if nouns.is_role(text.lower(place), text.language) and nouns.is_name(text.words[place + 1]):
            return place + 1
    return at
