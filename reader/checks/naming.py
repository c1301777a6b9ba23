"""Speakers as articles write them, when they name nobody."""

import re

_NAMELESS = re.compile(
    r"(?:ich|wir|er|sie|es|man|i|we|he|she|they|one|je|nous|il|elle|ils|elles|on|yo|nosotros|él|ella|ellos|ellas"
    r"|io|noi|lui|lei|loro|ik|wij|we|hij|zij|ze|men|se)",
    re.IGNORECASE,
)
"""Pronouns, in the languages that have tables."""


def is_nameless(written: str) -> bool:
    """Whether `written` is but a pronoun, or nothing."""
    return not written or _NAMELESS.fullmatch(written) is not None
