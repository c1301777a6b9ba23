"""Tell marked terms from words that somebody said: « zone d'éducation prioritaire » is nobody's speech."""

from collections.abc import Iterable, Iterator

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import NONE


def spoken(text: ClauseText, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of direct speech without terms that nothing tells to be somebody's words."""
    return (draft for draft in drafts if not _is_term(text, draft))


def _is_term(text: ClauseText, draft: Draft) -> bool:
    """Whether words in marks that are no clause stand in a sentence where nobody says anything.

    « jugé pour « abus de biens sociaux » », « l'auteur de « trois fois rien » ».
    """
    if draft.rule != NONE.rule or draft.cue or draft.speaker:
        return False
    first, end = draft.content[0]
    start, stop = text.sentence_of(first)[0], max(text.sentence_of(end - 1)[1], end)
    if first <= text.behind_place(start):
        return False
    # « nous ne céderons pas » speaks, whatever stands around it.
    speaking = text.language.pronouns.keys() | text.grammar.negations
    if text.has_verb(first, end) or any(text.lower(at) in speaking for at in range(first, end)):
        return False
    return not (_says(text, start, first) or _says(text, end, stop))


def _says(text: ClauseText, first: int, end: int) -> bool:
    """Whether somebody says something, or is named as a source, between two tokens."""
    # "mis en examen et jugé pour": what is done to somebody is no speech of his.
    if any(not (text.is_noun(at) or text.is_passive(at)) for at in text.sayings_in((first, end))):
        return True
    sources = [phrase for phrase in text.language.attributions if phrase[0] in text.lowered[first:end]]
    return any(
        tuple(text.lowered[at : at + len(phrase)]) == phrase for phrase in sources for at in range(first, end)
    )
