"""Tags without a verb of saying: «…», "l'analisi del tecnico", «…», "è il commento di Ada Neri"."""

from reader.quotes.clauses.romance.clause_text import DASHES, ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.patterns import noun_phrases
from reader.quotes.patterns.attributions import NONE, Attribution

_RULE = "tag after"
_LEAD = 4
"""Small words before the noun at most: "è stato il primo | commento"."""
_ADJECTIVES = 3
"""Tokens from the noun to whose it is at most: "le parole amare, ieri, | del sindaco"."""
_OPENING = DASHES | {","}


def attribution(text: ClauseText, end: int) -> Attribution | None:
    """Whose answer, comment or plea a passage is that ends at `end`."""
    opened = text.words[end : end + 1]
    return whose(text, end + 1, end) if opened and opened[0] in _OPENING else None


def whose(text: ClauseText, at: int, begin: int) -> Attribution | None:
    """Whose words the clause from a token on tells them to be: "Queste le parole di Ada Neri"."""
    noun = _noun(text, at)
    if not noun:
        return None
    # «…», "è la sua replica": of whoever was spoken of
    if text.lower(noun - 1) in text.grammar.own_words:
        return NONE
    stop = text.sentence_of(at)[1]
    for of in range(noun + 1, min(noun + 1 + _ADJECTIVES, stop - 1)):
        if text.lower(of) in text.grammar.complements:
            found = noun_phrases.phrase_from(text, of + 1, stop)
            known = found and is_somebody(text, found)
            return Attribution(_RULE, (noun,), found, None, (begin, found[1])) if known and found else None
        if not text.words[of][0].islower() or text.is_finite(of):
            return None
    return None


def _noun(text: ClauseText, at: int) -> int:
    """The noun of an answer behind small words with an article among them, or 0."""
    led = text.grammar.copulas | text.articles | text.language.demonstratives
    for noun in range(at + 1, min(at + 1 + _LEAD, len(text.words))):
        if text.lower(noun) in text.grammar.answers:
            before = text.lower(noun - 1)
            plain = before in text.articles or text.lower(noun - 2) in text.articles
            return noun if plain and text.lower(at) in led else 0
    return 0
