"""What an attribution phrase of English ends with, and what begins behind it."""

from reader.quotes import detect


def test_a_participle_that_tells_more_of_the_source_is_not_said() -> None:
    text = (
        "According to the auditor's report, published last week, the contract was signed without a valuation."
    )
    (quote,) = detect(text, "en")
    assert quote.words(text) == "the contract was signed without a valuation"


def test_an_adverb_before_the_source_belongs_to_it() -> None:
    text = "According to recently published accounts, the club lost a million."
    (quote,) = detect(text, "en")
    assert quote.words(text) == "the club lost a million"
