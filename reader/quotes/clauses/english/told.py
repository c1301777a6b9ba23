"""Told speech acts, not rendered: "Lee denied the allegations", "The union blasted a bill that …"."""

from collections.abc import Iterator, Sequence

from reader.models import QuoteType
from reader.quotes.clauses.english.clause_ends import content_end
from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.complements import takes
from reader.quotes.clauses.english.everyday import fights, is_everyday
from reader.quotes.clauses.english.noun_phrases import chain_end, phrase_end
from reader.quotes.clauses.english.speakers import subject_of
from reader.quotes.clauses.english.verb_groups import FINITE, GERUND, VerbGroup
from reader.quotes.drafts import Draft
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range


def told_in(text: ClauseText, sentence: Range) -> Draft | None:
    """The whole sentence, where a person, group or document is the subject of a verb of a speech act."""
    if text.marked.intersection(range(*sentence)):
        return None
    for group in text.groups_in(sentence):
        speaker = _teller(text, group, sentence)
        if speaker:
            return _draft(group, sentence, speaker)
    return None


def further_acts(text: ClauseText, sentence: Range, taken: Sequence[Range]) -> Iterator[Draft]:
    """Acts beside something else that a sentence renders: "said it was late and thanked the crew"."""
    for group in text.groups_in(sentence):
        speaker = _teller(text, group, sentence)
        if speaker is None:
            continue
        # "and thanked the crew" leaves its subject out, "Lee thanked the crew, saying" does not
        whole = _before_adverbs(text, group, sentence[0]) == speaker[1]
        piece = speaker[0] if whole else group.first, content_end(text, group, group.last, sentence)
        if not (whole or text.tag(_before_adverbs(text, group, sentence[0]) - 1) == "C"):
            continue
        if text.marked.intersection(range(*piece)) or any(_overlap(piece, other) for other in taken):
            continue
        yield _draft(group, piece, speaker)


def _before_adverbs(text: ClauseText, group: VerbGroup, first: int) -> int:
    """The token behind the last one before a verb that is no adverb."""
    at = group.first
    while at > first and text.tags[at - 1] == "R":
        at -= 1
    return at


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _draft(group: VerbGroup, tokens: Range, speaker: Range) -> Draft:
    return Draft(QuoteType.REPORTED, (tokens,), "told", (tokens,), group.cue, speaker, saying=group.lemma)


def _teller(text: ClauseText, group: VerbGroup, sentence: Range) -> Range | None:
    """Who tells an act by a verb; None where it tells none."""
    called = takes(text, group, "c") and _calls(text, group, sentence)
    if not (called or takes(text, group, "r")) or not _tells(text, group, sentence):
        return None
    if is_everyday(text, group, sentence):
        return None
    speaker = subject_of(text, group, sentence)
    if speaker and fights(text, group, speaker):
        return None
    # "None of the ministers denied it"
    if speaker is None or text.isin(speaker[0], "nobody"):
        return None
    # "The diocese announced the decision": what only people do
    human = called or group.lemma in text.lexicon.lists["human_acts"]
    return speaker if speaks(text, speaker, human=human) else None


def _tells(text: ClauseText, group: VerbGroup, sentence: Range) -> bool:
    """Whether a verb tells an act: in the indicative, with an object, not in a condition or relative."""
    # "Lee left, blasting the bill", but not "known for attacking the bill".
    if group.kind == GERUND and text.tag(group.first - 1) != ",":
        return False
    if group.kind not in (FINITE, GERUND) or group.passive or group.negated or group.modal:
        return False
    if not _has_object(text, group, sentence):
        return False
    for at in range(group.first - 1, max(sentence[0], group.first - 8) - 1, -1):
        if text.tags[at] in "HTUW":
            return False
        if text.tags[at] in ",.:VAM":
            break
    return True


def _calls(text: ClauseText, group: VerbGroup, sentence: Range) -> bool:
    """Whether a verb says what something is: "called the ruling a mistake", "described it as an insult"."""
    at, stop = group.last, sentence[1]
    end = at + 1 if text.tag(at) in "OP" else phrase_end(text, at, stop)
    # "described the days of talks as frank"
    hanging = chain_end(text, at, stop) if end > at else end
    end = hanging if text.lower(hanging) == "as" else end
    # "called the book her masterpiece": two phrases without a word between
    second = end if end > at else at
    if text.lower(second) == "as":
        return text.tag(second + 1) in "DJRgN"
    behind = phrase_end(text, second, stop)
    # "deeply disappointing", but not "called twice", "called her back"
    graded = text.tag(second) == "R"
    second += graded
    named = text.tag(second) in ("DJgN" if graded else "DJg") and not text.isin(
        max(behind - 1, second), "time_nouns"
    )
    return end > at and named and group.lemma != "describe"


def _has_object(text: ClauseText, group: VerbGroup, sentence: Range) -> bool:
    """Whether a verb has an object, by its word or a preposition too: "apologised for the delay"."""
    at = group.last
    # "brushed aside talk", "paid tribute to the losers"
    needed = any(text.lower(at) in one.needs for one in text.lexicon.book.sayings.get(group.lemma, ()))
    at += needed
    at += text.tag(at) in "It"
    # "rejects that."
    if text.tag(at) == "T" and text.tag(at + 1) in ".,":
        return True
    # "disputed that characterization"
    at += text.tag(at) == "T"
    return text.tag(at) in "DNSEJG#OPg" and phrase_end(text, at, sentence[1]) > at


def speaks(text: ClauseText, phrase: Range, *, human: bool = False) -> bool:
    """Whether a phrase names a person, a group or a document; a `human` act takes any noun, and "it"."""
    language = text.language
    known = language.groups | language.documents | language.anonymous
    for at in range(*phrase):
        word = text.lower(at)
        if human and (word == "it" or text.tags[at] in "NS"):
            return True
        if text.tags[at] == "P" and word not in ("it", "nothing", "everything", "something", "anything"):
            return True
        if word in known or is_role(word, language) or (text.tags[at] == "E" and is_name(text.words[at])):
            return True
    return False
