"""What holds for every format: it is listed, repeats itself byte for byte, and survives odd articles."""

from dataclasses import replace

import pytest

from reader import formats
from reader.errors import UsageError
from reader.formats import Dossier
from reader.models import Article, Quote, QuoteType, Span
from tests.formats.examples import DOSSIER, written

EVERY = tuple(formats.available())


def test_names_endings_and_labels_are_given_once() -> None:
    known = formats.available()
    assert list(known)[:3] == ["markdown", "csv", "jsonl"]
    assert len({item.label for item in known.values()}) == len(known)
    assert all(item.suffix.startswith(".") for item in known.values())


@pytest.mark.parametrize(
    ("asked", "name"), [("csv", "csv"), ("md", "markdown"), (".qdpx", "refi"), ("bib", "bibtex")]
)
def test_a_format_is_found_by_name_or_ending(asked: str, name: str) -> None:
    assert formats.get(asked).name == name


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="markdown, csv, jsonl"):
        formats.get("docx")


@pytest.mark.parametrize("name", EVERY)
def test_the_same_dossiers_give_the_same_bytes(name: str) -> None:
    assert written(name) == written(name)
    assert written(name)


@pytest.mark.parametrize("name", EVERY)
def test_an_article_without_anything_can_be_written(name: str) -> None:
    written(name, Dossier(Article("")))


@pytest.mark.parametrize("name", EVERY)
def test_controls_surrogates_and_markup_break_no_format(name: str) -> None:
    nasty = '\ufeff\x1b[31m\x00\ud800]]></Code>"\u202e\r\n\\"\tx'
    quote = Quote(QuoteType.DIRECT, (Span(0, len(nasty)),), speaker=(Span(1, 5),), tags=(nasty,))
    article = Article(
        nasty, title=nasty, byline=nasty, outlet=nasty, url=nasty, published=nasty, tags=(nasty,)
    )
    written(name, Dossier(article, (quote,))).decode("utf-8" if name != "refi" else "latin-1")


@pytest.mark.parametrize("name", EVERY)
def test_several_articles_go_into_one_file(name: str) -> None:
    second = replace(DOSSIER.article, uid="99999999-9999-4999-8999-999999999999", title="Zweiter")
    assert len(written(name, DOSSIER, replace(DOSSIER, article=second, notes=()))) >= len(written(name))
