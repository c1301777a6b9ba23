"""The words of the program in the language of the person: gettext, with English as what stands in the code.

The language is set once (`use`), before any module that holds words is imported, so that tables of a module
may hold words too. English costs nothing: no catalogue is opened. Processes that the program starts are told
by the environment.
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = "READER_INTERFACE"
"""Where a person names the language."""
TOLD = "_READER_INTERFACE"
"""By what a process tells those that it starts."""
SOURCE = "en"
"""The language that the code is written in."""
DOMAIN = "reader"


class Catalogue(Protocol):
    """What a message is in the language of the person."""

    def gettext(self, message: str, /) -> str:
        """The message."""

    def ngettext(self, one: str, many: str, n: int, /) -> str:
        """The message for `n` things."""

    def pgettext(self, sense: str, message: str, /) -> str:
        """The message in one of its senses."""

    def npgettext(self, sense: str, one: str, many: str, n: int, /) -> str:
        """The message for `n` things, in one of its senses."""


class _AsWritten:
    """English: every message is what the code says."""

    def gettext(self, message: str, /) -> str:
        return message

    def ngettext(self, one: str, many: str, n: int, /) -> str:
        return one if n == 1 else many

    def pgettext(self, sense: str, message: str, /) -> str:
        return message

    def npgettext(self, sense: str, one: str, many: str, n: int, /) -> str:
        return one if n == 1 else many


def catalogues() -> "Path":
    """The folder of the catalogues, each as gettext has it: `de/LC_MESSAGES/reader.mo`."""
    from pathlib import Path  # the start in English does without

    return Path(__file__).parent / "catalogues"


def languages() -> list[str]:
    """The languages there are, English first."""
    return [SOURCE, *sorted(one.parts[-3] for one in catalogues().glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))]


def name_of(language: str) -> str:
    """What a language calls itself, such as "Deutsch"."""
    return in_language(language).pgettext("the language of these words, by its own name", "English")


def in_language(language: str) -> Catalogue:
    """The words in a language; English for one that has no catalogue."""
    if language in ("", SOURCE):
        return _AsWritten()
    if language not in _read:
        _read[language] = _catalogue(language)
    return _read[language]


_read: dict[str, Catalogue] = {}
"""The catalogues that were asked for."""


def _catalogue(language: str) -> Catalogue:
    from reader.i18n.compiled import CompiledCatalogue  # for other languages than English only

    try:
        return CompiledCatalogue(catalogues() / language / "LC_MESSAGES" / f"{DOMAIN}.mo")
    except OSError:
        return _AsWritten()


def spoken() -> str:
    """The language that is spoken, such as "de"."""
    return os.environ.get(TOLD) or os.environ.get(VARIABLE) or SOURCE


_words = in_language(spoken())


def in_every_language(message: str) -> list[str]:
    """What a message is in each language there is, for what was written by this program in another one.

    The message is marked where it is written.
    """
    return list(dict.fromkeys(in_language(language).gettext(message) for language in languages()))


def use(language: str) -> None:
    """Speak this language from now on, here and in the processes started from here."""
    global _words
    os.environ[TOLD] = language
    _words = in_language(language)


def have_gettext_speak() -> None:
    """Give Python's gettext, which click asks for its own words, our catalogue."""
    if spoken() == SOURCE:
        return
    import gettext  # for other languages than English only

    os.environ["LANGUAGE"] = spoken()
    gettext.bindtextdomain(DOMAIN, catalogues())
    gettext.textdomain(DOMAIN)


def _(message: str) -> str:
    """A message in the language of the person; what changes in it stands in braces and is filled in after."""
    return _words.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The message for `n` things."""
    return _words.ngettext(one, many, n)


def pgettext(sense: str, message: str) -> str:
    """A message that means something else elsewhere; `sense` is a word for translators and is never shown."""
    return _words.pgettext(sense, message)


def npgettext(sense: str, one: str, many: str, n: int) -> str:
    """The message for `n` things, in one of its senses."""
    return _words.npgettext(sense, one, many, n)


def behind_colon(label: str) -> str:
    """A label as it goes on behind a colon: small in English, as it stands where nouns have capitals."""
    return label[:1].lower() + label[1:] if spoken() == SOURCE else label


def number(value: int) -> str:
    """As in "12,500"."""
    return f"{value:,}".replace(",", pgettext("between thousands", ","))


def decimal(value: float, places: int = 1) -> str:
    """As in "1,204.5"."""
    whole, _point, fraction = f"{value:,.{places}f}".partition(".")
    whole = whole.replace(",", pgettext("between thousands", ","))
    return whole + pgettext("before decimals", ".") + fraction if fraction else whole


def percent(share: float) -> str:
    """A share of 0 to 1 as people read it, such as "97%": what is there is not "0%"."""
    told = "<1" if 0 < share < 0.005 else f"{share * 100:.0f}"  # what rounds to nothing
    return pgettext("share", "{number}%").format(number=told)


def day(moment: str) -> str:
    """The day of an ISO 8601 date or time as lists and sentences have it; what is none stays as it is."""
    year, month, number = (*moment[:10].split("-"), "", "")[:3]
    if not (year.isdigit() and month.isdigit() and number.isdigit()):
        return moment[:10]
    return pgettext("date", "{year}-{month}-{day}").format(year=year, month=month, day=number)


def listed(words: Sequence[str]) -> str:
    """As in "a, b and c"."""
    if len(words) < 2:  # nothing to join
        return "".join(words)
    return _("{words} and {last}").format(words=", ".join(words[:-1]), last=words[-1])


def either(words: Sequence[str]) -> str:
    """As in "a, b or c"."""
    if len(words) < 2:  # nothing to join
        return "".join(words)
    return _("{words} or {last}").format(words=", ".join(words[:-1]), last=words[-1])
