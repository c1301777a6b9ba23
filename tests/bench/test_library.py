"""The made-up library is the same however often its filling was begun."""

from pathlib import Path

from bench.library import fill, stored
from reader.store import Store


def contents(path: Path) -> list[tuple[object, ...]]:
    """What is in a library, without what is drawn anew in each."""
    with Store(path) as store:
        articles = [store.articles.get(one) for one in store.articles.ids(descending=False)]
        return [
            (one.id, one.title, one.text, one.published, *(quote.resolved_speaker for quote in quotes))
            for one in articles
            for quotes in [store.quotes.of(one.id)]
        ]


def test_filling_goes_on_from_what_is_there(tmp_path: Path) -> None:
    fill(tmp_path / "twice.db", 3, quotes=2)
    assert stored(tmp_path / "twice.db") == 3
    fill(tmp_path / "twice.db", 5, quotes=2)
    fill(tmp_path / "once.db", 5, quotes=2)
    assert contents(tmp_path / "twice.db") == contents(tmp_path / "once.db")
    assert stored(tmp_path / "twice.db") == 5
