"""`reader check` of drafts as programs write them: pages, Word and OpenDocument with all that these hold."""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reader.models import Source, TermsOfUse
from reader.store import Store
from tests.cli.conftest import Run

ARTICLE = (
    "Streit um das Bad\n\n„Wir werden das Bad im Mai schließen, wenn der Rat nichts tut“, sagte Helga Brandt."
    "\n\nOtto Quast sagte: „Der Beton ist alt, aber die Becken halten noch zehn Jahre.“\n"
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Run:
    """Runs commands on a library of one article, with a source that must not be named."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert run("add", str(tmp_path / "a.txt")).exit_code == 0
    with Store(Path(os.environ["READER_LIBRARY"]), actor="tests") as store:
        store.sources.add(Source("Rosa Verborgen", identity_protected=True, use=TermsOfUse.BACKGROUND))
    return run


def findings(desk: Run, path: Path) -> list[dict[str, Any]]:
    done = desk("check", str(path), "--json")
    assert "Rosa" not in done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return found


def beside(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["beside"], one["verdict"]) for one in found if one["beside"]]


def archive(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in files.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return path


def test_what_a_page_quotes_is_a_quotation_and_what_was_deleted_is_gone(desk: Run, tmp_path: Path) -> None:
    page = tmp_path / "draft.html"
    page.write_text(
        "<html lang='de'><head><title>Entwurf von Rosa Verborgen</title></head><body><h1>Bad</h1>"
        "<p>Helga Brandt sagte: <q>Wir werden das Bad im <del>Juni</del><ins>Mai</ins> schließen, wenn der "
        "Rat nichts tut</q>.</p><p>Otto Quast sagte:</p><blockquote><p>Der Beton ist alt,</p><p>aber die "
        "Becken halten noch zwölf Jahre.</p><cite>Otto Quast</cite></blockquote>"
        "<!-- Rosa Verborgen fragen --><p>Mehr dazu folgt.</p></body></html>",
        encoding="utf-8",
    )
    found = findings(desk, page)
    quoted = {one["words"].split()[0].strip("„"): one for one in found if not one["beside"]}
    assert quoted["Wir"]["verdict"] == "word for word"
    assert quoted["Der"]["verdict"] == "altered"
    assert ("comment", "must not be named") in beside(found)


def test_a_name_in_a_page_header_a_comment_or_a_deletion_of_word_is_found(desk: Run, tmp_path: Path) -> None:
    def part(tag: str, content: str) -> str:
        return f'<w:{tag} xmlns:w="{WORD}">{content}</w:{tag}>'

    def said(text: str, kind: str = "t") -> str:
        return f"<w:r><w:{kind}>{text}</w:{kind}></w:r>"

    path = archive(
        tmp_path / "draft.docx",
        word__document_xml=part(
            "document",
            f"<w:body><w:p>{said('Bad')}</w:p><w:p>{said('Helga Brandt sagte: „Wir werden das Bad im ')}"
            f"<w:del>{said('Juni, sagt Rosa Verborgen', 'delText')}</w:del><w:ins>{said('Mai')}</w:ins>"
            f"{said(' schließen, wenn der Rat nichts tut.“')}</w:p></w:body>",
        ),
        word__header1_xml=part("hdr", f"<w:p>{said('Rosa ')}{said('Verborgen')}</w:p>"),
        word__footer1_xml=part("ftr", f"<w:p>{said('Seite 1')}</w:p>"),
        word__comments_xml=part(
            "comments", f"<w:comment><w:p>{said('Von Rosa Verborgen')}</w:p></w:comment>"
        ),
    )
    found = findings(desk, path)
    assert {where for where, _ in beside(found)} == {"page header", "comment", "deleted words"}
    (quoted,) = (one for one in found if not one["beside"])
    assert (quoted["speaker"], quoted["verdict"]) == ("Helga Brandt", "word for word")
    assert "page header" in desk("check", str(path)).stdout


def test_an_opendocument_draft_is_read_with_its_notes_changes_and_headers(desk: Run, tmp_path: Path) -> None:
    spaces = " ".join(f'xmlns:{name}="{OFFICE}:{name}:1.0"' for name in ("office", "text", "style"))
    path = archive(
        tmp_path / "draft.odt",
        mimetype="application/vnd.oasis.opendocument.text",
        content_xml=(
            f"<office:document-content {spaces}><office:body><office:text><text:tracked-changes>"
            "<text:changed-region><text:deletion><text:p>Juni, sagt Rosa Verborgen</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:h>Bad</text:h><text:p>Helga Brandt sagte: "
            "„Wir werden das Bad im Mai schließen, wenn der Rat nichts tut.“<text:note><text:note-citation>1"
            "</text:note-citation><text:note-body><text:p>Otto Quast sagte: „Der Beton ist alt, aber die "
            "Becken halten noch zwölf Jahre.“</text:p></text:note-body></text:note></text:p><text:p>"
            "Mehr folgt.<office:annotation><text:p>Rosa Verborgen fragen</text:p></office:annotation>"
            "</text:p></office:text></office:body></office:document-content>"
        ),
        styles_xml=(
            f"<office:document-styles {spaces}><office:master-styles><style:master-page><style:header>"
            "<text:p>Rosa Verborgen</text:p></style:header></style:master-page></office:master-styles>"
            "</office:document-styles>"
        ),
    )
    found = findings(desk, path)
    assert {where for where, _ in beside(found)} == {"page header", "comment", "deleted words"}
    first, note = (one for one in found if not one["beside"])
    assert (first["speaker"], first["verdict"]) == ("Helga Brandt", "word for word")
    assert (note["speaker"], note["verdict"]) == ("Otto Quast", "altered")


@pytest.mark.parametrize("name", ["draft.docx", "draft.odt", "draft.html"])
def test_a_broken_file_is_one_sentence(desk: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04" + b"\x00\xff" * 200)
    done = desk("check", str(path))
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1


def test_a_page_of_a_few_words_is_a_draft_all_the_same(desk: Run, tmp_path: Path) -> None:
    page = tmp_path / "kurz.html"
    page.write_text(
        "<html lang='de'><body><p>„Der Beton ist alt“, sagte Otto Quast.</p></body></html>", encoding="utf-8"
    )
    (quoted,) = findings(desk, page)
    assert (quoted["speaker"], quoted["verdict"]) == ("Otto Quast", "word for word")
