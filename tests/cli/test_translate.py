"""Quotes in another language: kept, listed, compared with a manuscript, and taken along."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from reader.models import Article, Quote, QuoteType, Source, Span, Status, TermsOfUse, Verification
from reader.store import Store
from tests.cli.conftest import Run

TEXT = "“We cannot keep the bridge open another winter,” said Ellen Marsh, the harbour master."
WORDS = "“We cannot keep the bridge open another winter,”"
GERMAN = "Wir können die Brücke keinen weiteren Winter offen halten"


@pytest.fixture
def bridge(private_folders: Path) -> Path:
    """A library with an English quote, checked, in German by Mara Holm."""
    file = private_folders / "library.db"
    quote = Quote(
        QuoteType.DIRECT,
        (Span(0, len(WORDS)),),
        speaker=(Span(TEXT.index("Ellen"), TEXT.index(", the harbour")),),
        resolved_speaker="Ellen Marsh",
    )
    with Store(file) as store:
        store.articles.add(Article(TEXT, title="Bridge to close", language="en"), (quote,), "rules-1")
        store.quotes.set_status([1], Status.ACCEPTED)
        store.quotes.set_verification([1], Verification.CHECKED)
    return file


@pytest.fixture
def translated(bridge: Path, run: Run) -> Path:
    """The same, with its translation."""
    assert run("translate", "1", GERMAN, "--into", "de", "--by", "Mara Holm").exit_code == 0
    return bridge


def verdicts(run: Run, folder: Path, *drafts: str) -> list[list[str]]:
    """What `reader check` finds of each paragraph of a draft."""
    file = folder / "draft.txt"
    file.write_text("\n\n".join(("Die Brücke schließt im Winter.", *drafts)), encoding="utf-8")
    report = json.loads(run("check", str(file), "--json").stdout)
    return [[remark["kind"] for remark in finding["remarks"]] for finding in report["findings"]]


def test_a_translation_is_kept_listed_removed_and_undone(translated: Path, run: Run) -> None:
    assert run("translate", "1").stdout == f"1  de  {GERMAN} (translated by Mara Holm)\n"
    (found,) = json.loads(run("translate", "1", "--json").stdout)
    assert (found["text"], found["language"], found["translator"]) == (GERMAN, "de", "Mara Holm")
    assert run("translate", "--remove", "1").exit_code == 0
    assert run("translate", "1").stderr == "Quote 1 has no translation.\n"
    run("undo")
    assert GERMAN in run("translate", "1").stdout
    assert run("verify").exit_code == run("doctor").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("1", GERMAN), "Into which language?"),
        (("1", GERMAN, "--into", "en"), "is in that language already"),
        (("1", " ", "--into", "de"), "The translation is empty"),
        (("9", GERMAN, "--into", "de"), "There is no quote number 9"),
        ((), "Which quote?"),
        (("--remove", "7"), "There is no translation number 7"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    bridge: Path, run: Run, arguments: tuple[str, ...], told: str
) -> None:
    result = run("translate", *arguments)
    assert result.exit_code != 0
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_manuscript_is_compared_with_it(translated: Path, run: Run, tmp_path: Path) -> None:
    assert verdicts(run, tmp_path, f"„{GERMAN}“, sagte Ellen Marsh (übersetzt).") == [["as translated"]]
    assert verdicts(run, tmp_path, f"„{GERMAN}“, sagte Ellen Marsh.") == [
        ["not said to be translated", "as translated"]
    ]
    changed = GERMAN.replace("keinen weiteren", "keinen zweiten")
    assert "altered" in verdicts(run, tmp_path, f"„{changed}“, sagte Ellen Marsh (übersetzt).")[0]
    assert "another speaker" in verdicts(run, tmp_path, f"„{GERMAN}“, sagte Rosa Lind (übersetzt).")[0]
    shown = run("check", str(tmp_path / "draft.txt")).stdout
    assert "by Mara Holm, article 1, paragraph 1" in shown


def test_without_a_translation_the_words_are_not_found(bridge: Path, run: Run, tmp_path: Path) -> None:
    assert verdicts(run, tmp_path, f"„{GERMAN}“, sagte Ellen Marsh.") == [["not found"]]


def test_words_off_the_record_stay_so_in_another_language(translated: Path, run: Run, tmp_path: Path) -> None:
    with Store(translated) as store:
        store.quotes.set_use([1], TermsOfUse.OFF_RECORD)
    draft = tmp_path / "draft.txt"
    draft.write_text(f"Die Brücke schließt.\n\n„{GERMAN}“, sagte Ellen Marsh.", encoding="utf-8")
    told = run("check", str(draft), "--json")
    assert "off the record" in told.stdout
    assert "Winter offen" not in told.stdout
    assert "Winter offen" not in run("ledger", str(draft), "--json").stdout
    assert run("translate", "1", "--json").stdout.strip() == "[\n]"
    assert run("translate", "1").stdout == ""
    assert GERMAN not in run("export", "-f", "jsonl", "1").stdout


def test_it_comes_back_with_json_lines_and_by_a_merge(translated: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run("export", "-f", "jsonl", "-o", str(out), "1")
    copy = ("--library", str(tmp_path / "copy.db"))
    for _ in range(2):
        assert run(*copy, "import", str(out)).exit_code == 0
    assert run(*copy, "translate", "1").stdout.count(GERMAN) == 1
    merged = ("--library", str(tmp_path / "merged.db"))
    for _ in range(2):
        assert run(*merged, "merge", str(translated)).exit_code == 0
    assert run(*merged, "translate", "1").stdout.count("Mara Holm") == 1


def test_looking_for_quotes_again_keeps_it(translated: Path, run: Run) -> None:
    run("mark", "1", "--reopen")
    run("redetect", "1")
    assert GERMAN in run("translate", "1").stdout


def test_a_forgotten_translator_is_named_no_more(translated: Path, run: Run) -> None:
    with Store(translated) as store:
        store.sources.add(Source("Mara Holm"))
    run("sources", "forget", "Mara Holm", "--yes")
    listed = run("translate", "1").stdout
    assert GERMAN in listed
    assert "Holm" not in listed


def test_the_protocol_has_it(translated: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "protocol.odt"
    run("export", "-f", "odt", "-o", str(out), "1")
    with ZipFile(out) as file:
        assert f"de: {GERMAN} – translated by Mara Holm" in file.read("content.xml").decode()
