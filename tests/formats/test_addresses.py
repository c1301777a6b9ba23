"""Addresses that may leave, names for articles without a title, and tags as other programs take them."""

from dataclasses import replace

import pytest

from reader.formats import Dossier
from reader.formats.addresses import called, web_address, without_path
from reader.formats.tag_names import keyword, obsidian, without_blanks
from reader.models import Article
from tests.formats.examples import ARTICLE, DOSSIER, EVIDENCE, written


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("https://example.org/pfad mit {leer}", "https://example.org/pfad%20mit%20%7Bleer%7D"),
        ("https://example.org/50%25", "https://example.org/50%25"),
        ("https://exämple.org/ü", "https://exämple.org/ü"),
        ('https://example.org/"<b>', "https://example.org/%22%3Cb%3E"),
        ("https://example.org/a\x1b\u2028b", "https://example.org/a%1B%E2%80%A8b"),
        ("/home/anna/akte.txt", ""),
        ("C:\\Users\\anna\\akte.txt", ""),
        ("file:///home/anna/akte.txt", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("http://", ""),
        ("", ""),
    ],
)
def test_only_an_address_on_the_web_leaves_and_is_encoded(address: str, expected: str) -> None:
    assert web_address(address) == expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("/home/anna/band.mp3", "band.mp3"),
        ("~/band.mp3", "band.mp3"),
        ("C:\\Users\\anna\\band.mp3", "band.mp3"),
        ("file:///home/anna/band.mp3", "band.mp3"),
        ("\\\\server\\anna\\band.mp3", "band.mp3"),
        ("00:12:31", "00:12:31"),
        ("https://example.org/home/band.mp3", "https://example.org/home/band.mp3"),
        ("S. 12/13", "S. 12/13"),
    ],
)
def test_of_a_file_on_this_machine_only_its_name_leaves(reference: str, expected: str) -> None:
    assert without_path(reference) == expected


@pytest.mark.parametrize("name", ["html", "docx", "csv", "jsonl"])
def test_evidence_that_is_a_file_leaves_by_its_name(name: str) -> None:
    proof = replace(EVIDENCE, kind="file", reference="/home/anna/geheim/band.mp3")
    content = written(name, replace(DOSSIER, evidence=(proof,)))
    assert b"geheim" not in content
    assert name == "docx" or b"band.mp3" in content


def test_an_article_without_a_title_is_called_by_its_first_words_or_its_address() -> None:
    assert called(Article("Eins zwei drei vier fünf sechs sieben acht neun.")).endswith("sieben acht …")
    assert called(Article("Kurz.")) == "Kurz."
    assert called(Article("", url="https://example.org/x")) == "https://example.org/x"
    assert called(Article("", location="/home/anna/x.txt")) == "Article"


@pytest.mark.parametrize("name", ["markdown", "html", "csl", "ris", "bibtex", "readwise", "taguette", "docx"])
def test_no_format_leaves_an_article_without_a_name(name: str) -> None:
    untitled = replace(ARTICLE, title="", location="/home/anna/bauen.html")
    content = written(name, replace(DOSSIER, article=untitled))
    assert name == "docx" or "Vorspann mit" in content.decode()
    assert b"<h1></h1>" not in content
    assert b"/home/anna" not in content


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("politik/syrien", "politik/syrien"),
        ("2025", "y2025"),
        ("=tag/1,2;x", "tag/1-2-x"),
        ("bau amt", "bau-amt"),
        ("über/Straße_1", "über/Straße_1"),
        ("#c", "c"),
        ("!!!", "tag"),
        ("1/2", "y1/2"),
        ("<script>", "script"),
    ],
)
def test_obsidian_gets_tags_that_it_takes(tag: str, expected: str) -> None:
    assert obsidian(tag) == expected


def test_a_list_of_keywords_is_not_divided_by_what_stands_in_one() -> None:
    article = replace(ARTICLE, tags=("a, b; c", "d"))
    dossier = Dossier(article)
    assert keyword("a, b; c") == "a b c"
    assert "keywords = {a b c, d}" in written("bibtex", dossier).decode()
    assert "KW  - a b c\r\n" in written("ris", dossier).decode()
    assert '"keyword": "a b c, d"' in written("csl", dossier).decode()
    assert without_blanks("a, b;c d") == "a-b-c-d"


@pytest.mark.parametrize("name", ["bibtex", "csl", "ris"])
def test_an_agency_stands_apart_from_the_authors(name: str) -> None:
    content = written(name, Dossier(replace(ARTICLE, byline="Anna Heide (dpa), Berlin"))).decode()
    field = {"bibtex": "note = {dpa}", "csl": '"source": "dpa"', "ris": "DP  - dpa"}[name]
    assert field in content
    assert "Berlin" not in content


def test_bibtex_tells_that_it_is_a_newspaper() -> None:
    assert "entrysubtype = {newspaper}" in written("bibtex").decode()
