"""What the system says of a failure, as the end of a sentence."""

import errno
import json
import os
import tomllib
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from reader import i18n, system_reasons
from reader.system_reasons import parsing_reason, plain_complaint, system_reason


def test_the_usual_reasons_are_those_of_the_system() -> None:
    usual = {number: told for number, told in system_reasons._usual().items() if number > 0}
    assert {number: os.strerror(number).lower() for number in usual} == usual


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/a"), "no space left on device"),
        (PermissionError(errno.EACCES, "Permission denied"), "permission denied"),
        (OSError(errno.EXDEV, "Invalid cross-device link"), "invalid cross-device link"),
        (OSError("something of its own"), "something of its own"),
        (OSError(), "OSError"),
        (ValueError("embedded null byte"), "embedded null byte"),
    ],
)
def test_a_reason_has_neither_number_nor_path(error: Exception, told: str) -> None:
    assert system_reason(error) == told


@pytest.mark.parametrize(
    ("parse", "written", "told"),
    [
        (json.loads, '{"a": ', "ein Wert fehlt, Zeile 1, Spalte 7"),
        (json.loads, '{"a": 1} {"b": 2}', "dahinter steht noch etwas, Zeile 1, Spalte 10"),
        (
            ElementTree.fromstring,
            "<a><b></a>",
            "ein Element wird von einem anderen geschlossen, Zeile 1, Spalte 8",
        ),
        (tomllib.loads, "theme = dark", "kein Wert: Text steht in Anführungszeichen, Zeile 1, Spalte 9"),
        (tomllib.loads, 'keys = ["a"', "eine Liste ist nicht geschlossen, am Ende"),
    ],
)
def test_what_a_parser_complains_of_is_told_in_the_language_of_the_person(
    parse: Callable[[str], object], written: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "_words", i18n.in_language("de"))
    with pytest.raises((ValueError, ElementTree.ParseError)) as failed:
        parse(written)
    assert parsing_reason(failed.value) == told


def test_a_complaint_that_is_not_usual_stays_in_the_words_of_the_parser() -> None:
    assert plain_complaint("missing )") == "a bracket is not closed"
    assert plain_complaint("a fault: of its own: ") == "a fault: of its own"
