"""Gathering dossiers and writing files: selections, names in folders, and what failures leave behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import ReaderError, UsageError
from reader.library.dossiers import Selection, dossiers
from reader.library.exporting import export
from reader.library.whole_files import replacing
from reader.models import (
    Article,
    Authorisation,
    Evidence,
    Note,
    Quote,
    QuoteType,
    Source,
    Span,
    Status,
    TermsOfUse,
    Verification,
)
from reader.store import Store
from reader.store.leftovers import sweep_exports


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.db") as opened:
        for number in (1, 2):
            article = Article(
                f"„Das ist Satz {number}“, sagte sie.", title="Gleicher Titel", location=f"{number}.txt"
            )
            quotes = (Quote(QuoteType.DIRECT, (Span(0, 17),)), Quote(QuoteType.REPORTED, (Span(19, 28),)))
            opened.articles.add(article, quotes, "rules-1")
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def test_rejected_quotes_stay_behind_and_secrets_are_always_known(store: Store) -> None:
    store.quotes.set_status([1], Status.REJECTED)
    store.sources.add(Source("Otto Geheim", use=TermsOfUse.BACKGROUND))
    first, second = dossiers(store, Selection((1, 2)))
    assert [quote.id for quote in first.quotes] == [2]
    assert len(second.quotes) == 2
    assert [source.name for source in first.protected] == ["Otto Geheim"]
    assert first.sources == ()


def test_only_accepted_or_only_chosen_quotes(store: Store) -> None:
    store.quotes.set_status([1], Status.ACCEPTED)
    store.notes.save(Note("zum Zitat", 1, quote_id=2))
    store.notes.save(Note("zum Artikel", 1))
    (accepted,) = dossiers(store, Selection((1,), accepted=True))
    assert [quote.id for quote in accepted.quotes] == [1]
    assert [note.body for note in accepted.notes] == ["zum Artikel"], "the other stays with its quote"
    (chosen,) = dossiers(store, Selection((1,), quotes=frozenset([2])))
    assert [quote.id for quote in chosen.quotes] == [2]
    assert [note.body for note in chosen.notes] == ["zum Zitat"]


def test_evidence_and_authorisations_go_along(store: Store) -> None:
    store.quotes.set_verification(
        [1], Verification.CHECKED, Evidence(Verification.CHECKED, 0, "file", "a.mp3")
    )
    store.quotes.set_authorisation(1, Authorisation.CHANGED, "Das ist ein anderer Satz")
    store.quotes.set_authorisation(3, Authorisation.SENT)
    first, second = dossiers(store, Selection((1, 2)))
    assert [item.reference for item in first.evidence] == ["a.mp3"]
    (step,) = first.authorised
    assert (step.quote_id, step.spoken, step.approved) == (
        1,
        "„Das ist Satz 1“,",
        "Das ist ein anderer Satz",
    )
    assert [(step.quote_id, step.state) for step in second.authorised] == [(3, Authorisation.SENT)]


def test_twins_in_a_folder_get_names_of_their_own_every_time(store: Store, folder: Path) -> None:
    names = [path.name for path in export(store, [1, 2], "markdown", folder)]
    assert names == ["gleicher-titel.md", "gleicher-titel-2.md"]
    assert [path.name for path in export(store, [2], "markdown", folder)] == ["gleicher-titel-2.md"]
    assert "Satz 1" in (folder / "gleicher-titel.md").read_text(encoding="utf-8")
    assert "Satz 2" in (folder / "gleicher-titel-2.md").read_text(encoding="utf-8")


def test_the_name_of_a_file_keeps_a_secret_too(store: Store, folder: Path) -> None:
    store.articles.update([1], title="Otto Geheim packt aus")
    store.sources.add(Source("Otto Geheim", identity_protected=True))
    assert [path.name for path in export(store, [1], "markdown", folder)] == ["packt-aus.md"]


def test_a_file_that_is_there_needs_force(store: Store, folder: Path) -> None:
    target = folder / "a.csv"
    export(store, [1], "csv", target)
    with pytest.raises(UsageError, match="--force"):
        export(store, [1, 2], "csv", target)
    export(store, [1, 2], "csv", target, force=True)
    assert target.read_text(encoding="utf-8").count("rules-1") == 4


def write_half(target: Path, error: Exception) -> None:
    with replacing(target) as stream:
        stream.write(b"half")
        raise error


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(folder: Path) -> None:
    target = folder / "a.txt"
    target.write_text("old", encoding="utf-8")
    for error, shown in ((RuntimeError(), RuntimeError), (OSError(28, "No space left"), ReaderError)):
        with pytest.raises(shown):
            write_half(target, error)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(folder.iterdir()) == [target]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_devices_are_written_to_and_never_read(store: Store) -> None:
    assert export(store, [1], "markdown", Path(os.devnull)) == [Path(os.devnull)]
    with pytest.raises(ReaderError, match="no space left"):
        export(store, [1], "markdown", Path("/dev/full"))


def test_permissions_and_links_stay(folder: Path) -> None:
    target, link = folder / "a.txt", folder / "link.txt"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o600)
    link.symlink_to(target)
    with replacing(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be written as root")
def test_a_read_only_folder_is_one_sentence(store: Store, folder: Path) -> None:
    folder.chmod(0o500)
    with pytest.raises(ReaderError, match="permission denied"):
        export(store, [1], "csv", folder / "a.csv")
    folder.chmod(0o700)


def test_a_file_is_on_the_disk_before_it_takes_the_place_of_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = folder / "out.md"
    target.write_text("before", encoding="utf-8")
    seen: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _handle: seen.append(target.read_text(encoding="utf-8")))
    with replacing(target) as stream:
        stream.write(b"after")
    assert (seen, target.read_text(encoding="utf-8")) == (["before"], "after")


_KILLED = """
import os, signal, sys
from pathlib import Path
from reader.library.exporting import replacing
with replacing(Path(sys.argv[1])) as stream:
    stream.write(b"half")
    stream.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_what_a_killed_export_left_is_gone_after_the_next_one(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, str(folder / "a.csv")], check=False)
    (half,) = folder.iterdir()
    assert half.stat().st_mode & 0o777 == 0o600
    foreign = {".a.csv.4711.new", ".a.csv-x7de3fz8", ".notes.new", half.name.removeprefix(".")}
    running = half.name.replace(half.name.split(".")[3].partition("-")[0], str(os.getpid()), 1)
    for name in {*foreign, running}:
        (folder / name).write_text("somebody's", encoding="utf-8")
    sweep_exports.cache_clear()  # a program of its own
    export(store, [1], "csv", folder / "b.csv")
    assert {path.name for path in folder.iterdir()} == {"b.csv", running, *foreign}


def test_a_long_name_is_written_too(store: Store, folder: Path) -> None:
    target = folder / ("ä" * 120 + ".csv")
    export(store, [1], "csv", target)
    assert [path.name for path in folder.iterdir()] == [target.name]


def test_a_vault_is_written_into_a_folder_and_brought_up_to_date(store: Store, tmp_path: Path) -> None:
    folder = f"{tmp_path}/vault/"
    written = export(store, [1], "obsidian", folder)
    index = tmp_path / "vault" / "Index.md"
    assert index in written
    index.write_text("# Meins\n\n" + index.read_text(encoding="utf-8"), encoding="utf-8")
    before = index.read_text(encoding="utf-8")
    assert export(store, [1], "obsidian", folder) == written
    assert index.read_text(encoding="utf-8") == before


def test_a_site_replaces_nothing_unless_it_is_asked_to(store: Store, tmp_path: Path) -> None:
    folder = f"{tmp_path}/site/"
    export(store, [1], "site", folder)
    (tmp_path / "site" / "index.html").write_text("mine", encoding="utf-8")
    with pytest.raises(ReaderError, match="--force"):
        export(store, [1], "site", folder)
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "mine"
    export(store, [1], "site", folder, force=True)
    assert "<h1>" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert export(store, [1], "site", f"{tmp_path}/site.zip")[0].read_bytes().startswith(b"PK")
