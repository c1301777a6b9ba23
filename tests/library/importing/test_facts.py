"""References fill what is not known of articles, and leave what is."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.library.importing import ImportChoices, import_file
from reader.models import Article
from reader.store import Store
from tests.formats.examples import ARTICLE
from tests.library.importing.conftest import Exported

BARE = Article(ARTICLE.text, title=ARTICLE.title, url=ARTICLE.url)
RIS = (
    "TY  - NEWS\nTI  - {title}\nT2  - {outlet}\nUR  - {url}\nPY  - 2025\nAU  - Hall, Bo\nKW  - bau\nER  - \n"
)


def written(folder: Path, title: str = "Neubau", outlet: str = "Blatt", url: str = "") -> Path:
    path = folder / "list.ris"
    path.write_text(RIS.format(title=title, outlet=outlet, url=url), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["ris", "bibtex", "csl"])
def test_what_reader_exported_fills_the_same_article(
    full: Store, empty: Store, exported: Exported, name: str
) -> None:
    empty.articles.add(BARE)
    path = exported(full, name)
    report = import_file(empty, path)
    article = empty.articles.get(1)
    assert (article.outlet, article.published, article.language) == ("Beispielblatt", "2015-10-21", "de")
    assert article.byline == "Anna Beispiel, Jan de Vries"
    assert set(article.tags) == {"politik/bau amt"}
    assert article.title == ARTICLE.title
    assert [one.kept for one in report.facts] == [{}]
    assert empty.journal.undo() == f"Import {path.name}"
    assert empty.articles.get(1).outlet == ""


@pytest.mark.parametrize("name", ["ris", "bibtex", "csl"])
def test_a_second_import_changes_nothing(full: Store, empty: Store, exported: Exported, name: str) -> None:
    empty.articles.add(BARE)
    path = exported(full, name)
    import_file(empty, path)
    steps = len(empty.journal.entries())
    again = import_file(empty, path)
    assert (again.facts, again.tags, again.same) == ([], 0, 1)
    assert len(empty.journal.entries()) == steps


@pytest.mark.parametrize("name", ["ris", "bibtex", "csl"])
def test_an_article_that_is_known_better_stays_as_it_is(full: Store, exported: Exported, name: str) -> None:
    before = full.articles.get(1)
    report = import_file(full, exported(full, name))
    assert (full.articles.get(1), report.facts) == (before, [])


def test_what_somebody_set_is_kept_and_told_unless_it_is_asked_for(empty: Store, tmp_path: Path) -> None:
    empty.articles.add(Article("Text.", title="Neubau"))
    empty.articles.update([1], outlet="Richtig", byline="Von Bo Hall")
    report = import_file(empty, written(tmp_path))
    assert [(one.filled, one.kept) for one in report.facts] == [
        ({"published": "2025"}, {"outlet": ("Richtig", "Blatt")})
    ]
    assert empty.articles.get(1).outlet == "Richtig"
    import_file(empty, written(tmp_path), ImportChoices(overwrite=True))
    assert (empty.articles.get(1).outlet, empty.articles.get(1).byline) == ("Blatt", "Von Bo Hall")


def test_the_address_tells_the_article_before_the_title_does(empty: Store, tmp_path: Path) -> None:
    empty.articles.add(Article("Eins.", title="Neubau", location="a"))
    empty.articles.add(Article("Zwei.", title="Ganz anders", url="https://www.example.org/n/"))
    import_file(empty, written(tmp_path, url="http://example.org/n?utm_source=x"))
    assert [empty.articles.get(number).outlet for number in (1, 2)] == ["", "Blatt"]
    assert empty.articles.get(2).title == "Ganz anders"


def test_a_title_of_two_articles_tells_none_but_by_the_day(empty: Store, tmp_path: Path) -> None:
    empty.articles.add(Article("Eins.", title="Neubau", location="a"))
    empty.articles.add(Article("Zwei.", title="Neubau", location="b"))
    (left,) = import_file(empty, written(tmp_path)).left_out
    assert left.reason == "more than one article is called so"
    empty.articles.update([2], published="2025-03-01T10:00")
    import_file(empty, written(tmp_path))
    assert [empty.articles.get(number).outlet for number in (1, 2)] == ["", "Blatt"]


def test_what_is_not_here_is_left_out(empty: Store, tmp_path: Path) -> None:
    empty.articles.add(replace(BARE))
    (left,) = import_file(empty, written(tmp_path, "Anderes", url="https://example.org/x")).left_out
    assert (left.title, left.address, left.count) == ("Anderes", "https://example.org/x", 1)
    assert empty.articles.count() == 1
