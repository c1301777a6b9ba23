"""Which engine finds the quotes of a language, and how its quotes are signed."""

import subprocess
import sys

import pytest

from reader.quotes import detect, detector_name

TEXTS = {
    "de": "„Es regnet“, sagte Ann Lee.",
    "en": "“It rains,” said Ann Lee.",
    "pl": "„Nie ma już czasu na czekanie, trzeba działać”, powiedział burmistrz.",
    "tr": "“Artık beklemenin zamanı değil, bugün hep birlikte harekete geçmeliyiz” dedi başkan.",
}


@pytest.mark.parametrize(
    ("language", "name"), [("de", "rules-1"), ("en", "clauses-1"), ("pl", "clauses-1"), ("tr", "patterns-1")]
)
def test_rules_are_those_that_the_language_has_tables_for(language: str, name: str) -> None:
    assert detector_name(language, "rules") == name
    assert {quote.origin for quote in detect(TEXTS[language], language, engine="rules")} == {name}


def test_a_language_without_weights_is_read_by_its_rules() -> None:
    assert detector_name("en", "learned") == detector_name("en") == "clauses-1"


def test_a_post_is_signed_as_all_quotes_of_the_text_are() -> None:
    text = "Gestern war Sitzung.\n\nDer Turm ist zu. #freibad — Theo Bruns (@theobruns)"
    assert [quote.origin for quote in detect(text, "de", engine="rules")] == ["rules-1"]


def test_a_language_without_weights_is_read_without_numpy() -> None:
    code = (
        "import sys; from reader.quotes import detect; assert detect('“It rains today,” said Ann Lee.', 'en')"
    )
    told = subprocess.run(
        [sys.executable, "-c", code + "; print('numpy' in sys.modules)"], capture_output=True, text=True
    )
    assert (told.stdout, told.stderr) == ("False\n", "")
