"""How files are called by themselves."""

from pathlib import Path

import pytest

from reader.library.file_stems import LONGEST, stem_of_article, stem_of_articles, stem_of_quotes
from reader.models import Article, Quote, QuoteType, Source, Span
from reader.store import Store


@pytest.mark.parametrize(
    ("article", "stem"),
    [
        (Article("Text.", title="Brücke wird teurer: „Nein“"), "bruecke-wird-teurer-nein"),
        (Article("Text.", title="../../etc/passwd\x1b[31m"), "etc-passwd-31m"),
        (
            Article("Text.", title="Мост", outlet="Tagblatt", published="2024-03-05T10:00"),
            "tagblatt-2024-03-05",
        ),
        (Article("Text.", outlet="Tagblatt"), "tagblatt"),
    ],
)
def test_an_article_is_called_by_its_title_or_where_it_is_from(
    tmp_path: Path, article: Article, stem: str
) -> None:
    with Store(tmp_path / "library.db") as store:
        assert stem_of_article(store, article) == stem


def test_a_long_title_is_cut_between_words(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as store:
        stem = stem_of_article(store, Article("Text.", title="Wort und Antwort " * 20))
        assert len(stem) <= LONGEST
        assert stem.endswith(("wort", "und", "antwort"))
        assert len(stem_of_article(store, Article("Text.", title="x" * 300))) == LONGEST


def test_lists_are_called_by_what_was_looked_for_and_cover_who_is_covered(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as store:
        store.sources.add(Source("Vera Falk", identity_protected=True))
        quote = Quote(QuoteType.DIRECT, (Span(0, 3),))
        one = store.articles.add(Article("Ja. Nein.", title="Eins"), [quote], "rules-1").id
        two = store.articles.add(Article("Nein.", title="Zwei")).id
        assert stem_of_articles(store, [one], "outlet:dpa") == "eins"
        assert stem_of_articles(store, [one, two], "outlet:dpa") == "2-articles-outlet-dpa"
        assert stem_of_articles(store, [one, two], 'speaker:"Vera Falk"') == "2-articles-speaker"
        assert stem_of_articles(store, range(1200), "Unread") == "1200-articles-unread"
        assert stem_of_quotes(store, None, "To decide") == "quotes-to-decide"
        assert stem_of_quotes(store, None, "") == "quotes"
        assert stem_of_quotes(store, [store.quotes.of(one)[0].id], "") == "eins"
