"""`reader check`: a draft against the library, in every form that it comes and goes in."""

import json
import os
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.cli.conftest import Run

CASES = Path(__file__).parents[3] / "shared" / "cases" / "formats" / "draft"
SCHEMA = CASES.parents[3] / "schemas" / "sarif-2.1.0.json"
ARTICLES = {
    "hafen.txt": """Streit um den Hafen

Hafenmeisterin Ruth Ahrens sagte am Montag: „Das Becken wird im Mai geleert. Uns bleibt keine Wahl.“

„Das ist falsch“, sagte Fischer Bodo Lang. Er sprach von einem „Trauerspiel“.

Ein Sprecher, der anonym bleiben wollte, sagte: „Die Pegel stimmen nicht und alle wissen es.“
""",
    "becken.txt": """Becken wird geleert

Hafenmeisterin Ruth Ahrens sagte am Montag: „Das Becken wird im Juni geleert. Uns bleibt keine Wahl.“

„Das ist falsch“, sagte Fischer Bodo Lang.
""",
    "zug.txt": "Andere Stadt\n\nEine Sprecherin der Bahn sagte: „Der Zug kommt heute etwas später an.“\n",
}
DRAFT = """Mein Entwurf

Ruth Ahrens sagt: „Das Becken wird im März geleert. Uns bleibt keine Wahl.“ \
Fischer Lang widerspricht: „Das ist richtig.“

Bodo Lang sagte: „Die Pegel stimmen nicht und alle wissen es.“ \
Eine Sprecherin erklärte: „Dazu sagen wir derzeit gar nichts.“
"""
RIGHT = "Entwurf\n\nHafenmeisterin Ruth Ahrens sagte: „Uns bleibt keine Wahl.“\n"


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Run:
    """Runs commands on a library of three articles."""
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run("add", str(tmp_path / name)).exit_code == 0
    return run


def written(folder: Path, text: str, name: str = "draft.txt") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def verdicts(done: Result) -> list[str]:
    return [finding["verdict"] for finding in json.loads(done.stdout)["findings"]]


WRONG = ["altered", "the opposite", "another speaker", "not found"]


@pytest.mark.parametrize("kept_as", ["draft.txt", "copy.txt"])
def test_a_draft_that_is_in_the_library_proves_nothing_of_itself(
    desk: Run, tmp_path: Path, kept_as: str
) -> None:
    assert desk("add", written(tmp_path, DRAFT, kept_as)).exit_code == 0
    assert desk("mark", "speaker:lang", "--accept", "--source", "Bodo Lang").exit_code == 0
    done = desk("check", written(tmp_path, DRAFT), "--json")
    assert verdicts(done) == WRONG
    assert "The manuscript itself is article 4 of the library" in done.stderr + done.stdout


def test_each_quotation_of_a_draft_is_judged(desk: Run, tmp_path: Path) -> None:
    done = desk("check", written(tmp_path, DRAFT), "--json")
    assert (done.exit_code, verdicts(done)) == (1, WRONG)
    first, second, third, _ = json.loads(done.stdout)["findings"]
    message = first["remarks"][0]["message"]
    assert "“Mai” became “März” (article 1); “Juni” became “März” (article 2)" in message
    assert "sentence 2 is word for word" in message
    assert (first["line"], DRAFT.splitlines()[2][first["column"] - 1 :][:5]) == (3, "„Das ")
    assert {"kind": "altered", "level": "error", "message": "The words are altered."} in second["remarks"]
    assert "word for word" in [remark["kind"] for remark in third["remarks"]]


def test_the_draft_of_the_shared_cases_is_judged_as_it_says(run: Run) -> None:
    if not CASES.exists():
        pytest.skip("the shared cases are not beside this project")
    for name in "abcd":
        run("add", str(CASES / f"{name}.txt"))
    done = run("check", str(CASES / "draft.txt"), "--json")
    assert verdicts(done) == ["altered", "the opposite", "not found", "another speaker"]
    findings = json.loads(done.stdout)["findings"]
    assert [place["speaker"] for place in findings[0]["places"]] == ["Anna Weber", "Anna Weber"]
    assert "sentence 2 is word for word" in findings[0]["remarks"][0]["message"]
    assert "altered" in [remark["kind"] for remark in findings[1]["remarks"]]
    assert "word for word" in [remark["kind"] for remark in findings[3]["remarks"]]


def test_a_draft_without_a_fault_ends_well_and_one_with_faults_does_not(desk: Run, tmp_path: Path) -> None:
    done = desk("check", written(tmp_path, RIGHT))
    assert done.exit_code == 0
    assert "1 quotation, none to look at; 1 not yet checked." in done.stderr
    assert desk("check", written(tmp_path, DRAFT)).exit_code == 1


def test_the_table_names_place_and_article_and_shows_both_wordings(desk: Run, tmp_path: Path) -> None:
    out = desk("check", written(tmp_path, DRAFT)).stdout
    assert "[-Mai-] {+März+}" in out
    assert "article 2, paragraph 1, “Becken wird geleert”" in out
    assert "4 quotations, 4 to look at" in desk("check", written(tmp_path, DRAFT)).stderr


def test_only_the_faults_where_that_is_asked_for(desk: Run, tmp_path: Path) -> None:
    draft = written(tmp_path, f"{DRAFT}\n{RIGHT}")
    assert len(verdicts(desk("check", draft, "--json"))) == 5
    assert verdicts(desk("check", draft, "--faults", "--json")) == WRONG


# -- ways in ---------------------------------------------------------------------------------------------


def docx(text: str) -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in text.split("\n\n"))
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return packed(
        "word/document.xml", f'<w:document xmlns:w="{name}"><w:body>{paragraphs}</w:body></w:document>'
    )


def odt(text: str) -> bytes:
    paragraphs = "".join(f"<text:p>{one}</text:p>" for one in text.split("\n\n"))
    office, words = (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text"))
    return packed(
        "content.xml",
        f'<office:document-content xmlns:office="{office}" xmlns:text="{words}"><office:body><office:text>'
        f"{paragraphs}</office:text></office:body></office:document-content>",
    )


def packed(name: str, content: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, content)
    return held.getvalue()


def html(text: str) -> bytes:
    paragraphs = "".join(f"<p>{one}</p>" for one in text.split("\n\n"))
    return f"<!doctype html><title>Entwurf</title><body><article>{paragraphs}</article>".encode()


WAYS_IN: dict[str, Callable[[str], bytes]] = {
    "draft.docx": docx,
    "draft.odt": odt,
    "draft.html": html,
    "draft.md": lambda text: text.encode(),
}


@pytest.mark.parametrize("name", WAYS_IN)
def test_a_draft_may_be_of_any_kind(desk: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(WAYS_IN[name](DRAFT))
    assert verdicts(desk("check", str(path), "--json")) == WRONG


def test_a_draft_may_come_by_a_pipe(desk: Run) -> None:
    assert verdicts(desk("check", "-", "--json", stdin=DRAFT)) == WRONG


def test_a_draft_may_lie_on_the_clipboard(desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.clipboard.read", lambda: DRAFT)
    assert verdicts(desk("check", "clip:", "--json")) == WRONG


def test_a_draft_is_not_stored(desk: Run, tmp_path: Path) -> None:
    before = desk("list", "--json").stdout
    desk("check", written(tmp_path, DRAFT))
    assert desk("list", "--json").stdout == before


@pytest.mark.parametrize(
    ("content", "told"),
    [(b" ", "empty"), (b"\x00\x01\x02\xff" * 90, "draft.txt"), (b"PK\x03\x04", "draft.txt")],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    desk: Run, tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(content)
    done = desk("check", str(path))
    assert done.exit_code != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_what_a_terminal_must_not_get_is_shown_as_marks(desk: Run, tmp_path: Path) -> None:
    draft = DRAFT.replace("März", "Mä\x1b[31mrz\u202e [red]")
    out = desk("check", written(tmp_path, draft)).stdout
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "[red]" in out


# -- ways out --------------------------------------------------------------------------------------------


def test_the_page_for_the_editor_marks_what_differs_and_runs_nothing(desk: Run, tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    draft = written(tmp_path, DRAFT.replace("März", "März <script>x</script>"))
    desk("check", draft, "--html", str(page))
    text = page.read_text(encoding="utf-8")
    assert "<del>Mai</del>" in text
    assert "<ins>März" in text
    assert "<script>" not in text
    assert "default-src 'none'" in text


def test_a_file_that_is_there_is_replaced_only_where_that_is_asked_for(desk: Run, tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    page.write_text("mine", encoding="utf-8")
    done = desk("check", written(tmp_path, DRAFT), "--html", str(page))
    assert (done.exit_code, page.read_text(encoding="utf-8")) == (2, "mine")
    assert "--force" in done.stderr
    desk("check", written(tmp_path, DRAFT), "--html", str(page), "--force")
    assert page.read_text(encoding="utf-8") != "mine"


def sarif(desk: Run, folder: Path, draft: str) -> dict[str, Any]:
    target = folder / "out.sarif"
    desk("check", draft, "--sarif", str(target), "--force")
    found: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return found


def test_sarif_points_at_the_words_in_the_file(desk: Run, tmp_path: Path) -> None:
    (run,) = sarif(desk, tmp_path, written(tmp_path, f"\n\n{DRAFT}"))["runs"]
    first = run["results"][0]
    region = first["locations"][0]["physicalLocation"]["region"]
    line = f"\n\n{DRAFT}".splitlines()[region["startLine"] - 1]
    words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
    assert words == "„Das Becken wird im März geleert. Uns bleibt keine Wahl.“"
    assert (first["ruleId"], first["level"]) == ("altered", "error")
    assert {result["ruleId"] for result in run["results"]} <= {
        rule["id"] for rule in run["tool"]["driver"]["rules"]
    }


def test_sarif_of_a_document_names_the_paragraph(desk: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(DRAFT))
    (run,) = sarif(desk, tmp_path, str(path))["runs"]
    (location,) = run["results"][0]["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["fullyQualifiedName"].startswith("paragraph 2, ")


@pytest.mark.parametrize("name", ["draft.txt", "draft.docx"])
def test_sarif_is_what_its_schema_says(desk: Run, tmp_path: Path, name: str) -> None:
    jsonschema = pytest.importorskip(
        "jsonschema", reason="the schema is checked where jsonschema is installed"
    )
    schema = Path(os.environ.get("SARIF_SCHEMA", SCHEMA))
    if not schema.is_file():
        pytest.skip("SARIF_SCHEMA names no file: the schema of OASIS is not part of this project")
    path = tmp_path / name
    path.write_bytes(docx(DRAFT) if name.endswith("docx") else DRAFT.encode())
    rules = json.loads(schema.read_text(encoding="utf-8"))
    written = sarif(desk, tmp_path, str(path))
    faults = jsonschema.validators.validator_for(rules)(rules).iter_errors(written)
    assert [fault.message for fault in faults] == []
