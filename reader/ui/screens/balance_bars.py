"""What the Balance screen says of its bars: rows, the legend of their parts, the line on the current one."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from textual.app import App
from textual.content import Content
from textual.style import Style

from reader import amounts
from reader.i18n import SOURCE, _, npgettext, number, percent, pgettext, spoken
from reader.terms import SourceKind
from reader.ui.session import plain
from reader.ui.widgets.inks import ink
from reader.ui.widgets.lists.bars import INKS, BarPart, BarRow

if TYPE_CHECKING:
    from reader.library.balances import Balance, Bar
    from reader.library.cross_tables import CrossTable

BETWEEN = "  ·  "
"""Between the facts of a line."""
UNITS = {
    "words": pgettext("unit of a figure", "words"),
    "quotes": pgettext("unit of a figure", "quotes"),
    "direct": pgettext("unit of a figure", "direct quotes"),
    "articles": pgettext("unit of a figure", "articles"),
}
"""What each measure is called."""
_MEASURES = ("quotes", "direct", "words", "articles")
"""What is told of a bar in columns, but for what it is as long as."""


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
            place,
            _name(bar, balance.by),
            bar.measured(balance.measure),
            bar.part,
            is_faint=not bar.is_named or bar.several,
            facts=_facts(bar, balance.measure),
            parts=own,
        )
        for place, (bar, own) in enumerate(zip(balance.bars, parts, strict=True), 1)
    ]


def _facts(bar: "Bar", measure: str) -> str:
    """What is counted besides the measure, in columns."""
    return " ".join(_fact(bar.measured(name), name) for name in _MEASURES if name != measure)


def _fact(count: int, measure: str) -> str:
    """A number and what it counts; the room of the longer form is kept, so that columns stay columns."""
    room = max(len(_noun(measure, is_one)) for is_one in (True, False))
    return f"{number(count):>6} {_noun(measure, count == 1):<{room}}"


@cache
def _noun(measure: str, is_one: bool) -> str:
    """What stands behind a number in a column."""
    count = 1 if is_one else 2
    return {
        "quotes": npgettext("behind a number", "quote", "quotes", count),
        "direct": npgettext("behind a number", "direct", "direct", count),
        "words": npgettext("behind a number", "word", "words", count),
        "articles": npgettext("behind a number", "article", "articles", count),
    }[measure]


def _name(bar: "Bar", by: str) -> str:
    from reader.library.count_words import shown_value  # the store, which the screen has opened by now

    if bar.several:
        return _("{name} (several)").format(name=bar.name)
    return bar.name if by == "source" and bar.is_named else shown_value(by, bar.name)


def parts_named(names: Sequence[str], without: Collection[str]) -> tuple[BarPart, ...]:
    """The parts of the bars: a letter each that no other has ("denying" e); no colour for those `without`."""
    taken: dict[str, str] = {}
    for name in names:
        own = [letter for letter in name.lower() if letter.isalnum() and letter not in taken.values()]
        taken[name] = own[0] if own else "?"
    inks = [INKS[place % len(INKS)] for place in range(len(names))]
    return tuple(
        BarPart(name, taken[name], "faint" if name in without else ink)
        for name, ink in zip(names, inks, strict=True)
    )


def legend(app: App[object], parts: Sequence[BarPart], *, coloured: bool) -> Content:
    """What the parts of the bars are."""
    line = Content("")
    for part in parts:
        sign = part.letter if not coloured else f"{part.letter}\u00a0"
        style = Style(reverse=True) + ink(app, part.ink) if coloured else Style()
        # letter and name stay together where the line is folded
        line += Content.styled(sign, style) + plain(f" {part.name}".replace(" ", "\u00a0") + "   ")
    return line


def _counted(bar: "Bar") -> str:
    """How many quotes, and how many of them direct."""
    quotes = amounts.quotes(bar.quotes, digits=True)
    if bar.quotes == 1:
        return quotes
    if bar.direct == bar.quotes:
        return _("{quotes}, all direct").format(quotes=quotes)
    return _("{quotes}, {count} of them direct").format(quotes=quotes, count=number(bar.direct))


def told(balance: "Balance", bar: "Bar", parts: Sequence[int] = (), names: Sequence[str] = ()) -> str:
    """What is known of one bar, in a line."""
    facts = [
        _counted(bar),
        amounts.words(bar.words, digits=True),
        amounts.articles(bar.articles, digits=True),
    ]
    about = ", ".join(filter(None, (SourceKind(bar.kind).label, bar.role, bar.affiliation)))
    total = sum(parts)
    if total:
        divided = [f"{name} {percent(part / total)}" for name, part in zip(names, parts, strict=True) if part]
        facts = [", ".join(divided), facts[0]]
    if bar.several:
        facts.append(_("several people under one name"))
    return BETWEEN.join(filter(None, (_name(bar, balance.by), about, *facts)))


def heading(by: str, measure: str, split: str, scope: str) -> str:
    """What is counted, and of what; the same while it is counted and afterwards."""
    from reader.store.dimensions import DIMENSIONS  # not before the screen is there

    parts = [_("Balance: {by}").format(by=_lowered(_headed(by))), UNITS[measure]]
    if split:
        parts.append(_("divided by {by}").format(by=_lowered(DIMENSIONS[split].heading)))
    return BETWEEN.join([*parts, _("of {scope}").format(scope=scope) if scope else _("of the whole library")])


def _headed(by: str) -> str:
    """What something is called that is counted by."""
    from reader.store.dimensions import DIMENSIONS, PRIVATE  # not before the screen is there

    return DIMENSIONS[by].heading if by in DIMENSIONS else by.removeprefix(PRIVATE)


def file_stem(by: str) -> str:
    """What a file of bars is called by itself: by what they count."""
    from reader.formats.citation_keys import slug  # the formats

    return pgettext("name of a file", "balance-{by}").format(by=slug(_headed(by)))


def _lowered(heading: str) -> str:
    """A heading within a line; other languages than English have capitals of their own."""
    return heading.lower() if spoken() == SOURCE else heading


def summed(balance: "Balance") -> str:
    """What is said of all bars together; a share stays on the line of its name."""
    count, unit = len(balance.bars), UNITS[balance.measure]
    bars = amounts.bars(count, digits=True)
    said = balance.sentence or _("{bars}, {total} {unit} in all.").format(
        bars=bars, total=number(balance.total), unit=unit
    )
    return _SHARE.sub(lambda share: share[0].replace(" ", "\u00a0"), said) if count else ""


_SHARE = re.compile(" \\d+[ \u00a0]?%")


def parts_of(split: "CrossTable") -> tuple[BarPart, ...]:
    """What bars are divided into, as people read it."""
    from reader.languages.stances import UNMEASURED
    from reader.library.count_words import shown_value  # read by the worker before

    names = [shown_value(split.columns_by, one) for one in split.columns]
    without = [shown_value(split.columns_by, one) for one in (split.nothing, UNMEASURED)]
    return parts_named(names, without)
