"""Libraries that did not note until when their articles may be used."""

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.models import Article
from reader.store import Store
from reader.store.notices import read_notices


def test_embargoes_of_articles_stored_before_are_noted(tmp_path: Path) -> None:
    texts = ("Text.\n\nSperrfrist: 11.11.2026, 10 Uhr", "Es gilt das gesprochene Wort.\n\nText.", "Nur Text.")
    with Store(tmp_path / "library.db") as store:
        numbers = [store.articles.add(Article(text)).id for text in texts]
        assert store.articles.ids("is:embargoed") == []
    with closing(sqlite3.connect(tmp_path / "library.db")) as raw, raw:
        read_notices(raw)
    with Store(tmp_path / "library.db") as store:
        assert sorted(store.articles.ids("is:embargoed")) == numbers[:2]
        assert store.articles.get(numbers[0]).embargo_until == "2026-11-11T10:00"
        assert [row.badge for row in store.articles.rows(numbers)] == ["EMBARGO", "UNDELIVERED", ""]
