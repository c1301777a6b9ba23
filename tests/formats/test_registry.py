"""What holds for every format: it is listed, repeats itself byte for byte, and survives odd articles."""

import gzip
import io
import json
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from reader import formats
from reader.errors import UsageError
from reader.formats import Dossier
from reader.models import Article, Note, Quote, QuoteType, Span
from tests.formats.examples import DOSSIER, written

EVERY = tuple(formats.available())
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


def members(data: bytes) -> list[str]:
    """A file's text, or those of the files in it, which must be UTF-8, and XML where they say so."""
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    if not data.startswith(b"PK"):
        return [data.decode("utf-8")]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        every = {name: archive.read(name) for name in archive.namelist()}
    for name, content in every.items():
        if name.endswith((".xml", ".qde", ".rels")):
            ElementTree.fromstring(content)
    return [content.decode("utf-8") for content in every.values()]


def test_names_endings_and_labels_are_given_once() -> None:
    known = formats.available()
    assert list(known)[:3] == ["markdown", "csv", "jsonl"]
    assert len({item.label for item in known.values()}) == len(known)
    assert all(item.suffix.startswith(".") for item in known.values())


@pytest.mark.parametrize(
    ("asked", "name"), [("csv", "csv"), ("md", "markdown"), (".qdpx", "refi"), ("bib", "bibtex")]
)
def test_a_format_is_found_by_name_or_ending(asked: str, name: str) -> None:
    assert formats.get(asked).name == name


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="markdown, csv, jsonl"):
        formats.get("psd")


@pytest.mark.parametrize("name", EVERY)
def test_the_same_dossiers_give_the_same_bytes(name: str) -> None:
    assert written(name) == written(name)
    assert written(name)


@pytest.mark.parametrize("name", EVERY)
def test_an_article_without_anything_can_be_written(name: str) -> None:
    assert members(written(name, Dossier(Article(""))))[0].strip()


JSON = ("jsonl", "webannotation", "recogito", "hypothesis", "csl", "corpus")


@pytest.mark.parametrize("name", [name for name in JSON if name in EVERY])
def test_json_holds_what_a_terminal_obeys_escaped_and_is_the_same_data(name: str) -> None:
    nasty = "Ein\x9b31m Wort\u202e und\x7f noch\u2066 eins\ufeff"
    article = Article(f"„{nasty}“, sagte sie.", title=nasty, url="https://example.org/a")
    data = written(name, Dossier(article, (Quote(QuoteType.DIRECT, (Span(0, len(nasty) + 2),)),))).decode()
    assert re.search("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", data) is None
    assert nasty in json.dumps(json.loads(data), ensure_ascii=False)


@pytest.mark.parametrize("name", EVERY)
def test_controls_surrogates_and_markup_break_no_format(name: str) -> None:
    nasty = '\ufeff\x1b[31m\x00\ud800]]></Code>"\u202e\r\n\\"\tx'
    quote = Quote(QuoteType.DIRECT, (Span(0, len(nasty)),), speaker=(Span(1, 5),), tags=(nasty,))
    article = Article(
        nasty, title=nasty, byline=nasty, outlet=nasty, url=nasty, published=nasty, tags=(nasty,)
    )
    every = members(written(name, Dossier(article, (quote,))))
    assert name == "srt" or any("]]" in member for member in every)  # without times it has no cue
    if name != "refi":  # its sources keep the text as it is, so that positions in it stay true
        assert [member for member in every if CONTROLS.search(member)] == []


@pytest.mark.parametrize("name", [name for name in EVERY if name != "refi"])
def test_no_end_of_a_direction_goes_out_without_its_beginning(name: str) -> None:
    nasty = "Ein \u202eWort\u202c und \u2069 noch \u202aeins."
    article = Article(f"„{nasty}“, sagte sie.", title=nasty, byline=nasty, outlet=nasty, tags=(nasty,))
    quote = Quote(QuoteType.DIRECT, (Span(0, len(nasty) + 2),), tags=(nasty,))
    note = Note(nasty, 1, span=Span(1, len(nasty)))
    every = members(written(name, Dossier(article, (quote,), (note,))))
    assert not any(re.search("[\u202a-\u202e\u2066-\u2069]", member) for member in every)


@pytest.mark.parametrize("name", EVERY)
def test_several_articles_go_into_one_file(name: str) -> None:
    second = replace(DOSSIER.article, uid="99999999-9999-4999-8999-999999999999", title="Zweiter")
    assert len(written(name, DOSSIER, replace(DOSSIER, article=second, notes=()))) >= len(written(name))
