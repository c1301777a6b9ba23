"""Where a phrase that names a source begins and what it covers: "según el ministro, Juan Gil, …"."""

from reader.models import QuoteType
from reader.quotes.clauses.romance import relatives
from reader.quotes.clauses.romance.clause_text import DASHES, ClauseText
from reader.quotes.clauses.romance.learning import learned_by
from reader.quotes.clauses.romance.named_sources import nominal, related, viewed
from reader.quotes.clauses.romance.source_phrase import BRACKETS, LONGEST, Phrase, opens
from reader.quotes.clauses.romance.sourced_clauses import compared, passed_on, verbal
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import Attribution, attributed
from reader.quotes.text.sentences import Range

_BOUNDS = (":", ";")
"""Signs over which a phrase covers nothing."""


def beside(text: ClauseText, sentence: Range, *, opening: bool) -> Draft | None:
    """What a phrase covers; `opening` looks only at the one that a sentence begins with."""
    first, last = sentence
    for at in range(first, min(first + 3, last) if opening else last):
        known = at in text.phrase_places or text.lowered[at] in text.own_views
        if not known or at in text.marked or (opening and not opens(text, first, at)):
            continue
        found = _own_view(text, at, sentence) or phrase_at(text, at, sentence)
        if found:
            return _covered(text, sentence, found)
    return None


def _own_view(text: ClauseText, at: int, sentence: Range) -> Phrase | None:
    """The view of whoever spoke before: "En su opinión, el penalti fue claro"."""
    articles = text.articles - text.grammar.prepositions
    for phrase in text.own_views.get(text.lowered[at], ()):
        end = at + len(phrase)
        whole = tuple(text.lowered[at:end]) == phrase and end < sentence[1]
        # "A suo dire le carte sono false"
        # "se la prende con tutti: a suo giudizio il tocco era netto"
        bound = at > sentence[0] and text.words[at - 1] in _BOUNDS and text.lower(end) in articles
        whole = whole and (text.words[end] == "," or (at == sentence[0] and text.is_article(end)) or bound)
        if whole and (at == sentence[0] or text.words[at - 1] in (",", *_BOUNDS)):
            return Phrase(at, end, "viewpoint", tuple(range(at, end)), None)
    return None


def phrase_at(text: ClauseText, at: int, sentence: Range) -> Phrase | None:
    """The phrase that begins at a token of a sentence."""
    size = _size(text, at, sentence[0])
    if not size:
        return compared(text, at, sentence) or viewed(text, at, sentence)
    # "dijo que, según Gil, llueve": what is said begins before the phrase.
    that = at - 2 >= sentence[0] and text.words[at - 1] == "," and text.lower(at - 2) in text.grammar.that
    if that and (
        not relatives.relates(text, at - 2, sentence[0]) or relatives.is_said(text, at - 2, sentence)
    ):
        return None
    cue = tuple(range(at, at + size))
    return (
        verbal(text, at, at + size, sentence)
        or _learned(text, at, at + size, sentence)
        or passed_on(text, at, at + size, sentence)
        or related(text, at, at + size, sentence)
        or nominal(text, cue, sentence)
    )


def _size(text: ClauseText, at: int, first: int) -> int:
    """Tokens of the words that attribute at a token, 0 where there are none."""
    grammar = text.grammar
    # "el Según de Gil"; "Sorteo Según Gil, ...": a heading of one word
    heading = at == first + 1 and text.words[first][0].isupper()
    if text.words[at][0].isupper() and at > first and text.words[at - 1][-1].isalnum() and not heading:
        return 0
    for phrase in text.sources.get(text.lowered[at], ()):
        if tuple(text.lowered[at : at + len(phrase)]) == phrase:
            # "o segundo turno", "em segundo lugar"
            counted = text.lower(at - 1) in grammar.not_behind or text.lower(at + 1) in grammar.not_before
            return (
                0 if len(phrase) == 1 and at > first - 1 and grammar.not_before and counted else len(phrase)
            )
    return 0


def _learned(text: ClauseText, at: int, behind: int, sentence: Range) -> Phrase | None:
    """What the paper itself learned: "según ha podido saber esta revista"."""
    found = learned_by(text, behind, sentence[1])
    if found is None:
        return None
    verb, tail = found
    return Phrase(at, tail.end, "according to", (*range(at, behind), *verb), tail.subject)


def _covered(text: ClauseText, sentence: Range, found: Phrase) -> Draft | None:
    """The sentence around a phrase; commas beside it belong to the frame."""
    first, last = _brackets_around(text, found.first, sentence)
    at, end = found.first, found.end
    if end < last and text.words[end] == ",":
        end += 1
    while at > first and (text.words[at - 1] == "," or text.words[at - 1] in DASHES):
        at -= 1
    # "…, según dijo Gil, en una entrevista de ayer"
    # "o, come dicono i tecnici, delle reti" goes on
    begun = text.lower(at - 1) in text.language.joining
    if at > first and end < last and not begun and text.is_adverbial(end, last):
        end = last
    clause = relatives.clause_around(text, (first, last), found.first, end)
    if clause:
        pieces = tuple(piece for piece in ((clause[0], at), (end, clause[1])) if piece[1] > piece[0])
        return attributed(
            QuoteType.INDIRECT,
            pieces,
            Attribution(found.rule, found.cue, found.speaker, found.addressee, (at, end)),
        )
    relative = found.rule.endswith("a relative")
    # "La versión, según la cual el coche iba vacío, no convence"
    if relative and text.words[found.first - 1] == ",":
        last = next((i for i in range(end, last) if text.words[i] == ","), last)
    pieces = ((end, last),) if relative or at <= first else ((first, at), (end, last))
    content = tuple(piece for piece in pieces if piece[1] - piece[0] > 0)
    if not content:
        return None
    attribution = Attribution(found.rule, found.cue, found.speaker, found.addressee, (at, end))
    return attributed(QuoteType.INDIRECT, content, attribution)


def _brackets_around(text: ClauseText, at: int, sentence: Range) -> Range:
    """What a phrase covers at most: what brackets hold, "(há 15 anos, segundo a nota)", or a colon leads."""
    first, last = sentence
    if text.words[at - 1] in _BOUNDS and at > first:
        return at, last
    for opening in range(at - 1, max(first, at - LONGEST) - 1, -1):
        if text.words[opening] in BRACKETS.values():
            break
        if text.words[opening] in BRACKETS:
            near = range(at, last)
            return opening + 1, next((i for i in near if text.words[i] in BRACKETS.values()), last)
    return sentence
