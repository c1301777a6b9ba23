"""What the Balance screen says of its bars: rows, the legend of their parts, the line on the current one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import App
from textual.content import Content
from textual.style import Style

from reader.i18n import _, number, percent
from reader.languages.stances import UNMEASURED
from reader.ui.session import plain
from reader.ui.widgets.inks import ink
from reader.ui.widgets.lists.bars import INKS, BarPart, BarRow

if TYPE_CHECKING:
    from reader.library.balances import Balance, Bar
    from reader.library.cross_tables import CrossTable

UNITS = {"words": "words", "quotes": "quotes", "direct": _("direct quotes"), "articles": "articles"}
"""What each measure is called."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is counted, and how the bars are divided."""

    by: str = "source"
    measure: str = "words"
    split: str = ""
    quotes: str = ""
    """A search of quotes, besides the view that the screen came from."""


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
    others = {"quotes": "quote", "direct": "direct", "words": "word", "articles": "article"}
    told = (_fact(bar.measured(name), word) for name, word in others.items() if name != measure)
    return " ".join(told)


def _fact(number: int, word: str) -> str:
    """A number and what it counts; the room of the plural is kept, so that columns stay columns."""
    ending = "" if word == "direct" else "s" if number != 1 else " "
    return f"{number:>6,} {word}{ending}"


def _name(bar: "Bar") -> str:
    return _("{name} (several)").format(name=bar.name) if bar.several else bar.name


def parts_named(names: Sequence[str], nothing: str) -> tuple[BarPart, ...]:
    """The parts of the bars: a letter each that no other has ("denying" e), and no colour for `nothing`."""
    taken: dict[str, str] = {}
    for name in names:
        own = [letter for letter in name.lower() if letter.isalnum() and letter not in taken.values()]
        taken[name] = own[0] if own else "?"
    inks = [INKS[number % len(INKS)] for number in range(len(names))]
    return tuple(
        BarPart(name, taken[name], "faint" if name in (nothing, UNMEASURED) else ink)
        for name, ink in zip(names, inks, strict=True)
    )


def legend(app: App[object], parts: Sequence[BarPart], *, coloured: bool) -> Content:
    """What the parts of the bars are."""
    line = Content("")
    for part in parts:
        sign = part.letter if not coloured else f"{part.letter} "
        style = Style(reverse=True) + ink(app, part.ink) if coloured else Style()
        # letter and name stay together where the line is folded
        line += Content.styled(sign, style) + plain(f" {part.name}".replace(" ", "\u00a0") + "   ")
    return line


def told(balance: "Balance", bar: "Bar", parts: Sequence[int] = (), names: Sequence[str] = ()) -> str:
    """What is known of one bar, in a line."""
    facts = [
        _("{quotes} quotes, {direct} of them direct").format(
            quotes=number(bar.quotes), direct=number(bar.direct)
        )
        if bar.quotes != 1
        else "1 quote",
        _("{words} words").format(words=number(bar.words)),
        f"{bar.articles:,} article{'' if bar.articles == 1 else 's'}",
    ]
    about = ", ".join(filter(None, (bar.kind, bar.role, bar.affiliation)))
    total = sum(parts)
    if total:
        divided = [f"{name} {percent(part / total)}" for name, part in zip(names, parts, strict=True) if part]
        facts = [", ".join(divided), facts[0]]
    if bar.several:
        facts.append(_("several people under one name"))
    return "  ·  ".join(filter(None, (_name(bar), about, *facts)))


def heading(by: str, measure: str, split: str, scope: str) -> str:
    """What is counted, and of what; the same while it is counted and afterwards."""
    from reader.store.dimensions import DIMENSIONS, PRIVATE  # not before the screen is there

    counted = DIMENSIONS[by].heading.lower() if by in DIMENSIONS else by.removeprefix(PRIVATE)
    parts = [f"Balance: {counted}", UNITS[measure]]
    if split:
        parts.append(_("divided by {split}").format(split=split))
    return "  ·  ".join([*parts, _("of {scope}").format(scope=scope) if scope else _("of the whole library")])


def summed(balance: "Balance") -> str:
    """What is said of all bars together; a share stays on the line of its name."""
    count, unit = len(balance.bars), UNITS[balance.measure]
    bars = f"{count:,} bar{'' if count == 1 else 's'}"
    said = balance.sentence or _("{bars}, {total} {unit} in all.").format(
        bars=bars, total=number(balance.total), unit=unit
    )
    return _SHARE.sub("\u00a0\\1", said) if count else ""


_SHARE = re.compile(r" (\d+%)")
