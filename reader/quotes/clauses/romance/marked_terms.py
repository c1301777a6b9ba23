"""Tell marked terms from words that somebody said: « zone d'éducation prioritaire » is nobody's speech."""

from collections.abc import Iterable, Iterator

from reader.quotes.clauses.romance import led_tags, noun_tags, unlisted_tags
from reader.quotes.clauses.romance.clause_text import MARKS, ClauseText
from reader.quotes.clauses.romance.predicates import predicate_at
from reader.quotes.clauses.romance.speakers import speaker_of
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import NONE
from reader.quotes.patterns.spoken import is_speech
from reader.quotes.text.marks import Pair
from reader.quotes.text.table_text import TableText

_FEW = 5
"""Words of a fragment in marks at most, and passages joined to it."""
_WORDS = 4
"""Tokens of a passage, with its marks, that a tag without a verb of saying makes speech, more than these."""
_NEAR = 11
"""Tokens before a fragment in which the verb stands that calls something so."""


def speaks(text: TableText, pair: Pair) -> bool:
    """Whether a passage in marks is somebody's words, by the tables or by the verb that leads up to it."""
    return is_speech(text, pair) or _is_named(text, pair) or _is_tagged(text, pair)


def _is_tagged(text: TableText, pair: Pair) -> bool:
    """Whether a tag follows that no table reads: «Vedremo», si è limitata a dire; «Basta», il suo sfogo."""
    assert isinstance(text, ClauseText)
    first, end = text.analysis.range_of(pair.start, pair.end)
    # «Yo no», chicaneó: a verb that no book has, behind what begins a sentence
    begins = first <= text.behind_place(text.begin_of(first))
    if led_tags.tag_behind(text, (first, end)) or (begins and unlisted_tags.attribution(text, end)):
        return True
    opens = first == text.begin_of(first) and text.words[end : end + 1] == [","] and end - first > _WORDS
    return opens and bool(led_tags.together(text, (first, end)) or noun_tags.attribution(text, end))


def _is_named(text: TableText, pair: Pair) -> bool:
    """Whether a verb that calls something so leads up to a few small words: "juge la mesure « injuste »"."""
    assert isinstance(text, ClauseText)
    first, last = text.analysis.range_of(pair.inner_start, pair.inner_end)
    if last - first > _FEW or first < 2 or not text.words[first][0].islower():
        return False
    # "the Fox": a name
    if text.lower(first) in text.language.determiners and text.words[first + 1][0].isupper():
        return False
    begin = _before_joined(text, first - 1)
    start = text.sentence_of(begin)[0]
    for at in range(begin - 1, max(start, begin - _NEAR) - 1, -1):
        if text.words[at] in MARKS or text.words[at] in ":;":
            return False
        if text.lower(at) in text.language.naming_verbs and text.says(at):
            verb = predicate_at(text, at, start)
            return (
                verb is not None and verb.finite and speaker_of(text, verb, None, (start, begin)) is not None
            )
    return False


def _before_joined(text: ClauseText, mark: int) -> int:
    """The opening mark of the first of several passages: « injuste » et « coûteuse »."""
    for _ in range(_FEW):
        joins = text.lower(mark - 1) in text.language.joining or text.words[mark - 1] == ","
        before = text.begins.get(mark - 2) if joins else None
        if before is None:
            break
        mark = before
    return mark


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
