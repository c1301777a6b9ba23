"""What a desk works on, across a sync: authorisations, the codebook, ledgers, stories, the trash."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import TEXT, Run
from tests.cli.desks import SharedDesk

pytest.importorskip("pyrage", reason="the extra [encrypt] is not installed")
BOTH = ("anna", "bernd")
SPEAKER = "Erika Mustermann"


@pytest.fixture
def desk(run: Run, library: Path, tmp_path: Path) -> SharedDesk:
    """Anna and Bernd, who both have two articles and a quote of Erika Mustermann."""
    found = SharedDesk(run, tmp_path, {"anna": library, "bernd": tmp_path / "bernd.db"})
    run("mark", "1", "--source", SPEAKER, "--accept")
    found.everybody()
    return found


def quote(desk: SharedDesk, name: str) -> str:
    """The number of her quote in somebody's library."""
    (found,) = json.loads(desk.of(name, "quotes", "status:accepted", "--json").stdout)
    return str(found["id"])


def alike(desk: SharedDesk, *arguments: str) -> list[dict[str, object]]:
    """What a command says in both libraries, which is the same."""
    anna, bernd = (desk.told(name, *arguments) for name in BOTH)
    assert anna == bernd
    return list(anna)


def test_each_step_of_an_authorisation_reaches_the_other(desk: SharedDesk) -> None:
    for who, step, standing in (
        ("anna", ("sent",), "asked"),
        ("bernd", ("changed", "--wording", "Wir bauen morgen"), "changed"),
        ("anna", ("approved",), "approved"),
        ("bernd", ("withdrawn",), "withdrawn"),
    ):
        assert desk.of(who, "mark", quote(desk, who), "--authorisation", *step).exit_code == 0
        desk.everybody()
        for name in BOTH:
            (one,) = desk.told(name, "authorise", SPEAKER)
            assert one["authorisation"] == standing
            assert one["authorised"] == ([] if standing == "asked" else ["Wir bauen morgen"])
            assert desk.of(name, "verify").exit_code == 0


def test_two_wordings_authorised_at_once_are_listed_by_the_quote(desk: SharedDesk) -> None:
    for name, words in (("anna", "Wir bauen morgen"), ("bernd", "Wir bauen nie")):
        desk.of(name, "mark", quote(desk, name), "--authorisation", "changed", "--wording", words)
    desk.sync("anna")
    told = desk.sync("bernd")
    assert (told.exit_code, "1 conflict" in told.stderr) == (1, True)
    desk.sync("anna")
    for name in BOTH:
        (conflict,) = json.loads(desk.of(name, "sync", "--conflicts", "--json").stdout)
        stands, other = conflict["stands"]["approved"], conflict["other"]["approved"]
        listed = desk.of(name, "sync", "--conflicts").stdout
        assert f"quote {quote(desk, name)}, authorisation: “{stands}” stands" in listed
        assert f"“{other}”" in listed
    assert desk.of("anna", "sync", "--take", "1").exit_code == 0
    desk.everybody()
    for name in BOTH:
        assert desk.told(name, "authorise", SPEAKER)[0]["authorised"][0] == other
        assert desk.of(name, "sync", "--conflicts").stdout == ""


def test_the_codebook_is_one(desk: SharedDesk) -> None:
    desk.of("anna", "tag", "stadt/rat", "stadt/bau", "--article", "1")
    desk.of("anna", "tag", "stadt/bau", "--colour", "red", "--describe", "Was gebaut wird")
    desk.of("anna", "tag", "stadt/rat", "--before", "stadt/bau")
    desk.everybody()
    desk.of("bernd", "tag", "stadt/bau", "--rename", "stadt/hochbau")
    desk.of("anna", "tag", "stadt/bau", "--describe", "Was die Stadt baut")
    desk.of("anna", "tag", "stadt/rat", "--describe", "Der Rat")
    desk.everybody()
    told = {str(one["path"]): one for one in alike(desk, "tag")}
    assert told["stadt/rat"]["description"] == "Der Rat"
    assert told["stadt/hochbau"]["colour"] != ""
    assert list(told).index("stadt/rat") < list(told).index("stadt/hochbau")


def test_a_ledger_and_who_decided_what_in_it(desk: SharedDesk, tmp_path: Path) -> None:
    draft = tmp_path / "text.md"
    draft.write_text(f"„Wir bauen heute“, sagte {SPEAKER}. Der Bau kostet 12.000 Euro.", encoding="utf-8")
    assert desk.of("anna", "ledger", str(draft)).exit_code == 0
    desk.of("anna", "ledger", "1", "--row", "1", "--checked", "--by", "Anna", "--remark", "gehört")
    desk.everybody()
    desk.of("bernd", "ledger", "1", "--row", "2", "--wrong", "--by", "Bernd")
    desk.of("bernd", "ledger", "1", "--row", "2", "--evidence", "file:Haushalt.pdf")
    desk.everybody()
    rows = alike(desk, "ledger", "1")
    decided = [(one["state"], str(one["by"]).split(" ")[0]) for one in rows[:2]]
    assert decided == [("checked", "Anna"), ("wrong", "Bernd")]
    assert "Haushalt.pdf" in str(rows[1])


def test_a_story_is_found_in_the_articles_of_both(desk: SharedDesk, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.txt"
    copy.write_text(f"Noch ein Blatt zum Neubau\n\n{TEXT}\n\nMehr am Abend.", encoding="utf-8")
    assert desk.of("bernd", "add", str(copy)).exit_code == 0
    desk.everybody()
    titles = ("Neubau am Markt", "Noch ein Blatt zum Neubau")
    for name in BOTH:
        assert all(title in desk.of(name, "stories").stdout for title in titles)


def test_what_goes_to_the_trash_of_all_and_comes_back_is_said(desk: SharedDesk) -> None:
    (number,) = (one["id"] for one in json.loads(desk.of("bernd", "list", "Zweiter", "--json").stdout))
    desk.of("bernd", "trash", str(number))
    desk.sync("bernd")
    told = desk.sync("anna", "--dry-run")
    assert "1 article would go to the trash." in told.stderr
    told = desk.sync("anna")
    assert "1 article went to the trash." in told.stderr
    assert "trash" not in desk.sync("anna").stderr
    desk.of("bernd", "trash", str(number), "--restore")
    desk.sync("bernd")
    assert json.loads(desk.sync("anna", "--dry-run", "--json").stdout)["restored"] == 1
    assert "1 article came back from the trash." in desk.sync("anna").stderr
