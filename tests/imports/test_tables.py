"""Tables of Readwise, Taguette and the Hypothesis client, as they write them."""

import pytest

from reader.errors import ReaderError
from reader.imports.recognise import read
from reader.imports.values import Marked

READWISE = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at\n"
    '"Wir bauen, ""heute""",Neubau am Markt,Anna Beispiel,,".frage .bau\n'
    'Stimmt das?",yellow,"politik,bau",order,7,2026-03-01 10:11:12+00:00\n'
    "Ohne Notiz,Neubau am Markt,,,,,,,,\n"
    ",Leer,,,,,,,,\n"
)
TAGUETTE = """id,document,tag,content
7,Interview,politik,Wir bauen heute
7,Interview,politik.amt,Wir bauen heute
8,Interview,,"Zeile
zwei"
"""
HYPOTHESIS = """Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags
2026-03-01 10:11,Bo Hall,,https://example.org/a,Public,Annotation,Wir bauen heute,Ach?,"frage,bau"
2026-03-01 10:11,Bo Hall,,https://example.org/a,Public,Page note,,Zum Ganzen,
"""


def marks(content: str, divider: str = ",") -> tuple[Marked, ...]:
    (text,) = read(content.replace(",", divider).encode("utf-8-sig"), "x.csv").texts
    return text.marks


def test_readwise_gives_passage_note_and_both_kinds_of_tags() -> None:
    first, second = marks(READWISE)
    assert (first.words, first.body) == ('Wir bauen, "heute"', "Stimmt das?")
    assert first.tags == ("frage", "bau", "politik", "bau")
    assert first.created == "2026-03-01 10:11:12+00:00"
    assert (second.words, second.body, second.tags) == ("Ohne Notiz", "", ())


def test_taguette_gives_a_highlight_with_all_its_tags() -> None:
    first, second = marks(TAGUETTE)
    assert (first.words, first.tags) == ("Wir bauen heute", ("politik", "politik.amt"))
    assert (second.words, second.tags) == ("Zeile\nzwei", ())


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_a_table_is_read_however_its_cells_are_divided(divider: str) -> None:
    first, _ = marks(TAGUETTE, divider)
    assert first.words == "Wir bauen heute"


def test_the_table_of_hypothesis_gives_annotations_and_page_notes() -> None:
    first, second = marks(HYPOTHESIS)
    assert (first.words, first.body, first.who, first.tags) == (
        "Wir bauen heute", "Ach?", "Bo Hall", ("frage", "bau"),
    )  # fmt: skip
    assert (second.sought, second.body) == ((), "Zum Ganzen")


def test_a_codebook_gives_tags() -> None:
    content = "tag,description,number of highlights,number of documents\npolitik,,2,1\nquote/Direct,,1,1\n"
    assert read(content.encode(), "codes.csv").tags == {"politik": ""}


@pytest.mark.parametrize(
    "content",
    ["a,b\n1,2\n", "title,url\nx,y\n", "highlight\n", "id,document,tag,content\n", 'document,content\n"x'],
)
def test_other_tables_are_refused_in_one_sentence(content: str) -> None:
    with pytest.raises(ReaderError) as raised:
        read(content.encode(), "x.csv")
    assert "\n" not in raised.value.message


def test_a_workbook_is_told_what_can_be_imported() -> None:
    with pytest.raises(ReaderError, match="those are W3C") as told:
        read(b"PK\x03\x04" + bytes(range(256)) * 40, "quotes.xlsx")
    assert "reader add" in told.value.message
