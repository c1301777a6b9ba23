"""What languages are called in the language of the program."""

from reader import language_names
from reader.language_names import language_name
from reader.languages.identify import KNOWN


def test_every_language_that_is_known_has_a_name_to_translate() -> None:
    assert language_names._NAMES.keys() == KNOWN.keys()
    assert [language_name(code) for code in KNOWN] == list(KNOWN.values())
    assert language_name("xx") == "xx"
