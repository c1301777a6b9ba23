"""What stood in the way of an hour's work, through the keys."""

import getpass
from pathlib import Path

import pytest

from reader.config import Config
from reader.models import Article, ArticleState, Quote, QuoteType, Span, Status
from reader.store import Store
from tests.ui.desk.conftest import Open
from tests.ui.translated import says

TEXT = (
    "Gestern im Rat. „Ach was, das geht nicht“, sagte Hannelore Petersen am Montag.\n\n"
    "„Er nannte das „Unsinn“ und ging“, sagte Ute Klar. Petersen will, dass es regnet."
)


def placed(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """An article with a quote in another one, and words in marks that nothing has found."""
    path = tmp_path / "library.db"
    inner = Quote(QuoteType.DIRECT, placed("„Unsinn“"), confidence=0.8, nested=True)
    outer = Quote(QuoteType.DIRECT, placed("„Er nannte das „Unsinn“ und ging“"), confidence=0.9)
    other = Quote(QuoteType.INDIRECT, placed("dass es regnet"), resolved_speaker="Hannelore Petersen")
    with Store(path, actor="anna") as store:
        store.articles.add(
            Article(TEXT, title="Im Rat", language="de"), [outer, inner, other], detector="rules-1"
        )
    return path


def decisions(store: Store) -> list[Status]:
    return [quote.status for quote in store.quotes.of(1)]


async def test_copying_all_accepted_says_that_none_is_accepted_yet(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("y", "a")
        assert any(says(one, "No quote is accepted yet") for one in hands.told())


async def test_words_selected_inside_marks_are_direct_with_their_marks_and_who_stands_beside(
    open_desk: Open, library: Path
) -> None:
    async with open_desk() as hands:
        await hands.press("slash")
        await hands.type("ach was")
        await hands.press("enter", "escape", "v", *"wwwwww", "enter")
    with Store(library) as store:
        (made,) = (quote for quote in store.quotes.of(1) if not quote.origin.startswith("rules"))
        assert made.type is QuoteType.DIRECT
        assert made.words(TEXT) == "„Ach was, das geht nicht“"
        assert "Hannelore Petersen" in (made.resolved_speaker or made.spoken_by)


async def test_a_quote_inside_another_is_decided_with_it_and_the_article_is_done(
    open_desk: Open, library: Path
) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "enter")
        with Store(library) as store:
            assert decisions(store) == [Status.ACCEPTED, Status.ACCEPTED, Status.SUGGESTED]
        await hands.press("enter")
        with Store(library) as store:
            assert store.articles.get(1).state is ArticleState.DONE
        await hands.press("u", "u")
        with Store(library) as store:
            assert decisions(store) == [Status.SUGGESTED] * 3
            assert store.articles.get(1).state is not ArticleState.DONE
        await hands.press("escape", "escape")
    with Store(library) as store:
        assert store.articles.get(1).state is ArticleState.READING, "it was opened"


async def test_without_a_name_the_account_stands_beside_what_was_done(open_desk: Open, library: Path) -> None:
    async with open_desk(config=Config()) as hands:
        await hands.press("tab", "enter")
    with Store(library) as store:
        assert store.journal.entries(limit=1)[0].actor == getpass.getuser()
