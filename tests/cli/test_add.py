"""What `reader add` says when something could not be added."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.cli.pace import Pace
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


def test_a_table_is_added_with_a_word_about_its_columns(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "archiv.csv"
    path.write_text(
        'headline,body\nBad schließt,"„Es geht nicht anders“, sagte Sabine Thiel."\n', encoding="utf-8"
    )
    refused = run("add", str(path))
    assert refused.exit_code == 1
    assert (
        "with the columns headline, body: say which is what, such as --map title=headline" in refused.stderr
    )
    added = run("add", str(path), "--map", "title=headline", "--map", "text=body")
    assert (added.exit_code, added.stderr.splitlines()[0]) == (0, "new: Bad schließt (article 3, 1 quote)")


def test_a_mapping_of_no_field_is_a_usage_error(run: Run, library: Path) -> None:
    result = run("add", "a.csv", "--map", "titel=headline")
    assert result.exit_code == 2
    assert "“titel=headline” does not say which column a field is in" in result.stderr


def test_stopped_it_says_what_is_kept(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def steps(*_: object, **__: object) -> Iterator[Progress]:
        yield Progress(1, 3, "a.txt", "new", 1)
        yield Progress(2, 3, "b.txt", "same", 2)
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.library.adding.add_locations", steps)
    result = run("add", "folder")
    assert result.exit_code == 1
    told = "Stopped. What was done before is kept (1 new, 1 same): the same command goes on.\n"
    assert result.stderr.endswith(told)


def test_the_pace_of_a_long_run_is_that_of_the_last_half_minute() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    assert pace.told(0, 2000) == ""
    for second in range(1, 101):
        now[0] = float(second)
        told = pace.told(100 + 14 * second if second > 40 else 20 * second, 2000)
    assert told == "14 a second, 36 s left"
    assert pace.told(2000, 2000).endswith(" a second")


def test_a_slow_run_is_counted_by_the_minute() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    now[0] = 20.0
    assert pace.told(5, 1000) == "15 a minute, 66 min left"


def test_a_text_from_a_pipe_that_is_here_is_told_by_its_title(run: Run) -> None:
    text = "Das Bad schließt\n\nDer Rat hat beschlossen, das Bad zu schließen. Es war zu teuer."
    run("add", "-", stdin=text)
    again = run("add", "-", stdin=text).stderr
    assert "same: -" not in again
    assert again.startswith("same: Das Bad")


def test_files_of_a_folder_that_are_no_articles_are_told(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "pile"
    (folder / "bad").mkdir(parents=True)
    (folder / "eins.txt").write_text("Eins.\n\n„Ja“, sagte Anna Kern am Montag.", encoding="utf-8")
    (folder / "bad" / "bin.dat").write_bytes(b"\x00\x01")
    (folder / ".hidden.dat").write_bytes(b"")
    told = run("add", str(folder))
    assert told.exit_code == 0
    assert "1 file passed over, of a kind that is not read: .dat." in told.stderr
    assert "passed over" not in run("add", str(folder / "eins.txt")).stderr
