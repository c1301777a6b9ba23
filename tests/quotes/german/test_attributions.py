"""Attributions without a verb of their own: laut, nach Angaben, zufolge, so, wie X mitteilte."""

import pytest

from reader.quotes import detect
from tests.quotes.german.rules import IND, D, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Laut Polizei kam niemand zu Schaden.", (IND, "kam niemand zu Schaden", "Polizei", "Laut")),
        ("Nach Angaben der Bahn fährt nichts.", (IND, "fährt nichts", "Angaben der Bahn", "Nach")),
        ("Der Bahn zufolge fährt bis Mai nichts.", (IND, "fährt bis Mai nichts", "Der Bahn", "zufolge")),
        ("Seiner Meinung nach reicht das nicht.", (IND, "reicht das nicht", "Seiner Meinung", "nach")),
        ("Wie die Stadt mitteilte, ruht der Bau.", (IND, "ruht der Bau", "die Stadt", "Wie … mitteilte")),
        ("Der Bau ruht, wie die Stadt mitteilte.", (IND, "Der Bau ruht", "die Stadt", "wie … mitteilte")),
        ("Der Bau ruhe bis Mai, so die Stadt.", (IND, "Der Bau ruhe bis Mai", "die Stadt", "so")),
        ("Demnach ruht der Bau bis Mai.", (IND, "ruht der Bau bis Mai", "Demnach", "Demnach")),
        (
            "Laut einem Papier, das der Zeitung vorliegt, ruht der Bau.",
            (IND, "ruht der Bau", "einem Papier", "Laut"),
        ),
        ("„Wir“, so Ott, „bauen weiter.“", (D, "„Wir“ … „bauen weiter.“", "Ott", "so")),
        ("Gemäß Ida Ott ruht der Bau.", (IND, "ruht der Bau", "Ida Ott", "Gemäß")),
        ("Aus Sicht der Stadt reicht das.", (IND, "reicht das", "Sicht der Stadt", "Aus")),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "Nach dem Regen kam die Sonne.",
        "Nach Berlin fährt ein Zug.",
        "Zwei Wochen nach dem Bericht des Amts ruht der Bau.",
        "Kurz nach der Umfrage sank der Kurs.",
        "Nach der Veröffentlichung der Zahlen sank der Kurs.",
        "Nach dem Urteil des Amtsgerichts feierten die Nachbarn.",
        "So ein Wetter gab es lange nicht.",
        "Wie jedes Jahr kamen viele Leute.",
    ],
)
def test_no_quote(text: str) -> None:
    assert found(text) == []


def test_frame_in_the_middle_leaves_two_spans() -> None:
    text = "Der Umbau wird nach Angaben der Stadt erst im Mai fertig."
    assert found(text)[0][:2] == (IND, "Der Umbau wird … erst im Mai fertig")


def test_attribution_in_a_relative_clause_covers_only_that() -> None:
    text = "Der Steg, der laut Gutachten morsch ist, wird gesperrt."
    assert found(text) == [(IND, "der … morsch ist", "Gutachten", "laut")]


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Nach Angaben der Feuerwehr vom Dienstagabend", "ist der Keller leer"),
        ("Nach Angaben der Sprecherin Jana Kolb gegenüber dem Seekurier", "war der Keller leer"),
        ("Laut einem Bericht des Innenministeriums vom November 2011", "sind 40 Keller leer"),
        ("Laut Stadtrat unter Berufung auf die Polizei", "wurde der Keller geräumt"),
    ],
)
def test_a_source_that_opens_the_sentence_ends_at_the_verb(source: str, said: str, engine: str) -> None:
    text = f"{source} {said}."
    (quote,) = detect(text, "de", engine=engine)
    assert [text[a:b] for a, b in quote.frame] == [source]
    assert [text[a:b].rstrip(".") for a, b in quote.spans] == [said]


@pytest.mark.parametrize(
    ("text", "said", "source"),
    [
        ("Das Mittel zeigt laut Hersteller gute Werte.", "Das Mittel zeigt … gute Werte", "Hersteller"),
        ("Der Verein hatte laut Ida Ott starken Zulauf.", "Der Verein hatte … starken Zulauf", "Ida Ott"),
        (
            "Schützen schossen nach Angaben der Stadt in die Luft.",
            "Schützen schossen … in die Luft",
            "Angaben der Stadt",
        ),
        ("Ihnen zufolge ist der Plan gescheitert.", "ist der Plan gescheitert", "Ihnen"),
        ("Nach Angaben der Werke laufen Gespräche.", "laufen Gespräche", "Angaben der Werke"),
        ("Nach Angaben russischer Behörden ruht der Bau.", "ruht der Bau", "Angaben russischer Behörden"),
    ],
)
def test_a_source_ends_where_another_phrase_begins(text: str, said: str, source: str) -> None:
    assert [row[1:3] for row in found(text)] == [(said, source)]
