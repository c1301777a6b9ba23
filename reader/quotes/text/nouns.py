"""Tell the nouns and particles that name a speaker from other words, by the tables of any language."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.languages.given_names import given_names
from reader.languages.tables import Language
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_SMALL_NAME = re.compile(
    r"(?:al|el|as|ash|at|ar|an|ad|az|ul|d|l|o|dell|dall|degl|sant)[-'’](?=[^\W\d_])(?![a-zß-ÿ])"
    r"|@\w|\w*[^\W\d_]\w*_\w+$|[^\W\d_]{2,}(?:\.[^\W\d_])+\.[^\W\d_]{2,}$|[^\W\d_]{3,}\d+$"
)
"""A name that begins small: with a joined particle ("al-Harbi"), "@anna", "will.i.am", "wolf75", "a_b"."""
_CAMEL = re.compile(r"[a-zà-ÿ][A-Z]")
"""A capital within a word, as no person's name has it and many a company's has."""
_SIBILANTS = ("s", "x", "z")
"""Ends of names whose possessive is the bare apostrophe."""
_PARTICLES = 3
"""Name particles in a row at most: "von und zu"."""


def is_name(word: str) -> bool:
    """Whether a word may be part of a name: a capital, "al-Harbi", or a handle."""
    return word[0].isupper() or bool(_SMALL_NAME.match(word))


def is_nominal(text: TableText, at: int) -> bool:
    """Whether a word can be the noun of a speaker: a name ("Lee"), or one that the tables know."""
    lower, language = text.lowered[at], text.language
    if lower in _nominal_words(language) or is_role(lower, language):
        return True
    word = text.words[at]
    # "The headline", "As", "Then": a capital at the start of a sentence; "Maya Durante" is a name.
    small = lower in _small_words(language)
    if lower in language.times | language.joining and word not in given_names():
        small = small or at == text.sentence_of(at)[0]
    return is_name(word) and not (small and not (at and text.words[at - 1] in given_names()))


@lru_cache(maxsize=32)
def _nominal_words(language: Language) -> frozenset[str]:
    """Words that name a speaker: roles, groups, documents, the unnamed, titles."""
    named = (language.roles, language.groups, language.documents, language.anonymous, language.honorifics)
    return frozenset[str]().union(*named)


@lru_cache(maxsize=32)
def _small_words(language: Language) -> frozenset[str]:
    """Words that are no nouns and may have a capital at the start of a sentence."""
    linking = {link[0] for link in language.links} | language.prepositions
    closed = (language.determiners, language.comparisons, language.conjunctions, language.adversatives)
    return frozenset[str]().union(linking - language.particles, *closed)


def is_role(lower: str, language: Language) -> bool:
    """Whether a word in lower case names people by role, also what they were: "ex-minister", "exedil"."""
    if lower in language.roles or ("-" in lower and lower.rpartition("-")[2] in language.roles):
        return True
    return any(
        lower.removeprefix(ex) in language.roles for ex in language.former_prefixes if lower.startswith(ex)
    )


def is_firm(name: str, language: Language) -> bool:
    """Whether a name is a group's: "NHS England", "TechCrunch" by capitals, "Lee Homes" by its end."""
    *_, last = name.lower().split() or [""]
    return last in language.groups or any(
        (len(word) > 1 and word.isupper()) or _CAMEL.search(word) for word in name.split()
    )


def link_at(text: TableText, at: int, last: int) -> int:
    """Number of tokens of the link or of the name particles at `at`, 0 where there is none."""
    lowered, language = text.lowered, text.language
    # "Hope & Anchor".
    if text.words[at] == "&" and at + 1 < last and text.words[at + 1][0].isupper():
        return 1
    particles = particles_at(text, at, last)
    if particles:
        return particles
    for link in _links_from(language).get(lowered[at], ()):
        if at + len(link) < last and tuple(lowered[at : at + len(link)]) == link:
            return len(link)
    return 0


@lru_cache(maxsize=32)
def _links_from(language: Language) -> dict[str, list[tuple[str, ...]]]:
    """The links of a language by their first word, in their order: asked at every word of a phrase."""
    links: dict[str, list[tuple[str, ...]]] = {}
    for link in language.links:
        links.setdefault(link[0], []).append(link)
    return links


def particles_at(text: TableText, at: int, last: int) -> int:
    """Number of tokens of the name particles at `at`, with a name behind them: "de", "von der", "van 't"."""
    end, particles = at, text.language.particles
    if at >= last or (text.lowered[at] not in particles and text.words[at] not in "'’"):
        return 0
    # "zegt Bos | aan De Morgen", "aan Bruzz": whom it is told to; "Jan aan de Stegge" is a name
    addresses = (text.lowered[at],) in text.language.addressing
    if addresses and text.words[at].islower() and at + 1 < last and text.words[at + 1][0].isupper():
        return 0
    for _ in range(_PARTICLES):
        if end < last and text.lowered[end] in particles:
            end += 1
        # "van 't Hof": the apostrophe is a token of its own.
        elif (
            end + 1 < last
            and text.words[end] in "'’"
            and text.words[end] + text.lowered[end + 1] in particles
        ):
            end += 2
        else:
            break
    # "Karin de Vries", not "the minister de facto": a particle counts before a name alone.
    if end == at or end >= last or not is_name(text.words[end]):
        return 0
    # "Ortega y Gasset" is one, "Ana Ruiz y Juan Gil" are two.
    joins = text.lowered[end - 1] in text.language.joining and text.words[end] in given_names()
    return 0 if joins else end - at


def is_behind_particles(text: TableText, at: int) -> bool:
    """Whether particles of a Dutch name, with a name before them, lead to a word: "Bo van der | Sander"."""
    first, language = at, text.language
    while first and language.compounds and text.words[first - 1] in language.particles:
        first -= 1
    return at - first > 1 and is_name(text.words[first - 1]) and not is_role(text.lower(first - 1), language)


def owns_bare(text: TableText, at: int) -> bool:
    """Whether a token is the bare apostrophe of an owner: "Beddoes' lawyer", "Ortiz’ Anwalt"."""
    if text.words[at] not in "'’" or not 0 < at < len(text.words) - 1:
        return False
    starts, ends = text.analysis.tokens.starts, text.analysis.tokens.ends
    owner = is_name(text.words[at - 1]) and text.lowered[at - 1].endswith(_SIBILANTS)
    return (
        owner and ends[at - 1] == starts[at] and ends[at] < starts[at + 1] and text.words[at + 1][0].isalpha()
    )


def parts_of(text: TableText, first: int, end: int) -> list[Range]:
    """A phrase cut at "and", where somebody begins behind it: not "minister of health and sport"."""
    language, cut = text.language, first
    parts: list[Range] = []
    for at in range(first + 1, end - 1):
        joins = (text.lowered[at],) in language.links and text.lowered[at] in language.joining
        joins = joins or _pairs(text, first, at)
        starts = is_nominal(text, at + 1) or text.lowered[at + 1] in language.determiners
        # "Ortega y Gasset" is one.
        if joins and starts and at > cut and not particles_at(text, at, end):
            parts.append((cut, at))
            cut = at + 1
    # "Jana Kolb, Max Ott and Eva Lang": a comma parts them too.
    return [piece for part in (*parts, (cut, end)) for piece in _at_commas(text, part)] if parts else []


def _pairs(text: TableText, first: int, at: int) -> bool:
    """Whether a word joins two with one before or at the start: "que" of "Tant | la CGT que FO"."""
    return any(
        text.lowered[at] == second
        and opener
        in (text.lowered[max(first - len(opener), 0) : first], text.lowered[first : first + len(opener)])
        for opener, second in pairs_of(text.language)
    )


@lru_cache(maxsize=64)
def pairs_of(language: Language) -> tuple[tuple[list[str], str], ...]:
    """The words before the first and before the second of two who speak together: "sia", "che"."""
    return tuple((pair.split()[:-1], pair.split()[-1]) for pair in language.both)


def _at_commas(text: TableText, part: Range) -> Iterator[Range]:
    """A phrase cut at its commas."""
    start = part[0]
    for at in range(*part):
        if text.words[at] == "," and at > start:
            yield start, at
            start = at + 1
    if start < part[1]:
        yield start, part[1]
