"""Steps of an authorisation that two libraries took at the same time."""

from pathlib import Path

from bench.desks import Folder, join, sync
from reader.library.approved_wordings import standing_of_quote
from reader.models import Article, Authorisation, Authorised, Quote, QuoteType, Span
from reader.store import Store

TEXT = "Der Vorspann.\n\n„Wir bauen heute“, sagte Erika Mustermann am Montag."
_AT = TEXT.index("„")


def test_of_two_wordings_authorised_at_the_same_time_the_same_one_holds_in_both(tmp_path: Path) -> None:
    folder: Folder = {}
    with Store(tmp_path / "a.db", actor="anna") as anna, Store(tmp_path / "b.db", actor="bernd") as bernd:
        quote = Quote(QuoteType.DIRECT, (Span(_AT, _AT + 17),), confidence=0.9)
        anna.articles.add(Article(TEXT, title="Bau", location="bau.txt"), (quote,), "rules-1")
        for store, name in ((anna, "a" * 16), (bernd, "b" * 16)):
            join(store, name)
            sync(store, folder)
        for store, words in ((anna, "Wir bauen morgen"), (bernd, "Wir bauen nie")):
            step = Authorised(
                Authorisation.CHANGED, "Wir bauen heute", words, "", "2026-11-28T10:00:00+00:00"
            )
            store.quotes.add_authorisation(1, step)
        for store in (anna, bernd, anna):
            sync(store, folder)
        standing = [standing_of_quote(store, store.quotes.get(1)) for store in (anna, bernd)]
        assert standing[0].wordings == standing[1].wordings
        assert len(standing[0].wordings) == 2
