"""Words that introduce a quote have a class, in any of their forms, also where they stand apart."""

import pytest

from reader.languages import folders
from reader.languages.stance import stance_of
from reader.languages.stances import STANCES, UNCLASSED, UNMEASURED

CODES = folders.codes("stance.txt")


@pytest.mark.parametrize(
    ("language", "cue", "stance"),
    [
        ("de", "sagte", "neutral"),
        ("de", "behauptet", "doubting"),
        ("de", "hat … behauptet", "doubting"),
        ("de", "räumt … ein", "conceding"),
        ("de", "eingeräumt", "conceding"),
        ("de", "einräumte", "conceding"),
        ("de", "räumte", UNCLASSED),
        ("de", "wetterte", "attacking"),
        ("de", "warf … vor", "attacking"),
        ("de", "weist … zurück", "denying"),
        ("de", "nach Angaben", "neutral"),
        ("de", "der Vorwurf", "attacking"),
        ("de-AT", "betont", "stressing"),
        ("en", "claims", "doubting"),
        ("en", "admitted", "conceding"),
        ("en", "slammed", "attacking"),
        ("en", "according to", "neutral"),
        ("en", "called", "neutral"),
        ("en", "called on", "demanding"),
        ("en", "told … claimed", "doubting"),
        ("fr", "a reconnu", "conceding"),
        ("fr", "s’indigne", "attacking"),
        ("es", "niega", "denying"),
        ("it", "ha ammesso", "conceding"),
        ("pt", "alertou", "warning"),
        ("nl", "gaf … toe", "conceding"),
        ("nl", "toegegeven", "conceding"),
        ("pl", "twierdzi", "doubting"),
        ("de", "kicherte", UNCLASSED),
        ("de", "", UNCLASSED),
        ("sv", "sade", UNMEASURED),
        ("", "said", UNMEASURED),
        ("../de", "sagte", UNMEASURED),
    ],
)
def test_the_words_that_introduce_a_quote_have_a_class(language: str, cue: str, stance: str) -> None:
    assert stance_of(language, cue) == stance


@pytest.mark.parametrize("code", CODES)
def test_a_table_gives_every_class_and_no_word_two(code: str) -> None:
    seen: dict[str, str] = {}
    for line in folders.lines_of(code, "stance.txt"):
        stance, *words = line.split()
        assert stance in STANCES, line
        for word in words:
            assert seen.setdefault(word, stance) == stance, word
    assert set(seen.values()) == set(STANCES)


def test_the_languages_measured_are_those_that_the_page_names() -> None:
    assert CODES == ("de", "en", "es", "fr", "it", "nl", "pl", "pt")
