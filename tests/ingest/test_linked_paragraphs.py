"""A sentence of the text that is one link stays, a teaser in such a box goes."""

import pytest

from reader.ingest import from_bytes

BEFORE = "<p>Die Stadt Norderhaven will den alten Steg im kommenden Jahr erneuern, obwohl er teurer wird.</p>"
AFTER = (
    "<p>Der Fährverein sieht das anders und verlangt eine Befragung aller Bürger noch vor dem Sommer.</p>"
    "<p>Die Arbeiten sollen im Herbst beginnen und acht Monate dauern, wie aus der Vorlage hervorgeht.</p>"
    "<p>Im Mai entscheidet der Rat endgültig, danach wird der Auftrag in ganz Europa ausgeschrieben.</p>"
)


def text_with(box: str) -> str:
    page = f"<html><body><main><article><h1>Steg</h1>{BEFORE}{box}{AFTER}</article></main></body></html>"
    return from_bytes(page.encode(), "/tmp/steg.html").text


@pytest.mark.parametrize(
    "box",
    [
        "<div class='para'><p><a href='/x'><strong>{}</strong></a></p></div>",
        "<div><p><a href='/x'>{}</a></p></div>",
        "<p><a href='/x'>{}</a></p>",
    ],
)
def test_a_sentence_that_is_one_link_stays_in_its_place(box: str) -> None:
    said = "„Wir haben das Geld im Haushalt“, sagte Bürgermeisterin Jana Kolb am Montag vor dem Rat."
    paragraphs = text_with(box.format(said)).split("\n\n")
    assert paragraphs.index(said) == 1


def test_a_teaser_in_such_a_box_goes() -> None:
    box = "<div><p><a href='/x'>Steg in Norderhaven: Warum die Kosten immer weiter steigen</a></p></div>"
    assert "Warum die Kosten" not in text_with(box)
