"""What the Balance screen says of its bars: rows, the legend of their parts, the line on the current one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import App
from textual.content import Content

from reader.ui.session import plain
from reader.ui.widgets.inks import ink
from reader.ui.widgets.lists.bars import INKS, BarRow, percent

if TYPE_CHECKING:
    from reader.library.balances import Balance, Bar
    from reader.library.cross_tables import CrossTable

UNITS = {"words": "words", "quotes": "quotes", "direct": "direct quotes", "articles": "articles"}
"""What each measure is called."""


def rows_of(balance: "Balance", split: "CrossTable | None" = None) -> list[BarRow]:
    """A row for each bar, divided where a table says how."""
    from reader.library.cross_tables import parts_of  # read by the worker before

    parts = parts_of(balance, split) if split else [()] * len(balance.bars)
    return [
        BarRow(
            number,
            _name(bar),
            bar.measured(balance.measure),
            bar.part,
            is_faint=not bar.is_named or bar.several,
            facts=_facts(bar, balance.measure),
            parts=own,
        )
        for number, (bar, own) in enumerate(zip(balance.bars, parts, strict=True), 1)
    ]


def _facts(bar: "Bar", measure: str) -> str:
    """What is counted besides the measure, in columns."""
    others = {"quotes": "quotes", "direct": "direct", "words": "words", "articles": "articles"}
    told = (f"{bar.measured(name):>6,} {word}" for name, word in others.items() if name != measure)
    return " ".join(told)


def _name(bar: "Bar") -> str:
    return f"{bar.name} (several)" if bar.several else bar.name


def letters_for(names: Sequence[str]) -> tuple[str, ...]:
    """A letter for each name, its first that no other has: "direct" d, "denying" e."""
    taken: dict[str, str] = {}
    for name in names:
        own = [letter for letter in name.lower() if letter.isalnum() and letter not in taken]
        taken[own[0] if own else "?"] = name
    by_name = {name: letter for letter, name in taken.items()}
    return tuple(by_name.get(name, "?") for name in names)


def legend(app: App[object], names: Sequence[str], letters: Sequence[str]) -> Content:
    """What the parts of the bars are."""
    line = Content("")
    for number, name in enumerate(names):
        sign = letters[number] if letters else "█"
        line += Content.styled(f"{sign} ", ink(app, INKS[number % len(INKS)])) + plain(f"{name}   ")
    return line


def told(balance: "Balance", bar: "Bar", parts: Sequence[int] = (), names: Sequence[str] = ()) -> str:
    """What is known of one bar, in a line."""
    facts = [
        f"{bar.quotes:,} quotes, {bar.direct:,} of them direct" if bar.quotes != 1 else "1 quote",
        f"{bar.words:,} words",
        f"{bar.articles:,} article{'' if bar.articles == 1 else 's'}",
    ]
    about = ", ".join(filter(None, (bar.kind, bar.role, bar.affiliation)))
    total = sum(parts)
    if total:
        divided = [f"{name} {percent(part / total)}" for name, part in zip(names, parts, strict=True) if part]
        facts = [", ".join(divided), facts[0]]
    if bar.several:
        facts.append("several people, who are no one voice")
    return "  ·  ".join(filter(None, (_name(bar), about, *facts)))


def heading(balance: "Balance | None", by: str, measure: str, split: str, scope: str) -> str:
    """What is counted, and of what."""
    parts = [f"Balance: {(balance.heading if balance else by).lower()}", UNITS[measure]]
    if split:
        parts.append(f"divided by {split}")
    return "  ·  ".join([*parts, f"of {scope}" if scope else "of the whole library"])
