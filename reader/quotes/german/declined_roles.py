"""Roles as a register has them: in the nominative, as one would write them without an article.

"Der stellvertretende Vorsitzende Karl Ott" is a "stellvertretender Vorsitzender", "Die Vorsitzende" a
"Vorsitzende"; a noun like "Experte" keeps its ending.
"""

from reader.quotes.german import lexicon as w
from reader.quotes.german.parse import Parsed
from reader.quotes.text.sentences import Range

_MASCULINE = frozenset(("des", "dem", "den", "eines", "einem", "einen", "zum", "vom", "beim", "im"))
"""Articles of a man's role in a case other than the nominative."""
_GENITIVE = frozenset(("des", "eines"))


def role_before(parsed: Parsed, role: Range) -> list[str]:
    """The words of a role before a name; its article stands before them."""
    first, end = role
    words = list(parsed.words[first:end])
    head = next((at for at in range(first, end) if parsed.flags[at] & w.CAPITAL), end)
    article = parsed.lower(first - 1) if first else ""
    if head == end or not all(_may_decline(parsed, at) for at in range(first, head)):
        return words
    gender = _gender(parsed, article, parsed.lower(first))
    if not gender:
        return words
    neuter = gender == "n" or parsed.lower(head).endswith(parsed.table.endings.neuter)
    ending = "e" if gender == "f" else "es" if neuter else "er"  # "dem neuen Mitglied"
    for at in range(first, head):
        words[at - first] = _stem(parsed.words[at]) + ending
    if is_declined(parsed, parsed.lower(head)):
        words[head - first] = _stem(parsed.words[head]) + ending
    elif gender == "m" and (plain := weak_nominative(parsed, parsed.words[head])):
        words[head - first] = plain
    elif article in _GENITIVE:
        words[head - first] = _without_genitive(parsed.words[head])
    return words


def role_behind(parsed: Parsed, role: Range) -> str:
    """A role behind a name, as written but for its endings: "der Vorsitzende des Vereins"."""
    written = " ".join(parsed.text(role).split())
    plain, declined = parsed.words[slice(*role)], role_before(parsed, role)
    changed = max((at + 1 for at in range(len(plain)) if plain[at] != declined[at]), default=0)
    # the changed words stand first, with nothing but spaces between them
    return " ".join((*declined[:changed], *written.split(" ")[changed:]))


def is_declined(parsed: Parsed, noun: str) -> bool:
    """Whether a noun has the endings of an adjective: "Vorsitzender", "Abgeordneten", not "Experte"."""
    return _stem(noun) != noun and f"{_stem(noun)}e".endswith(parsed.table.endings.declined)


def weak_nominative(parsed: Parsed, noun: str) -> str:
    """ "Dezernent" of "Dezernenten"; "" of a noun that is declined otherwise, or not at all."""
    plain = noun.removesuffix("en")
    return plain if plain != noun and plain.endswith(parsed.table.endings.weak) else ""


def same_form(parsed: Parsed, noun: str) -> str:
    """A role by which its forms are compared: "vorsitzende" for "vorsitzender" and "vorsitzenden"."""
    return f"{_stem(noun)}e" if is_declined(parsed, noun) else noun


def _gender(parsed: Parsed, article: str, word: str) -> str:
    """ "m", "f" or "n", as article and ending of the first word tell, empty where they do not."""
    if article == "der" and word.endswith("en"):
        return "f"
    if article == "der" and word.endswith("e"):
        return "m"
    if article == "das" and word.endswith("e"):
        return "n"
    oblique = word.endswith("en") or article in _GENITIVE
    return "m" if article in _MASCULINE and oblique else ""


def _may_decline(parsed: Parsed, at: int) -> bool:
    """Whether a word before a noun is an adjective with an ending."""
    word = parsed.words[at]
    return word[0].islower() and word.endswith(("e", "en", "er", "es", "em")) and len(word) > len("der")


def _stem(word: str) -> str:
    """A word without the ending of an adjective."""
    ending = next((ending for ending in ("em", "en", "er", "es", "e") if word.endswith(ending)), "")
    return word.removesuffix(ending)


def _without_genitive(noun: str) -> str:
    """ "Minister" of "Ministers", "Arzt" of "Arztes"; "Präsidenten" stays."""
    if noun.endswith("tes"):
        return noun.removesuffix("es")
    return noun.removesuffix("s") if noun.endswith("s") and noun[-2] not in "sui" else noun
