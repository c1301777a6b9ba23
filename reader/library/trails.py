"""The trail of a statement: its renderings in the library by time, who had it first, who followed whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from reader import amounts, i18n
from reader.checks.renderings import COMMON, RARE, Rendering, Wording, wording
from reader.checks.trail import Change, Follows, Ground, Place, change, follows, in_time
from reader.i18n import _, percent
from reader.models import Quote
from reader.rows import ArticleRow
from reader.store import Store
from reader.texts.differences import Difference, difference

LONGEST = 500
"""Renderings; of a statement with more the first are shown."""
_SEEDS = 20
"""Different wordings from which further ones are looked for."""
_FEW = 500
"""Quotes below which the library is too small to tell which words are rare."""
_FULL = log(150)
"""One in so many quotes has a word of full weight."""
_AROUND = 400
"""Characters before and behind a quote in which the outlet may be named that had it first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One rendering in the trail."""

    article: ArticleRow
    quote: Quote
    follows: Follows | None = None
    """None for the first."""
    change: Change | None = None
    """From the rendering that it follows."""
    difference: Difference = ()
    """The words from that one, where both are direct or both are not."""

    @property
    def date(self) -> str:
        """When the article was published, else when it came into the library."""
        return self.article.published or self.article.added

    @property
    def is_dated(self) -> bool:
        """Whether the article says when it was published."""
        return bool(self.article.published)

    @property
    def when(self) -> str:
        """The day, in words where it is not that of the article."""
        day = i18n.day(self.date)
        return day if self.is_dated else _("added {day}").format(day=day)


@dataclass(frozen=True, slots=True)
class Trail:
    """A statement through the articles of a library."""

    quote: int
    """The one it was asked for."""
    steps: tuple[Step, ...]
    cut: bool = False
    """Whether there are more than `LONGEST`."""

    @property
    def is_first_sure(self) -> bool:
        """Whether the first is earlier than the second by what their articles say."""
        first, *others = self.steps
        then = next((one for one in others if one.article.id != first.article.id), None)
        if then is None:
            return True
        if not (first.is_dated and then.is_dated):
            return False
        # on one day the hour tells, where both say it
        has_hours = "T" in first.date and "T" in then.date
        return first.date < then.date if has_hours else first.date[:10] < then.date[:10]


def trail_of(store: Store, quote_id: int) -> Trail:
    """Every rendering of what a quote says, by time; raises NotFoundError where there is no such quote."""
    quotes = _renderings(store, store.quotes.get(quote_id))
    rows = {row.id: row for row in store.articles.rows({quote.article_id for quote in quotes})}
    known = {quote.id: quote for quote in quotes if quote.article_id in rows}
    places = in_time([_place(store, quote, rows[quote.article_id]) for quote in known.values()])
    steps = _steps(places[:LONGEST], known, rows)
    return Trail(quote_id, tuple(steps), cut=len(places) > LONGEST)


def _renderings(store: Store, origin: Quote) -> list[Quote]:
    """The quote and all that render the same, found from it and from other wordings of it."""
    found = {origin.id: origin}
    seeds, wordings = [origin], {rendering_of(origin).bare}
    for seed in seeds:
        for quote, how in _alike(store, seed):
            if quote.id in found:
                continue
            found[quote.id] = quote
            said = rendering_of(quote)
            # what is told in other words may lead astray: from there only the words themselves lead on
            leads = how is not Wording.INDIRECT or (seed is origin and said.is_direct)
            if leads and said.bare not in wordings and len(seeds) < _SEEDS:
                seeds.append(quote)
                wordings.add(said.bare)
    return _without_fragments(found.values(), origin.id)


def _alike(store: Store, origin: Quote) -> Iterable[tuple[Quote, Wording]]:
    said = rendering_of(origin)
    counts = store.renderings.counts(said.stems)
    weights = _weights(counts, store.renderings.total())
    for quote in store.quotes.by_ids(store.renderings.ids(counts, said.bare)):
        if quote.id != origin.id and (how := wording(said, rendering_of(quote), weights)):
            yield quote, how


def _weights(counts: dict[str, int], total: int) -> dict[str, float]:
    """What the words weigh: the logarithm of the inverse of how frequent they are (Spärck Jones 1972)."""
    if total < _FEW:
        return dict.fromkeys(counts, RARE)
    return {
        stem: max(COMMON, min(RARE, log(total / max(1, count)) / _FULL)) for stem, count in counts.items()
    }


def _without_fragments(quotes: Iterable[Quote], kept: int) -> list[Quote]:
    """Without the words in marks inside a longer quote that is there too, and without doubles of a place."""
    inner = sorted(quotes, key=lambda quote: (quote.id != kept, quote.nested, quote.start - quote.end))
    shown: list[Quote] = []
    for quote in inner:
        same = (one for one in shown if one.article_id == quote.article_id)
        if not any(one.start < quote.end and quote.start < one.end for one in same):
            shown.append(quote)
    return shown


def rendering_of(quote: Quote) -> Rendering:
    """What a quote renders, for comparing; of a speaker who is undecided nothing is known."""
    speaker = "" if quote.is_undecided else quote.speaker_name()
    return Rendering(quote.stored_words, speaker, quote.type, quote.source_id)


def _place(store: Store, quote: Quote, row: ArticleRow) -> Place:
    article = store.articles.get(row.id)
    start, end = (0, 0) if quote.is_lost else (max(0, quote.start - _AROUND), quote.end + _AROUND)
    return Place(
        quote.id,
        row.id,
        row.published or row.added,
        row.outlet,
        article.agency,
        article.text,
        article.text[start:end],
        rendering_of(quote),
    )


def _steps(places: Sequence[Place], quotes: dict[int, Quote], rows: dict[int, ArticleRow]) -> Iterable[Step]:
    for number, place in enumerate(places):
        quote = quotes[place.quote]
        yield step_of(rows[place.article], quote, follows(place, places[:number]), quotes)


def step_of(row: ArticleRow, quote: Quote, origin: Follows | None, quotes: dict[int, Quote]) -> Step:
    """A step with what changed from the one it follows, as these `quotes` have it."""
    before = quotes.get(origin.quote) if origin else None
    if before is None:
        return Step(row, quote)
    changed = change(rendering_of(before), rendering_of(quote))
    words = (_unmarked(before.stored_words), _unmarked(quote.stored_words))
    told = difference(*words) if changed.wording not in (Wording.SAME, Wording.INDIRECT) else ()
    return Step(row, quote, origin, changed, told)


def _unmarked(words: str) -> str:
    """Without the marks around it, which would make the first and the last word other words."""
    return words.strip("„“”‟\"«»‹›‚‘’'`´").strip()


def headline(trail: Trail) -> str:
    """How many renderings there are in how many articles, from when to when, and who had it first."""
    first, last = trail.steps[0], trail.steps[-1]
    articles = amounts.in_articles(len({step.article.id for step in trail.steps}))
    begun, ended = i18n.day(first.date), i18n.day(last.date)
    days = begun if begun == ended else _("{begun} to {ended}").format(begun=begun, ended=ended)
    name = first.article.outlet or " ".join(first.article.title.split()) or _("an article without a title")
    told = _("{renderings} in {articles}, {days}; among the first here, by what is known: {name}")
    if trail.is_first_sure:
        told = _("{renderings} in {articles}, {days}; first here: {name}")
    renderings = amounts.renderings(len(trail.steps))
    return told.format(renderings=renderings, articles=articles, days=days, name=name)


def against(trail: Trail, quote_id: int) -> Trail:
    """The same trail, each rendering compared with one of them instead of with the one that it follows."""
    quotes = {step.quote.id: step.quote for step in trail.steps}
    origin = Follows(quote_id, Ground.CHOSEN)
    steps = (
        step_of(step.article, step.quote, None if step.quote.id == quote_id else origin, quotes)
        for step in trail.steps
    )
    return replace(trail, steps=tuple(steps))


def course(step: Step, numbers: Mapping[int, int] | None = None) -> str:
    """In words what became of the statement in a step: "longer by 6 words, after 12 (names the outlet)".

    `numbers` are what quotes are called where that is not their number in the library.
    """
    if step.change is None or step.follows is None:
        is_first = numbers is None or numbers.get(step.quote.id) == 1
        return _("the first") if is_first else _("compared with this")
    origin = step.follows
    number = numbers.get(origin.quote, origin.quote) if numbers else origin.quote
    told = ", ".join(_changes(step, step.change))
    if origin.ground is Ground.CHOSEN:
        return _("{changes}, beside {number}").format(changes=told, number=number)
    ground = origin.ground.label
    if origin.ground is Ground.COPY:
        ground = _("{likeness} the same text").format(likeness=percent(origin.likeness))
    return _("{changes}, after {number} ({ground})").format(changes=told, number=number, ground=ground)


def _changes(step: Step, changed: Change) -> Iterator[str]:
    """What is otherwise than in the rendering that it follows."""
    words = amounts.by_words(abs(changed.words))
    if changed.wording is Wording.LONGER:
        yield _("longer by {words}").format(words=words)
    elif changed.wording is Wording.SHORTER:
        yield _("shorter by {words}").format(words=words)
    else:
        yield changed.wording.label
    if changed.speaker:
        yield _("another speaker")
    if changed.type:
        yield _("now {type}").format(type=step.quote.type.label)
