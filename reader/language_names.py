"""What languages are called on a screen, where a person may type that, the English name or the code."""

from reader.i18n import pgettext
from reader.languages.identify import KNOWN

_NAMES = {
    "de": pgettext("language", "German"),
    "en": pgettext("language", "English"),
    "fr": pgettext("language", "French"),
    "es": pgettext("language", "Spanish"),
    "it": pgettext("language", "Italian"),
    "nl": pgettext("language", "Dutch"),
    "pt": pgettext("language", "Portuguese"),
    "pl": pgettext("language", "Polish"),
    "da": pgettext("language", "Danish"),
    "sv": pgettext("language", "Swedish"),
    "no": pgettext("language", "Norwegian"),
    "cs": pgettext("language", "Czech"),
    "tr": pgettext("language", "Turkish"),
    "ru": pgettext("language", "Russian"),
    "uk": pgettext("language", "Ukrainian"),
    "ar": pgettext("language", "Arabic"),
}


def language_name(code: str) -> str:
    """What the language of a code is called: "German" of "de"; a rare one in English, or by its code."""
    return _NAMES.get(code) or KNOWN.get(code, code)


def language_named(written: str) -> str:
    """The code of a language that a person names, as screens call it, in English or by its code.

    What names none is given back as it is.
    """
    word = written.strip()
    names = {name.casefold(): code for known in (KNOWN, _NAMES) for code, name in known.items()}
    return names.get(word.casefold(), word)
