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

_AGENT = 8
"""Tokens from a passive to its "by" at most."""


def told_in(text: ClauseText, sentence: Range) -> Draft | None:
    """The whole sentence, where a person, group or document is the subject of a verb of a speech act."""
    marked = len(text.marked.intersection(range(*sentence)))
    if 2 * marked > sentence[1] - sentence[0]:
        return None
    for group in text.groups_in(sentence):
        if marked and _gives_words(text, group, sentence):
            continue
        speaker = _teller(text, group, sentence)
        if speaker:
            return _draft(group, _stretch(text, group, sentence, speaker), speaker)
    return None


def _stretch(text: ClauseText, group: VerbGroup, sentence: Range, speaker: Range) -> Range:
    """The whole sentence, or the clause of an act beside others: "Lee flew to Bonn, | attacking the plan"."""
    # "As winter came, Lee denied it" is one act, ", while Lee denied it" an act beside
    beside = speaker[0] > sentence[0] + 1 and text.tags[speaker[0] - 1] in "UC"
    if not (beside or group.kind == GERUND):
        return sentence
    return _piece(text, group, sentence, speaker)


def _piece(text: ClauseText, group: VerbGroup, sentence: Range, speaker: Range) -> Range:
    """The clause of an act, with its subject where that stands right before it."""
    whole = _before_adverbs(text, group, sentence[0]) == speaker[1]
    return speaker[0] if whole else group.first, content_end(text, group, group.last, sentence)


def _gives_words(text: ClauseText, group: VerbGroup, sentence: Range) -> bool:
    """Whether a verb leads up to words in marks that are all it tells: 'called it “a disgrace”'.

    'rejected the charge as “baseless”' tells an act beside them.
    """
    passage = next((at for at in range(*sentence) if at in text.passages), -1)
    # 'accused her of “running for something”', not 'warned of an “extreme” risk'
    end = text.ends.get(passage, 0)
    closed = text.tag(end) in ".," or text.tags[end - 2] in ".,"
    whole = closed and text.lower(passage - 1) in ("of", "about", "that")
    # '“We were awful,” Lee admitted'
    return passage < group.last or whole or takes(text, group, "c")


def further_acts(text: ClauseText, sentence: Range, taken: Sequence[Range]) -> Iterator[Draft]:
    """Acts beside something else that a sentence renders: "said it was late and thanked the crew"."""
    for group in text.groups_in(sentence):
        speaker = _teller(text, group, sentence)
        if speaker is None:
            continue
        # "and thanked the crew" leaves its subject out, "Lee thanked the crew, saying" does not
        piece = _piece(text, group, sentence, speaker)
        if not (piece[0] == speaker[0] or text.tag(_before_adverbs(text, group, sentence[0]) - 1) == "C"):
            continue
        if any(_overlap(piece, other) for other in taken):
            continue
        if text.marked.intersection(range(*piece)) and _gives_words(text, group, piece):
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
    voiced = voices(text, group, sentence)
    if not (called or voiced or takes(text, group, "r")):
        return None
    if not _tells(text, group, sentence) or is_everyday(text, group, sentence):
        return None
    speaker = agent_of(text, group) if group.passive else subject_of(text, group, sentence)
    if speaker and fights(text, group, speaker):
        return None
    # "None of the ministers denied it"
    if speaker is None or text.isin(speaker[0], "nobody"):
        return None
    # "The diocese announced the decision": what only people do
    human = called or voiced or group.lemma in text.lexicon.lists["human_acts"]
    return speaker if speaks(text, speaker, human=human) else None


def _tells(text: ClauseText, group: VerbGroup, sentence: Range) -> bool:
    """Whether a verb tells an act: in the indicative, with an object, not in a condition or relative."""
    # "Lee left, blasting the bill", but not "known for attacking the bill".
    if group.kind == GERUND and text.tag(group.first - 1) != ",":
        return False
    if group.kind not in (FINITE, GERUND) or group.negated or group.modal:
        return False
    # "was condemned by the union": its object is the subject
    if not group.passive and not _has_object(text, group, sentence):
        return False
    for at in range(group.first - 1, max(sentence[0], group.first - 8) - 1, -1):
        # "while the union called for talks": the act is told all the same
        if text.tags[at] in "HTUW" and not text.isin(at, "telling_besides"):
            return False
        if text.tags[at] in ",.:VAM":
            break
    return True


def agent_of(text: ClauseText, group: VerbGroup) -> Range | None:
    """Who does what a passive tells: "was condemned on Monday by the union"."""
    stop = text.sentence_of(group.last)[1]
    by = next((at for at in range(group.last, min(group.last + _AGENT, stop)) if text.lower(at) == "by"), -1)
    # "rejected by 64 percent": a vote
    if by < 0 or text.tag(by + 1) in "g#":
        return None
    end = chain_end(text, by + 1, stop)
    return (by + 1, end) if end > by + 1 else None


def voices(text: ClauseText, group: VerbGroup, sentence: Range) -> bool:
    """Whether a verb has for its object what is said: "issued a warning", "raised concerns"."""
    if not text.isin_lemma(group.lemma, "voicing"):
        return False
    end = phrase_end(text, group.last, sentence[1])
    return end > group.last and text.isin(end - 1, "voiced") and text.tags[end - 1] in "NS"


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
    return end > at and named and not text.isin_lemma(group.lemma, "called_as")


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
    # "criticised what he called a farce"
    if text.lower(at) == "what":
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
