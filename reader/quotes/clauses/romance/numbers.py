"""Whether a verb and whoever is taken for its subject are of one number: «…», "comentan" is of several."""

from functools import lru_cache

from reader.languages.tables import Language
from reader.languages.verb_files import FINITE, PLURAL, SINGULAR
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range

_PLURAL = "s"
"""What plural articles and nouns end in where articles tell gender and number ("los", "fuentes")."""


def agrees(text: ClauseText, draft: Draft, speaker: Range) -> bool:
    """Whether the verb of a draft may have somebody for its subject that stands elsewhere in the text."""
    verb, subject = _of_verb(text, draft), _of_phrase(text, speaker)
    return not (verb and subject) or verb == subject


@lru_cache(maxsize=16)
def _has_plural(language: Language) -> bool:
    """Whether the articles of a language tell gender, and a plural by their ending: "los", not "i"."""
    plural = {word for word in language.determiners if word.endswith(_PLURAL)}
    return bool(language.articles) and not plural.isdisjoint(word + _PLURAL for word in language.articles)


def _of_verb(text: ClauseText, draft: Draft) -> int:
    """The number of the finite verb of a cue; 0 where its form does not tell."""
    numbers = {
        reading.features & (SINGULAR | PLURAL)
        for at in draft.cue
        for reading in text.readings(at)
        if reading.features & FINITE
    }
    return numbers.pop() if len(numbers) == 1 else 0


def _of_phrase(text: ClauseText, phrase: Range) -> int:
    """The number of a noun phrase; 0 where nothing tells, as of "la familia", "la mayoría"."""
    first, end = phrase
    word, language = text.lower(first), text.language
    if not _has_plural(language) or language.pronouns.get(word) == "n":
        return 0
    if word in language.pronouns:
        return PLURAL if language.pronouns[word] == "p" else SINGULAR
    joint = any(text.lower(at) in language.joining for at in range(first, end))
    known = any(text.lower(at) in language.groups for at in range(first, end))
    if word in language.determiners and word.endswith(_PLURAL):
        return PLURAL
    if joint or known:
        return 0
    # "El ministro", "Ana Gil"; not "Fuentes", which is no name alone
    named = end > first + 1 and text.words[first] in text.given
    named = named or (end == first + 1 and text.words[first] in text.surnames)
    return SINGULAR if word in language.articles or named else 0
