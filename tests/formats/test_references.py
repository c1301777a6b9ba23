"""Bibliographies: CSL-JSON, BibTeX and RIS read back by small readers of their rules."""

import json
import re
from dataclasses import replace

import pytest

from reader.formats import Dossier, dates
from reader.formats.citation_keys import citation_key, slug
from reader.formats.dates import english, german, parts
from reader.formats.times import zulu
from reader.models import Article, Quote, QuoteType, Span
from tests.formats.examples import ARTICLE, DOSSIER, written

CSL_KEYS = {"id", "type", "title", "author", "container-title", "section", "issued", "accessed", "URL"}
CSL_KEYS |= {"language", "keyword", "custom"}


def test_csl_items_have_only_keys_that_the_schema_knows() -> None:
    (item,) = json.loads(written("csl"))
    assert set(item) <= CSL_KEYS
    assert item["type"] == "article-newspaper"
    assert item["issued"] == {"date-parts": [[2015, 10, 21]]}
    assert item["author"][1] == {"family": "de Vries", "given": "Jan"}
    assert item["custom"]["quotes"][0]["speaker"] == "Erika Mustermann"


def test_bibtex_is_balanced_and_escaped() -> None:
    odd = replace(ARTICLE, title="50 % & {mehr} $ #1 _x_ ~ ^ \\")
    entry = written("bibtex", Dossier(odd)).decode()
    inside = re.sub(r"\\[{}]", "", entry)
    assert inside.count("{") == inside.count("}")
    assert r"50 \% \& \{mehr\} \$ \#1 \_x\_" in entry
    assert "author = {Beispiel, Anna and de Vries, Jan}" in entry


def test_bibtex_keys_are_given_once() -> None:
    text = written("bibtex", DOSSIER, DOSSIER).decode()
    assert re.findall(r"@article\{([^,]+),", text) == ["beispiel2015bauen", "beispiel2015bauen2"]
    assert citation_key(Article(""), set()) == "article"


def test_ris_lines_are_tagged_and_entries_end() -> None:
    lines = written("ris").decode().split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert "ER  - " in lines
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line)
    assert "DA  - 2015/10/21/" in lines


def test_ris_and_bibtex_tell_all_that_is_known_of_an_article() -> None:
    noted = replace(DOSSIER, quotes=())
    lines = written("ris", noted).decode().split("\r\n")
    for line in (
        f"ID  - {ARTICLE.uid}",
        "TI  - Bauen: „heute“ [neu]",
        "AU  - de Vries, Jan",
        "T2  - Beispielblatt",
        "SE  - Politik",
        "LA  - de",
        f"UR  - {ARTICLE.url}",
        "KW  - politik/bau amt",
        "N1  - Was heißt das?",
    ):
        assert line in lines
    entry = written("bibtex", noted).decode()
    for field in (
        "journal = {Beispielblatt}",
        "date = {2015-10-21}",
        "langid = {de}",
        "urldate = {2026-01-02}",
    ):
        assert f"  {field}" in entry
    assert "annote" not in entry


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2015-10-21T18:00:00", ((2015, 10, 21), "21. Oktober 2015", "October 21, 2015", "21.10.2015")),
        ("2015-10", ((2015, 10), "Oktober 2015", "October 2015", "10.2015")),
        ("2015", ((2015,), "2015", "2015", "2015")),
        ("2015-13-40", ((2015,), "2015", "2015", "2015")),
        ("2015-10-30", ((2015, 10, 30), "30. Oktober 2015", "October 30, 2015", "30.10.2015")),
        ("gestern", ((), "", "", "")),
    ],
)
def test_dates_are_written_as_far_as_they_are_known(
    published: str, expected: tuple[tuple[int, ...], str, str, str]
) -> None:
    assert (
        parts(published),
        german(published),
        english(published),
        dates.written(published, "de"),
    ) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2015-10-21T18:30:00+02:00", "2015-10-21T16:30:00Z"),
        ("2015-10-21T18:30:00Z", "2015-10-21T18:30:00Z"),
        ("2015-10-21 18:30", "2015-10-21T18:30:00Z"),
        ("2015-10-21", ""),
        ("", ""),
    ],
)
def test_times_are_given_in_utc(moment: str, expected: str) -> None:
    assert zulu(moment) == expected


def test_slugs_spell_umlauts_out() -> None:
    assert slug("Käthe Groß: „Ça va?“") == "kaethe-gross-ca-va"


def test_jsonl_lines_hold_everything_and_can_be_scored() -> None:
    line = json.loads(written("jsonl"))
    text = line["text"]
    for quote in line["quotes"]:
        assert [text[start:end] for start, end in quote["spans"]] == quote["exact"]
    assert line["quotes"][0]["source"]["name"] == "Erika Mustermann"
    corpus = json.loads(written("corpus"))
    assert corpus["quotes"][1]["spans"] == [[133, 141], [154, 168]]
    assert [36, 37] in corpus["tokens"]


def test_html_is_one_page_in_which_nothing_of_the_article_is_markup() -> None:
    page = written("html").decode()
    assert "Wir *bauen* &lt;heute&gt;" in page
    assert '<mark class="Direct accepted">' in page
    assert "<script" not in page
    assert "src=" not in page


def test_marks_may_overlap_nest_and_run_over_paragraphs() -> None:
    article = Article("eins zwei drei\n\nvier fünf")
    outer = Quote(QuoteType.INDIRECT, (Span(5, 20),), id=1)
    inner = Quote(QuoteType.DIRECT, (Span(10, 14),), speaker=(Span(12, 18),), id=2)
    page = written("html", Dossier(article, (outer, inner))).decode()
    marks = re.findall(r'<mark class="([^"]*)">([^<]*)</mark>', page)
    assert marks == [
        ("Indirect suggested", "zwei "),
        ("Indirect suggested Direct suggested", "dr"),
        ("Indirect suggested Direct suggested speaker", "ei"),
        ("Indirect suggested speaker", "vi"),
        ("Indirect suggested", "er"),
    ]


def test_a_web_page_fetches_and_runs_nothing() -> None:
    hostile = replace(ARTICLE, url="javascript:alert(1)", text='<script>alert(1)</script> <img src="x">')
    page = written("html", Dossier(hostile)).decode()
    assert "Content-Security-Policy" in page
    assert "default-src 'none'" in page
    assert "javascript:" not in page
    assert "<script>" not in page
    assert "<img" not in page
