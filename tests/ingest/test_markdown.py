"""Markdown: front matter, headings and emphasis."""

import pytest

from reader.ingest import from_bytes, from_text
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


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2022-03", "2022-03"),
        ("1999", "1999"),
        ('"1999"', "1999"),
        ("2022-03-05", "2022-03-05"),
        ("03/2022", "2022-03"),
        ("März 2022", "2022-03"),
        ("March 2022", "2022-03"),
        ("mars 2022", "2022-03"),
        ("2022-13", ""),
        ("bald", ""),
    ],
)
def test_a_month_or_a_year_stays_one(written: str, published: str) -> None:
    assert (
        markdown(f"---\ntitle: Bad\npublished: {written} # ungefähr\n---\n\n{PROSE}").published == published
    )


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("tags: [a, b/c]", ("a", "b/c")),
        ("tags:\n- a\n# mein\n- '#b'", ("a", "b")),
        ("tags: a, b", ("a", "b")),
        ('tags: ["eins, zwei"]', ("eins, zwei",)),
        ("tag: eins", ("eins",)),
        ("tags: []", ()),
        ('tags: [y2025, "tag/1-2-x"]\ntag names: ["2025", "=tag/1,2;x"]', ("2025", "=tag/1,2;x")),
        ("title: A: b\ntags: [a, b]", ("a", "b")),
    ],
)
def test_tags_of_the_front_matter(written: str, tags: tuple[str, ...]) -> None:
    assert markdown(f"---\n{written}\n---\n\n{PROSE}").tags == tags


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_front_matter_behind_a_byte_order_mark(ends: str) -> None:
    authors = "authors:\n  - Eva Beispiel\n  - name: Otto Muster\n"
    text = f"---\ntitle: Rat schließt das Bad\n{authors}---\n\n{PROSE}\n"
    article = from_bytes(b"\xef\xbb\xbf" + text.replace("\n", ends).encode(), "artikel.md")
    assert (article.title, article.byline) == ("Rat schließt das Bad", "Eva Beispiel, Otto Muster")
    assert article.text == PROSE


def test_of_two_front_matters_in_a_row_the_lower_one_counts() -> None:
    article = markdown(f"---\ntitle: eins\n---\n\ufeff---\ntitle: zwei\ntags: [a]\n---\n\n{PROSE}")
    assert (article.title, article.tags, article.text) == ("zwei", ("a",), PROSE)


@pytest.mark.parametrize(
    "fields",
    ["a: &a [*a]", "x: " + "[" * 2000, "title: [", "? [a]\n: b", "\ttitle: x\ny: z", "a: !!python/x y"],
)
def test_odd_front_matter_does_no_harm(fields: str) -> None:
    assert markdown(f"---\n{fields}\ntitle: Bad\n---\n\n{PROSE}").text.endswith(PROSE)


def test_a_line_of_dashes_above_a_text_takes_nothing_away() -> None:
    assert "Ein Satz" in markdown(f"---\n\nEin Satz steht hier.\n\n---\n\n{PROSE}").text


@pytest.mark.parametrize("escape", ["\\ud800", "\\0", "\\x00"])
def test_an_escape_in_front_matter_stands_for_nothing_that_cannot_be_stored(escape: str) -> None:
    article = from_bytes(f'---\ntitle: "Streit{escape}Bad"\n---\n\nDer Rat tagte lange.\n'.encode(), "a.md")
    assert article.title == "Streit\ufffdBad"


def test_a_table_under_the_heading_does_not_take_its_place() -> None:
    table = "| Stadt | Betrag |\n| --- | --- |\n| Neustadt | 12 |"
    text = f"# Wer zahlt was?\n\n{table}\n\nDie Stadt zahlt seit Jahren zu viel, sagte Ute Brandt.\n"
    article = from_bytes(text.encode(), "preise.md")
    assert article.title == "Wer zahlt was?"
    assert "Neustadt" in article.text
