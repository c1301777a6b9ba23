"""The programs that our files are for read them: libraries of the extra `readers`, else skipped."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.formats.labels import labelled_in
from reader.formats.table import COLUMNS
from reader.models import Span, SpeakerBasis
from tests.formats.examples import ARTICLE, DIRECT, DOSSIER, OPTIONS, TEXT, written

ODD = replace(
    DOSSIER,
    article=replace(ARTICLE, title="=1+1", uid="99999999-9999-4999-8999-999999999999"),
    quotes=tuple(replace(quote, tags=("=HYPERLINK(1)", "a,b")) for quote in DOSSIER.quotes),
)
GERMAN = replace(OPTIONS, labels="de")
CONTEXT = {
    "@context": {
        "@version": 1.1,
        "@vocab": "http://www.w3.org/ns/oa#",
        "as": "https://www.w3.org/ns/activitystreams#",
        "id": "@id",
        "type": "@type",
        "body": {"@id": "hasBody", "@type": "@id"},
        "target": {"@id": "hasTarget", "@type": "@id"},
        "source": {"@id": "hasSource", "@type": "@id"},
        "selector": {"@id": "hasSelector", "@type": "@id"},
        "motivation": {"@id": "motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": "hasPurpose", "@type": "@vocab"},
        "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
        "creator": {"@id": "http://purl.org/dc/terms/creator", "@type": "@id"},
        "generator": {"@id": "as:generator", "@type": "@id"},
    }
}
"""The part of the context of Web Annotation that our files use, as its vocabulary says."""
MUST = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["@context", "id", "type", "target"],
        "properties": {
            "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
            "id": {"type": "string", "pattern": "^urn:uuid:[0-9a-f-]{36}$"},
            "type": {"const": "Annotation"},
            "created": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
            "body": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["type", "value"],
                    "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}},
                },
            },
            "target": {"$ref": "#/$defs/targets"},
        },
    },
    "$defs": {
        "targets": {
            "anyOf": [{"$ref": "#/$defs/target"}, {"type": "array", "items": {"$ref": "#/$defs/target"}}]
        },
        "target": {
            "type": "object",
            "required": ["source"],
            "properties": {
                "source": {"type": "string", "pattern": r"^[a-z]+:[^\s<>\"{}|\\^`]+$"},
                "selector": {"type": "array", "items": {"required": ["type"]}},
            },
        },
    },
}
"""Rules with MUST of https://www.w3.org/TR/annotation-model/, in our own words."""


def reader_of(name: str) -> Any:
    """A module of the extra, or a test skipped."""
    return pytest.importorskip(name, reason="the extra `readers` is not installed")


def test_pyld_expands_every_annotation() -> None:
    jsonld = reader_of("pyld.jsonld")
    annotations = json.loads(written("webannotation", DOSSIER, ODD))

    def load(_address: str, _options: object) -> dict[str, object]:
        return {"contextUrl": None, "documentUrl": _address, "document": CONTEXT}

    expanded = jsonld.expand(annotations, {"documentLoader": load})
    assert len(expanded) == len(annotations) == 6
    bodies = expanded[0]["http://www.w3.org/ns/oa#hasBody"]
    values = [one["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"] for one in bodies]
    assert values[:3] == ["Direct", "bau/plan", "Erika Mustermann"]


def test_jsonschema_finds_every_must_kept_and_sees_one_that_is_not() -> None:
    jsonschema = reader_of("jsonschema")
    annotations = json.loads(written("webannotation", DOSSIER, ODD))
    jsonschema.validate(annotations, MUST)
    annotations[0]["target"] = {"source": "https://example.org/a b"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(annotations, MUST)


@pytest.mark.filterwarnings("ignore")
def test_anchorpoint_finds_every_quote_again() -> None:
    selectors = reader_of("anchorpoint.textselectors")
    for annotation in json.loads(written("webannotation")):
        targets = annotation["target"] if isinstance(annotation["target"], list) else [annotation["target"]]
        for target in targets:
            exact, position = target["selector"]
            given = {name: exact[name].strip() for name in ("exact", "prefix", "suffix")}
            found = selectors.TextQuoteSelector(**given).as_position(TEXT)
            assert (found.start, found.end) == (position["start"], position["end"])


@pytest.mark.parametrize("dossier", [DOSSIER, ODD])
def test_xmlschema_takes_the_project(dossier: Any) -> None:
    xmlschema = reader_of("xmlschema")
    schema = xmlschema.XMLSchema(str(Path(__file__).with_name("refi_project.xsd")))
    on_article = replace(dossier.notes[1], span=None, exact="", uid="88888888-8888-4888-8888-888888888888")
    dossier = replace(dossier, notes=(*dossier.notes, on_article))
    with zipfile.ZipFile(io.BytesIO(written("refi", dossier))) as project:
        assert schema.is_valid(project.read("project.qde").decode())


def test_openpyxl_reads_the_workbook_and_finds_no_formula() -> None:
    openpyxl = reader_of("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", DOSSIER, ODD, options=GERMAN)))
    assert book.sheetnames == ["Zitate", "Artikel", "Quellen"]
    head, *rows = book["Zitate"].iter_rows()
    cells = {cell.value: at for at, cell in enumerate(head)}
    assert rows[0][cells["Zitat"]].value == "„Wir *bauen* <heute>“"
    assert rows[0][cells["Stand"]].value == "angenommen"
    assert rows[2][cells["Artikel"]].value == "=1+1"
    assert rows[1][cells["Anfang"]].value == DOSSIER.quotes[1].start
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert [cell.value for cell in book["Quellen"][2]][:3] == ["Erika Mustermann", "Person", "Ministerin"]
    articles = [cell.value for cell in book["Artikel"][1]]
    assert book["Artikel"][2][articles.index("Zitate")].value == len(DOSSIER.quotes), "a number, to add up"


def test_a_german_workbook_has_german_terms_and_no_heading_twice() -> None:
    openpyxl = reader_of("openpyxl")
    carried = replace(DIRECT, speaker_basis=SpeakerBasis.CARRIED, source_id=0)
    dossier = replace(DOSSIER, quotes=(carried, *DOSSIER.quotes[1:]))
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", dossier, options=GERMAN)))
    for sheet in book:
        head = [cell.value for cell in sheet[1]]
        assert len(set(head)) == len(head)
    assert [one for one in COLUMNS if labelled_in("de", one.capitalize()) == one.capitalize()] == []
    row = dict(zip([cell.value for cell in book["Zitate"][1]], book["Zitate"][2], strict=True))
    assert row["Woher bekannt"].value == "aus dem Text davor erschlossen"
    assert row["Geprüft an"].value.startswith("geprüft, ")
    assert row["Verankerung"].value == "genau"


def test_a_workbook_takes_texts_that_are_longer_than_a_cell() -> None:
    openpyxl = reader_of("openpyxl")
    text = "„" + "lang " * 9000 + "“"
    long = replace(DIRECT, spans=(Span(0, len(text)),), speaker=(), cue=(), frame=())
    dossier = replace(DOSSIER, article=replace(ARTICLE, text=text), quotes=(long,), notes=())
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", dossier)))
    assert max(len(str(cell.value or "")) for cell in book["Quotes"][2]) == 32_767


def test_python_docx_reads_the_protocol() -> None:
    docx = reader_of("docx")
    document = docx.Document(io.BytesIO(written("docx", options=GERMAN)))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [ARTICLE.title]
    rows = {row.cells[0].text: row.cells[1].text for row in document.tables[1].rows}
    assert rows["Wortlaut"] == "„Wir *bauen* <heute>“"
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert document.core_properties.author == "Anna Beispiel"


def test_odfpy_reads_the_same_protocol() -> None:
    opendocument, odf_text, table = map(reader_of, ("odf.opendocument", "odf.text", "odf.table"))
    teletype = reader_of("odf.teletype")
    document = opendocument.load(io.BytesIO(written("odt", options=replace(GERMAN, text=True))))
    heads = [teletype.extractText(one) for one in document.getElementsByType(odf_text.H)]
    assert heads[:3] == [ARTICLE.title, "Zitat 1", "Zitat 2"]
    cells = [teletype.extractText(one) for one in document.getElementsByType(table.TableCell)]
    assert cells[cells.index("Wortlaut") + 1] == "„Wir *bauen* <heute>“"
    paragraphs = [teletype.extractText(one) for one in document.getElementsByType(odf_text.P)]
    assert "Sie habe, sagte sie, nichts gewusst." in paragraphs
    with zipfile.ZipFile(io.BytesIO(written("odt"))) as packed:
        assert packed.infolist()[0].filename == "mimetype"
        assert packed.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_pandas_reads_the_table_and_its_offsets() -> None:
    pandas = reader_of("pandas")
    frame = pandas.read_csv(io.BytesIO(written("csv", DOSSIER, ODD)))
    assert len(frame) == 4
    first = frame.iloc[0]
    assert TEXT[first["start"] : first["end"]] == first["quote"]
    assert frame.iloc[2]["article"] == "'=1+1"


def test_taguettes_importer_takes_the_codebook() -> None:
    importing = reader_of("taguette.import_codebook")
    validate = reader_of("taguette.validate")
    paths = [
        tag["path"] for tag in importing.list_tags(io.BytesIO(written("taguette-codebook", DOSSIER, ODD)))
    ]
    assert {"bau/plan", "frage", "quote/Direct", "=HYPERLINK(1)"} <= set(paths)
    assert all(validate.tag_path(path) for path in paths)


def test_citeproc_renders_every_item() -> None:
    source = reader_of("citeproc.source.json")
    items = json.loads(written("csl", DOSSIER, ODD))
    assert set(source.CiteProcJSON(items)) == {ARTICLE.uid, ODD.article.uid}
