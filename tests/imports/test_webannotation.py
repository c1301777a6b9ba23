"""Web Annotations in the forms that the model allows, and what other programs make of it."""

import json
from typing import Any

import pytest

from reader.imports.recognise import read
from reader.imports.values import Marked, MarkedText

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
QUOTE = {"type": "TextQuoteSelector", "exact": "Wir bauen", "prefix": "a ", "suffix": " b"}


def texts(value: Any) -> tuple[MarkedText, ...]:
    return read(json.dumps(value).encode(), "x.json").texts


def one(**fields: Any) -> Marked:
    usual = {
        "@context": CONTEXT,
        "type": "Annotation",
        "target": {"source": "https://x.example/", "selector": QUOTE},
    }
    (text,) = texts(usual | fields)
    (mark,) = text.marks
    return mark


@pytest.mark.parametrize(
    "target",
    [
        {"source": "https://x.example/", "selector": QUOTE},
        {
            "source": "https://x.example/",
            "selector": [{"type": "TextPositionSelector", "start": 2, "end": 9}, QUOTE],
        },
        {"source": "https://x.example/", "selector": {"type": "FragmentSelector", "refinedBy": QUOTE}},
        [{"source": {"id": "https://x.example/"}, "selector": [QUOTE]}],
        {"source": "https://x.example/#:~:text=Wir%20bauen", "selector": QUOTE},
        {"annotation": "x", "source": "https://x.example/", "selector": [{"quote": "Wir bauen", "start": 2}]},
    ],
)
def test_the_passage_is_found_in_every_form_of_a_target(target: Any) -> None:
    (text,) = texts([{"type": "Annotation", "target": target}])
    (mark,) = text.marks
    assert (text.address, mark.words) == ("https://x.example/", "Wir bauen")


@pytest.mark.parametrize(
    ("fields", "body", "tags"),
    [
        ({"bodyValue": "Stimmt das?"}, "Stimmt das?", ()),
        ({"body": "Stimmt das?"}, "Stimmt das?", ()),
        ({"body": {"type": "TextualBody", "value": "Stimmt das?"}}, "Stimmt das?", ()),
        (
            {"body": [{"value": "Ach", "purpose": "commenting"}, {"value": "So", "purpose": "replying"}]},
            "Ach\n\nSo",
            (),
        ),
        (
            {"body": [{"value": "bau", "purpose": "tagging"}, {"value": "amt", "purpose": "oa:tagging"}]},
            "",
            ("bau", "amt"),
        ),
        ({"motivation": "tagging", "body": {"value": "bau"}}, "", ("bau",)),
        ({"body": {"value": "<p>Ja &amp; nein</p><script>x", "format": "text/html"}}, "Ja & nein\nx", ()),
        ({"body": "https://elsewhere.example/b"}, "", ()),
        ({"body": None, "motivation": "highlighting"}, "", ()),
    ],
)
def test_bodies_are_comments_and_tags(fields: dict[str, Any], body: str, tags: tuple[str, ...]) -> None:
    mark = one(**fields)
    assert (mark.body, mark.tags) == (body, tags)


@pytest.mark.parametrize(
    ("creator", "who"),
    [
        ({"type": "Person", "name": "Bo Hall"}, "Bo Hall"),
        ("acct:bo@example.org", "bo"),
        ([{"nickname": "bo"}], "bo"),
        ({"id": "mailto:bo@example.org"}, "bo"),
        (None, ""),
    ],
)
def test_whoever_made_it_is_named(creator: Any, who: str) -> None:
    assert one(creator=creator).who == who


def test_the_tool_is_named_and_collections_are_opened() -> None:
    item = {
        "type": "Annotation",
        "target": "https://x.example/a",
        "bodyValue": "Ja",
        "generator": {"name": "Recogito"},
    }
    page = {"type": "AnnotationPage", "items": [item]}
    found = read(json.dumps({"type": "AnnotationCollection", "first": page}).encode(), "x.jsonld")
    assert found.tool == "Recogito"
    (text,) = found.texts
    assert (text.address, text.marks[0].sought, text.marks[0].body) == ("https://x.example/a", (), "Ja")


def test_an_annotation_on_two_pages_is_one_on_each() -> None:
    target = [{"source": f"https://x.example/{name}", "selector": QUOTE} for name in "ab"]
    assert [text.address[-1] for text in texts({"type": "Annotation", "target": target})] == ["a", "b"]


def test_somebody_elses_word_for_a_kind_makes_no_quote() -> None:
    assert one(body={"value": "Direct", "purpose": "tagging"}).tags == ("Direct",)
