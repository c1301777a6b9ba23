"""English sentences as newsrooms write them: who speaks in them, and where what is said ends."""

import pytest

from reader.models import QuoteType
from reader.quotes import detect


def said(text: str) -> list[tuple[str, str]]:
    """Each indirect quote of a text with the name of its speaker."""
    quotes = detect(text, "en", engine="rules")
    return [(one.words(text), one.speaker_name(text)) for one in quotes if one.type is QuoteType.INDIRECT]


SENTENCES = [
    # a relative or apposition between a name and its verbs
    (
        "Ann Lee, a vet in Kent who was not asked, calls the survey flawed but notes that bees are back.",
        "that bees are back",
        "Ann Lee",
    ),
    (
        "A man whose wife died waiting for a bed told a hearing in Leeds that nobody came.",
        "that nobody came",
        "A man whose wife died waiting for a bed",
    ),
    (
        "Her aunt, a piano tuner, once told her that rain was good.",
        "that rain was good",
        "Her aunt, a piano tuner",
    ),
    # what a preposition has behind it is a noun
    (
        "According to court documents, Orr sent a dozen letters.",
        "Orr sent a dozen letters",
        "court documents",
    ),
    # two sentences of one speaker, told apart
    (
        "Orr declined to say how many had left, but said the pier was safe.",
        "how many had left",
        "Orr",
    ),
    ("Acme said Thursday it will close a mill.", "it will close a mill", "Acme"),
    ("Kate Hall, who covers trains, estimates Acme is late.", "Acme is late", "Kate Hall"),
    ("He left after it emerged that money was gone.", "that money was gone", ""),
    ("Lee wants to know why the office was dark.", "why the office was dark", "Lee"),
    (
        "Lee told reporters that the lake was “quite empty,” though she would not say why it leaked.",
        "that the lake was “quite empty,”",
        "Lee",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker"), SENTENCES)
def test_what_is_said_and_by_whom(text: str, content: str, speaker: str) -> None:
    assert (content, speaker) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "“It is fine,” she said when asked by reporters.",
        "She has agreed to only six concerts.",
        "Craig Lee heard what he described as “a bang in a bin”.",
    ],
)
def test_what_is_only_about_a_quote_is_not_said(text: str) -> None:
    assert said(text) == []


def test_what_tells_of_a_name_in_two_nouns_is_no_second_person() -> None:
    text = "“No,” says Ada Roe, a botanist at Kent and the paper's lead author."
    assert detect(text, "en", engine="rules")[0].resolved_speaker == "Ada Roe"


def test_a_firm_in_commas_is_not_who_speaks_for_it() -> None:
    text = "A spokesman for the maker, VoltBike, said that the pump was safe."
    assert said(text)[0][1] == "A spokesman for the maker, VoltBike"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bo Hall dismissed the plan as “rather sad”, saying the council should pay.", "Bo Hall"),
        ("Zanzu Kya, a community organiser, broke down. “They came at four,” she said.", "Zanzu Kya"),
        ("Peter Hall prays. His church is full. “They came at four,” he said.", "Peter Hall"),
    ],
)
def test_who_speaks_is_the_person_told_of(text: str, speaker: str) -> None:
    quotes = [one for one in detect(text, "en", engine="rules") if one.type is QuoteType.DIRECT]
    assert quotes[0].speaker_name(text) == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("All may swim, says Ann Lee, whether they pay or not.", "All may swim … whether they pay or not"),
        ("He had not, Lee accepted, asked for a receipt.", "He had not … asked for a receipt"),
    ],
)
def test_what_is_said_goes_on_behind_who_says_it(text: str, content: str) -> None:
    assert [words for words, _ in said(text)] == [content]


@pytest.mark.parametrize("made", ["issued on Friday", "read to the court", "published last week"])
def test_the_writing_in_which_something_is_said_is_not_who_says_it(made: str) -> None:
    assert said(f"The firm, in a statement {made}, said the pier was safe.")[0][1] == "The firm"
