"""The article the project started from, as a person wants to read it."""

from dataclasses import replace
from pathlib import Path

from reader.ingest import read
from reader.models import Caption

SEED = "000_a34b1a85caf9958b.txt"


def test_seed_article(seeds: Path) -> None:
    article = read(str(seeds / SEED))
    assert article.title == "Assad trifft Putin spontan in Moskau"
    assert article.section == "Panorama"
    assert article.agency == "dtj/dpa"
    assert article.language == "de"
    assert article.text.startswith("Der bedrängte syrische Machthaber Baschar al-Assad")
    assert article.text.endswith("seiner Verbündeten gegen Oppositionelle.")
    assert article.text.count("\n\n") == 3
    assert article.removed == (
        "Connect with us",
        "Spread the love",
        "Published",
        "on",
        "Spread the love",
        "(dtj/dpa)",
    )


def test_caption_of_the_seed_article_stands_apart(seeds: Path) -> None:
    article = read(str(seeds / SEED))
    (caption,) = article.captions
    assert isinstance(caption, Caption)
    assert caption.credit == "dpa"
    assert caption.text.startswith("Syriens Machthaber al-Assad ist in Moskau eingetroffen.")
    assert caption.text.endswith("darunter auch immer wieder Zivilisten.")
    assert caption.text not in article.text


def test_twice_is_the_same(seeds: Path) -> None:
    # but for the second in which either was read
    once, twice = (replace(read(str(seeds / SEED)), originals=()) for _ in range(2))
    assert once == twice
