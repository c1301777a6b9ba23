"""Hard-wrapped lines are joined, intended line ends stay."""

import textwrap

import pytest

from reader.ingest.characters import tidy
from reader.ingest.paragraphs import paragraphs_of

FIRST = (
    "Die Kämmerin hat den Rat am Montagabend vor einer Haushaltssperre gewarnt. „Wenn wir jetzt nicht "
    "handeln, entscheidet im Januar die Kommunalaufsicht für uns“, sagte sie in der Sitzung. Die Einnahmen "
    "aus der Gewerbesteuer seien im dritten Quartal um ein Fünftel eingebrochen."
)
SECOND = (
    "Der Oppositionsführer widersprach. Die Zahlen lägen seit dem Sommer auf dem Tisch, erklärte er, die "
    "Verwaltung habe sie in der Schublade gelassen. Nun müsse der Rat handeln."
)


@pytest.mark.parametrize("width", [40, 60, 72, 100])
def test_wrapped_paragraphs_are_whole_again(width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (FIRST, SECOND))
    assert paragraphs_of(text) == [FIRST, SECOND]


@pytest.mark.parametrize("width", [60, 70])
def test_wrapped_without_empty_lines(width: int) -> None:
    text = "\n".join(textwrap.fill(paragraph, width) for paragraph in (FIRST, SECOND, FIRST))
    assert paragraphs_of(text) == [FIRST, SECOND, FIRST]


def test_one_line_to_a_paragraph() -> None:
    assert paragraphs_of(f"{FIRST}\n{SECOND}\n{FIRST}") == [FIRST, SECOND, FIRST]


def test_short_lines_of_a_headline_stay_apart() -> None:
    lines = ["Panorama", "Assad trifft Putin", "Spread the love"]
    assert paragraphs_of("\n".join(lines) + f"\n\n{FIRST}") == [*lines, FIRST]


def test_lists_and_letters_stay_as_they_are() -> None:
    assert paragraphs_of("- Erster Punkt\n- Zweiter Punkt\n- Dritter Punkt") == [
        "- Erster Punkt",
        "- Zweiter Punkt",
        "- Dritter Punkt",
    ]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("die Kommunal-\naufsicht", "die Kommunalaufsicht"),
        ("die Kommunal\u00ad\naufsicht", "die Kommunalaufsicht"),
        ("der CDU-\nAbgeordnete", "der CDU-Abgeordnete"),
        ("die Vor-\nund Nachteile", "die Vor- und Nachteile"),
        ("von 2015-\n2016 an", "von 2015-2016 an"),
        ("ein Satz –\nund weiter", "ein Satz – und weiter"),
    ],
)
def test_hyphens_at_line_ends(broken: str, whole: str) -> None:
    filler = "\n".join(textwrap.wrap(FIRST, 44))
    text = tidy(f"{filler}\n\nHier steht lang und breit {broken} im Satz, und so geht\nes weiter.")
    assert whole in paragraphs_of(text)[-1]


def test_a_hyphen_stays_where_the_word_has_one_elsewhere() -> None:
    wrapped = (
        "A long-term plan is what the mayor wants, and a long-\n"
        "term plan is what she will get in the end, said the\n"
        "spokesman of the city on Monday."
    )
    assert "and a long-term plan is" in paragraphs_of(wrapped)[0]


def test_reply_marks_of_a_mail_go() -> None:
    text = "\n".join("> " + line for line in textwrap.wrap(FIRST, 60))
    assert paragraphs_of(text) == [FIRST]


def test_empty() -> None:
    assert paragraphs_of("") == []
    assert paragraphs_of(" \n\t\n ") == []


def test_a_line_that_cannot_end_there_goes_on() -> None:
    text = (
        "Der Rat berät heute in erster Lesung des\nHaushalts über das Bad.\nMorgen folgt die zweite Lesung."
    )
    assert paragraphs_of(text) == [
        "Der Rat berät heute in erster Lesung des Haushalts über das Bad.",
        "Morgen folgt die zweite Lesung.",
    ]
