"""Edits as values: the page after them, and what their work stores. No screen is needed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.library import check_edits, edits, note_edits
from reader.library.borders import cut_out, split_at, with_border
from reader.library.check_edits import CheckResult
from reader.library.edits import Edit, as_stored
from reader.library.making import new_quote
from reader.library.note_edits import TagChange
from reader.library.page import Page, pages_of, read_page
from reader.models import (
    Article,
    Authorisation,
    Evidence,
    Note,
    Quote,
    QuoteType,
    Source,
    Span,
    Status,
    Verification,
)
from reader.store import Store

TEXT = "„Es reicht“, sagte Anna Berg. Der Rat müsse handeln, forderte sie. Mehr sagte sie nicht."


def spans(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


FOUND = (
    Quote(QuoteType.DIRECT, spans("„Es reicht“"), speaker=spans("Anna Berg"), cue=spans("sagte")),
    Quote(QuoteType.INDIRECT, spans("Der Rat müsse handeln"), speaker=spans("sie")),
)


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with Store(tmp_path / "library.db", actor="anna") as opened:
        opened.articles.add(Article(TEXT, title="Rat", language="de"), FOUND, detector="rules-1")
        opened.sources.add(Source("Anna Berg"))
        yield opened


def done(store: Store, edit: Edit) -> Page:
    """The page that is stored when the edit is."""
    with store.step(edit.label):
        edit.work(store, as_stored)
    return read_page(store, 1)


def told(page: Page) -> list[tuple[object, ...]]:
    """What an edit changes about quotes, without what only the library knows."""
    return [
        (q.id, q.spans, q.type, q.status, q.speaker, q.cue, q.source, q.resolved_speaker, q.tags,
         q.verification, q.authorisation)
        for q in page.quotes
    ]  # fmt: skip


CHANGES: dict[str, Callable[[Page, Quote], Edit | None]] = {
    "Accept a quote": lambda page, quote: edits.decide(page, [quote], Status.ACCEPTED),
    "Reject 2 quotes": lambda page, _quote: edits.decide(page, page.quotes, Status.REJECTED),
    "Make a quote reported": lambda page, quote: edits.retype(page, [quote], QuoteType.REPORTED),
    "Assign to Anna Berg": lambda page, quote: edits.assign(page, [quote], Source("Anna Berg", id=1)),
    "Same speaker as before": lambda page, quote: edits.same_speaker(page, page.quotes[1], quote),
    "Set the cue": lambda page, quote: edits.set_role(page, quote, "cue", spans("forderte")),
    "Set the speaker": lambda page, quote: edits.set_role(page, quote, "speaker", spans("Der Rat")),
    "Place a quote": lambda page, quote: edits.place(page, quote, spans("reicht")),
    "Cut out of a quote": lambda page, quote: edits.cut(page, quote, spans("reicht")[0]),
    "Join two quotes": lambda page, quote: edits.join(page, quote, page.quotes[1]),
    "Mark disputed": lambda page, quote: check_edits.verify(page, [quote], Verification.DISPUTED),
    "Authorisation: asked": lambda page, quote: check_edits.authorise(page, [quote], Authorisation.SENT),
    "Tag rat": lambda page, quote: note_edits.tag_quotes(page, [quote], TagChange(("rat",), ())),
}


@pytest.mark.parametrize("label", CHANGES)
def test_what_is_shown_is_what_is_stored(store: Store, label: str) -> None:
    page = read_page(store, 1)
    edit = CHANGES[label](page, page.quotes[0])
    assert edit is not None
    assert edit.label == label
    assert told(edit.page) != told(page)
    shown = [quote for quote in told(done(store, edit)) if quote[0] in {q.id for q in edit.page.quotes}]
    assert shown == told(edit.page)
    assert store.journal.undo() == label
    assert told(read_page(store, 1)) == told(page), "one step takes all of it back"


def test_a_new_quote_is_shown_under_a_provisional_id(store: Store) -> None:
    page = read_page(store, 1)
    direct = new_quote(page, spans("„Es reicht“"), -1)
    assert (direct.type, new_quote(page, spans("Mehr"), -1).type) == (
        QuoteType.DIRECT,
        QuoteType.INDIRECT,
    )
    edit = edits.mark(page, new_quote(page, spans("Mehr"), -1))
    assert (edit.provisional, edit.page.quotes[-1].id) == (-1, -1)
    stored = edit.work(store, as_stored)
    after = edit.page.stored_as(-1, stored)
    assert after.quotes[-1] == store.quotes.get(3)


def test_a_note_on_a_provisional_quote_stays_on_it() -> None:
    quote = Quote(QuoteType.DIRECT, spans("Mehr"), id=-1)
    page = Page(Article(TEXT), (quote,), (Note("warum?", 1, quote_id=-1, id=4),))
    after = page.stored_as(-1, Quote(QuoteType.DIRECT, spans("Mehr"), id=7, uid="u"))
    assert [note.quote_id for note in after.notes] == [7]


def test_a_quote_is_split_in_two(store: Store) -> None:
    page = read_page(store, 1)
    edit = edits.split(page, page.quotes[1], TEXT.index("müsse"), -1)
    assert edit is not None
    assert [q.words(TEXT) for q in edit.page.quotes[1:]] == ["Der Rat", "müsse handeln"]
    assert [q.words(TEXT) for q in done(store, edit).quotes[1:]] == ["Der Rat", "müsse handeln"]
    assert edits.split(page, page.quotes[1], page.quotes[1].start, -1) is None
    assert edits.cut(page, page.quotes[1], page.quotes[1].spans[0]) is None


def test_notes_of_a_quote_that_is_joined_go_along(store: Store) -> None:
    store.notes.save(Note("warum?", 1, quote_id=2))
    page = read_page(store, 1)
    edit = edits.join(page, page.quotes[0], page.quotes[1])
    assert [note.quote_id for note in edit.page.notes] == [1]
    assert [note.quote_id for note in done(store, edit).notes] == [1]


def test_what_was_found_is_rejected_and_what_was_made_is_removed(store: Store) -> None:
    page = read_page(store, 1)
    edit = edits.remove(page, page.quotes[0])
    assert edit.page.quotes[0].status is Status.REJECTED
    made = edits.mark(page, new_quote(page, spans("Mehr"), -1)).work(store, as_stored)
    page = read_page(store, 1)
    assert len(edits.remove(page, made).page.quotes) == 2
    assert len(done(store, edits.remove(page, made)).quotes) == 2


@pytest.mark.parametrize("by", ["page", "number"])
def test_words_in_marks_inside_a_quote_are_accepted_with_it_and_others_are_not(
    tmp_path: Path, by: str
) -> None:
    text = "Anna Berg sagte, die Stadt werde „weitermachen“ und Ott nenne das „Unfug“."

    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    berg, ott = at("Anna Berg"), at("Ott")
    found = (
        Quote(
            QuoteType.INDIRECT, at("die Stadt werde „weitermachen“ und Ott nenne das „Unfug“"), speaker=berg
        ),
        Quote(QuoteType.DIRECT, at("„weitermachen“"), speaker=berg, nested=True),
        Quote(QuoteType.DIRECT, at("„Unfug“"), speaker=ott, nested=True),
    )
    with Store(tmp_path / "nested.db") as store:
        store.articles.add(Article(text, language="de"), found, detector="rules-1")
        page = read_page(store, 1)
        if by == "page":
            edit = edits.decide(page, [page.quotes[0]], Status.ACCEPTED)
            assert told(edit.page) == told(done(store, edit))
        else:
            store.quotes.set_status([page.quotes[0].id], Status.ACCEPTED)
        assert [quote.status for quote in read_page(store, 1).quotes] == [
            Status.ACCEPTED,
            Status.ACCEPTED,
            Status.SUGGESTED,
        ]
        store.journal.undo()
        assert {quote.status for quote in read_page(store, 1).quotes} == {Status.SUGGESTED}


def test_a_source_that_is_new_is_made_once(store: Store) -> None:
    page = read_page(store, 1)
    for name in ("Bert", "bert", "ANNA BERG"):
        done(store, edits.assign(page, page.quotes, Source(name)))
    assert [source.name for source in store.sources.all()] == ["Anna Berg", "Bert"]
    assert [quote.source for quote in done(store, edits.assign(page, page.quotes, None)).quotes] == ["", ""]


def test_a_check_changes_what_is_new_about_it(store: Store) -> None:
    page = read_page(store, 1)
    proof = Evidence(Verification.CHECKED, 0, "page", "S. 3")
    result = CheckResult(Verification.CHECKED, proof, Authorisation.CHANGED, "Es genügt")
    edit = check_edits.check(page, page.quotes[:1], result)
    assert [(one.quote_id, one.reference) for one in edit.page.evidence] == [(1, "S. 3")]
    assert told(done(store, edit)) == told(edit.page)
    assert [one.reference for one in store.quotes.evidence(1)] == ["S. 3"]
    assert [one.approved for one in store.quotes.authorisations(1)] == ["Es genügt"]
    same = CheckResult(Verification.CHECKED, None, Authorisation.CHANGED, "")
    done(store, check_edits.check(edit.page, edit.page.quotes[:1], same))
    assert len(store.quotes.authorisations(1)) == 1, "nothing was new"


def test_notes_are_written_tagged_and_removed(store: Store) -> None:
    page = read_page(store, 1)
    note = Note("warum?", 1, span=spans("Mehr")[0], id=-1)
    written = note_edits.write(page, note)
    assert (written.provisional, [one.body for one in done(store, written).notes]) == (-1, ["warum?"])
    page = read_page(store, 1)
    tagged = note_edits.tag_note(page, page.notes[0], TagChange(("rat",), ()))
    assert tagged.page.notes[0].tags == done(store, tagged).notes[0].tags == ("rat",)
    marked = note_edits.tag_note(page, Note("", 1, span=spans("nicht")[0], id=-2), TagChange(("ende",), ()))
    assert {one.tags for one in done(store, marked).notes} == {("rat",), ("ende",)}
    removed = note_edits.remove_note(page, page.notes[0], page.notes[0].id)
    assert removed.page.notes == ()
    assert len(done(store, removed).notes) == 1


def test_tags_of_an_article(store: Store) -> None:
    page = done(store, note_edits.tag_article(read_page(store, 1), TagChange(("b", "a"), ())))
    assert page.article.tags == ("a", "b")
    edit = note_edits.tag_article(page, TagChange((), ("a",)))
    assert (edit.label, edit.page.article.tags) == ("Untag a", ("b",))
    assert done(store, edit).article.tags == ("b",)


def test_pages_of_quotes_hold_those_alone(store: Store) -> None:
    store.articles.add(Article("Noch ein Text."), [Quote(QuoteType.DIRECT, (Span(0, 4),))])
    pages = pages_of(store, [3, 1])
    assert [(page.article.id, [quote.id for quote in page.quotes]) for page in pages] == [(2, [3]), (1, [1])]


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ((5, 10), ((0, 5), (10, 20))),
        ((0, 10), ((10, 20),)),
        ((0, 20), ()),
    ],
)
def test_cutting_out(held: tuple[int, int], expected: object) -> None:
    assert cut_out("x" * 20, (Span(0, 20),), held) == expected


def test_cutting_out_over_a_gap() -> None:
    assert cut_out("x" * 20, (Span(0, 5), Span(8, 20)), (3, 10)) == ((0, 3), (10, 20))


def test_splitting_at_a_gap() -> None:
    parts = (Span(0, 5), Span(8, 20))
    assert split_at("x" * 20, parts, 0) == ((Span(0, 5),), (Span(8, 20),))
    assert split_at("x" * 20, parts, 10) == ((Span(0, 5), Span(8, 10)), (Span(10, 20),))


@pytest.mark.parametrize(
    ("border", "offset", "expected"),
    [
        ("end", 15, ((0, 5), (8, 15))),
        ("end", 5, ((0, 5),)),
        ("start", 10, ((10, 20),)),
        ("start", 0, ((0, 5), (8, 20))),
        ("end", 0, None),
    ],
)
def test_moving_a_border(border: str, offset: int, expected: object) -> None:
    quote = Quote(QuoteType.DIRECT, (Span(0, 5), Span(8, 20)))
    moved = with_border(quote, border, offset, "x" * 20)
    assert (moved.spans if moved else None) == expected
