"""Find the subject of a verb of saying by its place alone, where no table knows its nouns.

"said shop owner Raj Patel", "the plumber said", "a source close to the talks told …": all that stands between
the verb and the next stop, comma or preposition is who speaks.
"""

from functools import lru_cache

from reader.languages.tables import Language
from reader.quotes.text.nouns import is_nominal, link_at, owns_bare
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_LONGEST = 10
"""Tokens of such a subject at most."""


def unlisted_behind(text: TableText, at: int, stop: int) -> Range | None:
    """The subject from token `at` on: "shop owner Raj Patel", "le boucher", "will.i.am"."""
    end, linked = at, True
    place, stop = at, min(stop, at + _LONGEST)
    while place < stop:
        step = link_at(text, place, stop) if place > at and not linked else 0
        if step and not begins_addressee(text, at, place):
            place, linked = place + step, True
        elif linked and text.lower(place) in text.language.determiners:
            place += 1
        elif end == place > at and owns_bare(text, place):  # "Beddoes' lawyer"
            place, linked = place + 1, True
        elif place in text.nicknames and end == place:
            place = end = text.nicknames[place]
        # "the accused": behind an article a verb of saying is a noun.
        elif _is_part(text, place) or (place > at and linked and text.says(place)):
            place, end, linked = place + 1, place + 1, False
            if text.words[end - 1][0] == "@":  # "@pepe en X"
                break
        else:
            break
    # "le maire ce matin": a time begins with the article that is left
    while end > at + 1 and (is_adverb(text, end - 1) or text.lower(end - 1) in text.language.determiners):
        end -= 1
    return (at, end) if end > at and _names_somebody(text, at, end) else None


def unlisted_before(text: TableText, start: int, end: int, *, bare: bool = False) -> Range | None:
    """The subject that ends before the verb at token `end` and not before `start`: "the 44-year-old said".

    A `bare` one is all from `start` on, whatever it begins with: '"…," user harbourcat99 replied'.
    """
    first = end
    while first > max(start, end - _LONGEST) and _is_within(text, first - 1):
        first -= 1
    led = first > start and text.lower(first - 1) in text.language.prepositions
    # "During the talks the plumber said": an adverbial ends where a determiner begins the subject.
    for at in range(first + 1, end):
        if text.lower(at) in text.language.determiners and not text.is_linking(at - 1):
            first, led = at, False
    while first < end and not (bare and first == start) and not begins_subject(text, first):
        first += 1
    # "le maire l'a dit": an object stands between, no subject ends there.
    objected = text.lower(end - 1) in text.language.determiners
    if led or first >= end or objected or is_adverb(text, end - 1) or not _is_part(text, end - 1):
        return None
    return first, end


def _names_somebody(text: TableText, first: int, end: int) -> bool:
    """Whether a phrase behind a verb can be its subject: with a determiner, a name or a known noun."""
    # "dijo riendo", "said laughing": a bare small word says how, not who.
    known = any(is_nominal(text, at) for at in range(first, end))
    return known or (text.lower(first) in text.language.determiners and end > first + 1)


def begins_addressee(text: TableText, first: int, at: int) -> bool:
    """Whether a preposition behind a name begins whom it was said to: "Hélène Forêt à l'Assemblée"."""
    if at <= first:
        return False
    size = max((len(words) for words in text.language.addressing if _stands(text, at, words)), default=0)
    # "l'avocate à la presse", "il sindaco all'Ansa": behind a noun only the press is surely told.
    return bool(size) and (text.words[at - 1][0].isupper() or text.lower(at + size) in text.language.press)


def addresses(text: TableText, at: int) -> bool:
    """Whether a preposition with whoever is told stands at a token."""
    return any(_stands(text, at, words) for words in text.language.addressing)


def _stands(text: TableText, at: int, words: tuple[str, ...]) -> bool:
    """Whether these words stand at a token."""
    return tuple(text.lowered[at : at + len(words)]) == words


def is_closed(text: TableText, at: int) -> bool:
    """Whether a word is a small one that no noun phrase begins with: a preposition, adverb or conjunction."""
    if text.lower(at) in text.language.pronouns:
        return False
    return text.lower(at) in _breaking(text.language) or is_adverb(text, at)


def begins_subject(text: TableText, at: int) -> bool:
    """Whether a subject may begin at a token: a determiner, name, number or known noun."""
    word = text.words[at]
    return text.lower(at) in text.language.determiners or is_nominal(text, at) or word[0].isdigit()


def _is_part(text: TableText, at: int) -> bool:
    """Whether a word can belong to a noun phrase, be it in a table or not."""
    word, lower = text.words[at], text.lower(at)
    if not (word[0].isalnum() or (word[0] == "@" and len(word) > 1)):
        return False
    # "Will Smith": a name that is a verb in small letters.
    named = word[0].isupper() and (lower in text.language.finite or is_nominal(text, at))
    if (lower in _breaking(text.language) or text.is_auxiliary(at)) and not named:
        return False
    # "state senator Bo Hall": a word that is a verb elsewhere.
    return not text.says(at) or word[0].isupper() or (at + 1 < len(text.words) and is_nominal(text, at + 1))


def _is_within(text: TableText, at: int) -> bool:
    """Whether a word before a verb may belong to its subject: with links, determiners and nicknames."""
    if _is_part(text, at) or text.lower(at) in text.language.determiners or text.words[at] == "&":
        return True
    if text.words[at] in "'’" or at + 1 in text.nicknames.values() or at in text.nicknames:
        return True
    lower, language = text.lower(at), text.language
    return text.is_linking(at) and lower not in language.conjunctions and lower not in language.relatives


def is_adverb(text: TableText, at: int) -> bool:
    """Whether a small word is an adverb by its table or ending ("also", "quietly"), and known as no noun."""
    if at >= len(text.words) or is_nominal(text, at):
        return False
    endings, lower = text.language.adverb_endings, text.lower(at)
    small = lower in text.language.times or lower in text.language.prepositions
    return small or (bool(endings) and lower.endswith(endings))


@lru_cache(maxsize=32)
def _breaking(language: Language) -> frozenset[str]:
    """Small words that no noun phrase goes over."""
    closed = (
        language.finite,
        language.conjunctions,
        language.relatives,
        language.adversatives,
        language.comparisons,
        language.times,
        language.joining,
        language.prepositions,
        language.reflexives,
        language.infinitive,
        frozenset(language.pronouns),
        frozenset(language.oblique),
    )
    return frozenset[str]().union(*closed) - language.determiners
