"""`reader trail`: a statement through all articles by time."""

import json
from dataclasses import replace

import pytest

from reader.models import SpeakerBasis, Status
from reader.store import Store
from tests.cli.conftest import Run
from tests.trails import FACTORY, add_rendering, add_trail


@pytest.fixture
def numbers(store: Store) -> list[int]:
    return add_trail(store)


def test_the_course_of_a_statement(run: Run, numbers: list[int]) -> None:
    first, then, told, last, other = numbers
    result = run("trail", str(then))
    assert result.exit_code == 0
    head, *lines = result.stdout.splitlines()
    assert head == "4 renderings in 4 articles, 2025-03-03 to 2025-05-10; first here: Kurier"
    assert lines[0] == f"  [{first}] 2025-03-03 · Kurier · direct: the first"
    assert lines[2] == (
        f"* [{then}] 2025-03-04 · Tagblatt · direct: longer by 6 words, after {first} (names the outlet)"
    )
    assert lines[3] == "    Kolb: Wir bleiben {+in diesem Werk, egal was kommt+}"
    assert lines[4].startswith(
        f"  [{told}] 2025-05-09 · Bote · indirect: in other words, now indirect, after"
    )
    assert lines[7] == "    Jana Kolb: Wir bleiben {+nicht+} in diesem Werk, egal was kommt"
    assert not any(f"[{other}]" in line for line in lines), "two words of somebody else are a coincidence"
    assert len(lines) == 8
    assert f"[{last}]" in lines[6]


def test_the_same_from_each_of_them(run: Run, numbers: list[int]) -> None:
    found = [json.loads(run("trail", str(n), "--json").stdout) for n in numbers[:4]]
    steps = [[step["quote"]["number"] for step in trail["steps"]] for trail in found]
    assert steps[1:] == [numbers[:4]] * 3
    assert all(trail["first_is_sure"] for trail in found)
    assert [step["dated_by"] for step in found[1]["steps"]] == ["published"] * 4
    assert found[1]["steps"][1]["change"] == {
        "wording": "longer",
        "words": 6,
        "speaker": False,
        "type": False,
    }


def test_a_speaker_who_is_undecided_is_not_another(run: Run, store: Store) -> None:
    given = ("{}, sagte Werkleiterin Jana Kolb vor dem Tor.", "„Wir bleiben im Werk, egal was kommt“")
    first = add_rendering(store, "Kurier", "2025-03-03", *given, "Jana Kolb")
    then = add_rendering(store, "Bote", "2025-03-04", *given, "Jana Kolb")
    store.quotes.update(replace(store.quotes.get(first), speaker_basis=SpeakerBasis.CARRIED))
    store.quotes.set_status([first, then], Status.ACCEPTED)
    assert store.quotes.get(first).is_undecided
    lines = run("trail", str(then)).stdout
    assert "undecided" in lines
    assert "another speaker" not in lines


def test_rejected_quotes_and_the_trash_are_left_out(run: Run, store: Store, numbers: list[int]) -> None:
    store.quotes.set_status([numbers[2]], Status.REJECTED)
    store.articles.trash([store.quotes.get(numbers[3]).article_id])
    found = json.loads(run("trail", str(numbers[1]), "--json").stdout)
    assert [step["quote"]["number"] for step in found["steps"]] == numbers[:2]


def test_of_one_day_the_first_is_not_known(run: Run, store: Store, numbers: list[int]) -> None:
    add_rendering(store, "Anzeiger", *FACTORY[0][1:])
    assert "among the first here, by what is known: Kurier" in run("trail", str(numbers[1])).stdout


def test_an_article_without_a_date_says_so(run: Run, store: Store, numbers: list[int]) -> None:
    number = add_rendering(store, "Anzeiger", "", *FACTORY[1][2:])
    assert f"[{number}] added 20" in run("trail", str(number)).stdout


def test_a_statement_said_once(run: Run, numbers: list[int]) -> None:
    result = run("trail", str(numbers[4]))
    assert (result.exit_code, result.stderr) == (0, "No other quote here says the same.\n")


def test_there_is_no_such_quote(run: Run, numbers: list[int]) -> None:
    result = run("trail", "999")
    assert result.exit_code != 0
    assert "There is no quote number 999" in result.stderr


def test_another_speaker_is_told(run: Run, store: Store, numbers: list[int]) -> None:
    number = add_rendering(store, "Rundschau", "2025-06-01", "{}, sagte Uwe Rau.", FACTORY[1][3], "Uwe Rau")
    found = json.loads(run("trail", str(number), "--json").stdout)
    step = found["steps"][-1]
    assert (step["quote"]["number"], step["change"]["speaker"]) == (number, True)
    assert "same words, another speaker" in run("trail", str(number)).stdout
