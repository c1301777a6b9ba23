"""What the press of a language writes around its articles: `press(code)`, and `everywhere()` for all.

A page says its language late or never, and papers print reports of agencies with the words of others. So who
reads pages, bylines and dates asks for the words of all languages together; who writes a citation, for one.
docs/languages.md explains each field by an example.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from functools import cache, lru_cache
from typing import Any

from reader.languages import folders

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Press:
    """The words of one language or of all, in lower case but for what stands only with a capital."""

    name_particles: Words = ()
    fused_particles: Words = ()
    name_words: Words = ()
    articles: Words = ()
    headline_articles: Words = ()
    not_names: Words = ()
    between_names: Words = ()
    nameless: Words = ()
    spelled_out: dict[str, str] = field(default_factory=dict)
    marks: Words = ()
    regional_marks: Words = ()
    unnamed: str = ""
    """What stands for the name of somebody who must not be named, where nothing else was agreed."""
    months: Words = ()
    other_months: dict[str, int] = field(default_factory=dict)
    weekdays: Words = ()
    day_endings: Words = ()
    before_time: Words = ()
    after_time: Words = ()
    before_month: Words = ()
    before_year: Words = ()
    date_labels: Words = ()
    before_date_label: Words = ()
    date_prepositions: Words = ()
    date_articles: Words = ()
    by: Words = ()
    author_labels: Words = ()
    byline_labels: Words = ()
    no_authors: Words = ()
    author_is: Words = ()
    author_roles: Words = ()
    author_from: Words = ()
    credit_labels: Words = ()
    credit_with: Words = ()
    material_with: Words = ()
    material: Words = ()
    material_of: Words = ()
    agencies: Words = ()
    pictures: Words = ()
    picture_by: Words = ()
    picture_by_alone: Words = ()
    sender: Words = ()
    sent: Words = ()
    suspended: Words = ()
    never_last: Words = ()
    no_sentence_end: Words = ()
    page_words: Words = ()
    part_words: Words = ()
    page_abbreviations: Words = ()
    page_of: Words = ()
    page_tops: Words = ()
    sections: Words = ()
    leftovers: Words = ()
    """Whole lines, from leftovers.txt."""
    leftover_patterns: Words = ()
    comment_headings: Words = ()
    tail_openers: Words = ()
    article_ends: Words = ()
    embargoes: Words = ()
    undelivered: Words = ()
    signals: Words = ()
    embargo_events: Words = ()
    noon: Words = ()
    midnight: Words = ()
    weekday_names: dict[str, int] = field(default_factory=dict)
    press_releases: Words = ()
    release_numbers: Words = ()
    contacts: Words = ()
    corrections: Words = ()
    wire_notes: Words = ()
    flashes: Words = ()
    speaking: Words = ()
    consent_walls: Words = ()
    login_walls: Words = ()
    robot_walls: Words = ()
    script_walls: Words = ()
    maintenance_walls: Words = ()
    gone_walls: Words = ()
    paywalls: Words = ()
    mail_title: Words = ()
    mail_byline: Words = ()
    mail_published: Words = ()
    mail_rest: Words = ()
    mail_reply: Words = ()

    def particles(self) -> Words:
        """All small words that a family name may begin with."""
        return self.name_particles + self.fused_particles

    def month_numbers(self) -> dict[str, int]:
        """Months in lower case, whole and short, with their numbers."""
        return {name.lower(): number for number, name in enumerate(self.months, 1)} | self.other_months


_OF_ONE = ("marks", "regional_marks", "unnamed", "months")
"""What is asked of one language, never of all together."""


@lru_cache(maxsize=32)
def press(code: str) -> Press:
    """The words of the language `code` (ISO 639-1); of an unknown one, none."""
    code = folders.code_in(code)
    sections = [part for part in folders.table_of(code, "press.toml").values() if isinstance(part, dict)]
    words = {name: _frozen(value) for part in sections for name, value in part.items()}
    return Press(**words, leftovers=tuple(folders.lines_of(code, "leftovers.txt")))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@cache
def everywhere() -> Press:
    """The words of all languages together, each once; what only a citation needs is left out."""
    every = [press(code) for code in folders.codes()]
    joined: dict[str, Any] = {}
    for name in (one.name for one in fields(Press) if one.name not in _OF_ONE):
        values = [getattr(one, name) for one in every]
        if isinstance(values[0], tuple):
            joined[name] = tuple(dict.fromkeys(word for words in values for word in words))
        else:
            joined[name] = {key: value for table in values for key, value in table.items()}
    months = {name: number for one in every for name, number in one.month_numbers().items()}
    return Press(**joined | {"other_months": months})


def spelled_out(text: str) -> str:
    """`text` with the letters that a language spells out in ASCII written so ("Müller" as "Mueller")."""
    return text.translate(_letters())


@cache
def _letters() -> dict[int, str]:
    pairs = everywhere().spelled_out
    capitals = {
        letter.upper(): plain.capitalize() for letter, plain in pairs.items() if len(letter.upper()) == 1
    }
    return str.maketrans(capitals | pairs)


def any_of(*tables: Iterable[str]) -> str:
    """A regular expression for any word of `tables`; single words before phrases, long ones before short.

    So "des" is not read as "de" and an s, and "foto di" in "Foto di Dino" leaves "di" to who looks for it.
    """
    words = {word for table in tables for word in table}
    ordered = sorted(words, key=lambda word: (word.count(" "), -len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})"
