"""Two who speak together, joined by a pair of words: "Tant la CGT que FO", "Sia Neri sia Sala"."""

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.subject_phrases import over_adverbs
from reader.quotes.text.nouns import is_name, pairs_of
from reader.quotes.text.sentences import Range

_LONGEST = 24
"""Tokens of the two with their words at most."""


def both_before(text: ClauseText, first: int, end: int) -> Range | None:
    """The two who stand before a verb at token `end`, without the word that leads them."""
    end = over_adverbs(text, first, end)
    for at in range(end - 1, max(first, end - _LONGEST) - 1, -1):
        for opener, joint in pairs_of(text.language):
            start = at + len(opener)
            opens = text.lowered[at:start] == opener and (at == first or not text.words[at - 1][0].isalnum())
            joints = (i for i in range(start + 1, end) if text.lowered[i] == joint)
            if opens and any(_begins(text, start) and _begins(text, i + 1) for i in joints):
                return start, end
    return None


def _begins(text: ClauseText, at: int) -> bool:
    """Whether a noun phrase with an article or a name begins: not "tant que", "tanto quanto preciso"."""
    return is_name(text.words[at]) or text.lower(at) in text.language.determiners
