"""What in the sentences of a language is to be checked, besides quotes, names and numbers."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from reader.languages.folders import home
from reader.languages.press import press


@dataclass(frozen=True, slots=True)
class LedgerWords:
    """The patterns of a language; a group, where there is one, is what is to be checked."""

    ages: tuple[re.Pattern[str], ...] = ()
    dates: tuple[re.Pattern[str], ...] = ()
    places: tuple[re.Pattern[str], ...] = ()
    no_places: frozenset[str] = frozenset()
    """What a place looks like and is none."""
    noun: re.Pattern[str] | None = None
    """What stands behind a name with a capital, and is no part of it."""
    giving: re.Pattern[str] | None = None
    """What stands before somebody who is given something: "wirft Tom Beck"."""


@lru_cache(maxsize=1)
def withdrawals() -> re.Pattern[str]:
    """How a line reads by which an agency takes a report back, in every language."""
    tables = tomllib.loads(home().joinpath("ledger.toml").read_text(encoding="utf-8")).values()
    every = [one for table in tables for one in table.get("withdrawals", ())]
    return re.compile("|".join(f"(?:{one})" for one in every))


_PATTERNS = ("ages", "dates", "places")


@lru_cache(maxsize=8)
def ledger_words(language: str) -> LedgerWords:
    """The patterns of a language; of one without any here, its months alone."""
    table = tomllib.loads(home().joinpath("ledger.toml").read_text(encoding="utf-8")).get(language, {})
    read = {name: tuple(map(re.compile, table.get(name, ()))) for name in _PATTERNS}
    months = "|".join(map(re.escape, press(language).months))
    if months:
        day = rf"\b(?:\d{{1,2}}(?:st|nd|rd|th|\.|er)?\s+)?(?:de |d’)?(?:{months})\b"
        read["dates"] = (
            *read["dates"],
            re.compile(rf"{day}(?:\s+\d{{1,2}}\b(?!\d))?(?:,?\s+(?:de )?\d{{4}}\b)?"),
        )
    noun, giving = (re.compile(table[name]) if name in table else None for name in ("noun", "giving"))
    return LedgerWords(**read, noun=noun, giving=giving, no_places=frozenset(table.get("no_places", ())))
