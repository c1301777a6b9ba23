"""What checks look for in a language: accusations, answers to them, and the mood of reported speech.

Read from `checks.toml` in its folder; docs/languages.md explains each field by an example.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.languages import folders

_NOTHING = r"(?!)"
"""Matches nowhere."""


@dataclass(frozen=True, slots=True)
class Checking:
    """The words of one language; of a language without the file all are empty, and its rules stay silent."""

    accusing: re.Pattern[str]
    """Words by which somebody is accused: "wirft … vor", "accused"."""
    answering: re.Pattern[str]
    """Words that tell an answer to an accusation, or that there was none: "bestritt", "no comment"."""
    pronouns: re.Pattern[str]
    """Words for somebody accused who was named before: "ihm", "l'accuse"."""
    not_figures: re.Pattern[str]
    """Numbers that count nothing: dates, times, paragraphs of law."""
    indicative: dict[str, str]
    """Forms of the indicative with those of reported speech: "ist", "sei"."""
    doubting: dict[str, str]
    """Forms that read as doubt where reported speech has one of its own: "wäre", "sei"."""
    introducers: frozenset[str]
    """Words that open a clause in which the indicative is right: "dass", "ob", "wie"."""
    no_verbs: frozenset[str]
    """Cues that are no verbs, after which the indicative is right: "laut", "zufolge"."""
    conditions: frozenset[str]
    """Words by which the subjunctive is one of condition: "wenn", "sonst"."""


@lru_cache(maxsize=32)
def checking(code: str) -> Checking:
    """What checks look for in the language `code` (ISO 639-1)."""
    table = folders.table_of(folders.code_in(code), "checks.toml")
    mood = table.get("mood", {})
    return Checking(
        accusing=_any(table.get("accusing", [])),
        answering=_any(table.get("answering", [])),
        pronouns=_any(table.get("pronouns", [])),
        not_figures=_any(table.get("not_figures", [])),
        indicative=mood.get("indicative", {}),
        doubting=mood.get("doubting", {}),
        introducers=frozenset(mood.get("introducers", ())),
        no_verbs=frozenset(mood.get("no_verbs", ())),
        conditions=frozenset(mood.get("conditions", ())),
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    """Any of the patterns as whole words; "…" in one stands for up to twelve words of the same sentence."""
    gap = r"(?:\s+[^\s.!?]+){0,12}?\s+"
    each = (re.sub(r"\s*…\s*", lambda _m: gap, pattern) for pattern in patterns)
    return re.compile(rf"\b(?:{'|'.join(each)})\b" if patterns else _NOTHING, re.IGNORECASE)
