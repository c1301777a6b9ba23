"""Which language the program speaks: `--interface`, the configuration, `READER_INTERFACE`, then the locale.

It is chosen before anything else is imported that holds words.
"""

import os
from collections.abc import Sequence

from reader import i18n
from reader.config.places import config_path

OPTION = "--interface"
_LIBRARY = "--library"
"""The other option of `reader` with a value of its own."""
_FOR_PROGRAMS = frozenset(("--json", "--jsonl"))
"""Options by which a program reads what is printed: that is English for whoever does not ask for another."""
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What names the locale, the strongest first (POSIX)."""
_WISHES = "LANGUAGE"
"""Languages in the order in which a person wants them, which a locale with a language takes (GNU gettext)."""


def interface_of(arguments: Sequence[str]) -> str:
    """The language for a call with these arguments; English where none that is named has a catalogue.

    What is wrong in the call or in the configuration is said by those who read them next.
    """
    wanted = _option(arguments) or (i18n.SOURCE if _FOR_PROGRAMS.intersection(arguments) else "")
    wanted = wanted or os.environ.get(i18n.TOLD) or _configured()
    wanted = wanted or os.environ.get(i18n.VARIABLE) or _locale() or i18n.SOURCE
    return wanted if wanted == i18n.SOURCE or wanted in i18n.languages() else i18n.SOURCE


def _option(arguments: Sequence[str]) -> str:
    """What `--interface` says: an option of `reader`, before any command."""
    rest = iter(arguments)
    for argument in rest:
        if argument == OPTION:
            return next(rest, "")
        if argument.startswith(f"{OPTION}="):
            return argument.removeprefix(f"{OPTION}=")
        if argument == _LIBRARY:
            next(rest, "")
        elif not argument.startswith("-"):
            break
    return ""


def _configured() -> str:
    """The setting `interface`."""
    try:
        written = config_path().read_text(encoding="utf-8-sig")
    except (OSError, ValueError, RuntimeError):  # none there, no text, no home folder
        return ""
    if "interface" not in written:
        return ""
    import tomllib  # only a file that says something of it needs TOML

    try:
        setting = tomllib.loads(written).get("interface", "")
    except (ValueError, RecursionError):
        return ""
    return setting if isinstance(setting, str) else ""


def _locale() -> str:
    """The language of the locale: "de" of "de_DE.UTF-8"; elsewhere than on POSIX, that of the system."""
    for name in _LOCALES:
        if value := os.environ.get(name):
            return _language(value) if _language(value) in ("c", "posix") else _wished() or _language(value)
    if os.name != "nt":
        return ""
    import locale  # Windows sets no variables

    return _language(locale.getlocale()[0] or "")


def _wished() -> str:
    """The first language of `LANGUAGE` that there is: "de" of "fr:de_AT:en"."""
    wanted = map(_language, os.environ.get(_WISHES, "").split(":"))
    return next((one for one in wanted if one in i18n.languages()), "")


def _language(name: str) -> str:
    """The language of a locale's name, in small letters: "de_AT" and "German_Austria" are "de"."""
    if name.lower().startswith("german"):
        return "de"
    return name.split(".", maxsplit=1)[0].replace("-", "_").split("_")[0].lower()
