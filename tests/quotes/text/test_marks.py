"""Quotation marks of all styles, mixed, nested, forgotten, and what passages in them are."""

from itertools import pairwise

import pytest

from reader.languages.tables import load
from reader.quotes import passages_in_marks
from reader.quotes.text.marks import pair_marks


def passages(text: str, code: str = "de") -> list[str]:
    return [text[pair.start : pair.end] for pair in pair_marks(text, load(code))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er rief „Halt“ laut.", ["„Halt“"]),
        ('Er rief "Halt" laut.', ['"Halt"']),
        ("Er rief »Halt« laut.", ["»Halt«"]),
        ("Er rief «Halt» laut.", ["«Halt»"]),
        ("Er rief “Halt” laut.", ["“Halt”"]),
        ("Er rief „Halt” laut.", ["„Halt”"]),
        ('Er rief „Halt" laut.', ['„Halt"']),
        ("Er rief ,,Halt'' laut.", [",,Halt''"]),
        ("„Er rief ‚Halt‘ zu mir“, so sie.", ["„Er rief ‚Halt‘ zu mir“", "‚Halt‘"]),
        ("»Er rief ›Halt‹ zu mir«", ["»Er rief ›Halt‹ zu mir«", "›Halt‹"]),
        ("\"Er rief 'Halt' zu mir\"", ["\"Er rief 'Halt' zu mir\"", "'Halt'"]),
        ('„Eins“ und »zwei« und "drei"', ["„Eins“", "»zwei«", '"drei"']),
        ("Wie geht's Hans' Auto im '68er Stil?", []),
        ("Rock ’n’ Roll in 'n Hof von 'nem Haus", []),
        ("„Offen und nie zu. „Zu“ sagte er.", ["„Zu“"]),
        ("Nur zu“ und nie offen.", []),
        ("„Offen\n\nDann „zu“ hier.", ["„zu“"]),
        ("„Wir bleiben, sagte Ott.\n\n„Wir gehen“, sagte Uhl.", ["„Wir gehen“"]),
        ("„Erster Absatz.\n\n„Zweiter Absatz.“", ["„Erster Absatz.\n\n„Zweiter Absatz.“"]),
        ("„Erster Absatz.\n\nZweiter Absatz.“", ["„Erster Absatz.\n\nZweiter Absatz.“"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert passages(text) == expected


def test_french_marks_keep_their_spaces() -> None:
    assert passages("Il dit : « Oui, demain. » Puis il part.", "fr") == ["« Oui, demain. »"]


def test_english_apostrophes_are_no_marks() -> None:
    assert passages("“It’s the players’ choice,” she said.", "en") == ["“It’s the players’ choice,”"]


def test_depth_counts_the_passages_around() -> None:
    text = "„Außen ‚innen‘ außen“"
    assert [pair.depth for pair in pair_marks(text, load("de"))] == [0, 1]


@pytest.mark.parametrize("mark", ['"', "„", "“", "„“", "«»", "»", "'", "„“\n\n", '" '])
def test_many_marks_are_paired_in_order(mark: str) -> None:
    pairs = pair_marks(mark * 20_000, load("de"))
    assert all(a.start <= b.start for a, b in pairwise(pairs))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("„Wir haben lange genug gewartet“, sagte Ott.", "speech"),
        ("Er sagte: „Ja.“", "speech"),
        ("Der Film „Nacht über Ulm“ läuft heute.", "title"),
        ("Der sogenannte „Rettungsplan“ ist tot.", "scare"),
        ("Die „Seeadler“ legte ab.", "name"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [passage.kind for passage in passages_in_marks(text, "de")] == [kind]
