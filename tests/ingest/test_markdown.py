"""Markdown: front matter, headings and emphasis."""

import pytest

from reader.ingest import from_text
from reader.models import Article, Caption

PROSE = "Der Rat der Stadt hat am Montagabend nach langer Debatte beschlossen, das Hallenbad zu schließen."


def markdown(text: str) -> Article:
    return from_text(text, "/tmp/artikel.md")


def test_front_matter() -> None:
    article = markdown(
        '---\ntitle: "Rat schließt das Bad"\nauthor: [Eva Beispiel]\ndate: 2024-03-01\nsource: Blatt\n'
        f"lang: de\nurl: https://blatt.example/a\ntags: [bad]\n---\n\n# Rat schließt das Bad\n\n{PROSE}\n"
    )
    assert (article.title, article.byline, article.outlet) == (
        "Rat schließt das Bad",
        "Eva Beispiel",
        "Blatt",
    )
    assert (article.published, article.url, article.language) == (
        "2024-03-01",
        "https://blatt.example/a",
        "de",
    )
    assert article.text == PROSE


def test_headings_and_title() -> None:
    article = markdown(
        f"Rat schließt das Bad\n====================\n\n{PROSE}\n\n## Was nun?\n{PROSE} Morgen."
    )
    assert article.title == "Rat schließt das Bad"
    assert [article.text[slice(*span)] for span in article.headings] == ["Was nun?"]
    assert article.text == f"{PROSE}\n\nWas nun?\n\n{PROSE} Morgen."


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("Das ist **sehr** wichtig, _wirklich_.", "Das ist sehr wichtig, wirklich."),
        ("Der [Beschluss](https://x.example/a_b) gilt.", "Der Beschluss gilt."),
        ("Ein [Wort](https://x.example/a_(b)) gilt.", "Ein Wort gilt."),
        ("Siehe <https://x.example/>.", "Siehe https://x.example/."),
        ("Ein snake_case_name und 2 * 3 * 4 bleiben.", "Ein snake_case_name und 2 * 3 * 4 bleiben."),
        (r"Ein \*Stern\* bleibt.", "Ein *Stern* bleibt."),
        ("Der `Wert` <!-- heimlich -->zählt.", "Der Wert zählt."),
        ("Zeile eins\ngeht weiter.", "Zeile eins geht weiter."),
        ("- Punkt eins steht hier\n- Punkt zwei auch", "• Punkt eins steht hier\n\n• Punkt zwei auch"),
        ("> „Ein Zitat“,\n> sagte sie gestern Abend.", "„Ein Zitat“, sagte sie gestern Abend."),
    ],
)
def test_marks_go(marked: str, bare: str) -> None:
    assert markdown(f"# Titel der Meldung\n\n{PROSE}\n\n{marked}").text == f"{PROSE}\n\n{bare}"


def test_pictures_and_rules() -> None:
    article = markdown(f"# Titel der Meldung\n\n![Bad](bad.jpg)\n\nDas Bad. (Foto: dpa)\n\n* * *\n\n{PROSE}")
    assert article.text == PROSE
    assert article.captions == (Caption("Das Bad.", "dpa"),)
