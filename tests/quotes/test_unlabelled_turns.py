"""Talks without labels, their answers in marks: the one person of the lead answers."""

from reader.quotes import detect

LEAD = "Ruud Pol (58) is terug met een boek over zijn vader.\n\n"
TALK = (
    "Waarom nu?\n\n„Omdat hij dood is. Zo simpel is het.”\n\n"
    "Dat klinkt hard.\n\n„Dat is het ook.”\n\n"
    "Gelooft u nog?\n\n„Mijn vrouw zegt van wel.”\n"
)


def speakers(text: str) -> list[str]:
    return [quote.resolved_speaker for quote in detect(text, "nl") if quote.type.value == "Direct"]


def test_who_is_introduced_answers_every_question() -> None:
    assert speakers(LEAD + TALK) == ["Ruud Pol"] * 3


def test_the_headline_is_an_answer_too() -> None:
    assert speakers("‘Ik had nooit een plan’\n\n" + LEAD + TALK) == ["Ruud Pol"] * 4


def test_of_two_in_the_lead_nobody_is_chosen() -> None:
    assert "Ruud Pol" not in speakers("Ruud Pol en Anja Smit zijn terug.\n\n" + TALK)


def test_one_question_makes_no_interview() -> None:
    assert speakers(LEAD + "Waarom nu?\n\n„Omdat hij dood is. Zo simpel is het.”\n") != ["Ruud Pol"]


def test_words_with_an_attribution_of_their_own_keep_it() -> None:
    text = LEAD + TALK + "\n„Ik zag het ook”, zei Anja Smit.\n"
    assert speakers(text)[-1] == "Anja Smit"
