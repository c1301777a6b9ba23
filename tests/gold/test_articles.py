"""What ingest makes of the sample articles is what their gold files expect."""

import json
from pathlib import Path

import pytest

from tests.gold.loader import gold_files, read_article

FIELDS = ("title", "section", "byline", "outlet", "agency", "language")
GOLD = gold_files()


def _name(path: Path) -> str:
    return path.name.removesuffix(".gold.json")


@pytest.fixture(params=GOLD, ids=_name)
def gold(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_metadata_is_found(gold: Path) -> None:
    expected = json.loads(gold.read_text(encoding="utf-8"))
    article = read_article(gold)
    assert {name: getattr(article, name) for name in FIELDS} == {name: expected[name] for name in FIELDS}


def test_captions_are_kept_apart_with_their_credit(gold: Path) -> None:
    expected = json.loads(gold.read_text(encoding="utf-8"))
    article = read_article(gold)
    found = [{"text": caption.text, "credit": caption.credit} for caption in article.captions]
    assert found == expected["captions"]
    assert not [caption for caption in expected["captions"] if caption["text"] in article.text]


def test_leftovers_are_gone(gold: Path) -> None:
    expected = json.loads(gold.read_text(encoding="utf-8"))
    text = read_article(gold).text
    assert [words for words in expected["absent"] if words in text] == []


def test_title_and_byline_are_no_part_of_the_text(gold: Path) -> None:
    expected = json.loads(gold.read_text(encoding="utf-8"))
    lines = read_article(gold).text.splitlines()
    assert expected["title"] not in lines
    assert not [line for line in lines if expected["byline"] and line.endswith(expected["byline"])]


def test_there_is_an_article_of_every_kind_that_was_asked_for() -> None:
    languages = [json.loads(path.read_text(encoding="utf-8"))["language"] for path in GOLD]
    assert languages.count("de") >= 7
    assert {"en", "fr", "es", "it", "nl"} <= set(languages)
    assert any(not json.loads(path.read_text(encoding="utf-8"))["quotes"] for path in GOLD)
    assert max(len(read_article(path).text.split()) for path in GOLD) > 3000
