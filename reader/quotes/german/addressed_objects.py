"""Whom a verb of telling somebody to do something, or of blaming somebody, has as its object.

"Die Stadt forderte die Mieter auf, …", "Ihm wird vorgeworfen, …", "An den Bund appellierte sie, …".
"""

from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.acts import acts
from reader.quotes.german.clauses import FRAGMENT, RELATIVE, Clause, Sentence
from reader.quotes.german.cues import Cue, predicate
from reader.quotes.german.frame_addressees import hears, is_dative
from reader.quotes.german.noun_phrases import noun_phrase, with_apposition
from reader.quotes.german.parse import Parsed
from reader.quotes.text.sentences import Range


def with_addressed(parsed: Parsed, draft: Draft) -> Draft:
    """The draft with the object of such a verb for its addressee, else with who is named beside it."""
    told = _of_act(parsed, draft) if draft.type == QuoteType.REPORTED else _of_cue(parsed, draft)
    if told:
        return replace(draft, addressee=told, addressee_rest=())
    if draft.addressee or not draft.cue:
        return draft
    return replace(draft, addressee=_named_beside(parsed, draft))


def _of_cue(parsed: Parsed, draft: Draft) -> Range | None:
    """Whom the verb of a cue has as its object."""
    if not draft.cue:
        return None
    sentence = parsed.sentence_with(draft.cue[0])
    for number, clause in enumerate(sentence.clauses):
        if clause.finite in draft.cue:
            cue = predicate(parsed, clause.finite, clause.first, clause.last)
            return addressed(parsed, sentence, number, cue, draft.speaker) if cue else None
    return None


def _of_act(parsed: Parsed, draft: Draft) -> Range | None:
    """Whom a speech act that is told has as its object: "Kolb wirft dem Rat Untätigkeit vor."."""
    lists = parsed.table.lists
    addressing = lists.addressing, lists.addressing_dative, lists.appealing
    if not any(draft.saying in verbs for verbs in addressing):
        return None
    sentence = parsed.sentence_with(draft.start)
    act = next((act for act in acts(parsed, sentence) if act.speaker == draft.speaker), None)
    return addressed(parsed, sentence, act.number, act.cue, draft.speaker) if act else None


def addressed(
    parsed: Parsed, sentence: Sentence, number: int, cue: Cue, speaker: Range | None
) -> Range | None:
    """The phrase beside the cue in clause `number` that names who is addressed by what its verb tells of."""
    clause, lists = sentence.clauses[number], parsed.table.lists
    lemma = cue.verb.lemma
    if lemma in lists.appealing:
        return _behind_preposition(parsed, clause.first, clause.last, ("an", "ans"))
    to_dative = lemma in lists.addressing_dative
    if not to_dative and (lemma not in lists.addressing or not (speaker or cue.passive)):
        return None
    at = _first_of_clause(sentence, number)
    while at < clause.last:
        phrase = _phrase(parsed, clause, cue, speaker, at)
        if phrase and _is_addressed(parsed, phrase, speaker, to_dative):
            return _cut(parsed, with_apposition(parsed, phrase, clause.last))
        at = max(at + 1, phrase[1] if phrase else 0)
    return None


def _first_of_clause(sentence: Sentence, number: int) -> int:
    """Where a clause begins, with what stands before its verb: "Dem Chef, 58, wird geraten"."""
    clause = sentence.clauses[number]
    while (
        number and clause.finite == clause.first and sentence.clauses[number - 1].kind in (FRAGMENT, RELATIVE)
    ):
        number -= 1
    return sentence.clauses[number].head


def _phrase(parsed: Parsed, clause: Clause, cue: Cue, speaker: Range | None, at: int) -> Range | None:
    """The noun phrase that begins at a token, one behind a preposition with that: it is no object."""
    flag = parsed.flags[at]
    if flag & w.PREPOSITION and not flag & w.CAPITAL:
        behind = noun_phrase(parsed, at + 1, clause.last)
        # "vor möglichen weiteren Bränden": two adjectives without an article make no phrase.
        noun = next((i for i in range(at + 1, clause.last) if parsed.flags[i] & w.CAPITAL), at)
        return at, behind[1] if behind else noun + 1
    if at in cue.tokens or at in parsed.marked:
        return None
    if flag & w.OBJECT_PRONOUN and parsed.lower(at) in parsed.table.lists.addressed_pronouns:
        return at, at + 1
    borders = sorted((*cue.tokens, *(speaker or ())[:1]))
    return noun_phrase(parsed, at, next((end for end in borders if end > at), clause.last))


def _is_addressed(parsed: Parsed, phrase: Range, speaker: Range | None, dative: bool) -> bool:
    """Whether an object names somebody: neither who speaks, nor a day, nor "es", in the case of the verb."""
    first, end = phrase
    if speaker and first < speaker[1] and speaker[0] < end:
        return False
    flag, word = parsed.flags[first], parsed.lower(first)
    if flag & w.PREPOSITION and not flag & (w.CAPITAL | w.PRONOUN | w.DETERMINER):
        return False
    if word in parsed.table.lists.no_hearers or flag & w.ADVERB:
        return False
    # "empfahl den Umstieg": with a dative for whom one tells.
    if dative and flag & w.DETERMINER and not is_dative(parsed, phrase):
        return False
    return hears(parsed, phrase)


def _cut(parsed: Parsed, phrase: Range) -> Range:
    """An object without what the verb has beside it: "die Bahn | zu Gesprächen", "Ida Ott | Betrug"."""
    first, end = phrase
    inside = range(first + 1, end)
    stop = next((at for at in inside if _is_beside(parsed, at)), end)
    bare = parsed.words[first] in parsed.given_names and stop - first > 2
    return first, first + 2 if bare and parsed.flags[first + 2] & w.CAPITAL else stop


def _is_beside(parsed: Parsed, at: int) -> bool:
    """Whether a word within an object is no part of it: "zur", "heute", what somebody is blamed for."""
    blame = parsed.flags[at - 1] & parsed.flags[at] & w.CAPITAL
    abstract = bool(blame) and parsed.lower(at).endswith(parsed.table.endings.feminine)
    return abstract or parsed.lower(at) in parsed.table.lists.beside_object


def _named_beside(parsed: Parsed, draft: Draft) -> Range | None:
    """Whom an attribution names behind "gegenüber", "zu" or as the other side of a talk."""
    for first, end in draft.frame:
        told = _behind_preposition(parsed, first, end, ("gegenüber",))
        told = told or _of_interview(parsed, first, end) or _spoken_to(parsed, draft, first, end)
        if told and told != draft.speaker:
            return told
    return None


def _behind_preposition(parsed: Parsed, first: int, end: int, prepositions: tuple[str, ...]) -> Range | None:
    """Whom one appeals to, or speaks to: "appellierte an den Bund", "gegenüber dem Sender"."""
    for at in range(first, end - 1):
        if parsed.lower(at) in prepositions and at not in parsed.marked:
            phrase = noun_phrase(parsed, at + 1, end)
            return with_apposition(parsed, phrase, end) if phrase and hears(parsed, phrase) else None
    return None


def _of_interview(parsed: Parsed, first: int, end: int) -> Range | None:
    """Whom somebody talked with: "in einem Interview mit dem Sender"."""
    for at in range(first, end - 2):
        if parsed.lower(at).endswith(parsed.table.endings.conversations) and parsed.lower(at + 1) == "mit":
            return noun_phrase(parsed, at + 2, end)
    return None


def _spoken_to(parsed: Parsed, draft: Draft, first: int, end: int) -> Range | None:
    """Whom something is said to: "sagte er zur Sportschau", "sagte er Reportern"."""
    for at in range(max(first, draft.cue[0] + 1), end):
        if at in parsed.marked:
            return None
        if parsed.lower(at) in parsed.table.lists.press_hearers:
            return at, at + 1
        if parsed.lower(at) in ("zu", "zum", "zur"):
            phrase = noun_phrase(parsed, at + 1, end)
            return phrase if phrase and _may_hear(parsed, phrase) else None
    return None


def _may_hear(parsed: Parsed, phrase: Range) -> bool:
    """Whether a phrase behind "zu" names somebody, an outlet too: "zur Lage" and "zu Beginn" do not."""
    head = next((at for at in range(*phrase) if parsed.flags[at] & w.CAPITAL), phrase[0])
    outlet = parsed.lower(head).endswith(parsed.table.endings.outlets)
    return outlet or parsed.words[head] in parsed.given_names
