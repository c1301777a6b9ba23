"""RTF documents, as word processors and editorial systems save them."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import IngestError
from reader.ingest import from_bytes

HEAD = rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Helvetica;}}{\colortbl;\red255\green0\blue0;}"

PIECES = [
    *(
        b"{",
        b"}",
        b"\\par ",
        b"\\'e4",
        b"\\u8222?",
        b"\\u-10179 ",
        b"\\uc2",
        b"\\uc0 ",
        b"\\uc-3 ",
        b"\\ansicpg1252",
    ),
    *(
        b"\\ansicpg99999",
        b"\\mac",
        b"\\*",
        b"\\",
        b"\\~",
        b"abc. ",
        b"\xff",
        b"\n",
        b"\\v0 ",
        b"\\fldinst",
        b"\x00",
    ),
]


def text(body: bytes) -> str:
    return from_bytes(HEAD + body + b"}", "/home/eva/text.rtf").text


def test_title_byline_and_paragraphs() -> None:
    article = from_bytes(
        HEAD + rb"{\info{\title Vorlage}{\author Niemand}}\pard\b Rat schlie\'dft das Bad\b0"
        rb"\par\par Von Eva Beispiel\par\par "
        rb"Der Rat hat am Montag beschlossen, das Hallenbad zu schlie\'dfen.\par\par "
        rb"\uc1\u8222?Das ist bitter\u8220?, sagte Sabine Thiel am Abend vor der Presse.\par}",
        "/home/eva/text.rtf",
    )
    assert (article.title, article.byline) == ("Rat schließt das Bad", "Eva Beispiel")
    assert article.text.split("\n\n") == [
        "Der Rat hat am Montag beschlossen, das Hallenbad zu schließen.",
        "„Das ist bitter“, sagte Sabine Thiel am Abend vor der Presse.",
    ]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (rb"\uc0\u8222 Ja\u8220  sagte er.", "„Ja“ sagte er."),
        (rb"{\uc2\u8222??Ja\u8220?? sagte er.}", "„Ja“ sagte er."),
        (rb"Ein Gru\u223\'df an alle.", "Ein Gruß an alle."),
        (rb"Ein L\u-10179?\u-8704?cheln zum Schluss.", "Ein L😀cheln zum Schluss."),
        (rb"\ldblquote Yes\rdblquote\emdash said he.", "“Yes”—said he."),
        (rb"Das ist {\deleted nicht }wahr.", "Das ist wahr."),
        (rb"Das ist {\v geheim }wahr.", "Das ist wahr."),
        (rb"Eine {\*\bkmkstart x}Marke{\footnote Fu\'dfnote} im Satz.", "Eine Marke im Satz.\n\n[1] Fußnote"),
        (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt Ein Verweis}} im Satz.", "Ein Verweis im Satz."),
        (rb"{\pict\pngblip 89504e470d0a1a0a}Kein Bild im Satz.", "Kein Bild im Satz."),
        (rb"Ein Land\-rat und ein C\\D in \{Klammern\}.", "Ein Landrat und ein C\\D in {Klammern}."),
        (rb"Am 3.\~Mai kam er.", "Am 3. Mai kam er."),
    ],
)
def test_characters_and_what_is_passed_over(body: bytes, shown: str) -> None:
    assert text(body) == shown


def test_a_document_of_a_mac() -> None:
    assert (
        from_bytes(b"{\\rtf1\\mac Er sagte: \\'e3Na sch\\'9an\\'d2.}", "x.rtf").text
        == "Er sagte: „Na schön“."
    )


def test_an_encoding_that_nobody_knows_is_passed_over() -> None:
    assert from_bytes(b"{\\rtf1\\ansicpg99999 Sch\\'f6n, sagte er.}", "x.rtf").text == "Schön, sagte er."


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_no_document_is_too_odd(pieces: list[bytes]) -> None:
    with contextlib.suppress(IngestError):
        assert from_bytes(b"{\\rtf1" + b"".join(pieces), "x.rtf").text.strip()


@pytest.mark.parametrize("data", [b"{\\rtf1", b"{\\rtf1 }", b"{\\rtf1{\\fonttbl", b"{\\rtf1" + b"{" * 5000])
def test_without_text_or_damaged(data: bytes) -> None:
    with pytest.raises(IngestError):
        from_bytes(data, "x.rtf")
