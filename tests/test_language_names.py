"""What languages are called in the language of the program."""

import pytest

from reader import language_names
from reader.language_names import language_name, language_named
from reader.languages.identify import KNOWN
from tests.interface.test_screens import in_german


def test_every_language_that_is_known_has_a_name_to_translate() -> None:
    assert language_names._NAMES.keys() == KNOWN.keys()
    assert [language_name(code) for code in KNOWN] == list(KNOWN.values())
    assert language_name("xx") == "xx"


@pytest.mark.parametrize(
    ("written", "code"), [("German", "de"), (" dutch ", "nl"), ("de", "de"), ("Elvish", "Elvish"), ("", "")]
)
def test_a_language_is_named_in_english_or_by_its_code(written: str, code: str) -> None:
    assert language_named(written) == code


def test_a_language_is_named_as_the_screens_call_it() -> None:
    asked = "from reader.language_names import language_named as n; print(n('deutsch'), n('German'))"
    assert in_german("-c", asked).stdout.split() == ["de", "de"]
