"""What `reader add` says when something could not be added."""

from pathlib import Path

import pytest

from reader.library.adding import Progress
from tests.cli.conftest import Run

FULL = "The disk is full: nothing was changed. Free some space and try again."


def test_one_failure_is_one_sentence(run: Run, library: Path) -> None:
    result = run("add", "/missing")
    assert (result.exit_code, result.stderr) == (1, "There is no file /missing: check the spelling.\n")
    empty = run("add", "")
    assert (empty.exit_code, empty.stderr.count("\n")) == (1, 1)


def test_good_and_bad_ones_are_counted_at_the_end(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Der Bürgermeister sagte: „Wir bauen morgen.“", encoding="utf-8")
    result = run("add", "~nobody-of-that-name/x", str(tmp_path / "a.txt"), "/missing")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "2 failed, 1 new"


def test_what_befalls_every_article_is_said_once(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = [Progress(n, 3, f"/{n}.txt", "failed", message=FULL) for n in (1, 2, 3)]
    monkeypatch.setattr("reader.library.adding.add_locations", lambda *_, **__: iter(failed))
    result = run("add", "folder")
    assert (result.exit_code, result.stderr) == (1, f"{FULL}\n3 failed\n")


STUB = (
    '<!DOCTYPE html><html lang="de"><head><title>Rat schließt das Bad</title>'
    '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": '
    "false}</script></head>"
    "<body><article><h1>Rat schließt das Bad</h1><p>Der Rat hat am Montagabend nach langer Debatte "
    "beschlossen, "
    "das Hallenbad zu schließen. Das sagte Bürgermeisterin Sabine Thiel nach der "
    "Sitzung.</p></article></body>"
)
ONLY_BEGINNING = "This is only its beginning; missing: what is behind a paywall."


@pytest.mark.parametrize("options", [(), ("--quiet",)])
def test_what_is_missing_of_an_article_is_said(
    run: Run, library: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    (tmp_path / "stub.html").write_text(STUB, encoding="utf-8")
    result = run("add", *options, str(tmp_path / "stub.html"))
    assert result.exit_code == 0
    assert f"Rat schließt das Bad (article 3, 1 quote): {ONLY_BEGINNING}\n" in result.stderr
    assert ONLY_BEGINNING in run("detect", str(tmp_path / "stub.html")).stderr
