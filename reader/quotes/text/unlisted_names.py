"""Full names that no list of given names knows, told by the surname alone beside a verb of saying."""

import re
from collections.abc import Container, Iterator, Set

from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_AGE = re.compile(r"\d\d?|\d{4}[-–]\d{4}")
_ROLE = 3
"""Words in which the role behind a name and comma stands: "a local community organiser"."""
_ORIGIN = 3
"""Tokens from the second word of a name back to what stands before an origin."""
_LIFE = re.compile(r"\d{4}[-–]\d{0,4}")


def unlisted_names(text: TableText, given: Container[str]) -> Iterator[Range]:
    """ "Bettany Okafor" in a text that goes on with "Okafor says" or "Ms Okafor", or before an age.

    Each at its first place.
    """
    behind = [at for at in range(1, len(text.words)) if _follows_given(text, at, given)]
    families, found = set(_surnames(text, {text.words[at] for at in behind})), set[str]()
    for at in behind:
        word = text.words[at]
        if word in found:
            continue
        aged = is_name(word) and word[-1].islower() and _is_aged(text, at + 1)
        aged = aged or (is_name(word) and _is_apposed(text, at)) or _is_titled(text, at) or _is_of(text, at)
        if (word in families or aged) and _is_given(text, at - 1):
            found.add(word)
            yield at - 1, at + 1


def _follows_given(text: TableText, at: int, given: Container[str]) -> bool:
    """Whether a capital stands behind another that is in no list of given names."""
    before = text.words[at - 1]
    return text.words[at][0].isupper() and before[0].isupper() and before not in given


def _is_aged(text: TableText, at: int) -> bool:
    """Whether an age or the years of a life stand behind a name: "(44)", "(1938-2026)", ", 44,"."""
    opening, inside, closing = ([*text.words[at : at + 3], "", "", ""])[:3]
    if opening == "(":
        years = _LIFE.fullmatch(inside + closing) if closing not in ")," else _AGE.fullmatch(inside)
        return bool(years)
    return opening == closing == "," and bool(_AGE.fullmatch(inside))


def _is_apposed(text: TableText, at: int) -> bool:
    """Whether the second word of a sentence has a role in commas behind it: "Minoo Kyaa, a nurse, left"."""
    opens = at == text.sentence_of(at)[0] + 1 and text.lower(at + 1) == ","
    led = opens and text.lower(at + 2) in text.language.determiners - text.language.possessives
    return led and any(is_role(text.lower(i), text.language) for i in range(at + 3, at + 3 + _ROLE))


def _is_of(text: TableText, at: int) -> bool:
    """Whether article or role and an origin stand before: "de Noorse Ingvild Sørby", "buteur malien Zo K"."""
    role = text.lower(at - _ORIGIN) if at >= _ORIGIN and _is_word(text.words[at]) else ""
    led = role in text.language.definite or (bool(text.language.articles) and is_role(role, text.language))
    return led and text.lower(at - 2) in text.language.descriptions


def _is_titled(text: TableText, at: int) -> bool:
    """Whether the title begins with a name and a comma or colon: "Isild Bercot, la comédie sans filet"."""
    name = f"{text.words[at - 1]} {text.words[at]}"
    behind = text.analysis.title.removeprefix(name).lstrip()[:1] if text.language.articles else ""
    return text.analysis.title.startswith(name) and behind in (",", ":") and _is_word(text.words[at])


def _surnames(text: TableText, words: Set[str]) -> Iterator[str]:
    """Those of some words that stand alone beside a verb of saying or behind a title."""
    language = text.language
    for at, word in enumerate(text.words):
        if word not in words or not _is_word(word) or is_role(text.lowered[at], language):
            continue
        titled = text.lower(at - 1) in language.honorifics
        alone = titled or not is_name(text.words[at - 1]) or at == text.sentence_of(at)[0]
        said = text.says(at + 1) or (text.says(at - 1) and text.words[at - 1].islower())
        if alone and (titled or said) and not text.lower(at + 1)[:1].isupper():
            yield word


def _is_given(text: TableText, at: int) -> bool:
    """Whether a word may be a given name: a capital, and nothing that a table knows."""
    word, lower, language = text.words[at], text.lowered[at], text.language
    if not _is_word(word) or word.lower() in text.words or is_role(lower, language):
        return False
    small = language.determiners | language.times | language.prepositions | language.joining
    titles = language.honorifics | language.titles | language.groups | language.documents
    other = language.adversatives | language.comparisons | language.starters | language.verbs
    return not any(lower in table for table in (small, titles, other, language.pronouns))


def _is_word(word: str) -> bool:
    """Whether a word has one capital and small letters behind it: "Okafor", not "BBC"."""
    return len(word) > 1 and word[0].isupper() and word[1:].isalpha() and not word.isupper()
