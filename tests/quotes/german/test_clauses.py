"""Clauses: their finite verbs, infinitives, and what is no verb."""

import pytest

from reader.quotes.german.clauses import FRAGMENT, INFINITIVE, MAIN, RELATIVE, SUBORDINATE
from reader.quotes.german.parse import parse
from reader.quotes.text.analysis import analyse
from tests.quotes.german.rules import IND, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ott warf der Stadt vor, zu spät zu handeln.", (IND, "zu spät zu handeln", "Ott", "warf … vor")),
        ("Ott warf der Stadt vor, ihn zu täuschen.", (IND, "ihn zu täuschen", "Ott", "warf … vor")),
        ("Ott beteuerte, nie dort gewesen zu sein.", (IND, "nie dort gewesen zu sein", "Ott", "beteuerte")),
        ("Es regnet. Das berichten Medien.", (IND, "Es regnet.", "Medien", "berichten")),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "Ich freue mich auf den Sommer.",
        "Die reiche Ernte freut die Bauern.",
    ],
)
def test_no_quote(text: str) -> None:
    assert found(text) == []


def test_list_items() -> None:
    text = "- Ott sagte, es regne.\n- Uhl widersprach nicht.\n- „Nein“, sagte Eck."
    assert [q[1:3] for q in found(text)] == [("es regne", "Ott"), ("„Nein“", "Eck")]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Die reiche Ernte freut alle.", [(MAIN, "freut")]),
        ("Die verdächtigen Personen fehlen.", [(MAIN, "fehlen")]),
        ("Ämter verdächtigen Personen.", [(MAIN, "verdächtigen")]),
        ("Gestern beteiligte Firmen klagten.", [(MAIN, "klagten")]),
        ("Das berichten Medien.", [(MAIN, "berichten")]),
        ("Er hat gelacht und geweint.", [(MAIN, "hat")]),
        ("Er kam, doch entschieden hat er nichts.", [(MAIN, "kam"), (MAIN, "hat")]),
        ("Seit Mai ruht der Bau.", [(MAIN, "ruht")]),
        ("Seit er ging, ist es still.", [(SUBORDINATE, "ging"), (MAIN, "ist")]),
        ("Damit endet der Streit.", [(MAIN, "endet")]),
        ("Es regnet, auch wenn er kommt.", [(MAIN, "regnet"), (SUBORDINATE, "kommt")]),
        ("Er plant, das Haus zu verkaufen.", [(MAIN, "plant"), (INFINITIVE, "")]),
        ("Kinder, die klagen, kamen.", [(FRAGMENT, ""), (RELATIVE, "klagen"), (MAIN, "kamen")]),
        ("Es eilt, der Rat hat entschieden.", [(MAIN, "eilt"), (MAIN, "hat")]),
    ],
)
def test_kinds_and_finite_verbs(text: str, clauses: list[tuple[str, str]]) -> None:
    parsed = parse(analyse(text, "de"))
    (sentence,) = parsed.sentences
    found = [(c.kind, parsed.words[c.finite] if c.finite >= 0 else "") for c in sentence.clauses]
    assert found == clauses
