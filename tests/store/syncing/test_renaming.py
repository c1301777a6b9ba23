"""A text that is found to be covered while others are heard is called alike by all that is said of it."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from bench.desks import Folder, join, sync
from reader.library.following import follow_new_text
from reader.models import Article, Quote, QuoteType, Source, Span
from reader.store import Store

NAME = "Mira Tannhof"
TEXT = f"„Die Brücke ist sicher“, sagte {NAME} am Montag."
PAGE = Article(TEXT, "Brücke", outlet="Bote", location="/bruecke", language="de")
LATER = f"{TEXT} Mehr am Abend."
QUOTE = Quote(QuoteType.DIRECT, (Span(0, 23),))


def fetch_again(store: Store) -> None:
    (number,) = store.articles.ids()
    with store.step("Fetch again"):
        store.articles.add(replace(PAGE, text=LATER), [], "", number)
        follow_new_text(store, number, [QUOTE], "rules-1")


def test_all_see_the_newer_text_of_who_heard_only_while_naming_it_that_it_is_covered(tmp_path: Path) -> None:
    folder: Folder = {}
    with ExitStack() as opened:
        anna, bernd, clara = (
            opened.enter_context(Store(tmp_path / f"{name}.db", actor=name))
            for name in ("anna", "bernd", "clara")
        )
        for store, name in ((anna, "3" * 16), (bernd, "1" * 16), (clara, "2" * 16)):
            join(store, name)  # within one second what the higher one wrote stands: anna's text
        clara.articles.add(PAGE, [QUOTE], "rules-1")
        source = clara.sources.add(Source(NAME))
        for store in (clara, bernd):
            sync(store, folder, covers=True)
        clara.sources.update(replace(clara.sources.get(source.id), identity_protected=True))
        sync(clara, folder, covers=True)
        anna.articles.add(PAGE, [QUOTE], "rules-1")
        fetch_again(anna)
        sync(anna, folder, covers=True)  # meets the page, and hears that its speaker is protected
        (known,) = bernd.sources.all()
        sync(bernd, folder, covers=True)
        bernd.sources.update(replace(bernd.sources.get(known.id), identity_protected=False))
        for store in (bernd, anna, clara) * 3:
            sync(store, folder, covers=True)
        for store in (anna, bernd, clara):
            (number,) = store.articles.ids()
            assert store.articles.get(number).text == LATER
            assert not any(quote.is_lost for quote in store.quotes.of(number))
