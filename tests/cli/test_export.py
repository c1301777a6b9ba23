"""`reader export`: files that are never half written, never silently replaced, never name a secret."""

import json
import os
import signal
from pathlib import Path

import pytest

from reader import formats
from reader.cli.export_output import ended_by_signal
from reader.library.exporting import replacing
from reader.models import Source
from reader.store import Store
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("library")


def test_markdown_goes_to_standard_output_unless_told_otherwise(run: Run) -> None:
    result = run("export", "1")
    assert result.stdout.startswith("---\ntitle: ")
    assert "> „Wir bauen heute“" in result.stdout


@pytest.mark.parametrize("name", formats.available())
def test_every_format_is_written_to_a_file(run: Run, tmp_path: Path, name: str) -> None:
    target = tmp_path / "out"
    assert run("export", "--all", "--format", name, "-o", str(target)).exit_code == 0
    assert target.stat().st_size > 20
    assert list(tmp_path.iterdir()) == [target]


def test_the_ending_tells_the_format(run: Run, tmp_path: Path) -> None:
    run("export", "1", "-o", str(tmp_path / "a.jsonl"))
    assert json.loads((tmp_path / "a.jsonl").read_text(encoding="utf-8"))["title"] == "Neubau am Markt"


def test_a_folder_gets_a_file_per_article(run: Run, tmp_path: Path) -> None:
    run("export", "--all", "-o", str(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2025-03-01-neubau-am-markt.md", "zweiter.md"]


def test_a_file_that_is_there_is_only_replaced_with_force(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("mine", encoding="utf-8")
    refused = run("export", "1", "-o", str(target))
    assert (refused.exit_code, target.read_text(encoding="utf-8")) == (2, "mine")
    assert "--force" in refused.stderr
    assert run("export", "1", "-o", str(target), "--force").exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("article,")


def test_markdown_is_brought_up_to_date(run: Run, tmp_path: Path, store: Store) -> None:
    target = tmp_path / "a.md"
    run("export", "1", "-o", str(target))
    target.write_text(target.read_text(encoding="utf-8") + "\nMein Absatz.\n", encoding="utf-8")
    run("mark", "2", "--reject")
    run("tag", "neu", "--quote", "1")
    run("export", "1", "-o", str(target))
    after = target.read_text(encoding="utf-8")
    assert "Mein Absatz." in after
    assert "> #neu" in after
    assert "Der Bau sei teuer" not in after
    assert after.count("> „Wir bauen heute“") == 1


def test_only_accepted_or_only_chosen_quotes_go_out(run: Run) -> None:
    run("mark", "1", "--accept")
    assert "Der Bau sei teuer" not in run("export", "1", "--accepted").stdout
    chosen = run("export", "--quote", "2").stdout
    assert "Der Bau sei teuer" in chosen
    assert "Wir bauen heute" not in chosen
    assert "Nachfragen" not in chosen
    assert "Der Bau sei teuer" not in run("export", "--quote", "2", "--accepted").stdout


@pytest.mark.parametrize("name", formats.available())
def test_a_confidential_source_is_in_no_file_unless_asked_for(run: Run, tmp_path: Path, name: str) -> None:
    run("sources", "assign", "Otto Geheim", "1")
    run("note", "2", "Otto Geheim anrufen, Geheims Nummer suchen")
    target = tmp_path / "out"
    run("export", "--all", "-f", name, "-o", str(target))
    assert b"Geheim" not in target.read_bytes()
    if name == "csv":
        run("export", "--all", "-f", name, "-o", str(target), "--force", "--with-confidential")
        assert b"Otto Geheim" in target.read_bytes()


def test_excel_and_separator_reach_the_table(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    run("export", "1", "-o", str(target), "--excel", "--separator", "semicolon")
    assert target.read_bytes().startswith("\ufeffarticle;outlet".encode())
    assert run("export", "1", "--separator", "::").exit_code == 2


def test_the_formats_are_listed(run: Run) -> None:
    listed = run("export", "--formats").stdout
    assert all(name in listed for name in formats.available())


def test_a_folder_that_cannot_be_written_is_one_sentence_and_leaves_nothing(run: Run, tmp_path: Path) -> None:
    result = run("export", "1", "-o", str(tmp_path / "none" / "a.md"))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "Nothing was changed" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_one_sentence_and_the_old_file_stays(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.csv"
    target.write_text("mine", encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("os.fsync", full)
    result = run("export", "1", "-o", str(target), "--force")
    assert result.exit_code == 1
    assert "no space left" in result.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [target]


def test_no_name_is_refused_and_a_slash_makes_a_folder(run: Run, tmp_path: Path) -> None:
    nothing = run("export", "1", "-o", "")
    assert (nothing.exit_code, nothing.stderr.count("\n")) == (2, 1)
    assert run("export", "--all", "-o", f"{tmp_path}/neu/hier/").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "neu/hier").iterdir()) == [
        "2025-03-01-neubau-am-markt.md",
        "zweiter.md",
    ]
    (tmp_path / "datei").write_text("x", encoding="utf-8")
    assert run("export", "--all", "-o", f"{tmp_path}/datei/").exit_code == 1


def test_a_folder_export_goes_on_where_a_file_is_there_and_tells_both(run: Run, tmp_path: Path) -> None:
    first = tmp_path / "2025-03-01-neubau-am-markt.csv"
    first.write_text("mine", encoding="utf-8")
    result = run("export", "--all", "-f", "csv", "-o", str(tmp_path))
    assert result.exit_code == 2
    assert "1 written, 1 not: " in result.stderr
    assert f"Written: {tmp_path / 'zweiter.csv'}" in result.stderr
    assert f"{first} is there already" in result.stderr
    assert first.read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "zweiter.csv").exists()


@pytest.mark.parametrize("option", [("--excel",), ("--separator", "semicolon")])
@pytest.mark.parametrize("form", [one for one in formats.available().values() if not one.is_table])
def test_what_only_tables_can_do_is_refused_elsewhere(
    run: Run, tmp_path: Path, form: formats.Format, option: tuple[str, ...]
) -> None:
    refused = run("export", "1", "-f", form.name, "-o", str(tmp_path / "x"), *option)
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert f"{form.name} is none" in refused.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", [one for one in formats.available().values() if one.is_table])
def test_every_table_is_written_for_excel(run: Run, tmp_path: Path, form: formats.Format) -> None:
    target = tmp_path / "x.csv"
    done = run("export", "1", "-f", form.name, "-o", str(target), "--excel", "--separator", "semicolon")
    assert done.exit_code == 0
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b";" in content.splitlines()[0]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_export_that_is_ended_leaves_nothing_beside_the_file(tmp_path: Path, number: int) -> None:
    def ended() -> None:
        with ended_by_signal(), replacing(tmp_path / "a.csv") as stream:
            stream.write(b"half")
            signal.raise_signal(number)

    with pytest.raises(SystemExit) as stopped:
        ended()
    assert stopped.value.code == 128 + number
    assert list(tmp_path.iterdir()) == []
    assert signal.getsignal(number) == signal.SIG_DFL


def test_a_citation_tells_that_a_quote_is_withdrawn_and_how_it_was_approved(run: Run) -> None:
    run("mark", "1", "--authorisation", "changed", "--wording", "Wir werden bauen")
    cited = run("cite", "1").stdout
    assert "[the person quoted authorised another wording: „Wir werden bauen“]" in cited
    run("mark", "1", "--authorisation", "withdrawn")
    assert "withdrawn by the person quoted: not to be used" in run("cite", "1").stdout


def test_pages_of_before_that_were_not_written_now_are_named(run: Run, store: Store, tmp_path: Path) -> None:
    source = store.sources.add(Source("Erika Mustermann"))
    store.sources.assign([1], source.id)
    folder = tmp_path / "vault"
    folder.mkdir()
    first = run("export", "1", "-f", "obsidian", "-o", f"{folder}/")
    assert (first.exit_code, "of before" in first.stderr) == (0, False)
    (page,) = (folder / "Sources").iterdir()
    run("sources", "edit", "Erika Mustermann", "--protect")
    again = run("export", "1", "-f", "obsidian", "-o", f"{folder}/", "--anyway")
    assert again.exit_code == 0, again.output
    assert "1 page of before, not written now, may name who is covered today" in again.stderr
    assert str(page) in again.stderr


def test_a_page_of_a_vault_follows_its_article_and_source_to_a_new_name(
    run: Run, store: Store, tmp_path: Path
) -> None:
    source = store.sources.add(Source("Erika Mustermann"))
    store.sources.assign([1], source.id)
    folder = tmp_path / "vault"
    export = ("export", "1", "-f", "obsidian", "-o", f"{folder}/")
    run(*export)
    for place in ("Articles", "Sources"):
        (page,) = (folder / place).iterdir()
        page.write_text(page.read_text(encoding="utf-8") + "\nMeine Zeile.\n", encoding="utf-8")
    run("edit", "1", "--title", "Ganz anders")
    run("sources", "edit", "Erika Mustermann", "--name", "Erika Neumann")
    again = run(*export)
    assert again.exit_code == 0, again.output
    assert "of before" not in again.stderr
    for place, name in (("Articles", "Ganz anders"), ("Sources", "Erika Neumann")):
        (page,) = (folder / place).iterdir()
        assert name in page.name
        text = page.read_text(encoding="utf-8")
        assert "Meine Zeile." in text
        assert f'title: "{name}"' in text
        assert text.count("Wir bauen") == 1


def test_two_articles_that_change_titles_keep_their_pages(run: Run, store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    export = ("export", "--all", "-f", "obsidian", "-o", f"{folder}/")
    run("edit", "1", "--title", "Eins")
    run("edit", "2", "--title", "Zwei")
    run(*export)
    run("edit", "1", "--title", "Zwei")
    run("edit", "2", "--title", "Drei")
    assert "of before" not in run(*export).stderr
    titles = {page.read_text(encoding="utf-8").split('"')[1] for page in (folder / "Articles").iterdir()}
    assert titles == {"Zwei", "Drei"}


def test_a_folder_written_as_a_zip_is_called_one(run: Run, library: Path, tmp_path: Path) -> None:
    assert "seiten is a zip" in run("export", "1", "-f", "site", "-o", str(tmp_path / "seiten")).stderr
    assert "is a zip" not in run("export", "1", "-f", "site", "-o", str(tmp_path / "seiten.zip")).stderr
    assert run("export", "1", "-f", "site", "-o", f"{tmp_path / 'folder'}/").exit_code == 0
    assert (tmp_path / "folder" / "index.html").is_file()


def test_memos_go_out_where_they_are_asked_for(run: Run, store: Store, tmp_path: Path) -> None:
    run("note", "--story", "Die Brücke", "Wer wusste was?")
    assert "Wer wusste was?" not in run("export", "1", "-f", "jsonl").stdout
    line = json.loads(run("export", "1", "-f", "jsonl", "--memos").stdout.splitlines()[-1])
    assert (line["memo"], line["story"]) == ("Wer wusste was?", "Die Brücke")
    refused = run("export", "1", "-f", "csv", "--memos")
    assert (refused.exit_code, "--memos is for" in refused.stderr) == (2, True)
    refused = run("export", "1", "-f", "jsonl", "--memos", "-o", str(tmp_path))
    assert (refused.exit_code, "goes into one file" in refused.stderr) == (2, True)
