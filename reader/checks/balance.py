"""Who has how much of a say: quotes and words by source, over one article or many."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reader.checks.naming import is_nameless, surname_of
from reader.models import Article, Quote, QuoteType, Source, Status, words_of
from reader.texts.role_names import is_role

UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Share:
    """What one speaker has of the quotes."""

    name: str
    kind: str
    affiliation: str
    quotes: int
    direct: int
    """How many of them are direct."""
    words: int
    articles: int
    part: float
    """Of all words quoted, 0 to 1."""


@dataclass(slots=True)
class _Count:
    name: str
    kind: str = ""
    affiliation: str = ""
    quotes: int = 0
    direct: int = 0
    words: int = 0
    articles: set[int] = field(default_factory=set)


def balance(
    articles: Iterable[tuple[Article, Iterable[Quote]]], sources: Mapping[int, Source]
) -> tuple[Share, ...]:
    """Shares by speaker, the one with most words first.

    Quotes that are nested or rejected, and hearsay, do not count. Strangers are no one voice: who is called
    by a role alone, or by a surname that several have, counts anew in each article.
    """
    counted = [
        (number, article, quote)
        for number, (article, quotes) in enumerate(articles)
        for quote in quotes
        if quote.status is not Status.REJECTED and not (quote.nested or quote.is_hearsay)
    ]
    voices = _Voices.of(
        (_named(article, quote) for _, article, quote in counted if not quote.source_id), sources
    )
    counts: dict[_Voice, _Count] = {}
    for number, article, quote in counted:
        source = sources.get(quote.source_id)
        source = source or voices.registered.get(_named(article, quote))
        name = source.name if source else _named(article, quote)
        count = counts.setdefault(voices.voice(name, source, number), _Count(name))
        _add(count, number, article, quote, source)
    total = sum(count.words for count in counts.values()) or 1
    shares = (_share(count, total) for count in counts.values())
    return tuple(sorted(shares, key=lambda share: (-share.words, share.name)))


_Voice = tuple[str | int, ...]
"""Who speaks, as far as it is known: a source, a name, or a name in one article."""


@dataclass(frozen=True, slots=True)
class _Voices:
    """Which names are one voice."""

    registered: Mapping[str, Source]
    """Names and aliases that one source alone has, but for roles."""
    bearers: Mapping[str, int]
    """How many full names end in a surname."""

    @staticmethod
    def of(names: Iterable[str], sources: Mapping[int, Source]) -> "_Voices":
        """The voices of names that articles give, and of sources."""
        owners: dict[str, list[Source]] = {}
        for source in sources.values():
            for name in {source.name, *source.aliases}:
                owners.setdefault(name, []).append(source)
        full = {name for name in (*names, *(source.name for source in sources.values())) if " " in name}
        one = {name: own[0] for name, own in owners.items() if len(own) == 1 and not is_role(name)}
        return _Voices(one, Counter(surname_of(name) for name in full if not is_role(name)))

    def voice(self, name: str, source: Source | None, article: int) -> _Voice:
        """Whose voice a name in an article is."""
        if source is not None:
            return ("source", source.id)
        if is_role(name) or (" " not in name and self.bearers.get(name, 0) > 1):
            return ("here", article, name)
        return ("name", name)


def _named(article: Article, quote: Quote) -> str:
    written = words_of(article.text, quote.speaker)
    # "sie" names nobody: all who are called so would look like one person who says much.
    named = UNKNOWN if is_nameless(written) or quote.is_pointed_to else written
    return quote.speaker_name() or named


def _add(count: _Count, number: int, article: Article, quote: Quote, source: Source | None) -> None:
    if not quote.is_undecided:
        count.kind = count.kind or str(source.kind if source else quote.speaker_kind)
        count.affiliation = count.affiliation or (source.affiliation if source else quote.speaker_affiliation)
    count.quotes += 1
    count.direct += quote.type is QuoteType.DIRECT
    count.words += len(quote.words(article.text).split())
    count.articles.add(number)


def _share(count: _Count, total: int) -> Share:
    return Share(
        count.name,
        count.kind,
        count.affiliation,
        count.quotes,
        count.direct,
        count.words,
        len(count.articles),
        round(count.words / total, 4),
    )
