"""Articles of an archive in a library: with their quotes, once, and one step to undo."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import ReaderError, UsageError
from reader.library.adding import Progress
from reader.library.archives.taking import add_from_archive, question_of
from reader.library.edits import as_stored, decide
from reader.library.page import pages_of
from reader.models import Article, Status
from reader.store import Store
from tests.library.archives.conftest import Detect, article, write_lines


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def archive(tmp_path: Path, detect: Detect) -> str:
    articles = [article(number, tags=["hafen"], author="Mia Roth") for number in range(3)]
    quiet = article(7, text="Hier sagt niemand etwas über den Hafen von Förde.")
    detect(write_lines(tmp_path / "in.jsonl", [*articles, quiet]))
    return str(tmp_path / "out")


def added(store: Store, archive: str, *words: str, **how: bool) -> list[Progress]:
    return list(add_from_archive(store, archive, question_of(words), **how))  # type: ignore[arg-type]


def test_articles_come_with_their_quotes_in_one_step_to_undo(store: Store, archive: str) -> None:
    steps = added(store, archive, "speaker:udo kern", "hauser")
    assert [(step.outcome, step.quotes, step.done, step.total) for step in steps] == [
        ("new", 2, number, 3) for number in (1, 2, 3)
    ]
    stored = store.articles.get(1)
    assert (stored.byline, stored.outlet, stored.published, stored.tags) == (
        *("Mia Roth", "Hafenblatt", "2024-01-01"),
        ("hafen",),
    )
    first, second = store.quotes.of(1)
    assert (first.resolved_speaker, first.status, first.origin[:6]) == (
        "Ada Lindt",
        Status.SUGGESTED,
        "rules-",
    )
    assert stored.text[second.start : second.end] == "Der Bau werde 0 Monate dauern"
    assert not list(store.verify())
    assert store.journal.undo() == f"Add 3 articles from {archive}"
    assert store.articles.ids() == []


def test_words_alone_find_articles_without_quotes_too(store: Store, archive: str) -> None:
    assert [step.title for step in added(store, archive, "forde")] == ["Häuser 7"]
    assert [step.outcome for step in added(store, archive, "id:a1", "id:a2")] == ["new", "new"]


def test_what_is_here_stays_as_a_person_left_it(store: Store, archive: str) -> None:
    added(store, archive, "id:a1", "id:a2")
    (page,) = pages_of(store, [store.quotes.of(1)[0].id])
    decide(page, page.quotes, Status.REJECTED).work(store, as_stored)
    store.articles.trash([2])
    steps = added(store, archive, "since:2024")
    assert [(step.outcome, step.article_id) for step in steps] == [
        ("new", 3),
        ("same", 1),
        ("same", 2),
        ("new", 4),
    ]
    assert [one.status for one in store.quotes.of(1)] == [Status.REJECTED, Status.SUGGESTED]
    assert "trash" in steps[2].message
    assert 2 not in store.articles.ids()
    assert [step.outcome for step in added(store, archive, "id:a2", replaces=True)] == ["new"]


def test_another_text_takes_the_place_only_when_told_to(store: Store, tmp_path: Path, detect: Detect) -> None:
    detect(write_lines(tmp_path / "in.jsonl", [article(5, url="https://example.org/5")]))
    before = article(5)["text"] + " Mehr war am Montag nicht zu erfahren."
    store.articles.add(Article(before, url="https://example.org/5", location="https://example.org/5"))
    (left,) = added(store, str(tmp_path / "out"), "id:a5")
    assert (left.outcome, left.message) == (
        "same",
        "it is here with another text, and stays so without --replace",
    )
    assert store.articles.get(1).text == before
    (taken,) = added(store, str(tmp_path / "out"), "id:a5", replaces=True)
    assert taken.outcome == "changed"
    assert store.articles.get(1).version == 2


def test_they_can_come_without_quotes(store: Store, archive: str) -> None:
    added(store, archive, "id:a1", detects=False)
    assert store.quotes.of(1) == []


def test_what_is_done_is_kept_when_it_is_stopped(store: Store, archive: str) -> None:
    with closing(add_from_archive(store, archive, question_of(["outlet:Hafen"]))) as steps:  # type: ignore[type-var]
        next(steps)
    assert len(store.articles.ids()) == 4


def test_an_archive_without_texts_says_so(store: Store, tmp_path: Path, detect: Detect) -> None:
    detect(write_lines(tmp_path / "in.jsonl", [article(1)]), keeps_texts=False)
    with pytest.raises(ReaderError, match="--no-texts"):
        added(store, str(tmp_path / "out"), "id:a1")


def test_a_damaged_row_spoils_its_article_alone(store: Store, archive: str) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    (path,) = Path(archive).glob("quotes/*/*.parquet")
    rows = pq.ParquetFile(path).read()
    shifted = [[{"start": 1, "end": 99_999}], *rows.column("spans").to_pylist()[1:]]
    column = pa.array(shifted, rows.schema.field("spans").type)
    pq.write_table(rows.set_column(rows.schema.get_field_index("spans"), "spans", column), path)
    steps = added(store, archive, "outlet:hafenblatt")
    assert sorted(step.outcome for step in steps) == ["failed", "new", "new", "new"]


@pytest.mark.parametrize("words", [(), ("  ",), ("author:Roth",)])
def test_a_query_that_says_nothing_is_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        question_of(words)
