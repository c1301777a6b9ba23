"""Tags whose verb no list holds, with who speaks behind it: "– Spokojnie – studzi nastroje trener"."""

from reader.quotes.clauses.slavic.noun_phrases import BREAKS, phrase_end
from reader.quotes.clauses.slavic.slavic_text import SlavicText
from reader.quotes.patterns.attributions import Attribution

_NEAR = 6
"""Tokens from the verb to who speaks at most: "nie owijał w bawełnę trener"."""


def unlisted_tag(text: SlavicText, at: int, stop: int) -> Attribution | None:
    """The tag of any verb that begins at a token and ends with a person, by role or name."""
    denied = False
    while at < stop and (text.is_small(at) or text.lower(at) in text.grammar.negations):
        denied = denied or text.lower(at) in text.grammar.negations  # "nie dba o pozory Jan Lis"
        at += 1
    itself = at + 1 < stop and text.lower(at + 1) in text.grammar.reflexives  # "rozmarza się Jan Lis"
    called = at + 1 < stop and text.lower(at + 1) in text.language.honorifics
    verbal = text.words[at : at + 1] and text.words[at].endswith(text.grammar.verbal_endings or ("\0",))
    told = itself or ((called or denied) and verbal)  # "płacze pani Teresa"
    if at >= stop or not (_is_verb(text, at) or (told and text.words[at].islower())):
        return None
    for who in range(at + 1, min(at + _NEAR, stop)):
        if text.words[who] in BREAKS:
            return None
        if text.is_person(who) or text.is_name(who) or text.lower(who) in text.language.honorifics:
            end = phrase_end(text, who, stop)
            closes = end >= stop or text.words[end] in BREAKS or text.is_preposition(end)
            closes = closes or text.lower(end) in text.grammar.subordinators
            led = text.is_preposition(who - 1)
            return Attribution("tag after", (at,), (who, end)) if closes and not led else None
    return None


def _is_verb(text: SlavicText, at: int) -> bool:
    """Whether a word in small letters is a verb, or ends as one in the present: "studzi", "gasi"."""
    known = text.is_noun(at) or text.is_preposition(at) or text.lower(at) in text.grammar.subordinators
    if known or not text.words[at][0].islower() or not text.words[at].isalpha():
        return False
    return text.is_verb(at) or text.lower(at).endswith(text.grammar.present_endings or ("\0",))
