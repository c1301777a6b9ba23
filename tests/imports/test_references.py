"""Lists of references as Zotero, Citavi, JabRef and EndNote write them."""

import json

import pytest

from reader.errors import ReaderError
from reader.imports.recognise import read
from reader.imports.references import iso_day, language_code

RIS = """TY  - NEWS
TI  - Neubau am Markt: „Wir bauen“
AU  - Heide, Anna von der
AU  - Hall, Bo
T2  - Beispielblatt
SE  - Politik
DA  - 2025/03/01/
PY  - 2025
LA  - de-DE
UR  - https://example.org/neubau
KW  - bau
KW  - rat;amt
AB  - Ein langer
  Auszug
ER  -

TY - JOUR
T1 - Ohne Ende
SE - 17
Y1 - 2024///
"""
BIBTEX = r"""% von Hand
@string{bb = {Beispielblatt}}
@article{heide2025,
  title = {{Neubau} am Markt: \"Uber 50\,\% Beton \& {\ss}},
  author = {Heide, Anna von der and {dpa} and Hall, Bo},
  journal = bb,
  date = {2025-03-01},
  url = {https://example.org/neu_bau?x=1%202\&y},
  keywords = {bau, rat; amt},
  langid = {ngerman},
}
@online{hall, title = "Zweiter", year = 2024, month = mar, howpublished = {\url{https://example.org/zwei}}}
@article{broken, title = {offen
"""
CSL = [
    {
        "id": "http://zotero.org/users/1/items/ABC",
        "type": "article-newspaper",
        "title": "Neubau am Markt",
        "author": [
            {"family": "Heide", "given": "Anna", "non-dropping-particle": "von der"},
            {"literal": "dpa"},
        ],
        "container-title": "Beispielblatt",
        "section": "Politik",
        "issued": {"date-parts": [["2025", 3, 1]]},
        "language": "German",
        "URL": "https://example.org/neubau",
        "source": "Archiv",
    },
    {"id": "2", "type": "webpage", "title": "Zweiter", "issued": {"raw": "2024-13-40"}, "author": "kaputt"},
]


def test_ris_is_read_also_without_an_end_and_with_one_blank() -> None:
    first, second = read(RIS.replace("\n", "\r\n").encode("utf-8-sig"), "x.ris").references
    assert first.facts == {
        "title": "Neubau am Markt: „Wir bauen“",
        "byline": "Anna von der Heide, Bo Hall",
        "outlet": "Beispielblatt",
        "published": "2025-03-01",
        "section": "Politik",
        "language": "de",
        "url": "https://example.org/neubau",
    }
    assert first.tags == ("bau", "rat;amt")
    assert second.facts == {"title": "Ohne Ende", "published": "2024"}


def test_bibtex_is_read_as_latex_would_print_it() -> None:
    found = read(BIBTEX.encode(), "x.bib")
    first, second = found.references
    assert first.facts["title"] == "Neubau am Markt: Über 50 % Beton & ß"
    assert first.facts["byline"] == "Anna von der Heide, dpa, Bo Hall"
    assert (first.facts["outlet"], first.facts["published"]) == ("Beispielblatt", "2025-03-01")
    assert (first.facts["language"], first.facts["url"]) == ("de", "https://example.org/neu_bau?x=1%202&y")
    assert first.tags == ("bau", "rat", "amt")
    assert second.facts == {"title": "Zweiter", "published": "2024-03", "url": "https://example.org/zwei"}
    assert found.remarks == ("1 entry is broken, and was left out.",)


def test_csl_is_read_and_odd_values_are_none() -> None:
    first, second = read(json.dumps(CSL).encode(), "x.json").references
    assert first.facts == {
        "title": "Neubau am Markt",
        "byline": "Anna von der Heide, dpa",
        "outlet": "Beispielblatt",
        "published": "2025-03-01",
        "section": "Politik",
        "language": "de",
        "url": "https://example.org/neubau",
    }
    assert second.facts == {"title": "Zweiter", "published": "2024"}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025/10/21/", "2025-10-21"),
        ("2025-02-31", "2025-02"),
        ("2025///", "2025"),
        ("2025-10-21T10:00", "2025-10-21"),
        ("0000-01-01", "0000-01-01"),
        ("im Mai", ""),
    ],
)
def test_days_as_they_are_written(written: str, day: str) -> None:
    assert iso_day(written) == day


@pytest.mark.parametrize(
    ("written", "code"),
    [("de-AT", "de"), ("German", "de"), ("ngerman", "de"), ("EN", "en"), ("deutsch!", ""), ("", "")],
)
def test_languages_by_code_and_name(written: str, code: str) -> None:
    assert language_code(written) == code


@pytest.mark.parametrize(
    "content", ["TY  - NEWS\n", "@article{a, title = {", "@" * 999, '[{"type": "book"}]']
)
def test_lists_without_a_reference_are_refused_in_one_sentence(content: str) -> None:
    with pytest.raises(ReaderError) as raised:
        read(content.encode(), "x")
    assert "\n" not in raised.value.message
