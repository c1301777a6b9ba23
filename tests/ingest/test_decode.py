"""Bytes in any encoding become the text their writer saw; what is no text is named."""

import codecs
import contextlib
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import IngestError
from reader.ingest.decode import decode

GERMAN = "Die Bürgermeisterin sagte: „Größe zählt nicht – für mich jedenfalls“, und ging nach Köln."
FRENCH = "« Ça ne se passera pas comme ça », a déclaré l’élue à Orléans, où l’été s’achève."


@pytest.mark.parametrize("text", [GERMAN, FRENCH, GERMAN * 50])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_undeclared_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a file") == text


def test_old_dos_text() -> None:
    text = "Für die Größe der Überschwemmung in Köln übernähme niemand Gewähr, hieß es."
    assert decode(text.encode("cp850"), "a file") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Мэр заявил в понедельник, что город построит две новые школы. " * 8, "cp1251"),
        ("Starosta řekl, že město příští rok postaví dvě školy; půjde o největší stavbu. " * 8, "cp1250"),
    ],
)
def test_other_alphabets_by_statistics(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a file") == text


@pytest.mark.parametrize(
    ("head", "content_type"),
    [
        ("", "text/html; charset=iso-8859-1"),
        ("", 'text/plain;charset="ISO-8859-1"'),
        ('<meta charset="iso-8859-1">', ""),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "text/html"),
        ('<?xml version="1.0" encoding="iso-8859-1"?>', ""),
    ],
)
def test_latin_1_is_windows_1252_on_the_web(head: str, content_type: str) -> None:
    assert decode((head + GERMAN).encode("cp1252"), "a page", content_type) == head + GERMAN


def test_a_wrong_declaration_is_passed_over() -> None:
    page = '<meta charset="us-ascii"><p>' + GERMAN
    assert decode(page.encode("utf-8"), "a page", "text/html; charset=nonsense").endswith(GERMAN)
    assert decode(GERMAN.encode("cp1252"), "a page", "text/html; charset=utf-8") == GERMAN


def test_utf_8_cut_in_the_middle_stays_utf_8() -> None:
    assert decode((GERMAN * 3).encode()[:-3] + b"\xc3", "a file").startswith(GERMAN)


@pytest.mark.parametrize(
    ("head", "content_type"),
    [
        ("", ""),
        ("", "text/html; charset=iso-8859-1"),
        ('<meta charset="utf-8">', "text/html"),
        ('<?xml version="1.0" encoding="windows-1252"?>', ""),
    ],
)
def test_one_broken_byte_leaves_the_rest_as_it_is_whatever_the_page_says(
    head: str, content_type: str
) -> None:
    data = (head + GERMAN).encode().replace(b"ging", b"gi\x81ng")
    assert decode(data, "a page", content_type) == head + GERMAN.replace("ging", "gi\ufffdng")


def test_a_page_that_calls_itself_utf_8_is_that_with_more_broken_bytes_than_whole_letters() -> None:
    page = (
        '<meta charset="utf-8">The mayor said it wouldn’t wait for the caf\x81, the inn\x81 or the bar\x81.'
    )
    assert decode(page.encode("utf-8").replace(b"\xc2\x81", b"\x8f"), "a page") == page.replace(
        "\x81", "\ufffd"
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "JPEG"),
        (b"\x7fELF" + bytes(200), "program"),
        (b"\x1f\x8b\x08" + bytes(50), "gzip"),
        (b"SQLite format 3\x00" + bytes(50), "database"),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(50), "film"),
        (b"RIFF\x00\x00\x00\x00WAVE" + bytes(50), "sound"),
        (random.Random(1).randbytes(5000), "binary"),
        (bytes(5000), "binary"),
        (bytes(range(32)) * 100, "binary"),
    ],
)
def test_no_text(data: bytes, kind: str) -> None:
    with pytest.raises(IngestError, match=kind) as caught:
        decode(data, "photo.bin")
    assert caught.value.message.startswith("photo.bin is ")
    assert "\n" not in caught.value.message


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_sentence(data: bytes) -> None:
    with contextlib.suppress(IngestError):
        assert isinstance(decode(data, "x"), str)


@given(st.text(min_size=1, max_size=200))
def test_utf_8_with_mark_is_read_back(text: str) -> None:
    data = codecs.BOM_UTF8 + text.encode("utf-8", errors="replace")
    assert decode(data, "x") == text.encode("utf-8", errors="replace").decode("utf-8")
