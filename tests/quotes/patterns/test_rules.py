"""What the rules of the pattern engine are worth, and what a card says of that."""

import pytest

from reader.languages.folders import codes, table_of
from reader.quotes import detect
from reader.quotes.clauses.english import rules as english
from reader.quotes.clauses.verb_second import rules as verb_second
from reader.quotes.german import reasons
from reader.quotes.patterns.rules import RULES, rules_of
from reader.quotes.rules import FILE, SOURCES
from tests.gold.loader import cases


def test_a_worth_that_nobody_measured_is_told_as_such() -> None:
    for rule in RULES.values():
        assert 0 < rule.worth < 1
        assert rule.sentence.endswith(".")
        assert "has not been measured" in rule.share


def test_what_worths_are_measured_on_is_told_in_the_language_of_the_person() -> None:
    told = {rule.source for rule in reasons.RULES.values()} | {
        table_of(one, FILE)["source"] for one in codes(FILE)
    }
    assert told <= SOURCES.keys()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("“It rains,” said Ann Lee.", "tag after"),
        ("“It rains,” Ann Lee said.", "tag after, speaker first"),
        ("The bridge is safe, officials said on Monday.", "tag after, a clause"),
        ("Ann Lee said: “It rains.”", "colon before"),
        (
            "Ann Lee was angry: “It will never be the same again here.”",
            "colon before, no verb",
        ),
        ("According to the police, the driver fled.", "according to"),
        ("Ann Lee said that it rained.", "verb + conjunction"),
    ],
)
def test_a_case_of_a_rule_has_its_own_worth(text: str, rule: str) -> None:
    (quote,) = detect(text, "en")
    assert (quote.rule, quote.confidence) == (rule, rules_of("en")[rule].worth)


def test_a_fragment_is_as_sure_as_the_quote_around_it() -> None:
    outer, inner = detect("Mr Brown told the BBC he had “no regrets at all”.", "en")
    assert (inner.rule, inner.confidence) == ("fragment", outer.confidence)


def test_every_quote_of_the_gold_set_is_of_a_rule_in_the_table() -> None:
    names = {*RULES, *english.RULES, *verb_second.RULES} | {"fragment", "embedded post"}
    for case in cases():
        if case.language != "de":
            assert {quote.rule for quote in detect(case.text, case.language)} <= names
