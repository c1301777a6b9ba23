"""REFI-QDA projects as other programs write them."""

import io
import zipfile

import pytest

from reader.errors import ReaderError
from reader.imports.recognise import read
from reader.imports.values import Incoming

TEXT = "Erste Zeile 😀.\nWir bauen heute, sagte sie.\nNoch eine Zeile."
PASSAGE = "Wir bauen heute"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
CODES = """<CodeBook><Codes>
  <Code guid="C1" name="Thema" isCodable="true"><Code guid="C2" name="Bau/Amt" color="#FF8800"/></Code>
</Codes></CodeBook>"""


def project(start: int, source: str, end: int = 0) -> str:
    end = end or start + len(PASSAGE)
    return f"""{HEAD}<Project xmlns="urn:QDA-XML:project:1.0" name="Studie" origin="NVivo 14">
  <Users><User guid="U1" name="Bo Hall"/></Users>{CODES}
  <Sources>{source.format(
      selection=f'''<PlainTextSelection guid="S1" startPosition="{start}" endPosition="{end}"
        creatingUser="U1" creationDateTime="2026-03-01T10:00:00Z"><Description>Wirklich?</Description>
        <Coding guid="D1"><CodeRef targetGUID="C2"/></Coding>
        <NoteRef targetGUID="N1"/></PlainTextSelection>'''
  )}</Sources>
  <Notes><Note guid="N1" name="Memo"><PlainTextContent>Nachfragen.</PlainTextContent></Note>
  <Note guid="N2" name="Lose"><PlainTextContent>Zum Ganzen.</PlainTextContent></Note></Notes>
</Project>"""  # fmt: skip


def packed(qde: str, **texts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("project.qde", qde)
        for name, content in texts.items():
            archive.writestr(f"Sources/{name}.txt", content)
    return stream.getvalue()


INSIDE = (
    f'<TextSource guid="T1" name="Interview"><PlainTextContent>{TEXT}</PlainTextContent>'
    "{selection}</TextSource>"
)
BESIDE = '<TextSource guid="T1" name="Interview" plainTextPath="internal://T1.txt">{selection}</TextSource>'
PDF = (
    '<PDFSource guid="P1" name="Interview" path="internal://P1.pdf">'
    '<Representation guid="R1" plainTextPath="internal://T1.txt">{selection}</Representation></PDFSource>'
)


def highlight(found: Incoming) -> None:
    (text,) = found.texts
    mark, loose = text.marks
    assert (found.tool, text.title) == ("NVivo 14", "Interview")
    assert (mark.words, mark.tags, mark.who) == (PASSAGE, ("Thema/Bau-Amt",), "Bo Hall")
    assert (mark.body, mark.created) == ("Wirklich?\n\nNachfragen.", "2026-03-01T10:00:00Z")
    assert (loose.body, loose.sought) == ("Zum Ganzen.", ())
    assert found.tags == {"Thema": "", "Thema/Bau-Amt": "#FF8800"}
    assert text.article is not None
    assert text.article.text == TEXT


@pytest.mark.parametrize("source", [INSIDE, BESIDE, PDF])
def test_a_selection_is_read_wherever_the_text_lies(source: str) -> None:
    highlight(read(packed(project(TEXT.index(PASSAGE), source), T1=TEXT.encode()), "x.qdpx"))


def test_texts_with_a_mark_and_with_two_signs_at_the_end_of_a_line() -> None:
    start = TEXT.index(PASSAGE)
    windows = TEXT.replace("\n", "\r\n").encode("utf-8-sig")
    highlight(read(packed(project(start, BESIDE), T1=windows), "x.qdpx"))
    highlight(read(packed(project(start + 1, BESIDE), T1=windows), "x.qdpx"))


def test_a_place_outside_the_text_spoils_only_itself() -> None:
    found = read(packed(project(900, BESIDE), T1=TEXT.encode()), "x.qdpx")
    assert [mark.body for mark in found.texts[0].marks] == ["Zum Ganzen."]


def test_a_source_without_text_is_told() -> None:
    found = read(packed(project(1, BESIDE)), "x.qdpx")
    assert found.texts == ()
    assert found.remarks == ("1 source without plain text (picture, sound, rich text) was left out.",)


def test_a_codebook_becomes_tags_with_colours() -> None:
    content = f'{HEAD}<CodeBook xmlns="urn:QDA-XML:codebook:1.0">{CODES[10:-11]}</CodeBook>'
    assert read(content.encode(), "x.qdc").tags == {"Thema": "", "Thema/Bau-Amt": "#FF8800"}


BOMB = f'{HEAD}<!DOCTYPE x [<!ENTITY a "b">]><Project xmlns="urn:QDA-XML:project:1.0">&a;</Project>'


@pytest.mark.parametrize(
    "data",
    [
        packed(BOMB),
        packed("<Project"),
        packed(project(1, BESIDE))[:-40],
        b"PK\x03\x04 project.qde",
        packed(project(1, BESIDE))[30:],
        BOMB.encode(),
    ],
    ids=["bomb", "broken", "cut short", "no archive", "no beginning", "bomb, not packed"],
)
def test_what_is_broken_or_hostile_is_one_sentence(data: bytes) -> None:
    with pytest.raises(ReaderError) as raised:
        read(data, "x.qdpx")
    assert "\n" not in raised.value.message
