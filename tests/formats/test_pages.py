"""The page of a PDF on which a quote stands goes wherever the quote goes."""

import json
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from reader import formats
from reader.formats import Dossier
from reader.formats.citation import STYLES, cite
from reader.formats.evening import even
from reader.models import Anchor, PageStart
from tests.formats.examples import ARTICLE, DIRECT, DOSSIER, written

PAGES = (PageStart(0, "iv"), PageStart(DIRECT.end - 2, "1"))
ON_PAGES = replace(DOSSIER, article=replace(ARTICLE, pages=PAGES))
WITHOUT = ("vtt", "srt", "warc", "corpus", "refi-codebook", "taguette", "taguette-codebook")
"""Formats of codes or positions alone."""


def in_format(name: str, dossier: Dossier) -> str:
    data = written(name, dossier)
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return "\n".join(archive.read(one).decode("utf-8", "replace") for one in archive.namelist())


@pytest.mark.parametrize(
    ("style", "expected"), [("house", ", S. iv–1, http"), ("chicago", ", iv–1, http"), ("dgps", "(S. iv–1).")]
)
def test_a_quote_is_cited_with_its_page(style: str, expected: str) -> None:
    assert expected in cite(ON_PAGES, DIRECT, style)
    assert set(STYLES) == {"house", "chicago", "dgps"}


def test_the_page_is_called_as_the_language_calls_it() -> None:
    english = replace(ON_PAGES, article=replace(ON_PAGES.article, language="en"))
    assert ", p. iv–1, http" in cite(english, DIRECT)


def test_an_article_and_a_lost_quote_have_no_page() -> None:
    assert "iv" not in cite(ON_PAGES)
    assert "iv–1" not in cite(ON_PAGES, replace(DIRECT, anchor=Anchor.ORPHAN))


@pytest.mark.parametrize("name", sorted(set(formats.available()) - set(WITHOUT)))
def test_every_format_says_the_page(name: str) -> None:
    told = in_format(name, ON_PAGES)
    assert "iv–1" in told or "iv\\u20131" in told


def test_json_lines_say_where_pages_begin() -> None:
    line = json.loads(in_format("jsonl", ON_PAGES))
    assert line["pages"] == [[0, "iv"], [DIRECT.end - 2, "1"]]


def test_pages_move_with_names_that_are_covered() -> None:
    text = "██ sagte nichts. Ende."
    article = replace(
        ARTICLE, text=text, headings=(), captions=(), pages=(PageStart(0, "1"), PageStart(17, "2"))
    )
    evened = even(Dossier(article)).article
    assert evened.text[evened.pages[1].start :] == "Ende."
