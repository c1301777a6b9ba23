"""Random libraries go out and come back: nothing is lost that the format can hold (docs/formats.md)."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reader.library.exporting import export
from reader.library.importing import import_file
from reader.models import (
    Article,
    ArticleState,
    Authorisation,
    Authorised,
    Caption,
    Evidence,
    Link,
    Medium,
    Note,
    PageStart,
    Quote,
    QuoteType,
    Source,
    SourceKind,
    Span,
    Status,
    Verification,
)
from reader.store import Store

WORDS = ("Haus", "ü😀", "Straße", "=SUM(A1)", "[x]", "*laut*", "a<b&c", "#eins", "بيت", "1.", "it's", "@bo")
NAMES = ("Anna Lenz", "Bo de Hall", "Zoë Öztürk", "José Ortega y Gasset")
TAGS = ("politik/syrien", "bau amt", "=1+1", "ort/köln", "1,2;x", "2025", 'a"b')
BODIES = (
    "Rückruf *morgen*\nbei ihr",
    "=1+1",
    "> zitiert",
    "a < b & c",
    "Ja.",
    "„Marke“ [x](y) `z`",
    "- eins\n- zwei",
)


@dataclass
class Library:
    """One article, with everything that may stand on it."""

    article: Article
    quotes: list[Quote] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    """Those whose number of a quote is not 0 stand on the quote of that number."""
    evidence: dict[int, Evidence] = field(default_factory=dict)
    authorised: dict[int, Authorised] = field(default_factory=dict)
    sources: dict[int, Source] = field(default_factory=dict)


class _Text:
    """A text that grows word by word, no two of them alike."""

    def __init__(self) -> None:
        self.text = "Vorspann „ü😀“."
        self._numbers = itertools.count()

    def add(self, words: list[str], before: str = " ", after: str = "") -> Span:
        marked = before.strip() + " ".join(f"{word}{next(self._numbers)}" for word in words) + after
        return self.join(marked, " " if before.strip() or before == " " else before)

    def join(self, words: str, between: str = " ") -> Span:
        self.text += between
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))


def some(draw: st.DrawFn, values: tuple[str, ...], least: int = 0, most: int = 2) -> list[str]:
    return draw(st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True))


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    text = _Text()
    quotes: list[Quote] = []
    names = draw(st.permutations(NAMES))
    for number in range(1, draw(st.integers(1, 4)) + 1):
        quotes.append(_quote(draw, text, number, names[number - 1]))
        text.add(some(draw, WORDS, 1, 3), before="\n\n" if draw(st.booleans()) else " ")
    noted = text.add(some(draw, WORDS, 2, 3))
    article = Article(
        text.text,
        title=draw(st.sampled_from(("Bauen: „heute“ [neu]", "Tor", "=1+1"))),
        byline="Von Anna Beispiel",
        outlet="Blatt",
        section="Politik",
        agency="dpa",
        url="https://example.org/a?b=1&c=2",
        published=draw(st.sampled_from(("2024", "2024-05", "2024-05-06", "2024-05-06T10:11:12+02:00"))),
        language=draw(st.sampled_from(("de", "en"))),
        state=draw(st.sampled_from(ArticleState)),
        starred=draw(st.booleans()),
        captions=(Caption("Das Haus", "Foto: X"),),
        headings=(Span(0, 8),),
        links=(Link(Span(9, 13), "https://example.org/l"),),
        pages=(PageStart(0, "iv"), PageStart(5, "1")),
        embargo=draw(st.sampled_from(("", "SPERRFRIST: 20 Uhr"))),
        uid="11111111-1111-4111-8111-111111111111",
        tags=tuple(some(draw, TAGS)),
    )
    library = Library(article, quotes)
    _stand_on(draw, library, noted)
    return library


def _quote(draw: st.DrawFn, text: _Text, number: int, name: str) -> Quote:
    kind = draw(st.sampled_from(QuoteType))
    marks = ("„", "“") if kind is QuoteType.DIRECT else ("", "")
    spans = []
    for _ in range(draw(st.integers(1, 2))):
        if spans:
            text.add(["so", "er"])
        spans.append(text.add(some(draw, WORDS, 3, 5), before=marks[0] or " ", after=marks[1]))
    cue, speaker = [text.join("gab")], text.join(name)
    if draw(st.booleans()):
        text.join("dazu")
        cue.append(text.join("zu"))
    return Quote(
        kind,
        tuple(spans),
        medium=draw(st.sampled_from(Medium)),
        speaker=(speaker,),
        cue=tuple(cue),
        resolved_speaker=name,
        speaker_role=draw(st.sampled_from(("", "Bürgermeister"))),
        status=draw(st.sampled_from((Status.SUGGESTED, Status.ACCEPTED))),
        verification=draw(st.sampled_from(Verification)),
        confidence=0.5,
        origin="rules-1",
        id=number,
        uid=f"2222222{number}-2222-4222-8222-222222222222",
        tags=tuple(some(draw, TAGS)),
    )


def _stand_on(draw: st.DrawFn, library: Library, noted: Span) -> None:
    """Put notes, evidence, steps of authorisation and sources on a library."""
    for quote in library.quotes:
        if draw(st.booleans()):
            library.notes.append(_note(draw, quote_id=quote.id))
        if draw(st.booleans()):
            library.evidence[quote.id] = Evidence(
                quote.verification, 0, "recording", "00:12:31", "klar", "anna", "2026-01-02T03:04:05+00:00"
            )
        if draw(st.booleans()):
            library.authorised[quote.id] = Authorised(
                Authorisation.CHANGED, "Ja", "Ja doch", "bo", "2026-01-03T03:04:05+00:00"
            )
        if draw(st.booleans()):
            kind = draw(st.sampled_from(SourceKind))
            library.sources[quote.id] = Source(quote.resolved_speaker, kind, "Rat", "Amt", ("Lenzi",))
    for span in (None, noted):
        if draw(st.booleans()):
            library.notes.append(_note(draw, span=span))


def _note(draw: st.DrawFn, **where: Any) -> Note:
    body = draw(st.sampled_from(BODIES))
    return Note(body, 1, tags=tuple(some(draw, TAGS)), **where)


def stored(library: Library, folder: Path, name: str) -> Store:
    """The library in a file."""
    store = Store(folder / name, actor="tests")
    store.articles.add(replace(library.article, tags=()))
    store.tags.attach(library.article.tags, articles=[1])
    numbers = {}
    for quote in library.quotes:
        source = library.sources.get(quote.id)
        known = [one for one in store.sources.all() if source and one.name == source.name]
        held = (known[0] if known else store.sources.add(source)) if source else None
        evidence, steps = library.evidence.get(quote.id), library.authorised.get(quote.id)
        numbers[quote.id] = store.imported.take_quote(
            1,
            replace(
                quote,
                source_id=held.id if held else 0,
                authorisation=steps.state if steps else Authorisation.NONE,
            ),
            evidence=[evidence] if evidence else [],
            authorised=[steps] if steps else [],
        )
        store.tags.attach(quote.tags, quotes=[numbers[quote.id]])
    for note in library.notes:
        made = store.notes.save(replace(note, quote_id=numbers.get(note.quote_id, 0)))
        store.tags.attach(note.tags, notes=[made.id])
    return store


def differing(before: list[Any], after: list[Any]) -> list[Any]:
    """What came back otherwise, in pairs, so that a failure names it alone."""
    pairs = [
        pair
        for one, other in zip(before, after, strict=True)
        for pair in (itertools.zip_longest(one, other) if isinstance(one, list) else [(one, other)])
    ]
    return [pair for pair in pairs if pair[0] != pair[1]]


Held = Callable[[Store], Any]
"""What a format holds of a library, as values to compare."""


def quotes_with(*names: str) -> Held:
    """Fields of the quotes; whole, from where to where, by whom, and their tags in any case."""

    def held(store: Store) -> Any:
        text = store.articles.text(1)
        return [
            (
                quote.type,
                quote.start,
                quote.end,
                quote.speaker_name(text),
                sorted(quote.tags),
                [getattr(quote, name) for name in names],
            )
            for quote in store.quotes.of(1)
        ]

    return held


def notes_on(
    *,
    quotes: bool = True,
    passages: bool = True,
    article: bool = True,
    bodies: bool = True,
    tagged: bool = False,
) -> Held:
    """Bodies, places and tags of the notes."""

    def held(store: Store) -> Any:
        return sorted(
            (
                note.body if bodies else "",
                note.span or (),
                sorted(note.tags) if tagged or not note.quote_id else [],
                bool(note.quote_id),
                str(note.anchor),
            )
            for note in store.notes.of(1)
            if (quotes if note.quote_id else passages if note.span else article)
        )

    return held


def proofs(store: Store) -> Any:
    return (
        [replace(one, uid="", id=0) for one in store.quotes.evidence_of(1)],
        [replace(one, quote_id=0) for one in store.quotes.authorisations_of(1)],
        [replace(one, id=0) for one in store.sources.all()],
    )


def register(store: Store) -> Any:
    return sorted((replace(one, id=0) for one in store.sources.all()), key=lambda one: one.uid)


def tags(store: Store) -> Any:
    return sorted(store.articles.get(1).tags)


def facts(store: Store) -> Any:
    article = store.articles.get(1)
    return replace(article, id=0, added="", tags=tuple(sorted(article.tags)), location="", originals=())


def everything(store: Store) -> Any:
    return [replace(one, id=0, source_id=0, tags=()) for one in store.quotes.of(1)]


PARTS = ("uid", "spans", "medium", "speaker", "cue", "status", "verification")
HELD: dict[str, tuple[Held, ...]] = {
    "jsonl": (quotes_with(), everything, notes_on(tagged=True), proofs, facts),
    "webannotation": (quotes_with(*PARTS), notes_on()),
    "recogito": (quotes_with(*PARTS), notes_on()),
    "refi": (quotes_with(*PARTS), notes_on(tagged=True), tags),
    "hypothesis": (quotes_with(), notes_on()),
    "hypothesis-csv": (quotes_with(), notes_on()),
    "markdown": (quotes_with("spans", "status"), notes_on(), tags),
    "csv": (quotes_with(*PARTS), notes_on(passages=False, article=False), register),
    "readwise": (quotes_with(), notes_on(article=False)),
    "taguette": (quotes_with(), notes_on(quotes=False, article=False, bodies=False)),
}
"""What of a library comes back out of each format; docs/formats.md lists what does not."""
WITHOUT_TAGS = {"hypothesis-csv": (",",), "readwise": (" ", ",", ";")}
"""Signs of tags that a format cannot hold."""


def fitting(library: Library, name: str) -> Library:
    """The library without tags that the format cannot hold, which docs/formats.md lists."""
    refused = WITHOUT_TAGS.get(name, ())

    def fit(value: Any) -> Any:
        return replace(value, tags=tuple(tag for tag in value.tags if not any(s in tag for s in refused)))

    return replace(
        library,
        article=fit(library.article),
        quotes=[fit(quote) for quote in library.quotes],
        notes=[fit(note) for note in library.notes],
    )


@pytest.mark.parametrize("name", HELD)
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # a failure is small already, and making it smaller takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
@given(library=libraries())
def test_a_random_library_comes_back(name: str, library: Library) -> None:
    library = fitting(library, name)
    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "out").mkdir()
        with stored(library, folder, "full.db") as full:
            (path,) = export(full, [1], name, folder / "out")
            before = [held(full) for held in HELD[name]]
        is_whole = name in ("jsonl",)
        bare = Library(replace(library.article, tags=()))
        with (
            Store(folder / "other.db", actor="tests")
            if is_whole
            else stored(bare, folder, "other.db") as other
        ):
            report = import_file(other, path)
            assert report.lost == []
            after = [held(other) for held in HELD[name]]
            assert before == after, "\n".join(map(repr, differing(before, after)))
            assert list(other.verify()) == []
            again = import_file(other, path)
            assert (again.quotes, again.notes, again.articles) == (0, 0, 0)
