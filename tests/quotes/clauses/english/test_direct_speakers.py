"""Who speaks in marks, where the grammar reads the sentence beside them."""

import pytest

from reader.quotes import detect

CASES = [
    ('"We are not bluffing," the treasurer, Sam Pike, told members.', "the treasurer, Sam Pike"),
    ('Captain Raj Patel took the blame. "That one is on me and nobody else."', "Captain Raj Patel"),
    ('He then put on a coat and joked: "It is cold in here."', "He"),
    ('Lee, who left in May, called the vote "a victory for common sense".', "Lee"),
    ('Before the vote, Ann Lee rang the board, saying: "It is late."', "Ann Lee"),
    ('"No," the chief constable, Ruth Amadi, told the BBC.', "the chief constable, Ruth Amadi"),
    (
        'Crews who fought the fire for days have described it as "hell on earth".',
        "Crews who fought the fire for days",
    ),
    (
        'Ann Lee, the author who once declared that "no child was ever harmed", died, her son said.',
        "Ann Lee, the author",
    ),
    ('"Jamie wants Elvis," Kacey groans.', "Kacey"),
]


@pytest.mark.parametrize(("text", "speaker"), CASES)
def test_speech_in_marks_has_the_subject_beside_it(text: str, speaker: str) -> None:
    quote = detect(text, "en")[-1]
    assert text[quote.speaker[0].start : quote.speaker[0].end].split(", who", maxsplit=1)[0] == speaker


BROKEN = ["", ".", "Lee said", "said", "She said that", "According to", "'", "As Lee said,", "Mayor:"]


@pytest.mark.parametrize("text", BROKEN)
def test_what_breaks_off_spoils_nothing_behind_it(text: str) -> None:
    detect(text, "en")
    detect(text + " Two arrested, police say", "en")
    whole = text + '\n\n"We stay here," said Ann Lee.'
    *_, last = detect(whole, "en")
    assert (last.words(whole), last.resolved_speaker) == ('"We stay here,"', "Ann Lee")


def test_a_sentence_without_an_end_takes_linear_time() -> None:
    import time

    def cost(text: str) -> float:
        start = time.process_time()
        detect(text, "en")
        return time.process_time() - start

    unit = "and Lee said that the plan, the mayor argued, was late, "
    small, large = cost(unit * 200), cost(unit * 1600)
    assert large < 24 * max(small, 0.01)


def test_a_longer_sentence_behind_a_question_tells_who_asked() -> None:
    text = '"Can we ask about the game?" Dixon said after scoring 34 points in a win over Denver.'
    (quote,) = detect(text, "en")
    assert quote.resolved_speaker == "Dixon"
    claimed = detect('"Why now?" Ann Lee said in May that the club was broke and would close for good.', "en")
    assert claimed[0].resolved_speaker == ""


@pytest.mark.parametrize(
    "text",
    [
        "The channel brought back “Night Boat to Leeds,” which had gone off the air.",
        "He is writing a new chapter of “The Lamp Room.”",
    ],
)
def test_the_title_of_a_work_is_not_speech_for_its_comma(text: str) -> None:
    assert not detect(text, "en")


def test_capitals_that_somebody_says_are_speech() -> None:
    assert detect("Hall called the plan “Very Bad News,” and left.", "en")
