"""Quotes without a frame of their own, and speech acts that are told."""

import pytest

from tests.quotes.german.rules import IND, C, F, R, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Der Verband forderte mehr Geld.", (R, "Der Verband forderte mehr Geld.", "Der Verband", "")),
        ("Er soll drei Häuser gekauft haben.", (F, "Er soll drei Häuser gekauft haben.", "", "")),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke soll im Mai fertig werden.",
    ],
)
def test_no_quote(text: str) -> None:
    assert found(text) == []


def test_subjunctive_goes_on_with_the_speaker_before() -> None:
    text = "Ott sagte, es regne. Er bleibe zu Hause. Das sei besser so. Dann ging er."
    quotes = found(text)
    assert quotes[1][:3] == (C, "Er bleibe zu Hause. Das sei besser so.", "Ott")
    assert len(quotes) == 2


def test_subjunctive_behind_a_speech_act_that_is_told_has_its_subject_as_speaker() -> None:
    text = "„Das ist falsch“, sagte Ida Ott. Kurt Bohm wies das zurück. Man habe genug getan."
    assert found(text)[-1][:3] == (C, "Man habe genug getan.", "Kurt Bohm")


@pytest.mark.parametrize(
    "said",
    [
        "Er habe nichts gegen die Regel, frage sich aber, wer sie durchsetzen solle.",
        "Er kenne den Plan, wisse aber nicht, was er koste.",
        "Er freue sich über den Markt, bezweifle jedoch, ob er sich trage.",
        "Man lese die Briefe, frage sich jedoch, wie die Stadt antworten wolle.",
        "Er schätze den Rat, verstehe aber nicht, warum sie schweige.",
        "Er achte das Gericht, glaube aber, dass es irre.",
        "Er frage sich, wer das bezahlen solle.",
        "Er wisse nicht, wann der Markt öffne.",
        "Es sei offen, wer ihn bezahle, und man wisse nicht, wann er komme.",
    ],
)
def test_a_verb_of_saying_in_the_subjunctive_is_itself_reported(said: str) -> None:
    assert found(f"Der Wirt blieb ruhig. {said}") == [(C, said, "Der Wirt", "")]


def test_who_frames_a_report_in_the_subjunctive_has_a_subject() -> None:
    text = "Das sei falsch, behaupte die Opposition."
    assert found(text) == [(IND, "Das sei falsch", "die Opposition", "behaupte")]


def test_a_verb_of_saying_in_the_subjunctive_frames_what_hangs_on_dass() -> None:
    text = "Der Wirt blieb ruhig. Er hoffe, dass der Regen ende."
    assert found(text) == [(IND, "dass der Regen ende", "Er", "hoffe")]


@pytest.mark.parametrize(
    "text",
    [
        "Zeugen warteten am Ufer. Der Weg ist teilweise gesperrt und teilweise befahrbar.",
        "Der Wirt gab nach. Zur Ruhe kam er deswegen noch lange nicht.",
        "Die Wehr löschte bis zum Abend. Jetzt fehlen Hinweise und Beweise auf einen Brand.",
        "Der Wirt wartet. Nennen Sie bitte kurz Ihren Namen.",
    ],
)
def test_words_that_only_look_like_verbs_begin_no_report(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("guess", ["könnte der Steg brechen", "müsste der Rat zahlen", "möchte sie bauen"])
def test_what_might_be_is_the_writers_guess_also_behind_a_quote(guess: str) -> None:
    assert len(found(f"Ott sagte, es regne. Bis zum Mai {guess}.")) == 1


def test_a_plural_of_the_other_subjunctive_goes_on() -> None:
    assert found("Ott sagte, es regne. Die Boote könnten kentern.")[1][1] == "Die Boote könnten kentern."


@pytest.mark.parametrize(
    ("before", "said", "speaker"),
    [
        ("Der Mann ist wieder frei; ", "die Anklage bleibe aber bestehen.", "Ott"),
        ("Die Chefin blieb lange im Saal, ", "es sei der größte Fehler des Jahres gewesen.", "Die Chefin"),
    ],
)
def test_a_report_begins_behind_what_the_writer_tells(before: str, said: str, speaker: str) -> None:
    assert found(f"Ott sagte, es regne. {before}{said}")[1] == (C, said, speaker, "")
