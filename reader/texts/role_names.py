"""Names that say what somebody is, and not who."""

from functools import cache

from reader.languages.folders import codes
from reader.languages.press import everywhere
from reader.languages.tables import load


@cache
def _roles() -> frozenset[str]:
    return frozenset().union(*(load(code).roles for code in codes("quotes.toml")))


def is_role(name: str) -> bool:
    """Whether `name` says what somebody is, and not who: "Sprecher", "ein Sprecher der Polizei".

    "Minister Weber" names somebody: behind the role stands a name.
    """
    words = name.split()
    if words and words[0].casefold() in everywhere().articles:
        words = words[1:]
    if not words or words[0].casefold() not in _roles():
        return False
    return len(words) == 1 or not words[1][:1].isupper()
