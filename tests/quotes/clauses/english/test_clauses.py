"""Clauses around English verbs of saying: what is said, and by whom."""

import pytest

from reader.models import QuoteType
from reader.quotes import detect


def said(text: str) -> list[tuple[str, str]]:
    """Each indirect quote of a text with its speaker, as written."""
    return [
        (
            " … ".join(text[span.start : span.end] for span in quote.spans),
            " ".join(text[span.start : span.end] for span in quote.speaker),
        )
        for quote in detect(text, "en", engine="rules")
        if quote.type is QuoteType.INDIRECT
    ]


VERBS = [
    ("The mayor said on Monday in Leeds that the pier was safe.", "that the pier was safe", "The mayor"),
    ("Polls show working families could lose most.", "working families could lose most", "Polls"),
    ("Another says there are too few nurses.", "there are too few nurses", "Another"),
    ("Those surveyed said trams were slow.", "trams were slow", "Those surveyed"),
    ("Lee told the court she had never met him.", "she had never met him", "Lee"),
    ("The council is suggesting that the bridge could open.", "that the bridge could open", "The council"),
    ("Aides said more than 40 people had signed.", "more than 40 people had signed", "Aides"),
    ("Lee has since stressed that nobody was hurt.", "that nobody was hurt", "Lee"),
    ("Lee had, however, hinted that she would go.", "that she would go", "Lee"),
    (
        "Researchers found that — at least in May — it rained.",
        "that — at least in May — it rained",
        "Researchers",
    ),
    ("She asked the clerk why the office had closed.", "why the office had closed", "She"),
    ("Union members wondered whether the deal would hold.", "whether the deal would hold", "Union members"),
    ("Lee admitted taking the money.", "taking the money", "Lee"),
    ("Lee promised to reopen the pool.", "to reopen the pool", "Lee"),
    ("She told cheering supporters that the club was saved.", "that the club was saved", "She"),
    ("It was a road which even critics say was overdue.", "was overdue", "critics"),
    ("Orr was asked by a caller why the road was closed.", "why the road was closed", "a caller"),
    ("The operator has not said which lines will run.", "which lines will run", "The operator"),
    ("Many fans complained soon after that queues were long.", "that queues were long", "Many fans"),
    ("As the mayor announces that he is ready, he is set to go.", "that he is ready", "the mayor"),
    ("As Lee said in Leeds, the pier is safe.", "the pier is safe", "Lee"),
    ("Lee recalled counting swans on the canal.", "counting swans on the canal", "Lee"),
    ("Hall says the fee unfairly targets anglers.", "the fee unfairly targets anglers", "Hall"),
    ("The ministry urged drivers to stay at home.", "to stay at home", "The ministry"),
    ("The vicar appealed for witnesses to come forward.", "to come forward", "The vicar"),
    ("Residents pointed out that the lift was broken.", "that the lift was broken", "Residents"),
    ("Lee declined to say whether it was late.", "whether it was late", "Lee"),
    ("The buyer refused to discuss the price.", "to discuss the price", "The buyer"),
    ("Arsenal say they need time.", "they need time", "Arsenal"),
    ("The family said they had hoped for more.", "they had hoped for more", "The family"),
    ("The court heard how he hid the letters.", "how he hid the letters", ""),
]


@pytest.mark.parametrize(("text", "words", "speaker"), VERBS)
def test_a_verb_of_saying_yields_what_hangs_on_it(text: str, words: str, speaker: str) -> None:
    assert said(text) == [(words, speaker)]


SUBJECTS = [
    ("The head of the agency said it was late.", "The head of the agency"),
    ("On Sunday the vicar said it was late.", "the vicar"),
    ("In her letter she says it was late.", "she"),
    ("Lee, who runs the shop, said it was late.", "Lee, who runs the shop"),
    ("Ann Lee, 34, a vet from Leeds, said it was late.", "Ann Lee, 34, a vet from Leeds"),
    ("Ann Lee (Leeds North) said it was late.", "Ann Lee"),
    ("Lee left the hall and said it was late.", "Lee"),
    ("Lee left the hall, saying it was late.", "Lee"),
    ("With most nurses saying it was late, the ward shut.", "most nurses"),
    ("It fell to Bo Hall, who said it was late.", "Bo Hall"),
    ("Ann Lee, 40, and Bo Hall, 41, said it was late.", "Ann Lee, 40, and Bo Hall, 41"),
    ("Housing Minister Alan Crewe on Tuesday said it was late.", "Housing Minister Alan Crewe"),
    ("Residents who fled the flood in May said it was late.", "Residents who fled the flood in May"),
    ("NetForum, the group that sued, said it was late.", "NetForum, the group that sued"),
    ("It came a month after the vicar said it was late.", "the vicar"),
    ("A nurse at a hospital in Kent said it was late.", "A nurse at a hospital in Kent"),
    ("14:10 Network Rail said it was late.", "Network Rail"),
    (
        "Ann Lee, a vet at Leeds who took no part in it, said it was late.",
        "Ann Lee, a vet at Leeds who took no part in it",
    ),
    ("On Monday, the mayor who lost said it was late.", "the mayor who lost"),
    ("GENEVA, March 3 (Reuters) - Officials said it was late.", "Officials"),
]


@pytest.mark.parametrize(("text", "speaker"), SUBJECTS)
def test_the_subject_of_a_verb_speaks(text: str, speaker: str) -> None:
    assert said(text) == [("it was late", speaker)]


ENDS = [
    ("Lee said it rained, adding that the roof leaked.", ["it rained", "that the roof leaked"]),
    ("Lee said it rained and added that the roof leaked.", ["it rained", "that the roof leaked"]),
    ("Lee said it rained, but Hall insisted that it was dry.", ["it rained", "that it was dry"]),
    ("Lee said it rained, while Hall said it was dry.", ["it rained", "it was dry"]),
    ("When Lee said it rained, the crowd went home.", ["it rained"]),
    ("Though she praised him and said it rained, he left.", ["it rained"]),
    ("Hall, who said it rained, went home.", ["it rained"]),
    ("Lee said it rained (Hall says it was dry).", ["it rained (Hall says it was dry)"]),
    ("Lee said it had rained and jailed him for a year.", ["it had rained"]),
    ("Lee believes it should rain and wants a boat.", ["it should rain"]),
    ("Lee has said it will rain - and promised a boat.", ["it will rain"]),
    ("Lee said it rained and Hall retorted that it was dry.", ["it rained", "that it was dry"]),
    ("Lee said it rained and the roof leaked.", ["it rained and the roof leaked"]),
    ("Lee said it rained, according to the paper.", ["Lee said it rained"]),
]


@pytest.mark.parametrize(("text", "words"), ENDS)
def test_a_clause_ends_where_another_voice_begins(text: str, words: list[str]) -> None:
    assert [found for found, _ in said(text)] == words


TAGS = [
    ("The pier is safe, the mayor said.", "The pier is safe", "the mayor"),
    ("The pier, the mayor said on Monday, is safe.", "The pier … is safe", "the mayor"),
    ("The pier is safe, said Ann Lee, a diver.", "The pier is safe", "Ann Lee"),
    ("In May it rained, a new study shows.", "In May it rained", "a new study"),
    ("As Lee put it, the plan is dead.", "the plan is dead", "Lee"),
    ("The plan is dead, as Lee noted on Monday.", "The plan is dead", "Lee"),
    ("Prices rose, according to figures published on Friday.", "Prices rose", "figures published on Friday"),
    ("According to new research, bees sleep.", "bees sleep", "new research"),
    ("In her view, the plan is dead.", "the plan is dead", "her"),
    ("Hall 'left the palace', book claims.", "Hall 'left the palace'", "book"),
    ("Hall says he won, court papers show.", "Hall says he won", "court papers"),
    ('The bridge is "a trap," Lee said.', 'The bridge is "a trap,"', "Lee"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), TAGS)
def test_an_attribution_beside_a_clause_takes_it(text: str, words: str, speaker: str) -> None:
    assert said(text) == [(words, speaker)]


FRAMES = [
    ("Lee made the claim that it was late.", "that it was late", "Lee"),
    ("They ignored his warning that it was late.", "that it was late", "his"),
    ("They ignored claims by the council that it was late.", "that it was late", "the council"),
    ("Lee's most explosive claim is that it was late.", "that it was late", "Lee's"),
    (
        "Their fear is that by the time the pier opens, it could be late.",
        "that by the time the pier opens, it could be late",
        "Their",
    ),
    ("There are fears the crowd will swamp the town.", "the crowd will swamp the town", ""),
    ("Lee made it clear that it was late.", "that it was late", "Lee"),
    ("Lee is worried that it was late.", "that it was late", "Lee"),
    ("Lee was sure it was late.", "it was late", "Lee"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), FRAMES)
def test_a_noun_or_adjective_of_saying_yields_what_hangs_on_it(text: str, words: str, speaker: str) -> None:
    assert said(text) == [(words, speaker)]


SILENT = [
    "Lee has never said that it was late.",
    "If Lee says that it is late, we go.",
    "Lee declined to comment.",
    "Lee wants to say that it was late.",
    "A strike that had threatened to close the port ended.",
    "According to plan, the boat left at noon.",
    "On Monday, Lee announced a new plan.",
    "As winter came, the council reported a deficit.",
    "The reports and claims that he made were long.",
    "The council's plan costs more than last year.",
    "Will Smith read the book in May.",
    "Holders who declare income below 400 euros pay nothing.",
    "A sign by the door says no dogs are allowed.",
    "Storms threatened to close the port.",
    "The summer promised to be a warm one.",
    "The eggs are sorted according to size.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_nobody_says_is_no_quote(text: str) -> None:
    assert said(text) == []


BESIDE_MARKS = [
    ('Asked if he would go, Lee said, "Not before the tide turns."', []),
    ('On Tuesday, Lee said, "The pier is ours to mend."', []),
    (
        'If it rains, Lee said, "the match is off until May."',
        [('If it rains … "the match is off until May."', "Lee")],
    ),
    ('The plan was lost: "Nobody came to the vote," Lee said.', []),
    (
        'Lee warned that the pier was lost: "Nobody paid for it," he said.',
        [("that the pier was lost", "Lee")],
    ),
    (
        'Though Orr said that the pier was "a ruin," the council kept it.',
        [('that the pier was "a ruin,"', "Orr")],
    ),
    ('Hall said that the plan was dead - "Forget it," she told them.', [("that the plan was dead", "Hall")]),
]


@pytest.mark.parametrize(("text", "found"), BESIDE_MARKS)
def test_direct_speech_with_its_own_tag_is_not_rendered_again(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert said(text) == found


def test_a_reason_behind_a_tag_is_said_too() -> None:
    text = "The pier is lost, she said, because nobody paid for it."
    assert said(text) == [("The pier is lost … because nobody paid for it", "she")]


def test_a_clause_of_time_ends_what_is_said_in_it() -> None:
    text = "A few weeks after Lee announced that the pier was safe, storms broke it."
    assert said(text)[0][0] == "that the pier was safe"


def test_the_verb_of_a_noun_of_saying_is_not_said() -> None:
    text = "Fears that the river may flood the town have grown since May."
    assert said(text)[0][0] == "that the river may flood the town"


def test_what_another_says_behind_a_tag_is_told_apart() -> None:
    text = "The tank was insured for a million, records show, and divers say it is empty."
    assert said(text) == [("The tank was insured for a million", "records"), ("it is empty", "divers")]


def test_a_place_before_a_participle_is_not_said() -> None:
    text = "The fees are sickening, Orr said Tuesday in Leeds, noting the pier is empty."
    assert ("in Leeds", "Orr") not in said(text)


def test_a_relative_in_an_opening_phrase_ends_what_is_said_with_it() -> None:
    text = "In a week in which many say the pier is lost, the council sold it."
    assert said(text)[0][0] == "the pier is lost"


def test_what_somebody_was_asked_ends_before_what_they_do() -> None:
    assert said("Asked whether she thought he lied, Orr paused.")[-1] == ("he lied", "she")


@pytest.mark.parametrize("head", ["GENEVA, March 3 (Reuters) - ", "LONDON, Jan 12, 2026 (AFP) - "])
def test_place_day_and_agency_are_not_said(head: str) -> None:
    assert said(head + "It was late, officials said.") == [("It was late", "officials")]


@pytest.mark.parametrize(
    "text",
    [
        "The tour moves on to Kent and Essex, counties that vote in March.",
        "Most northern towns that will hold a fair have a pier.",
        "Three states that will vote have small towns.",
        "It is on social issues that they lean to the left.",
        "Despite a strong showing in Leeds, he left.",
        "There is nothing new in the idea that debt is bad.",
    ],
)
def test_a_noun_before_a_relative_says_nothing(text: str) -> None:
    assert not detect(text, "en")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee, the author, said in a telephone interview that the pier was safe.", "Ann Lee, the author"),
        ("Hall argued during the council debate that the pier was safe.", "Hall"),
    ],
)
def test_the_occasion_of_a_statement_is_not_its_speaker(text: str, speaker: str) -> None:
    (quote,) = detect(text, "en")
    assert text[quote.speaker[0].start : quote.speaker[0].end] == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tenant said she no longer felt safe at home.", "she no longer felt safe at home"),
        ("Last month Hall said he was out.", "he was out"),
    ],
)
def test_small_words_hide_no_clause(text: str, words: str) -> None:
    (quote,) = detect(text, "en")
    assert quote.words(text) == words
    assert text[quote.speaker[0].start : quote.speaker[0].end] in ("The tenant", "Hall")


@pytest.mark.parametrize(
    "text",
    ["Asked if he feared for his job, Hall left.", "Lee arrived home in May to find the windows broken."],
)
def test_words_without_a_verb_or_what_was_met_with_are_not_said(text: str) -> None:
    assert all(quote.words(text) not in ("for his job", "the windows broken") for quote in detect(text, "en"))


def test_whoever_is_named_behind_their_words_says_no_clause_besides() -> None:
    text = '"We begged you," said Ann Lee, whose brother, Bo Lee, was one of the men.'
    assert [quote.rule for quote in detect(text, "en")] == ["tag after"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The State Bank two weeks ago said secret papers had been lost.", "The State Bank"),
        ("Police this week said the man had died.", "Police"),
        ("Lee and Hall both stressed that it was good news.", "Lee and Hall"),
        ("Ann Lee and Bo Hall have both argued that jobs were lost.", "Ann Lee and Bo Hall"),
    ],
)
def test_a_time_before_the_verb_is_not_its_subject(text: str, speaker: str) -> None:
    (quote,) = detect(text, "en")
    assert text[quote.speaker[0].start : quote.speaker[0].end] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "It's worth noting that there is little love between them.",
        "It is hard to know where donors will put their money.",
    ],
)
def test_what_is_worth_noting_is_said_by_nobody(text: str) -> None:
    assert not detect(text, "en")


def test_a_clause_within_a_noun_has_no_part_in_what_is_argued() -> None:
    text = "Ann Lee rejected suggestions the plan was late, arguing the bulk of it was done."
    assert [quote.resolved_speaker for quote in detect(text, "en")] == ["Ann Lee", "Ann Lee"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The court directed the board to file a report.", "to file a report"),
        ("Hall encouraged voters to turn out.", "to turn out"),
        ("The board expressed disappointment that the fund was cut.", "that the fund was cut"),
        ("Leader Adam Brand called for dental care to be brought in.", "to be brought in"),
    ],
)
def test_orders_calls_and_regrets_are_told(text: str, words: str) -> None:
    assert detect(text, "en")[0].words(text) == words
