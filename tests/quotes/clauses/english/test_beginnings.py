"""Where what hangs on an English verb of saying begins without "that", and what only describes who speaks."""

import pytest

from tests.quotes.clauses.english.test_clauses import said

CLAUSES = [
    (
        "Hall hopes the new roof over the yard will keep out the rain.",
        "the new roof over the yard will keep out the rain",
        "Hall",
    ),
    (
        "Parents fear the school's split will cost them the bus.",
        "the school's split will cost them the bus",
        "Parents",
    ),
    ("Backers of the rink hope this is only a pause.", "this is only a pause", "Backers of the rink"),
    ("Aides believe her years as a nurse will count.", "her years as a nurse will count", "Aides"),
    ("The vicar said the sexton stood by his story.", "the sexton stood by his story", "The vicar"),
    ("The board said about half of the rooms were damp.", "about half of the rooms were damp", "The board"),
    ("She said paving it could take a year.", "paving it could take a year", "She"),
    ("Each crew said the other would pay.", "the other would pay", "Each crew"),
    ("The firm said Leeds already provided more seats.", "Leeds already provided more seats", "The firm"),
    ("Lee told her she had no need to queue.", "she had no need to queue", "Lee"),
    ("Hall told waiting drivers that the road was shut.", "that the road was shut", "Hall"),
    ("The survey finds schooling is the main worry.", "schooling is the main worry", "The survey"),
    (
        "CNN reported at least nine boats filled the port.",
        "at least nine boats filled the port",
        "CNN",
    ),
    ("The brewery reported last quarter that sales had fallen.", "that sales had fallen", "The brewery"),
    (
        "Lee says the rise in fares that Hall decries makes sense.",
        "the rise in fares that Hall decries makes sense",
        "Lee",
    ),
    ("The speech, which even critics say was her best, went on.", "was her best", "critics"),
    (
        "The list, which the club says includes two hundred names, is lost.",
        "includes two hundred names",
        "the club",
    ),
    ("They think she and they can win.", "she and they can win", "They"),
    ("The club would not say if the coach had been asked.", "if the coach had been asked", "The club"),
    ("The order did not say how the judges had voted.", "how the judges had voted", "The order"),
    (
        "The tunnel is safe, people close to the builder say.",
        "The tunnel is safe",
        "people close to the builder",
    ),
    ("The tunnel is dry, she and another diver said.", "The tunnel is dry", "she and another diver"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), CLAUSES)
def test_a_clause_without_a_conjunction_begins(text: str, words: str, speaker: str) -> None:
    assert said(text) == [(words, speaker)]


APPOSITIONS = [
    "Nurses are tired, said Ann Lee, director of the ward.",
    "Nurses are tired, said Ann Lee, a doctor who has written two books.",
    "Nurses are tired, said Ann Lee, head of a union that broke away and has grown.",
]


@pytest.mark.parametrize("text", APPOSITIONS)
def test_what_describes_the_speaker_is_not_said(text: str) -> None:
    assert [words for words, _ in said(text)] == ["Nurses are tired"]


def test_nothing_is_said_where_saying_it_is_denied() -> None:
    assert said("Lee did not say that the pool was shut.") == []
    assert said("Lee would not say the pool was shut.") == []
