"""Other programs' readers on our files: PyYAML, rispy, bibtexparser, and the vocabulary of Web Annotation."""

import json
from dataclasses import replace
from typing import Any

import bibtexparser
import pytest
import rispy
import yaml

from tests.formats.examples import ARTICLE, DOSSIER, written

ODD = replace(
    DOSSIER,
    article=replace(
        ARTICLE,
        title='a: "b" \\ # %\u2028\x85\ufeff --- {x} $y_',
        byline="- x # y",
        tags=("a: b", "#c", "1"),
        published="2024",
    ),
)

MODEL = {
    "Annotation": {"@context", "id", "type", "motivation", "created", "generated", "modified", "creator"}
    | {"generator", "body", "target"},
    "TextualBody": {"type", "purpose", "value", "format", "language"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
    "TextPositionSelector": {"type", "start", "end"},
    "Person": {"type", "name"},
    "Software": {"id", "type", "name"},
}
"""Keys that the model knows, by type: https://www.w3.org/TR/annotation-vocab/."""
MOTIVATIONS = {"classifying", "commenting", "describing", "highlighting", "identifying", "tagging"}


def front_matter(content: bytes) -> Any:
    return yaml.safe_load(content.decode().split("\n---\n")[0].removeprefix("---\n"))


def test_yaml_reads_the_front_matter_as_it_was_meant() -> None:
    assert front_matter(written("markdown"))["tags"] == ["politik/bau-amt"]
    odd = front_matter(written("markdown", ODD))
    assert (odd["title"], odd["byline"]) == (ODD.article.title, "- x # y")
    assert odd["tag names"] == ["#c", "1", "a: b"]
    assert (odd["published"], odd["tags"]) == ("2024", ["a-b", "c", "y1"])


def test_rispy_reads_every_entry() -> None:
    first, second = rispy.loads(written("ris", DOSSIER, ODD).decode())
    assert first["authors"] == ["Beispiel, Anna", "de Vries, Jan"]
    assert (first["year"], first["urls"]) == ("2015", [ARTICLE.url])
    assert first["notes"][0].startswith("„Wir *bauen* <heute>“ (Erika Mustermann")
    assert (second["year"], second["type_of_reference"]) == ("2024", "NEWS")


def test_bibtexparser_reads_every_entry() -> None:
    library = bibtexparser.parse_string(written("bibtex", DOSSIER, ODD).decode())
    assert library.failed_blocks == []
    first, second = library.entries
    assert first["author"] == "Beispiel, Anna and de Vries, Jan"
    assert first["url"] == ARTICLE.url
    assert r"\% " in second["title"]
    assert first.key != second.key


def values(node: Any) -> list[dict[str, Any]]:
    """Every object in a JSON value."""
    if isinstance(node, list):
        return [found for item in node for found in values(item)]
    return [node, *values(list(node.values()))] if isinstance(node, dict) else []


@pytest.mark.parametrize("dossier", [DOSSIER, ODD])
def test_web_annotations_use_nothing_but_the_vocabulary(dossier: Any) -> None:
    for value in values(json.loads(written("webannotation", dossier))):
        assert set(value) <= MODEL.get(value.get("type", ""), {"source", "selector"})
        assert value.get("purpose", value.get("motivation", "tagging")) in MOTIVATIONS
