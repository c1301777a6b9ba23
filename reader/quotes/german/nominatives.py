"""Noun phrases as a register has them: in the nominative, without article: "Deutscher Wetterdienst"."""

from reader.quotes.german import lexicon as w
from reader.quotes.german.parse import Parsed
from reader.quotes.text.sentences import Range

_FEMININE_OBLIQUE = frozenset(("der", "einer", "dieser", "ihrer", "seiner", "unserer", "jener", "zur"))
_OTHER_OBLIQUE = frozenset(
    ("dem", "des", "den", "einem", "eines", "einen", "diesem", "dieses", "diesen", "ihrem", "ihres", "ihren")
) | frozenset(
    ("seinem", "seines", "seinen", "unserem", "unseres", "unseren", "im", "vom", "beim", "zum", "am")
)
"""Articles in a case other than the nominative, before a feminine noun and before another one."""
_NEUTER = frozenset(("das", "dieses", "jenes"))
_LONG_PLACE = 6
"""Letters of an adjective made of a place, at least: "Wiener"."""
_STEM_ENDINGS = ("em", "en", "er", "es", "e")


def body(parsed: Parsed, phrase: Range) -> Range | None:
    """Adjectives and the noun of an organisation: "Deutschen Wetterdienstes"; None for a person."""
    first, end = phrase
    at = first
    while at < end and _is_adjective(parsed, at):
        at += 1
    noun = at < end and parsed.flags[at] & w.CAPITAL and at > first
    if not noun or not any(parsed.words[place][0].isupper() for place in range(first, at)):
        return None
    # "Alte Müller" may be a name; "Statistischen Bundesamt" and "Deutschen Presse-Agentur" are none.
    word = parsed.lower(at)
    return (first, at + 1) if _names_body(parsed, word) and not _name_follows(parsed, at + 1, end) else None


def nominative_of(parsed: Parsed, phrase: Range, noun: str) -> str:
    """A phrase of adjectives and `noun`, the adjectives as in the nominative: "interner Vermerk".

    `phrase` is without its article, which tells the case; `noun` is the last word, already without an ending.
    """
    article = parsed.lower(phrase[0] - 1) if phrase[0] else ""
    adjectives = [
        _ending(parsed.words[at], article, noun.lower(), parsed) for at in range(phrase[0], phrase[1] - 1)
    ]
    return " ".join([*adjectives, noun])


def _ending(word: str, article: str, noun: str, parsed: Parsed) -> str:
    """One adjective with the ending of the nominative without an article."""
    ending = next((ending for ending in _STEM_ENDINGS if word.endswith(ending)), "")
    stem = word.removesuffix(ending)
    feminine = noun.endswith(parsed.table.endings.feminine)
    neuter = noun.endswith(parsed.table.endings.neuter)
    if not ending or not is_declined(parsed, word.lower()):  # "der Frankfurter Rundschau"
        return word
    if noun.endswith(parsed.table.endings.several):  # "die Vereinten Nationen"
        return stem + "e"
    # "dem Statistischen Bundesamt", "des Deutschen Wetterdienstes", "Laut Deutschem Wetterdienst".
    if article in _OTHER_OBLIQUE or (ending in ("em", "en") and article not in _FEMININE_OBLIQUE):
        return stem + ("e" if feminine else "es" if neuter else "er")
    # "der Deutschen Bahn", "Laut Deutscher Bahn".
    if (article in _FEMININE_OBLIQUE and ending == "en") or (ending == "er" and feminine):
        return stem + "e"
    # "das syrische Regime", whatever its noun ends with
    if ending == "e" and article in _NEUTER:
        return stem + "es"
    # "Angaben syrischer Staatsmedien"
    if ending == "er" and article.endswith(parsed.table.endings.statements):
        return stem + "e"
    # "Der Deutsche Wetterdienst", "das Auswärtige Amt".
    if ending == "e" and article in ("der", "dieser"):
        return stem + ("es" if neuter else "er" if not feminine else "e")
    return word


def _is_adjective(parsed: Parsed, at: int) -> bool:
    word = parsed.words[at]
    if not word.lower().endswith(_STEM_ENDINGS) or word in parsed.given_names:
        return False
    # "Frankfurter Polizei", "Berliner Senat".
    place = word[0].isupper() and word.endswith("er") and len(word) >= _LONG_PLACE
    named = at + 1 < len(parsed.words) and _names_body(parsed, parsed.lower(at + 1))
    calls = word.lower().endswith(parsed.table.endings.callings)
    # „neue“ is declined; „Frankfurter“ is not, and needs the „Polizei“ behind it.
    return is_declined(parsed, word.lower()) or (place and named and not calls)


def is_declined(parsed: Parsed, word: str) -> bool:
    """Whether an adjective has endings, unlike those made of places ("Frankfurter")."""
    derived = word.removesuffix("n").endswith(parsed.table.endings.derived)
    return word.endswith(_STEM_ENDINGS) and (derived or _stem(word) in parsed.table.lists.qualities)


def _stem(word: str) -> str:
    ending = next(ending for ending in _STEM_ENDINGS if word.endswith(ending))
    return word.removesuffix(ending)


def _names_body(parsed: Parsed, noun: str) -> bool:
    plain = noun.removesuffix("es") if noun.endswith("es") else noun.removesuffix("s")
    return noun.endswith(parsed.body_endings) or plain.endswith(parsed.body_endings)


def _name_follows(parsed: Parsed, at: int, end: int) -> bool:
    """Whether a given name comes next: "Deutsche Kanzlerin Anna Berg"."""
    return at < end and parsed.words[at] in parsed.given_names
