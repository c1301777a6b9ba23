"""Whether a quotation was cut out of a sentence whose other words change what it says.

"Wir bauen die Brücke" of "Wenn das Geld kommt, bauen wir die Brücke", "we leave" of "I never said that we
leave". Only the clause itself counts, a condition beside it, and the clause that speaks of it.
"""

import re

from reader.checks.manuscript.values import KnownArticle, Quotation
from reader.checks.manuscript.wording import plain_words
from reader.languages.senses import Phrases, Senses, senses
from reader.models import Span

_BORDER = re.compile(r"[.!?…:;–—„“”»«\"\n]|\s-\s")
_REACH = 300
"""Characters to either side in which the sentence is looked for."""


def lost_words(quotation: Quotation, span: Span, article: KnownArticle) -> tuple[str, ...]:
    """The words of the sentence, outside of `span`, without which it says something else."""
    words = senses(article.language)
    before = _BORDER.split(article.text[max(0, span.start - _REACH) : span.start])[-1]
    behind = _BORDER.split(article.text[span.end : span.end + _REACH])[0]
    first = quotation.wording.plain[:1]
    lost = (*_lost_before(before, first, words), *_lost_behind(behind, words))
    if words.weighty.some(quotation.beside):
        return ()  # the manuscript says it in its own words
    return lost


def _lost_before(before: str, first: tuple[str, ...], words: Senses) -> tuple[str, ...]:
    *others, own = [plain_words(clause) for clause in before.split(",")]
    after = _after_last(own, words.coordinates)
    if len(after) < len(own) or not (own or others):
        return words.weighty.some(after)  # "und", "but": what stands before speaks of something else
    if found := words.weighty.some(own):
        return found
    if not others or any(word not in words.introduces for word in own):
        return ()
    clause = others[-1]
    if words.conditions.begins(clause):
        return tuple(clause[:1])
    is_spoken_of = any(word in words.introduces for word in (*own, *first))
    return words.weighty.some(clause) if is_spoken_of else ()


def _lost_behind(behind: str, words: Senses) -> tuple[str, ...]:
    own, *others = [plain_words(clause) for clause in behind.split(",")]
    clause = _before_first(own, Phrases(words.coordinates.entries + words.relatives.entries))
    if found := words.weighty.some(clause):
        return found
    return tuple(others[0][:1]) if others and words.conditions.begins(others[0]) else ()


def _after_last(row: list[str], phrases: Phrases) -> list[str]:
    last = max((at for at, word in enumerate(row) if word in phrases), default=-1)
    return row[last + 1 :]


def _before_first(row: list[str], phrases: Phrases) -> list[str]:
    first = next((at for at, word in enumerate(row) if word in phrases), len(row))
    return row[:first]
