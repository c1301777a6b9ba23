"""Numbers of notes are no words of the text, other raised letters are."""

import pytest

from reader.ingest import from_text
from reader.ingest.markup_blocks import markup_blocks

SAID = "Der Rat von Norderhaven hat am Dienstag nach langer Debatte für einen höheren Deich gestimmt"
MORE = "Der Bau soll im Herbst beginnen und rund drei Jahre dauern, das Land trägt die meisten Kosten."
MARKS = [
    "<sup><a href='#fn1'>1</a></sup>",
    "<a href='#cite_note-3'><sup>[3]</sup></a>",
    "<a epub:type='noteref' href='notes.xhtml#n1'>12</a>",
    "<a role='doc-noteref' href='#n1'>*</a>",
]


@pytest.mark.parametrize("mark", MARKS)
def test_the_number_of_a_note_is_no_word_of_its_sentence(mark: str) -> None:
    page = f"<html><body><article><h1>Rat</h1><p>{SAID}.{mark}</p><p>{MORE}</p></article></body></html>"
    assert from_text(page, "/tmp/deich.html").text == f"{SAID}.\n\n{MORE}"
    assert [block.text for block in markup_blocks(f"<p>{SAID}.{mark}</p>".encode())] == [f"{SAID}."]


@pytest.mark.parametrize(
    "raised", ["m<sup>2</sup>", "<a href='#oben'>2</a>", "<sup><a href='/x'>1</a></sup>"]
)
def test_other_raised_numbers_and_links_stay(raised: str) -> None:
    (block,) = markup_blocks(f"<p>{SAID} {raised}</p>".encode())
    assert block.text != SAID
