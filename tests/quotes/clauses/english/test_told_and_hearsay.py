"""Hearsay, told acts and headlines in English."""

import pytest

from reader.models import QuoteType, SpeakerBasis
from reader.quotes import detect

HEARSAY = [
    "The minister reportedly left the country on Friday.",
    "Lee is said to have known of the plan.",
    "The brothers are believed to be in Leeds.",
    "It is thought the man, in his 30s, died at the scene.",
    "The driver allegedly fled on foot.",
    "It is understood that the winger has moved out.",
]


@pytest.mark.parametrize("text", HEARSAY)
def test_hearsay_has_no_speaker(text: str) -> None:
    (quote,) = detect("Ann Lee said it rained. " + text, "en")[1:]
    assert (quote.type, quote.rule) == (QuoteType.FREE_INDIRECT, "hearsay")
    assert (quote.speaker, quote.speaker_basis) == ((), SpeakerBasis.HEARSAY)


NO_HEARSAY = ["Lee is expected to resign.", "He bought an allegedly stolen car.", "It is known to all."]


@pytest.mark.parametrize("text", NO_HEARSAY)
def test_what_is_planned_or_known_is_no_hearsay(text: str) -> None:
    assert not detect(text, "en")


TOLD = [
    ("The union blasted a bill that would cut pay.", "The union"),
    ("Lee denied the allegations.", "Lee"),
    ("Campaigners criticised the plan for a new road.", "Campaigners"),
    ("The council announced a review of the rules.", "The council"),
    ("Hall apologised for the delay.", "Hall"),
    ("The charity called for an inquiry.", "The charity"),
    ("Lee dismissed concerns about crowd safety.", "Lee"),
    ("The owner rejected calls to save the hospital.", "The owner"),
    ("Lee denied Hall's claim.", "Lee"),
    ("Hall attacked the council's record on housing.", "Hall"),
    ("Critics called the book her best.", "Critics"),
    ("Lee called the ruling deeply unfair.", "Lee"),
    ("Hall described the move as a kick in the teeth.", "Hall"),
    ("Hall described the days of talks as frank.", "Hall"),
    ("Lee disputed that account.", "Lee"),
    ("As winter came, Lee denied the claims.", "Lee"),
    ("The plan was condemned on Monday by the union.", "the union"),
    ("The embassy issued a warning.", "The embassy"),
    ("Hall raised concerns about the cost.", "Hall"),
    ("Lee offered her condolences to the family.", "Lee"),
    ("Hall pointed to a fall in visitors.", "Hall"),
    ("Lee spoke about her years in Leeds.", "Lee"),
    ("Hall cited the rising price of steel.", "Hall"),
    ("Hall described the scene.", "Hall"),
    ("Hall conceded the point.", "Hall"),
    ("The board sought an apology.", "The board"),
    ("Lee touted his record on housing.", "Lee"),
    ("The council considers the bridge a hazard.", "The council"),
]


@pytest.mark.parametrize(("text", "speaker"), TOLD)
def test_a_told_act_is_its_sentence(text: str, speaker: str) -> None:
    (quote,) = detect(text, "en")
    assert (quote.type, quote.rule) == (QuoteType.REPORTED, "told")
    assert text[quote.spans[0].start : quote.spans[0].end] == text.rstrip(".")
    assert text[quote.speaker[0].start : quote.speaker[0].end] == speaker


TOLD_BESIDE = [
    ("Lee walked out of the meeting, accusing the board of bias.", "accusing the board of bias"),
    ("The vote was put off, while Hall called for calm.", "Hall called for calm"),
]


@pytest.mark.parametrize(("text", "act"), TOLD_BESIDE)
def test_an_act_beside_another_clause_is_its_own_clause(text: str, act: str) -> None:
    (quote,) = detect(text, "en")
    assert (quote.type, quote.words(text)) == (QuoteType.REPORTED, act)


@pytest.mark.parametrize(
    "text",
    [
        "Lee rejected the charge as “baseless”.",
        "Hall criticised what he called the “rushed” sale of the hall.",
    ],
)
def test_an_act_may_hold_words_in_marks(text: str) -> None:
    act = next(quote for quote in detect(text, "en") if quote.type is QuoteType.REPORTED)
    assert act.words(text) == text.rstrip(".")


@pytest.mark.parametrize(
    "text", ["Lee called the plan “a disgrace”.", "Hall accused her of “running for office”."]
)
def test_words_in_marks_that_are_all_that_is_told_are_no_act_besides(text: str) -> None:
    assert [quote.type for quote in detect(text, "en")] == [QuoteType.DIRECT]


NOT_TOLD = [
    "The motion was rejected by 64 percent.",
    "Lee gave her dog a bath.",
    "The firm issued new shares.",
    "The plan was criticised last week.",
    "Lee did not deny the allegations.",
    "The storm threatened the harbour.",
    "Lee may reject the offer.",
    "If Lee rejects the offer, the club will sell.",
    "Hall, who rejected the offer, went home.",
    "The attack shocked the town.",
    "Orr denied Hall a goal with a fine save.",
    "Keeper Orr denied Hall with a low save.",
    "Root dismissed the batsman for 40.",
    "The minister dismissed him in May.",
    "Her body rejected the transplant.",
    "The bowler appealed for a catch.",
    "Lee threatened the goal twice.",
    "He blasted the ball into the stand.",
    "Lee slammed home the rebound.",
    "Hall hit back with two goals.",
    "Lee acknowledged the crowd.",
    "Police questioned a man over the theft.",
    "The club welcomed Leeds on Saturday.",
    "Rebels attacked the village on Friday.",
    "The army attacked at dawn.",
    "Lee protested outside the hall.",
    "He called her back.",
    "She called the clinic twice.",
    "Lee called Hall on Monday.",
    "Colburn, 38, showed no emotion as the verdict was read.",
]


def test_hearsay_in_an_aside_is_not_the_sentence() -> None:
    assert not detect("The founder, who is thought to be worth a lot, has never been to Leeds.", "en")


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_no_act_of_somebody_is_not_told(text: str) -> None:
    assert not detect(text, "en")


HEADLINES = [
    ("Mayor: bridge stays open until May", "bridge stays open until May", "Mayor"),
    ("Report: ferry was late for years", "ferry was late for years", "Report"),
    ("Farmers: Pay us or we block the road", "Pay us or we block the road", "Farmers"),
    ("Mayor: no new toll on the bridge", "no new toll on the bridge", "Mayor"),
    ("Mayor: bridge stays open until May.", "bridge stays open until May", "Mayor"),
    ("Mayor Says Bridge Is Safe Again", "Bridge Is Safe Again", "Mayor"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), HEADLINES)
def test_a_headline_gives_what_was_said(text: str, words: str, speaker: str) -> None:
    (quote,) = detect(text, "en")
    assert text[quote.spans[0].start : quote.spans[0].end] == words
    assert text[quote.speaker[0].start : quote.speaker[0].end] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Live: council votes on tax",
        "Watch: bear climbs the pier",
        "Leeds 2: York 1",
        "Lake Orta: a jewel in the hills",
        "Ann Lee: the vet who saved a pier",
    ],
)
def test_a_label_is_no_source(text: str) -> None:
    assert not detect(text, "en")


def test_a_headline_with_words_in_marks_needs_no_verb() -> None:
    text = "Hall: Bridge ‘a trap’ for lorries"
    assert detect(text, "en")[0].words(text) == "Bridge ‘a trap’ for lorries"


@pytest.mark.parametrize("place", ["LEEDS, England", "SEOUL, South Korea", "AKRON, Ohio"])
@pytest.mark.parametrize("source", [", Oct 14", " (AP)"])
def test_the_land_of_a_dateline_is_no_part_of_an_act(place: str, source: str) -> None:
    text = f"{place}{source} - Dockers rejected the offer on Monday."
    assert [one.words(text) for one in detect(text, "en", engine="rules")] == [
        "Dockers rejected the offer on Monday"
    ]
