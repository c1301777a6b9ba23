"""The gold loader resolves strings to the places that are meant, and says clearly when it cannot."""

from typing import Any

import pytest

from tests.gold.loader import GoldError, cases, passages, resolve, resolve_all

TEXT = "Er kam. Er sagte, der Erfolg sei da. Später sagte er, er gehe."

CONSTRUCTIONS = {
    "verb + dass",
    "laut",
    "nach Angaben",
    "zufolge",
    "gemäß",
    "Verbzweit mit Konjunktiv",
    "zu-Infinitiv",
    "ohne Konjunktion, Indikativ",
    "so X",
    "wie X mitteilte",
    "wonach",
    "demnach",
    "Zitatfragment im indirekten Zitat",
    "Doppelpunkt davor",
    "Nachgestelltes sagte",
    "Distanzierung",
    "Titel und Namen",
    "Zitat über mehrere Absätze",
    "Überschrift mit Doppelpunkt",
    "Tweet",
    "Umlaute als ae oe ue",
    "daß",
}


def _entry(text: object, **roles: object) -> dict[str, Any]:
    return {"type": "Indirect", "medium": "Speech", "text": text, **roles}


def test_the_nearest_occurrence_is_meant() -> None:
    quote = resolve(TEXT, _entry("der Erfolg sei da", frame="Er sagte,", cue="sagte", speaker="Er"))
    assert quote["speaker"] == [(8, 10)]
    assert quote["cue"] == [(11, 16)]


def test_a_number_picks_the_occurrence() -> None:
    quote = resolve(TEXT, _entry("der Erfolg sei da", speaker=["Er", 1]))
    assert quote["speaker"] == [(0, 2)]


def test_words_are_whole_words() -> None:
    assert resolve(TEXT, _entry("er gehe", speaker="er"))["speaker"] == [(54, 56)]


def test_several_pieces_follow_each_other() -> None:
    quote = resolve(TEXT, _entry(["Er kam", "er gehe"], cue=["sagte", ["Später", 1]]))
    assert quote["spans"] == [(0, 6), (54, 61)]
    assert len(quote["cue"]) == 2


def test_white_space_may_differ() -> None:
    assert resolve("Ein\nlanger  Satz.", _entry("Ein langer Satz"))["spans"] == [(0, 16)]


def test_a_string_that_is_not_there_is_named() -> None:
    with pytest.raises(GoldError, match=r"x.json: Indirect quote 'er gehe': the speaker 'Putin' is not in"):
        resolve(TEXT, _entry("er gehe", speaker="Putin"), where="x.json")


def test_quotes_out_of_order_are_named() -> None:
    with pytest.raises(GoldError, match="stands only before the quote listed before it"):
        resolve_all(TEXT, [_entry("er gehe"), _entry("Er kam")], "x.json")


def test_every_construction_is_covered_by_a_passage() -> None:
    assert {case.construction for case in passages()} >= CONSTRUCTIONS


def test_there_are_enough_annotated_german_passages() -> None:
    assert sum(len(case.quotes) for case in cases() if case.language == "de") >= 150
