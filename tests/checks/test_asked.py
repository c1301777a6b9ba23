"""The stricter rules of the lint, on quotes as detection finds them in articles written for it."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.checks import lint
from reader.checks.asked import ASKED
from reader.models import Article, Quote
from reader.quotes import detect

ARTICLES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("articles.toml").read_text(encoding="utf-8")
)["article"]
BORNE = 0.8
"""Of what a stricter rule says, so much is right."""


def said(article: dict[str, Any], asked: tuple[str, ...] = tuple(ASKED)) -> list[tuple[str, str]]:
    """What the stricter rules say of an article: rule, and the words it is about with what it says."""
    text = article["text"]
    quotes = [_assigned(quote, article) for quote in detect(text, article["language"], "", engine="rules")]
    found = lint(Article(text, language=article["language"]), quotes, {}, asked)
    return [
        (one.rule, f"{text[one.span.start : one.span.end]} {one.message}")
        for one in found
        if one.rule in ASKED
    ]


def _assigned(quote: Quote, article: dict[str, Any]) -> Quote:
    """The quote with the source that a person has assigned where nobody stands beside it."""
    source = "" if quote.speaker else article.get("source", "")
    return replace(quote, source=source, source_id=bool(source))


def is_right(article: dict[str, Any], rule: str, told: str) -> bool:
    return any(words in told for words in article["right"].get(rule, ()))


@pytest.mark.parametrize("rule", list(ASKED))
def test_a_stricter_rule_is_mostly_right(rule: str) -> None:
    told = [(article, words) for article in ARTICLES for name, words in said(article) if name == rule]
    right = [words for article, words in told if is_right(article, rule, words)]
    assert len(right) >= BORNE * len(told), [words for _article, words in told if words not in right]
    wanted = sum(len(article["right"].get(rule, ())) for article in ARTICLES)
    assert len(right) >= BORNE * wanted > 0


def test_no_stricter_rule_looks_unasked() -> None:
    assert [told for article in ARTICLES for told in said(article, asked=())] == []


def test_a_claim_of_the_same_story_is_not_one_source_s_alone() -> None:
    text = "Nach Angaben der Polizei waren 4.200 Menschen auf dem Platz."
    article, quotes = Article(text, language="de"), detect(text, "de", "")
    asked = ("one-source",)
    mine = [(quotes[0].name_read(text), "4.200 Menschen")]
    assert "one-source" in {one.rule for one in lint(article, quotes, {}, asked, mine)}
    another = [("Veranstalter", "4.200 Menschen seien da gewesen")]
    assert "one-source" not in {one.rule for one in lint(article, quotes, {}, asked, another)}
