"""The judge of told speech acts: what it is told of a clause, and what comes of it."""

import pytest

from reader.models import QuoteType
from reader.quotes import detect
from reader.quotes.german.parse import parse
from reader.quotes.learned import told
from reader.quotes.learned.told import Judge, candidates, judged
from reader.quotes.text.analysis import analyse

NEWS = "Der Verein sprach von einer Zumutung. Die Pegel stiegen in der Nacht weiter an."


def features(text: str) -> tuple[str, ...]:
    parsed = parse(analyse(text, "de"))
    (candidate,) = candidates(parsed, frozenset())
    return candidate.features


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Der Verein sprach von einer Zumutung.", "verb sprechen von"),
        ("Der Verein sprach von einer Zumutung.", "kind assessment"),
        ("Der Verein sprach von einer Zumutung.", "subject role or group"),
        ("Jana Ott sprach von einer Zumutung.", "subject full name"),
        ("Sie sprach von einer Zumutung.", "subject pronoun"),
        ("Der Verein hatte eine Fähre gefordert.", "compound past"),
        ("Der Verein fordert eine Fähre.", "present"),
        ("Es wurde eine Fähre gefordert.", "passive by nobody"),
        ("Der Verein könnte eine Fähre fordern.", "modal"),
        ("Der Verein forderte keine Fähre.", "negated"),
        ("Der Verein kritisierte den Plan als voreilig.", "als"),
        ("Der Verein forderte 30 Boote.", "digits"),
        ("Der Verein forderte eine „Fähre“.", "marks"),
        ("Der Verein forderte eine Fähre.", "begins the text"),
        ("Der Verein forderte eine Fähre, weil der Steg brach.", "clauses 2"),
    ],
)
def test_a_clause_shows_what_it_is(text: str, feature: str) -> None:
    assert feature in features(text)


def test_what_is_quoted_around_counts() -> None:
    text = "Ott sagte, es regne. Der Verein forderte eine Fähre."
    parsed = parse(analyse(text, "de"))
    (candidate,) = candidates(parsed, frozenset(range(6)))
    assert "behind a quote" in candidate.features


@pytest.mark.parametrize(("bias", "count"), [(5.0, 1), (-5.0, 0)])
def test_the_judge_decides_by_its_weights(bias: float, count: int) -> None:
    parsed = parse(analyse(NEWS, "de"))
    found = judged(parsed, [], Judge(bias, {}, 0.2), explain=True)
    assert [draft.type for draft in found] == [QuoteType.REPORTED] * count
    assert all("“sprach … von” tells of a speech act" in draft.why[0] for draft in found)


def test_bare_acts_are_told_whatever_the_judge_learned() -> None:
    parsed = parse(analyse("Der Verein wies die Kritik zurück.", "de"))
    (act,) = judged(parsed, [], Judge(-5.0, {}, 0.2), explain=True)
    assert (act.rule, parsed.text(act.speaker)) == ("told", "Der Verein")
    assert act.why


def test_without_a_judge_nothing_changes() -> None:
    parsed = parse(analyse(NEWS, "de"))
    assert judged(parsed, [], None) == []
    assert told.load("fr") is None


def test_the_learned_engine_gives_a_told_act_with_its_speaker() -> None:
    quotes = detect(f"Eva Lang sagte, es regne.\n\n{NEWS}", "de", engine="learned")
    (act,) = [quote for quote in quotes if quote.type == QuoteType.REPORTED]
    assert (act.rule, act.resolved_speaker) == ("learned: told", "Verein")


def test_a_sentence_that_is_quoted_is_not_told_too() -> None:
    text = "Der Verein forderte, die Fähre müsse fahren."
    assert [quote.type for quote in detect(text, "de", engine="learned")] == [QuoteType.INDIRECT]
