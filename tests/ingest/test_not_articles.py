"""What is no article is refused by its name; prose that looks a little like it is read."""

import zipfile
from io import BytesIO

import pytest

from reader.errors import IngestError
from reader.ingest import from_bytes, from_text

WORDS = "Der Rat der Stadt hat am Montagabend beschlossen, das Hallenbad zu schließen, sagte Sabine Thiel."
TABLES = {
    "two columns": f'title,text\nBad,"{WORDS}"\nSteg,"{WORDS}"\n',
    "a text over several lines": f'Titel;Text;Datum\nBad;"{WORDS}\n\n„Ja“, sagte sie.";2024-11-05\n',
    "byte order mark": "\ufeffid,headline\r\n1,Bad\r\n2,Steg\r\n",
    "tabs": "Partei\tStimmen\tProzent\nA\t1\t2\nB\t3\t4\nC\t5\t6\n",
    "unknown names": "gemeinde;jahr;zahl\nNord;1999;3\nSüd;1999;4\nWest;1999;5\n",
}
OTHERS = {
    "TY  - NEWS\nTI  - Streit um das Bad\nAU  - Beispiel, Eva\nER  - \n": "a list of references (RIS)",
    "%0 Newspaper Article\n%T Streit um das Bad\n%A Eva\n": "a list of references (EndNote)",
    "% Export\n\n@article{streit2024,\n  title = {Streit um das Bad}\n}\n": "a list of references (BibTeX)",
    f"Bad (Eva)\n- Ihre Notiz auf S. 12 | Ort 18\n\n{WORDS}\n==========\n": "a file of Kindle clippings",
    f"[Script Info]\nTitle: Bad\n\n[Events]\nDialogue: 0,0:00:01.00,{WORDS}\n": "a file of subtitles",
    "From a@b.example Tue Nov  5 06:45:00 2024\nFrom: Eva <a@b.example>\nSubject: Bad\nTo: c@d\n\nJa.\n\n"
    "From a@b.example Tue Nov  5 06:46:00 2024\nFrom: Otto\nSubject: Steg\n\nNein.\n": "a mailbox with many",
    '<?xml version="1.0"?><opml version="2.0"><body><outline/></body></opml>': "a list of feeds (OPML)",
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF="http://x">Ein Artikel</A></DL>': "bookmarks",
    "BEGIN:VCARD\nFN:Eva Beispiel\nEND:VCARD\n": "an address book",
    "BEGIN:VCALENDAR\nEND:VCALENDAR\n": "a calendar",
    '{"id": 1}\n{"id": 2}\n': "data (JSON)",
    '<svg xmlns="http://www.w3.org/2000/svg"><text>Ja</text></svg>': "a picture (SVG)",
    '<urlset xmlns="x"><url><loc>http://x</loc></url></urlset>': "data (XML)",
}


FOR_IMPORT = {
    "TY  - NEWS\nTI  - Streit um das Bad\nAU  - Beispiel, Eva\nER  - \n": "RIS",
    "@article{streit2024,\n  title = {Streit um das Bad}\n}\n": "BibTeX",
    '[{"id": "1", "type": "article-newspaper", "title": "Bad", "issued": {}}]': "CSL-JSON",
    f"Das Bad (Eva)\n- Ihre Markierung auf S. 12 | Ort 18\n\n{WORDS}\n==========\n": "clippings",
    f'Highlight,Book Title,Book Author,Note\n"{WORDS}",Das Bad,Eva Beispiel,\n': "highlights",
    f'id,document,tag,content\n1,Bad,bau,"{WORDS}"\n': "highlights",
    "Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n,,,,,,Ja,,\n": "highlights",
    f'---\ntitle: "Bad"\n---\n\n# Bad\n\n> Eva Beispiel\n\n^a-4a3b21428f66\n\n{WORDS}\n': "Markdown",
    "article,outlet,published,byline,quote,spans,uid\nBad,,,,Ja,0..2,x\n": "table of quotes",
    '{"export_date": "x", "annotations": [{"uri": "http://x", "target": []}]}': "annotations",
    '[\n{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"}]': "annotations",
    '<?xml version="1.0"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>': "REFI-QDA",
}


@pytest.mark.parametrize(("text", "name"), FOR_IMPORT.items(), ids=FOR_IMPORT.values())
def test_what_people_marked_and_know_is_for_import(text: str, name: str) -> None:
    told = refusal(text)
    assert name in told
    assert told.endswith(", not an article: use `reader import`.")


@pytest.mark.parametrize(
    "text",
    [
        f"Das Highlight, sagte sie, komme noch. {WORDS}",
        f"Highlight\n\n{WORDS}",
        f"Bad, Steg; Highlight: {WORDS}\n\n{WORDS}",
        f"{WORDS} Das Schema urn:QDA sei neu, hieß es.",
    ],
)
def test_prose_that_speaks_of_highlights_is_read(text: str) -> None:
    assert WORDS in from_text(text, "datei.txt").text


def refusal(data: str | bytes, location: str = "datei.txt") -> str:
    with pytest.raises(IngestError) as caught:
        from_bytes(data if isinstance(data, bytes) else data.encode(), location)
    assert "\n" not in caught.value.message
    return caught.value.message


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_tables(text: str) -> None:
    assert refusal(text).startswith("datei.txt is a table, not an article: call it .csv and say which")


@pytest.mark.parametrize(("text", "name"), OTHERS.items(), ids=OTHERS.values())
def test_other_texts(text: str, name: str) -> None:
    assert f"datei.txt is {name}" in refusal(text).replace("is a list of bookmarks", "is bookmarks")
    assert ", not an article: " in refusal(text)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("werte.csv", "a table"),
        ("werte.TSV", "a table"),
        ("film.ass", "subtitles"),
        ("daten.json", "JSON"),
        ("liste.bib", "BibTeX"),
    ],
)
def test_a_file_is_told_by_its_ending_too(name: str, said: str) -> None:
    assert said in refusal(WORDS, f"/home/eva/{name}")
    assert from_bytes(WORDS.encode(), f"https://www.blatt.example/{name}").text == WORDS


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("xl/workbook.xml", "a spreadsheet (Excel)"),
        ("ppt/presentation.xml", "a presentation (PowerPoint)"),
        ("Index/Document.iwa", "a Pages document: export it"),
        ("project.qde", "a project of a QDA program, not an article: use `reader import`"),
        ("foto.png", "an archive without an article"),
    ],
)
def test_other_archives(member: str, said: str) -> None:
    assert said in refusal(archive({member: "x"}))


@pytest.mark.parametrize("kind", ["spreadsheet", "presentation"])
def test_opendocument_that_is_no_text(kind: str) -> None:
    names = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    content = f"<o {names}><text:p>{WORDS}</text:p></o>"
    members = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content}
    assert f"is a {kind}, not an article" in refusal(archive(members))
    members["mimetype"] = "application/vnd.oasis.opendocument.text"
    assert from_bytes(archive(members), "a.odt").text == WORDS


def archive(members: dict[str, str]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as written:
        for name, content in members.items():
            written.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"BM\x00\x10\x00\x00\x00\x00\x00\x00" + bytes(60),
        b"\xff\xfb\x90\x64" + bytes(200),
        b"RIFF\x00\x00\x00\x00WAVEfmt ",
        b"a" * 257 + b"ustar" + bytes(20),
        b"SQLite format 3\x00",
        b"\x00\x00\x00\x18ftypheic",
    ],
    ids=["BMP", "MP3", "WAV", "tar", "SQLite", "HEIC"],
)
def test_pictures_sound_and_archives(data: bytes) -> None:
    assert "not a text: open it in its own program" in refusal(data)


@pytest.mark.parametrize(
    "opening",
    [
        "@eva, du hast recht = so ist es.",
        "@misc: ein Wort zum Montag",
        "Rom, Paris, Berlin\n\nIn Rom, sagt sie, ja.\nIn Paris, sagt er, auch.\nIn Bonn, so wir, nicht.",
        "From here to eternity, 12:30\nAnd so on: and on",
        "1\n\nDer erste Teil",
        "Titel, Text\n\nDer Titel, der Text, das Bild: alles neu.",
        "Datum: 5.11.2024 | Autor: Eva Beispiel\n\nDer Rat tagt | heute",
        "TY - das ist kein Kürzel",
    ],
)
def test_prose_that_looks_a_little_like_it_is_read(opening: str) -> None:
    assert from_text(f"{opening}\n\n{WORDS}", "clipboard").text.endswith(WORDS)


def test_one_mail_out_of_a_mailbox_is_a_mail() -> None:
    mail = f"X-Labels: Inbox\nFrom: Eva Beispiel <a@b.example>\nSubject: Streit um das Bad\n\n{WORDS}\n"
    article = from_bytes(f"From a@b.example Tue Nov  5 06:45:00 2024\n{mail}".encode(), "bad.eml")
    assert (article.title, article.byline, article.text) == ("Streit um das Bad", "Eva Beispiel", WORDS)
