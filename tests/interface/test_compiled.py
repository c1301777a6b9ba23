"""A compiled catalogue says what its catalogue says, whatever the language counts by."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from reader.i18n import catalogues, in_language
from reader.i18n.compiled import CompiledCatalogue
from tools.words import catalogues as words

ONE, MANY = "{count} quote", "{count} quotes"
POLISH = ("{count} cytat", "{count} cytaty", "{count} cytatów")


@pytest.fixture
def polish(tmp_path: Path) -> CompiledCatalogue:
    """A Polish catalogue: three forms, one message in two senses, keys that begin alike."""
    catalog = Catalog(locale="pl", domain="reader", fuzzy=False)
    catalog.add((ONE, MANY), POLISH)
    catalog.add(f"{ONE} left", "{count} został")
    catalog.add("Open", "Otwórz")
    catalog.add("Open", "otwarty", context="state")
    catalog.add("Opening", "Otwieranie")
    catalog.add(("{count} open", "{count} open"), ("jeden", "kilka", "wiele"), context="state")
    catalog.add("Ω", "omega")
    path = tmp_path / "reader.mo"
    path.write_bytes(words.compiled(catalog))
    return CompiledCatalogue(path)


@pytest.mark.parametrize(("number", "form"), [(1, 0), (2, 1), (4, 1), (5, 2), (12, 2), (22, 1), (0, 2)])
def test_the_number_chooses_the_form_as_the_language_has_it(
    polish: CompiledCatalogue, number: int, form: int
) -> None:
    assert polish.ngettext(ONE, MANY, number) == POLISH[form]
    forms = ("jeden", "kilka", "wiele")
    assert polish.npgettext("state", "{count} open", "{count} open", number) == forms[form]


def test_a_message_is_told_from_those_that_begin_like_it(polish: CompiledCatalogue) -> None:
    assert polish.gettext("Open") == "Otwórz"
    assert polish.gettext("Opening") == "Otwieranie"
    assert polish.gettext("Ω") == "omega"
    assert polish.gettext(f"{ONE} left") == "{count} został"
    assert polish.gettext(ONE) == POLISH[0]


def test_a_sense_has_words_of_its_own(polish: CompiledCatalogue) -> None:
    assert polish.pgettext("state", "Open") == "otwarty"
    assert polish.pgettext("elsewhere", "Open") == "Open"


@pytest.mark.parametrize("message", ["Ope", "Openings", "!", "Ωω", MANY])
def test_what_it_does_not_know_says_itself(polish: CompiledCatalogue, message: str) -> None:
    assert polish.gettext(message) == message
    assert polish.ngettext(message, "others", 1) == message
    assert polish.ngettext(message, "others", 5) == "others"


@pytest.mark.parametrize("language", sorted(words.kept()))
def test_every_message_of_our_catalogues_is_found(language: str) -> None:
    said = in_language(language)
    for message in words.read(language, words.kept()[language]):
        if not message.id:
            continue
        one, many = message.id if message.pluralizable else (message.id, message.id)
        first, last = (
            (message.string[0], message.string[-1]) if message.pluralizable else [message.string] * 2
        )
        for wanted, number in ((first, 1), (last, 5)):
            if message.context:
                assert said.npgettext(message.context, one, many, number) == wanted
            else:
                assert said.ngettext(one, many, number) == wanted


def test_a_language_without_a_catalogue_speaks_english() -> None:
    assert not (catalogues() / "xx").exists()
    assert in_language("xx").gettext("Open") == "Open"
