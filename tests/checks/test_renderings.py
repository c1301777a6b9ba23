"""Whether two quotes render one statement, and how."""

import pytest

from reader.checks.renderings import Rendering, Wording, same_voice, wording
from reader.checks.trail import Ground, Place, follows
from reader.models import QuoteType

DIRECT, INDIRECT = QuoteType.DIRECT, QuoteType.INDIRECT
FIRST = "„Wir bleiben in diesem Werk, egal was kommt“"


def told(words: str, speaker: str = "Jana Kolb", type_: QuoteType = DIRECT) -> Rendering:
    return Rendering(words, speaker, type_)


@pytest.mark.parametrize(
    ("then", "how"),
    [
        (told("»Wir bleiben in diesem Werk – egal, was kommt!«"), Wording.SAME),
        (told("„Wir bleiben“", "Kolb"), Wording.SHORTER),
        (told("„Glauben Sie mir: Wir bleiben in diesem Werk, egal was kommt“"), Wording.LONGER),
        (told("„Wir bleiben nicht in diesem Werk, egal was kommt“"), Wording.ALTERED),
        (told("„Wir bleiben in jenem Werk, egal was kommt“", "Uwe Rau"), Wording.ALTERED),
        (told("sie würden im Werk bleiben, egal was komme", type_=INDIRECT), Wording.INDIRECT),
        (told("„Wir bleiben“", "Uwe Rau"), None),
        (told("„Das Werk ist verkauft“"), None),
        (told("das Wetter werde bleiben, wie es sei", type_=INDIRECT), None),
        (told("sie würden im Werk eine Feier geben", "Uwe Rau", INDIRECT), None),
        (told(""), None),
    ],
)
def test_how_a_later_quote_words_what_was_said(then: Rendering, how: Wording | None) -> None:
    assert wording(told(FIRST), then, {}) is how


def test_other_numbers_are_another_statement() -> None:
    first = told("die Sanierung der Brücke koste 85.000 Euro", type_=INDIRECT)
    assert wording(first, told("die Sanierung der Brücke habe 85.000 Euro gekostet", type_=INDIRECT), {})
    assert wording(first, told("die Sanierung der Brücke koste 2,4 Millionen", type_=INDIRECT), {}) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jana Kolb", "Kolb", True),
        ("Jana Kolb", "Uwe Rau", False),
        ("Jana Kolb", "sie", None),
        ("Jana Kolb", "die Sprecherin", None),
        ("Sprecherin", "Sprecherin", None),
        ("Jana Kolb", "", None),
    ],
)
def test_who_is_one_voice(one: str, other: str, same: bool | None) -> None:
    assert same_voice(told("a", one), told("b", other)) is same


def place(number: int, outlet: str, text: str, agency: str = "", words: str = FIRST) -> Place:
    return Place(number, number, f"2025-03-0{number}", outlet, agency, text, text[:400], told(words))


WORDS = ("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht")
REPORT = " ".join(f"Im Satz {word} steht etwas über das Werk am Fluss." for word in WORDS)


@pytest.mark.parametrize(
    ("later", "origin", "ground"),
    [
        (place(3, "Tagblatt", f"{FIRST}, sagte Kolb dem Neuen Kurier."), 1, Ground.NAMED),
        (place(3, "Tagblatt", f"Neu: {REPORT}"), 2, Ground.COPY),
        (place(3, "Tagblatt", f"{FIRST}, sagte Kolb.", agency="dpa"), 2, Ground.AGENCY),
        (place(3, "Tagblatt", f"{FIRST}, sagte Kolb.", words="„Wir bleiben“"), 1, Ground.WORDING),
    ],
)
def test_which_earlier_one_is_followed(later: Place, origin: int, ground: Ground) -> None:
    earlier = [
        place(1, "Neuer Kurier", "Am Tor sagte Kolb es.", words="„Wir bleiben hier“"),
        place(2, "Bote", REPORT, agency="dpa"),
    ]
    earlier[0] = place(1, "Neuen Kurier", "Am Tor sagte Kolb es.", words="„Wir bleiben hier“")
    found = follows(later, earlier)
    assert found is not None
    assert (found.quote, found.ground) == (origin, ground)


def test_the_first_follows_none() -> None:
    assert follows(place(1, "Bote", REPORT), []) is None
