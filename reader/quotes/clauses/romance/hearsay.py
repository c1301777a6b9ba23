"""What is told without anybody who tells it: "El alcalde habría cobrado", "Al parecer, huyó"."""

from collections.abc import Iterator, Sequence

from reader.models import QuoteType
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.occupied import free_parts, whole
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range

_NEAR = 3
"""Tokens from an auxiliary to its participle at most: "habría ya cobrado"."""


def find(text: ClauseText, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The sentences, free of other quotes, that report what nobody vouches for."""
    rumoured, phrases = text.grammar.rumoured, text.grammar.reportedly
    openers = {phrase[0] for phrase in phrases}
    places = [at for at, word in enumerate(text.lowered) if word in rumoured or word in openers]
    for sentence, found in free_parts(text, places, drafts):
        # "l'idée qu'il aurait fui", "un homme qui aurait fui": the sentence says more than that
        opens = next((at for at in range(*sentence) if text.begins_clause(at)), sentence[1])
        tells = any(_tells(text, at) for at in found if at <= opens)
        if tells and not _is_unreal(text, sentence):
            yield Draft(QuoteType.FREE_INDIRECT, (whole(text, sentence),), "hearsay", hearsay=True)


def _tells(text: ClauseText, at: int) -> bool:
    """Whether a conditional perfect or an adverb of hearsay stands at a token."""
    for phrase in text.grammar.reportedly:
        if tuple(text.lowered[at : at + len(phrase)]) == phrase:
            return _stands_alone(text, at, at + len(phrase))
    if text.lower(at) not in text.grammar.rumoured:
        return False
    for behind in range(at + 1, min(at + 1 + _NEAR, len(text.words))):
        word = text.lower(behind)
        if word in text.grammar.wished:  # "habría querido", "aurait pu"; "serait due à un vol" is rumoured
            return _names_cause(text, behind)
        # "sarebbe pronto a", "aurait déjà les voix"
        if word in text.grammar.poised or (
            word in text.grammar.already and text.lower(behind + 1) in text.articles
        ):
            return True
        if text.is_participle(behind):
            return True
        if not text.is_adverb(behind) and word not in text.grammar.negations:
            return False
    return False


def _names_cause(text: ClauseText, at: int) -> bool:
    """Whether what something is owed to stands behind a participle: "se habría debido a un robo"."""
    word = text.lower(at + 2)
    led = text.lower(at + 1) in text.grammar.datives
    return led and not word.endswith(text.grammar.infinitives)


def _stands_alone(text: ClauseText, first: int, end: int) -> bool:
    """Whether an adverb is about the whole sentence: "Al parecer, huyó", "supuestamente cobró"."""
    opens = first == text.sentence_of(first)[0] or text.words[first - 1] == ","
    closes = end < len(text.words) and text.words[end] == ","
    beside = text.has_verb(first - 1, first) or (end < len(text.words) and text.has_verb(end, end + 1))
    # "obras supuestamente caras", "un acto, al parecer de muchas, vulgar": about one word
    return (opens and closes) or (opens and first == text.sentence_of(first)[0]) or beside


def _is_unreal(text: ClauseText, sentence: Range) -> bool:
    """Whether a sentence is about what is not so: "Si hubiera llovido, habría ido", a question."""
    words = text.lowered[slice(*sentence)]
    # "s'il avait plu"; "se serait enfui" is none
    if any(
        text.lower(at) in text.grammar.whether and text.lower(at + 1) in text.language.pronouns
        for at in range(*sentence)
    ):
        return True
    asks = sentence[1] < len(text.words) and text.words[sentence[1]] == "?"
    return asks or not text.grammar.unreal.isdisjoint(words)
