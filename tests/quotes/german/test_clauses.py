"""Clauses: their finite verbs, infinitives, and what is no verb."""

import pytest

from tests.quotes.german.rules import IND, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ott warf der Stadt vor, zu spät zu handeln.", (IND, "zu spät zu handeln", "Ott", "warf … vor")),
        ("Ott warf der Stadt vor, ihn zu täuschen.", (IND, "ihn zu täuschen", "Ott", "warf … vor")),
        ("Ott beteuerte, nie dort gewesen zu sein.", (IND, "nie dort gewesen zu sein", "Ott", "beteuerte")),
        ("Es regnet. Das berichten Medien.", (IND, "Es regnet. Das", "Medien", "berichten")),
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
