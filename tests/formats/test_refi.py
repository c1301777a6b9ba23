"""REFI-QDA projects against the published schema, and against what importers stumble over."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from lxml import etree

from tests.formats.examples import ARTICLE, DOSSIER, PASSAGE_NOTE, QUOTE_NOTE, TEXT, written

SCHEMA = Path(__file__).parent / "refi_project.xsd"
NAMESPACE = {"q": "urn:QDA-XML:project:1.0"}


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_project_is_valid() -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    schema.assertValid(etree.fromstring(unpacked(written("refi"))["project.qde"]))
    empty = replace(DOSSIER, quotes=(), notes=())
    schema.assertValid(etree.fromstring(unpacked(written("refi", empty))["project.qde"]))


def test_selections_are_code_points_of_the_text_beside_the_project() -> None:
    files = unpacked(written("refi"))
    root = ElementTree.fromstring(files["project.qde"])
    source = root.find("q:Sources/q:TextSource", NAMESPACE)
    assert source is not None
    path = source.get("plainTextPath", "").replace("internal://", "sources/")
    text = files[path].decode("utf-8")
    selected = [
        text[int(s.get("startPosition", "")) : int(s.get("endPosition", ""))]
        for s in source.findall("q:PlainTextSelection", NAMESPACE)
    ]
    assert selected == ["„Wir *bauen* <heute>“", "Sie habe", "nichts gewusst", "=Gleichheit"]
    assert source.find("q:PlainTextContent", NAMESPACE) is None


def test_lines_count_from_nought() -> None:
    root = ElementTree.fromstring(unpacked(written("refi"))["project.qde"])
    lines = [s.get("name") for s in root.iterfind(".//q:PlainTextSelection", NAMESPACE)]
    assert lines == ["line:2", "line:5", "line:5", "line:0"]


def test_the_speaker_is_a_code_under_quelle_and_every_coding_names_who_made_it() -> None:
    root = ElementTree.fromstring(unpacked(written("refi"))["project.qde"])
    names = {code.get("guid"): code.get("name") for code in root.iterfind(".//q:Code", NAMESPACE)}
    first = root.find(".//q:PlainTextSelection", NAMESPACE)
    assert first is not None
    coded = [names[ref.get("targetGUID")] for ref in first.iterfind("q:Coding/q:CodeRef", NAMESPACE)]
    assert coded == ["Direct", "Erika Mustermann", "plan"]
    assert all(coding.get("creatingUser") for coding in root.iterfind(".//q:Coding", NAMESPACE))


def test_address_and_date_are_variables() -> None:
    root = ElementTree.fromstring(unpacked(written("refi"))["project.qde"])
    values = [value.text for value in root.iterfind(".//q:VariableValue/q:TextValue", NAMESPACE)]
    assert values[:2] == [ARTICLE.url, ARTICLE.published]


def test_texts_have_no_byte_order_mark_and_no_carriage_returns() -> None:
    dossier = replace(DOSSIER, article=replace(ARTICLE, text="\ufeff" + TEXT[1:5] + "\r" + TEXT[6:]))
    text = unpacked(written("refi", dossier))[f"sources/{ARTICLE.uid}.txt"]
    assert not text.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in text
    assert len(text.decode()) == len(TEXT)


def test_the_codebook_alone_has_the_same_codes() -> None:
    root = ElementTree.fromstring(written("refi-codebook"))
    assert root.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    names = [code.get("name") for code in root.iter("{urn:QDA-XML:codebook:1.0}Code")]
    assert names == [
        "Quelle",
        "Erika Mustermann",
        "sie",
        "Zitat",
        "Direct",
        "Indirect",
        "bau",
        "plan",
        "frage",
        "politik",
        "bau amt",
    ]


def test_two_codes_of_one_name_are_told_apart_by_their_paths() -> None:
    quote = replace(DOSSIER.quotes[0], tags=("ort/berlin", "thema/berlin", "Direct", "Erika Mustermann"))
    dossier = replace(DOSSIER, quotes=(quote,))
    root = ElementTree.fromstring(unpacked(written("refi", dossier))["project.qde"])
    names = [code.get("name") for code in root.iterfind(".//q:Code", NAMESPACE)]
    assert len({str(name).casefold() for name in names}) == len(names)
    assert {"ort/berlin", "thema/berlin", "Zitat/Direct", "Direct", "Quelle/Erika Mustermann"} <= set(names)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(
        etree.fromstring(unpacked(written("refi", dossier))["project.qde"])
    )


def test_what_a_note_says_stands_in_its_selection_and_one_on_the_article_hangs_on_nothing() -> None:
    about = replace(PASSAGE_NOTE, span=None, exact="", body="Zum Ganzen", uid="7" * 8 + PASSAGE_NOTE.uid[8:])
    files = unpacked(written("refi", replace(DOSSIER, notes=(*DOSSIER.notes, about))))
    root = ElementTree.fromstring(files["project.qde"])
    told = [d.text or "" for d in root.iterfind(".//q:PlainTextSelection/q:Description", NAMESPACE)]
    assert any(QUOTE_NOTE.body in text for text in told)
    assert PASSAGE_NOTE.body in told
    assert root.find("q:Sources/q:TextSource/q:NoteRef", NAMESPACE) is None
    assert "Zum Ganzen" in {note.get("name") for note in root.iterfind("q:Notes/q:Note", NAMESPACE)}
