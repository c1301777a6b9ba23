"""Who has how much of a say: quotes counted by who speaks, or by whatever else, over a part of the library.

The store counts; what is said of the groups is worked out here. With a `Covering` all of it may leave: who is
covered counts under what stands for the name, and words that are not for publication count for nobody.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.formats.cover import NO_COVER, Cover
from reader.i18n import _, number, percent, pgettext
from reader.library.count_words import shown_value
from reader.library.covered_counts import cover_for, covered_in
from reader.store import Store
from reader.store.counting import NO_COVER as NOBODY
from reader.store.counting import Group, Scope
from reader.store.dimensions import DIMENSIONS, PRIVATE, Dimension, own_field
from reader.store.folding import folded
from reader.terms import UNDECIDED
from reader.texts.naming import surname_of
from reader.texts.role_names import is_role

if TYPE_CHECKING:
    from reader.library.covering import Covering

FEWEST = 3
"""People of whom a sum by a field of one's own is told at least, where it leaves."""
FIVE = 5
"""Voices whose share is told in a sentence."""
MEASURES = ("words", "quotes", "direct", "articles")
"""What bars can be as long as."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What quotes with one value have of all."""

    name: str
    """As it is shown."""
    quotes: int
    direct: int
    """How many of them are direct."""
    words: int
    articles: int
    part: float
    """Of all that is measured, 0 to 1."""
    several: bool = False
    """Whether it is no one voice: an office, or a surname that several have, in more than one article."""
    kind: str = ""
    role: str = ""
    affiliation: str = ""
    query: str = ""
    """The search of quotes that finds them."""
    is_named: bool = True
    """Whether the value is one: not "unknown"."""

    def measured(self, measure: str) -> int:
        """One of `MEASURES`."""
        return int(getattr(self, measure))


@dataclass(frozen=True, slots=True)
class Balance:
    """Bars by one dimension."""

    by: str
    heading: str
    measure: str
    bars: tuple[Bar, ...]
    total: int
    """Of what is measured."""
    withheld: int = 0
    """Quotes that do not count, since they are not for publication."""

    @property
    def sentence(self) -> str:
        """How much the five largest have; "" where that says nothing."""
        return concentration(self)


def dimension(name: str) -> Dimension:
    """A dimension by its name, "field:gender" for a field of one's own; raises UsageError with all names."""
    if name.startswith(PRIVATE) and len(name) > len(PRIVATE):
        return own_field(name.removeprefix(PRIVATE))
    found = DIMENSIONS.get(name.strip().lower())
    if found is None:
        told = _("Quotes cannot be counted by {name}: take one of {known}.")
        raise UsageError(told.format(name=name, known=", ".join(DIMENSIONS)))
    return found


def balance_of(
    store: Store, by: Dimension, scope: Scope, *, measure: str = "words", covering: "Covering | None" = None
) -> Balance:
    """What each value of a dimension has of the quotes."""
    covered = covered_in(store, covering, scope) if covering else NOBODY
    cover = cover_for(covering, by) if covering else NO_COVER
    groups = _merged(_in_weeks(by, _told(by, store.counting.groups(by, scope, covered), covering)), by)
    total = sum(int(getattr(one, measure)) for one in groups)
    bearers = _bearers(groups) if by.covered == "name" else Counter[str]()
    bars = [
        replace(
            _bar(one, by, cover, total, measure),
            several=by.covered == "name" and _is_several(one, bearers),
            query="" if covering or by.is_private else f"{scope.query} {query_for(by, one.value)}",
        )
        for one in groups
    ]
    return Balance(
        by.name, by.heading, measure, tuple(_ordered(bars, groups, by, measure)), total, len(covered.withheld)
    )


def _told(by: Dimension, groups: Sequence[Group], covering: "Covering | None") -> Sequence[Group]:
    """What leaves of a private dimension: a value that too few people have would be told of each of them."""
    if covering is None or not by.is_private:
        return groups
    return [replace(one, value="" if one.sources < FEWEST else one.value) for one in groups]


def _in_weeks(by: Dimension, groups: Sequence[Group]) -> Sequence[Group]:
    return [replace(one, value=period_of(one.value, by)) for one in groups] if by.name == "week" else groups


def period_of(day: str, by: Dimension) -> str:
    """The stretch of time that a day lies in: "2024-W21"; a day that is not wholly known stays as it is."""
    if by.name != "week" or len(day) < len("2024-05-31"):
        return day
    try:
        year, week, _ = date.fromisoformat(day).isocalendar()
    except ValueError:
        return day
    return f"{year:04}-W{week:02}"


def _merged(groups: Iterable[Group], by: Dimension) -> list[Group]:
    """Groups whose names differ in capitals or accents alone are one; a name of one source is that source."""
    found: dict[tuple[int | None, str], list[Group]] = {}
    for one in sorted(groups, key=lambda group: -group.quotes):
        place = (one.key, folded(one.value) if one.key is None else "")
        found.setdefault(place, []).append(one)
    if by.covered == "name":
        registered: dict[str, list[tuple[int | None, str]]] = {}
        for place, (one, *_) in found.items():
            if one.key is not None and not is_role(one.value):
                registered.setdefault(folded(one.value), []).append(place)
        for name, places in registered.items():
            if len(places) == 1 and (None, name) in found:
                found[places[0]] += found.pop((None, name))
    return [_sum(several) for several in found.values()]


def _sum(groups: Sequence[Group]) -> Group:
    """Groups as one, which is called like the first; an article in which several stand counts once."""
    first, *others = groups
    if not others:
        return first
    return replace(
        first,
        quotes=sum(one.quotes for one in groups),
        direct=sum(one.direct for one in groups),
        words=sum(one.words for one in groups),
        listed=",".join({number for one in groups for number in one.listed.split(",")}),
        kind=next((one.kind for one in groups if one.kind), ""),
        role=next((one.role for one in groups if one.role), ""),
        affiliation=next((one.affiliation for one in groups if one.affiliation), ""),
    )


def _bearers(groups: Iterable[Group]) -> Counter[str]:
    """How many full names end in a surname."""
    full = {one.value for one in groups if " " in one.value and not is_role(one.value)}
    return Counter(map(surname_of, full))


def _is_several(group: Group, bearers: Counter[str]) -> bool:
    name = group.value
    if group.key is not None or group.articles < 2 or not name:
        return False
    return is_role(name) or (" " not in name and bearers.get(name, 0) > 1)


def _bar(group: Group, by: Dimension, cover: Cover, total: int, measure: str) -> Bar:
    name = cover(group.value)
    if name != group.value:
        group = replace(group, kind="", role="", affiliation="")  # which would say who it is
    return Bar(
        name or by.nothing,
        group.quotes,
        group.direct,
        group.words,
        group.articles,
        round(int(getattr(group, measure)) / total, 4) if total else 0.0,
        kind=group.kind,
        role=cover(group.role),
        affiliation=cover(group.affiliation),
        is_named=bool(group.value) and group.value != UNDECIDED,
    )


def query_for(by: Dimension, value: str) -> str:
    """The search of quotes that finds one value of a dimension."""
    field = by.searched_by
    if not value:
        return by.none or f"{field}:none"
    if by.by_time or (value in by.order and " " not in value):
        return f"{field}:{value}"
    doubled = value.replace('"', '""')
    return f'{field}:"{doubled}"'


def _ordered(bars: Sequence[Bar], groups: Sequence[Group], by: Dimension, measure: str) -> list[Bar]:
    """By time, in an order of their own, or the largest first."""
    values = [one.value for one in groups]
    if by.by_time:
        places: list[object] = [(value == "", value) for value in values]
    elif by.order:
        known = {value: place for place, value in enumerate(by.order)}
        places = [known.get(value, len(known)) for value in values]
    else:
        places = [(-bar.measured(measure), value) for bar, value in zip(bars, values, strict=True)]
    both = sorted(zip(places, range(len(bars)), strict=True))
    return [bars[number] for _, number in both]


def concentration(balance: Balance) -> str:
    """How much the five largest have: of people, only those who are one voice and named."""
    by = DIMENSIONS.get(balance.by)
    if by is None or by.by_time or by.order:
        return ""
    single = [bar for bar in balance.bars if bar.is_named and not bar.several]
    if len(single) <= 1 or not balance.total:
        return ""
    first = sorted(single, key=lambda bar: -bar.part)[:FIVE]
    noun, unit = _SINGLE.get(balance.by, balance.by), _PART_OF[balance.measure]
    count, share = number(len(single)), sum(bar.part for bar in first)
    if len(single) <= FIVE:
        told = _("{name} has {share} of the {unit}, the most of {count} {noun}.")
        share, name = first[0].part, _shown(first[0], balance.by)
        return told.format(name=name, share=percent(share), unit=unit, count=count, noun=noun)
    told = _("The five largest of {count} {noun} have {share} of the {unit}: {names}.")
    names = ", ".join(f"{_shown(bar, balance.by)} {percent(bar.part)}" for bar in first)
    return told.format(count=count, noun=noun, share=percent(share), unit=unit, names=names)


def _shown(bar: Bar, by: str) -> str:
    """A bar as people read it: voices by their names, kinds and languages in words."""
    return bar.name if by == "source" else shown_value(by, bar.name)


_SINGLE = {
    "source": pgettext("the five largest of several", "voices"),
    "kind": pgettext("the five largest of several", "kinds"),
    "role": pgettext("the five largest of several", "roles"),
    "affiliation": pgettext("the five largest of several", "affiliations"),
    "outlet": pgettext("the five largest of several", "outlets"),
    "feed": pgettext("the five largest of several", "feeds"),
    "language": pgettext("the five largest of several", "languages"),
    "tag": pgettext("the five largest of several", "tags"),
    "topic": pgettext("the five largest of several", "topics"),
    "authorisation": pgettext("the five largest of several", "authorisations"),
}
_PART_OF = {
    "words": pgettext("a share of the", "words"),
    "quotes": pgettext("a share of the", "quotes"),
    "direct": pgettext("a share of the", "direct quotes"),
    "articles": pgettext("a share of the", "articles"),
}
