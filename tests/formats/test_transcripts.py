"""The times of a transcript on its ways out."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from reader.formats.citation import STYLES, cite
from reader.formats.dossier import Dossier
from reader.ingest import Part, from_bytes, read, read_part, with_parts
from reader.library.spoken import quotes_of_turns
from reader.models import Verification
from tests.formats.examples import written

TALK = (
    "WEBVTT - Talk\n\n00:00:01.000 --> 00:00:04.000\n<v Interviewer>Why?\n\n"
    "00:12:31.250 --> 00:12:44.000\n<v Bob Hall>Because a --> b &amp; it is so.\n"
)


def dossier(**facts: object) -> Dossier:
    article = replace(from_bytes(TALK.encode(), "/tmp/talk.vtt"), **facts)  # type: ignore[arg-type]  # fields of articles
    assert article.transcript is not None
    (quote,) = quotes_of_turns(article, article.transcript)
    timed = replace(quote, said_from=751.25, said_to=764.0, exact=(quote.words(article.text),))
    return Dossier(article, (timed,))


def test_json_lines_tell_seconds_and_which_turns_ask() -> None:
    told = json.loads(written("jsonl", dossier()))
    assert told["quotes"][0]["time"] == {"start": 751.25, "end": 764.0}
    assert [(turn["asks"], turn["time"]) for turn in told["turns"]] == [
        (True, [1.0, 4.0]),
        (False, [751.25, 764.0]),
    ]


def test_csv_tells_times_to_the_thousandth() -> None:
    (row,) = csv.DictReader(io.StringIO(written("csv", dossier()).decode()))
    assert (row["said from"], row["said to"]) == ("00:12:31.250", "00:12:44.000")


def test_markdown_tells_when_it_was_said() -> None:
    assert "00:12:31–00:12:44" in written("markdown", dossier()).decode()


@pytest.mark.parametrize(
    "name",
    [
        "html",
        "docx",
        "odt",
        "hypothesis",
        "readwise",
        "csl",
        "bibtex",
        "ris",
        "refi",
        "webannotation",
        "recogito",
    ],
)
def test_every_format_for_readers_tells_when_it_was_said(name: str) -> None:
    data = written(name, dossier())
    if data.startswith(b"PK"):
        packed = zipfile.ZipFile(io.BytesIO(data))
        data = b"".join(packed.read(member) for member in packed.namelist())
    assert re.search("00:12:31(–|--|-|\\\\u2013|&#8211;)00:12:44", data.decode())


@pytest.mark.parametrize("style", STYLES)
def test_a_citation_tells_when_it_was_said(style: str) -> None:
    said = dossier()
    assert "00:12:31–00:12:44" in cite(said, said.quotes[0], style)
    assert "00:12:31" not in cite(said, None, style)


def test_web_annotation_points_into_a_recording_on_the_web_and_into_no_file() -> None:
    (there,) = json.loads(written("webannotation", dossier(recording="https://radio.example/talk.mp3")))
    fragments = [one["selector"]["value"] for one in there["target"] if isinstance(one["selector"], dict)]
    assert fragments == ["t=751.25,764"]
    here = written("webannotation", dossier(recording="/home/eva/talk.mp3")).decode()
    assert "/home/eva" not in here
    assert "00:12:31–00:12:44" in here


def test_vtt_gives_the_transcript_back() -> None:
    again = from_bytes(written("vtt", dossier()), "/tmp/again.vtt")
    first = dossier().article
    assert again.transcript is not None
    assert first.transcript is not None
    assert again.text.replace("→", "-->") == first.text
    assert [time[2:4] for time in again.transcript.times] == [time[2:4] for time in first.transcript.times]


def test_srt_has_a_cue_for_each_quote_with_what_must_be_told() -> None:
    said = dossier()
    (quote,) = said.quotes
    assert written("srt", said).decode() == (
        "1\n00:12:31,250 --> 00:12:44,000\nBob Hall: “Because a → b & it is so.”\n\n"
    )
    disputed = replace(quote, verification=Verification.DISPUTED, said_to=None)
    cues = written("srt", replace(said, quotes=(disputed, quote))).decode()
    assert "00:12:31,250 --> 00:12:32,250\nBob Hall: “Because a → b & it is so.”\n[disputed]\n\n2\n" in cues
    held = replace(said, article=replace(said.article, embargo="EMBARGOED until Monday"))
    assert "[embargo: EMBARGOED until Monday]" in written("srt", held).decode()
    assert "no quotes with times" in written("srt").decode()


def test_a_quote_without_a_time_has_empty_cells() -> None:
    (quote,) = dossier().quotes
    untimed = replace(dossier(), quotes=(replace(quote, said_from=None, said_to=None),))
    (row,) = csv.DictReader(io.StringIO(written("csv", untimed).decode()))
    assert (row["said from"], row["said to"]) == ("", "")
    assert json.loads(written("jsonl", untimed))["quotes"][0]["time"] is None


@pytest.mark.parametrize("name", ["vtt", "warc"])
def test_an_embargo_goes_out_with_a_transcript_and_comes_back(name: str, tmp_path: Path) -> None:
    told = dossier(embargo="Sperrfrist: 12. Mai 2026, 18:30 Uhr", embargo_until="2026-05-12T18:30")
    file = tmp_path / f"talk.{name}"
    file.write_bytes(written(name, replace(told, quotes=())))
    (found,) = with_parts([str(file)])
    assert isinstance(found, str | Part)
    back = read_part(found) if isinstance(found, Part) else read(found)
    assert back.embargo == told.article.embargo
    assert back.embargo_until == told.article.embargo_until
