"""Verbs that no list of ours holds: found by where they stand."""

import pytest

from tests.quotes.german.rules import IND, D, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Er zwirbele nicht an seinem Bart, sagte Hamm.",
            (IND, "Er zwirbele nicht an seinem Bart", "Hamm", "sagte"),
        ),
        ("Man schnattere schon vor Kälte, so Hamm.", (IND, "Man schnattere schon vor Kälte", "Hamm", "so")),
    ],
)
def test_a_verb_behind_a_pronoun_that_opens_its_clause_is_one(text: str, quote: Row) -> None:
    assert found(text) == [quote]


@pytest.mark.parametrize(
    ("tag", "speaker", "verb"),
    [
        ("schwärmte der Wirt", "der Wirt", "schwärmte"),
        ("strahlte der Ghanaer", "der Ghanaer", "strahlte"),
        ("gluckste Senft", "Senft", "gluckste"),
        ("jauchzte die Mittdreißigerin", "die Mittdreißigerin", "jauchzte"),
    ],
)
def test_whoever_follows_any_verb_behind_words_in_marks_speaks(tag: str, speaker: str, verb: str) -> None:
    assert found(f"„Ein perfekter Tag“, {tag}.") == [(D, "„Ein perfekter Tag“", speaker, verb)]


@pytest.mark.parametrize("tag", ["lief gestern im Kino", "folgte ein Lied", "gluckste es im Rohr"])
def test_things_do_not_speak(tag: str) -> None:
    assert found(f"„Nebel“, {tag}.") == []


def test_an_adjective_behind_a_pronoun_stays_one() -> None:
    assert found("Er mag große Städte, sie kleine Dörfer.") == []
