"""Annotations: both selectors everywhere, each program's own unit, and passages that are found again."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest

from reader.formats.offsets import Offsets
from reader.models import Span
from tests.formats.examples import DIRECT, DOSSIER, PASSAGE_NOTE, QUOTE_NOTE, SPLIT, TEXT, written


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    found = annotation["target"]
    return found if isinstance(found, list) else [found]


def test_web_annotations_have_what_the_model_demands() -> None:
    annotations = json.loads(written("webannotation"))
    assert len(annotations) == 3
    for annotation in annotations:
        assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert annotation["type"] == "Annotation"
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", annotation["id"])
        assert annotation["generated"].endswith("Z")
        assert {body["type"] for body in annotation["body"]} == {"TextualBody"}


def test_both_selectors_of_every_target_point_at_the_same_passage() -> None:
    annotations = json.loads(written("webannotation"))
    for target in chain.from_iterable(map(targets, annotations)):
        quote, position = target["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT


def test_a_quote_in_two_parts_has_two_targets() -> None:
    split = json.loads(written("webannotation"))[1]
    assert [target["selector"][0]["exact"] for target in split["target"]] == ["Sie habe", "nichts gewusst"]


def test_hypothesis_counts_utf_16() -> None:
    exported = json.loads(written("hypothesis"))
    units = TEXT.encode("utf-16-le")
    for annotation in exported["annotations"]:
        position, quote = annotation["target"][0]["selector"]
        assert units[2 * position["start"] : 2 * position["end"]].decode("utf-16-le") == quote["exact"]


def test_hypothesis_tells_annotations_apart_by_text_tags_and_quote() -> None:
    told = [
        (a["text"], tuple(a["tags"]), a["target"][0]["selector"][1]["exact"])
        for a in json.loads(written("hypothesis"))["annotations"]
    ]
    assert len(set(told)) == len(told) == 3


def test_only_a_note_says_when_it_was_created() -> None:
    first, second, note = json.loads(written("webannotation"))
    assert "created" not in first
    assert "created" not in second
    assert note["created"] == "2026-01-02T03:04:05Z"


def test_recogito_counts_utf_16_and_finds_both_selectors_everywhere() -> None:
    about = replace(PASSAGE_NOTE, span=None, exact="", uid="77777777-7777-4777-8777-777777777777")
    units = TEXT.encode("utf-16-le")
    annotations = json.loads(written("recogito", replace(DOSSIER, notes=(*DOSSIER.notes, about))))
    assert len(annotations) == 4
    for target in chain.from_iterable(map(targets, annotations)):
        quote, position = target["selector"]
        assert units[2 * position["start"] : 2 * position["end"]].decode("utf-16-le") == quote["exact"]


def test_what_hypothesis_imports_is_seen_by_its_user_alone() -> None:
    exported = json.loads(written("hypothesis"))
    for annotation in exported["annotations"]:
        assert annotation["permissions"]["read"] == [exported["export_userid"]] == [annotation["user"]]


def test_the_table_of_hypothesis_says_when_a_note_was_written_and_no_page() -> None:
    rows = list(csv.DictReader(io.StringIO(written("hypothesis-csv").decode())))
    assert [row["Created at"] for row in rows] == ["2026-01-02 03:04"] * 3
    assert {row["Page"] for row in rows} == {""}


@pytest.mark.parametrize("name", ["webannotation", "recogito", "hypothesis"])
def test_the_address_of_an_article_is_one(name: str) -> None:
    odd = replace(DOSSIER, article=replace(DOSSIER.article, url="https://example.org/a b{c}"))
    assert '"https://example.org/a%20b%7Bc%7D"' in written(name, odd).decode()
    path = replace(DOSSIER, article=replace(DOSSIER.article, url="", location="/home/anna/x.txt"))
    assert "/home/anna" not in written(name, path).decode()


@pytest.mark.parametrize("unit", ["code points", "utf-16", "utf-8"])
def test_offsets_agree_with_encoding_the_text(unit: str) -> None:
    text = "a„ü😀“ é\u0301 漢😀z"
    lengths: dict[str, Callable[[str], int]] = {
        "code points": len,
        "utf-16": lambda part: len(part.encode("utf-16-le")) // 2,
        "utf-8": lambda part: len(part.encode()),
    }
    offsets = Offsets(text, unit)
    assert [offsets.at(i) for i in range(len(text) + 1)] == [
        lengths[unit](text[:i]) for i in range(len(text) + 1)
    ]
    assert offsets.spans((Span(0, 0),)) == (Span(0, 0),)


def test_a_note_that_was_changed_says_when() -> None:
    changed = replace(PASSAGE_NOTE, modified="2026-01-05T08:00:00+00:00")
    told = json.loads(written("webannotation", replace(DOSSIER, notes=(changed,))))[-1]
    assert (told["created"], told["modified"]) == ("2026-01-02T03:04:05Z", "2026-01-05T08:00:00Z")


def test_kinds_of_rows_as_the_client_of_hypothesis_calls_them() -> None:
    nobody = replace(SPLIT, speaker=())
    about = replace(PASSAGE_NOTE, span=None)
    data = written("hypothesis-csv", replace(DOSSIER, quotes=(DIRECT, nobody), notes=(QUOTE_NOTE, about)))
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    assert [row["Type"] for row in rows] == ["Annotation", "Highlight", "Page note"]
