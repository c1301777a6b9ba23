"""What a search that finds nothing may have meant."""

from pathlib import Path

import pytest

from reader.models import Article, Source
from reader.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "library.db")
    text = "Die Brücke bleibt gesperrt. Der Bürgermeister sagte nichts, die Brücken halten."
    store.articles.add(Article(text, title="Brücke gesperrt", outlet="Tagblatt", language="de"))
    store.articles.add(Article("Der Haushalt steht.", title="Haushalt", outlet="Kurier Lokal", language="de"))
    store.sources.add(Source("Petra Hollmann"))
    return store


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Brüke", "Brücke"),
        ("Haushlat", "Haushalt"),
        ("haushlat", "haushalt"),
        ("Buergermeister", "Bürgermeister"),
        ("gesperrt Brüke", "gesperrt Brücke"),
        ("outlet:Tagblat", "outlet:Tagblatt"),
        ("outlet:kurir", "outlet:Kurier"),
        ("gesperrt", ""),
        ("gesp", ""),
        ("zzzz", ""),
        ("xyz", ""),
        ("haushalt brücke", ""),
        ("", ""),
        ('"Brüke', ""),
        ("is:nonsense", ""),
    ],
)
def test_a_line_that_finds_nothing_is_led_to_one_that_does(store: Store, typed: str, meant: str) -> None:
    assert store.search.meant(typed) == meant
