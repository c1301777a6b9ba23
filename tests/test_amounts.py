"""How many there are of something, as people read it; `reader.i18n` has the forms of other languages."""

import pytest

from reader import amounts, i18n
from reader.terms import QuoteType, Status, TermsOfUse


@pytest.mark.parametrize(
    ("count", "told"), [(0, "no quotes"), (1, "1 quote"), (3, "3 quotes"), (12500, "12,500 quotes")]
)
def test_a_count_is_said_with_its_noun(count: int, told: str) -> None:
    assert amounts.quotes(count) == told


def test_none_of_several_is_bent_behind_a_preposition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_words", i18n.in_language("de"))
    assert (amounts.quotes(0), amounts.with_quotes(0)) == ("keine Zitate", "keinen Zitaten")


def test_a_zero_is_a_number_where_numbers_stand_in_columns() -> None:
    assert amounts.words(0, digits=True) == "0 words"


def test_a_sentence_begins_with_a_capital_and_keeps_those_of_names() -> None:
    assert amounts.at_the_start(f"{amounts.articles(0)} of Anna Lenz") == "No articles of Anna Lenz"


@pytest.mark.parametrize(
    ("moment", "told"),
    [("2026-11-28T10:30:00Z", "2026-11-28"), ("2026-11-28", "2026-11-28"), ("2026-11", "2026-11"), ("", "")],
)
def test_a_day_is_shown_without_its_time(moment: str, told: str) -> None:
    assert i18n.day(moment) == told


def test_every_type_has_a_name_to_read_and_one_to_type() -> None:
    told = {one.typed: one.label for one in QuoteType if one.typed != one.label}
    assert told == {"mixed": "continued"}  # in English the others are one
    assert (Status.SUGGESTED.label, TermsOfUse.AS_SOURCE.label) == ("to decide", "")
