"""How words may be used is said on the command line, and told where the older way means something else."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def source(run: Run, name: str) -> dict[str, object]:
    every = json.loads(run("sources", "--json", "--with-confidential").stdout)
    return next(one for one in every if one["name"] == name)


def test_a_source_says_how_its_words_may_be_used(run: Run, library: Path) -> None:
    done = run("sources", "add", "Eva", "--use", "background", "--description", "eine Vertraute", "--protect")
    assert done.exit_code == 0
    eva = source(run, "Eva")
    assert (eva["use"], eva["description"], eva["identity_protected"]) == (
        "background",
        "eine Vertraute",
        True,
    )
    run("sources", "edit", "Eva", "--use", "deep background", "--no-protect")
    eva = source(run, "Eva")
    assert (eva["use"], eva["description"], eva["identity_protected"]) == (
        "deep background",
        "eine Vertraute",
        False,
    )


@pytest.mark.parametrize(
    ("record", "use", "protected"),
    [
        ("confidential", "on record", True),
        ("background", "background", False),
        ("on record", "on record", False),
    ],
)
def test_the_older_option_still_works(
    run: Run, library: Path, record: str, use: str, protected: bool
) -> None:
    done = run("sources", "add", "Eva", "--record", record)
    eva = source(run, "Eva")
    assert (eva["use"], eva["identity_protected"]) == (use, protected)
    assert ("identity protected" in done.stderr) == protected, "it says what confidential means"


def test_both_ways_at_once_are_refused(run: Run, library: Path) -> None:
    done = run("sources", "add", "Eva", "--record", "background", "--use", "on record")
    assert (done.exit_code, done.stdout) == (2, "")


def test_a_quote_differs_from_its_source_and_goes_back_to_it(run: Run, library: Path) -> None:
    run("sources", "add", "Eva", "--use", "background", "--description", "eine Vertraute")
    run("mark", "1", "--source", "Eva")
    assert "(eine Vertraute)" in run("cite", "1").stdout
    run("mark", "1", "--use", "on record")
    assert "(Eva)" in run("cite", "1").stdout
    run("mark", "1", "--use", "as source", "--description", "jemand aus dem Haus")
    assert "(jemand aus dem Haus)" in run("cite", "1").stdout
    run("undo", "-n", "2")
    assert "(eine Vertraute)" in run("cite", "1").stdout


def test_one_quote_in_confidence_covers_no_other(run: Run, library: Path) -> None:
    run("mark", "1,2", "--source", "Erika Mustermann")
    run("mark", "2", "--use", "background")
    assert "(Erika Mustermann)" in run("cite", "1").stdout
    assert "Mustermann" not in run("cite", "2").stdout


def test_a_description_that_fits_one_person_alone_stops_the_way_out(run: Run, library: Path) -> None:
    run("sources", "add", "Eva Berg", "--role", "Sprecherin", "--affiliation", "Stadtwerke")
    run(
        "sources",
        "edit",
        "Eva Berg",
        "--use",
        "background",
        "--description",
        "eine Sprecherin der Stadtwerke",
    )
    run("mark", "1", "--source", "Eva Berg")
    done = run("cite", "1")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "fits only one person of the register" in done.stderr
    run("sources", "add", "Ute", "--role", "Sprecherin", "--affiliation", "Stadtwerke")
    assert "(eine Sprecherin der Stadtwerke)" in run("cite", "1").stdout


def test_numbers_with_a_gap_stop_the_way_out(run: Run, library: Path) -> None:
    run("mark", "1", "--use", "off the record")
    done = run("cite", "1-2", "--json")
    assert (done.exit_code, done.stdout) == (1, "")
    assert [one["quote"] for one in json.loads(run("cite", "1-2", "--json", "--anyway").stdout)] == [2]


def test_an_ordinary_word_that_may_be_a_name_is_asked_about(run: Run, library: Path) -> None:
    run("sources", "add", "Sebastian Kurz", "--protect")
    run("note", "1", "treffen mit kurz um 8")
    done = run("export", "1", "-f", "markdown")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "“kurz” in “treffen mit kurz um 8”" in done.stderr
    assert run("cite", "1").exit_code == 0, "the note is no part of a citation"
    assert "mit kurz" not in run("export", "1", "-f", "markdown", "--anyway").stdout
    assert "Der zweite Text ist kurz." in run("export", "2", "-f", "jsonl").stdout


def test_all_questions_are_told_at_once(run: Run, library: Path) -> None:
    run("sources", "add", "Sebastian Kurz", "--protect")
    for number in range(7):
        run("note", "1", f"treffen {number} mit kurz")
    done = run("export", "1", "-f", "markdown")
    assert "treffen 0" in done.stderr
    assert "treffen 1" in done.stderr
    assert "And 2 more like these." in done.stderr


def test_facets_count_whoever_is_on_record_by_what_was_said_so(run: Run, library: Path) -> None:
    run("sources", "add", "Eva")
    run("mark", "1,2", "--source", "Eva")
    assert ("source", 1, "Eva") in facets(run)
    run("mark", "1", "--use", "off the record")
    assert ("source", 1, "Eva") in facets(run)
    run("mark", "2", "--use", "background")
    assert not [facet for facet in facets(run) if facet[0] == "source"]


def facets(run: Run) -> list[tuple[str, int, str]]:
    found = json.loads(run("facets", "--json").stdout)
    return [(name, one["count"], one["value"]) for name, values in found.items() for one in values]
