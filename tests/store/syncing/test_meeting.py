"""Two libraries that have the same article, and a folder that copies segments in another order."""

from pathlib import Path

import pytest

from bench.desks import Folder, join, picture, sync
from reader.models import Article, Note, Quote, QuoteType, Span, Status
from reader.store import Store

TEXT = "Der Vorspann.\n\n„Wir bauen heute“, sagte Erika Mustermann am Montag."
_AT = TEXT.index("„")


@pytest.mark.parametrize("first", [(2, 1), (2,)], ids=["later one first", "first one missing"])
def test_what_was_decided_stands_once_in_both_though_the_article_comes_after_it(
    tmp_path: Path, first: tuple[int, ...]
) -> None:
    folder: Folder = {}
    with Store(tmp_path / "a.db", actor="anna") as anna, Store(tmp_path / "b.db", actor="bernd") as bernd:
        for store, name in ((anna, "a" * 16), (bernd, "b" * 16)):
            quote = Quote(QuoteType.DIRECT, (Span(_AT, _AT + 17),), confidence=0.9)
            store.articles.add(Article(TEXT, title="Bau", location="bau.txt"), (quote,), "rules-1")
            join(store, name)
        sync(anna, folder)
        anna.quotes.set_status([1], Status.ACCEPTED)
        anna.notes.save(Note("Nachfragen", 1, quote_id=1))
        sync(anna, folder)
        by_number = {dot.number: dot for dot in folder}
        sync(bernd, folder, only=[by_number[number] for number in first])
        for store in (bernd, anna, bernd):
            sync(store, folder)
        assert picture(anna) == picture(bernd)
        for store in (anna, bernd):
            assert [quote.status for quote in store.quotes.of(1)] == [Status.ACCEPTED]
            assert [(note.body, note.quote_id) for note in store.notes.of(1)] == [("Nachfragen", 1)]
