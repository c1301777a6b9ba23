"""WARC out: archives read by warcio, with every digest right."""

import json
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from reader import formats
from reader.formats import Dossier, Options
from reader.ingest import Part, from_bytes, read_part, with_parts
from reader.models import Article, Original, Source
from reader.originals import FILE, original

PAGE = "<p>Die Fähre fährt wieder.</p>".encode()
ARTICLE = Article("Die Fähre fährt wieder.", title="Fähre", url="https://blatt.example/a", uid="5" * 8)
HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "gzip",
    "content-length": "7",
    "etag": '"x"',
}


def page(**facts: Any) -> Original:
    one = original(
        PAGE,
        "https://blatt.example/a",
        content_type=HEADERS["content-type"],
        status=200,
        headers=HEADERS,
        **facts,
    )
    return replace(one, uid="0b0e4a54-0000-4000-8000-000000000001", fetched="2026-01-02T03:04:05Z")


def records(dossiers: Iterable[Dossier], options: Options | None = None) -> list[tuple[Any, bytes]]:
    stream = BytesIO()
    formats.get("warc").write(dossiers, stream, options=options or Options(now="2026-03-01T00:00:00+00:00"))
    stream.seek(0)
    return [(one, one.raw_stream.read()) for one in ArchiveIterator(stream, check_digests="raise")]


def test_a_page_is_a_response_with_the_bytes_that_came() -> None:
    stream = BytesIO()
    formats.get("warc").write(
        [Dossier(ARTICLE, originals=(page(asked="https://blatt.example/kurz"),))], stream, options=Options()
    )
    stream.seek(0)
    for record in ArchiveIterator(stream, check_digests="raise"):
        if record.rec_type == "response":
            assert record.rec_headers["WARC-Target-URI"] == "https://blatt.example/a"
            assert record.rec_headers["WARC-Date"] == "2026-01-02T03:04:05Z"
            assert record.http_headers.get_statuscode() == "200"
            assert record.http_headers["etag"] == '"x"'
            assert record.http_headers["X-Archive-Orig-content-encoding"] == "gzip"
            assert record.http_headers["Content-Length"] == str(len(PAGE))
            assert record.content_stream().read() == PAGE
            return
    raise AssertionError("there is no response")


def test_facts_hang_on_the_original() -> None:
    found = {
        record.rec_type: (record, body) for record, body in records([Dossier(ARTICLE, originals=(page(),))])
    }
    assert list(found) == ["warcinfo", "response", "metadata"]
    name = found["response"][0].rec_headers["WARC-Record-ID"]
    assert found["metadata"][0].rec_headers["WARC-Refers-To"] == name
    assert b"title: F\xc3\xa4hre\r\n" in found["metadata"][1]
    assert f"sha256: {page().sha256}".encode() in found["metadata"][1]


def test_a_file_is_a_resource_and_its_path_stays_here() -> None:
    one = replace(
        original(PAGE, "/home/anna/geheim.html", kind=FILE), uid="0b0e4a54-0000-4000-8000-000000000001"
    )
    every = records([Dossier(replace(ARTICLE, url="", location="/home/anna/geheim.html"), originals=(one,))])
    (resource,) = [(record, body) for record, body in every if record.rec_type == "resource"]
    assert resource[0].rec_headers["WARC-Target-URI"] == "urn:uuid:0b0e4a54-0000-4000-8000-000000000001"
    assert resource[1] == PAGE
    assert not any(b"anna" in body or "anna" in str(record.rec_headers) for record, body in every)


def test_an_article_without_an_original_gives_its_text() -> None:
    (_, (record, text), _) = records([Dossier(ARTICLE)])
    assert record.rec_type == "conversion"
    assert record.rec_headers["WARC-Target-URI"] == ARTICLE.url
    assert text.decode() == ARTICLE.text


TALK = (
    "WEBVTT - Am Steg\n\n00:01.000 --> 00:04.000\n<v Eva Kurz>Ist a --> b &amp; <00:02.500>c wahr?\n\n"
    "00:05.000 --> 00:09.000\n<v Bob Hall>Ja, <00:06.000>weil <00:07.500>es <00:08.000>so ist.\n"
)


@pytest.mark.parametrize("is_kept", [False, True])
@pytest.mark.parametrize("name", ["talk.vtt", "talk.srt", "talk.json"])
def test_a_transcript_comes_back_with_turns_and_times(tmp_path: Path, name: str, is_kept: bool) -> None:
    words = [{"word": " Ja", "start": 1, "end": 2}, {"word": " so.", "start": 2, "end": 3}]
    whisper = json.dumps({"segments": [{"start": 1, "end": 3, "text": " Ja so.", "words": words}]})
    data = {
        "talk.srt": "1\n00:00:01,000 --> 00:00:04,000\nEva: Ja.\n\n2\n00:00:05,000 --> 00:00:06,000\nBo: So.",
        "talk.json": whisper,
    }.get(name, TALK).encode()
    file = original(data, f"/tmp/{name}", kind=FILE)
    article = from_bytes(data, f"/tmp/{name}")
    kept = (replace(file, uid="5" * 32),) if is_kept else ()
    archive = tmp_path / "out.warc.gz"
    with archive.open("wb") as stream:
        dossier = Dossier(article, originals=kept)
        formats.get("warc").write([dossier], stream, options=Options(now="2026-03-01T00:00:00Z"))
    (part,) = with_parts([str(archive)])
    assert isinstance(part, Part)
    back = read_part(part)
    assert back.text == article.text
    assert back.transcript == article.transcript
    assert "urn" not in back.title


@pytest.mark.parametrize(
    ("data", "place", "kind"),
    [
        (PAGE, "/a.html", "text/html"),
        (PAGE, "stdin", "text/html"),
        (b"Nur Text.", "clipboard", "text/plain; charset=utf-8"),
        (b"%PDF-1.7 \x00", "/a.pdf", "application/pdf"),
        (b"\x00\x01", "/ohne", "application/octet-stream"),
    ],
)
def test_what_came_without_a_type_gets_one(data: bytes, place: str, kind: str) -> None:
    one = replace(original(data, place, kind=FILE), uid="7" * 8)
    (_, (record, _), _) = records([Dossier(ARTICLE, originals=(one,))])
    assert (record.rec_type, record.rec_headers["Content-Type"]) == ("resource", kind)


def test_no_original_goes_out_that_shows_who_is_covered() -> None:
    hidden = Source("Karla Zwirn", id=1, identity_protected=True)
    one = original(b"<p>Text<!-- von Karla Zwirn -->", "https://blatt.example/a", status=200)
    telling = Dossier(ARTICLE, originals=(replace(one, uid="7" * 8),), protected=(hidden,))
    assert [record.rec_type for record, _ in records([telling])] == ["warcinfo", "conversion", "metadata"]
    named = Options(confidential=True, now="2026-03-01T00:00:00+00:00")
    assert "response" in [record.rec_type for record, _ in records([telling], named)]
    harmless = replace(telling, originals=(page(),))
    assert "response" in [record.rec_type for record, _ in records([harmless])]


def test_words_off_the_record_keep_an_original_here_also_where_names_are_shown() -> None:
    words = "Das Amt hat die Zahlen frei erfunden"
    one = replace(original(f"<p>{words}.</p>".encode(), "https://blatt.example/a", status=200), uid="7" * 8)
    telling = Dossier(ARTICLE, originals=(one,), off_record=(words,))
    for options in (Options(), Options(confidential=True)):
        assert [record.rec_type for record, _ in records([telling], options)] == [
            "warcinfo",
            "conversion",
            "metadata",
        ]


def test_until_when_an_article_is_held_back_is_said() -> None:
    held = replace(
        ARTICLE, embargo="Sperrfrist: 1. März 2030, 10 Uhr", embargo_until="2030-03-01T10:00:00+01:00"
    )
    sentence = "Die Fähre fährt von heute an wieder, teilte die Reederei am Montag in Husum mit. "
    kept = original(sentence.encode(), "/home/eva/a.txt", kind=FILE, content_type="text/plain")
    for originals in ((), (kept,)):
        told = [
            body
            for record, body in records([Dossier(held, originals=originals)])
            if record.rec_type == "metadata"
        ]
        assert b"remark: " in told[0]


def test_facts_that_a_person_put_right_come_back(tmp_path: Path) -> None:
    article = replace(
        ARTICLE,
        title="Fähre fährt: Streit beendet",
        byline="Eva Muster",
        outlet="Blatt",
        published="2026-01-02",
        embargo="SPERRFRIST: 1. Januar 2027",
        embargo_until="2027-01-01T10:00",
    )
    kept = original(b"Die F\xc3\xa4hre: wieder da.", "/home/eva/a.txt", kind=FILE, content_type="text/plain")
    for originals in ((), (kept,)):
        file = tmp_path / f"{len(originals)}.warc.gz"
        with file.open("wb") as stream:
            formats.get("warc").write(
                [Dossier(article, originals=originals)], stream, options=Options(now="2026-03-01T00:00:00Z")
            )
        (part,) = (one for one in with_parts([str(file)]) if isinstance(one, Part))
        found = read_part(part)
        names = ("title", "byline", "outlet", "published", "embargo", "embargo_until")
        assert [getattr(found, name) for name in names] == [getattr(article, name) for name in names]
