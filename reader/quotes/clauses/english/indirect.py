"""Indirect speech: everything that hangs on a verb, noun or adjective of saying, or stands beside a tag."""

from collections.abc import Iterator, Sequence

from reader.models import Medium, QuoteType, Span
from reader.quotes.clauses.english.attribution_phrases import phrases_in
from reader.quotes.clauses.english.attribution_tags import Tag, tags_in
from reader.quotes.clauses.english.choosing import Candidate, chosen
from reader.quotes.clauses.english.clause_ends import content_end
from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.complements import CLAUSE, QUESTION, Complement, complement_of
from reader.quotes.clauses.english.everyday import is_thing
from reader.quotes.clauses.english.frames import frames_in
from reader.quotes.clauses.english.headlines import headlines_in
from reader.quotes.clauses.english.hearsay import hearsay_in
from reader.quotes.clauses.english.noun_phrases import chain_end
from reader.quotes.clauses.english.speakers import subject_of
from reader.quotes.clauses.english.told import further_acts, told_in
from reader.quotes.clauses.english.verb_groups import GERUND, INFINITIVE, PARTICIPLE, VerbGroup
from reader.quotes.drafts import Draft
from reader.quotes.patterns.indirect import parts_of
from reader.quotes.text.sentences import Range

_SHORTEST = 4
"""Tokens of a sentence with a frame and what is said at least."""
_LONGEST = 400
"""Tokens of a sentence that are read together; no writer needs more."""
_ASKED = frozenset(("ask", "quiz", "question"))
_DENIED = frozenset(("say", "claim", "tell", "suggest", "announce", "state", "mention", "write"))
_MEDIA = {"speech": Medium.SPEECH, "writing": Medium.WRITING, "thought": Medium.THOUGHT}


def find(text: ClauseText, whole: Sequence[Span], taken: Sequence[Span]) -> Iterator[Draft]:
    """The indirect quotations of a text; of direct ones, `taken`, some are `whole` sentences."""
    headlines = {draft.frame[0][0]: draft for draft in headlines_in(text)}
    for tokens in text.analysis.sentences:
        for part in parts_of(text, tokens):
            for first in range(part[0], part[1], _LONGEST):
                sentence = first, min(first + _LONGEST, part[1])
                if sentence[1] - sentence[0] >= _SHORTEST:
                    headline = headlines.get(sentence[0])
                    if headline:
                        yield from chosen(text, [Candidate(headline)], whole, taken)
                    else:
                        yield from _in_sentence(text, sentence, whole, taken)


def _in_sentence(
    text: ClauseText, sentence: Range, whole: Sequence[Span], taken: Sequence[Span]
) -> Iterator[Draft]:
    """What a sentence renders; where that is nothing, the hearsay or told act that it is."""
    found = list(chosen(text, list(_candidates(text, sentence)), whole, taken))
    other = None if found else hearsay_in(text, sentence) or told_in(text, sentence)
    if other:
        found = list(chosen(text, [Candidate(other)], whole, taken))
    yield from found
    if other is None:
        cues = ((at, at + 1) for draft in found for at in draft.cue)
        pieces = [*(piece for draft in found for piece in draft.content), *cues]
        acts = [Candidate(act) for act in further_acts(text, sentence, pieces)]
        yield from chosen(text, acts, whole, taken)


def _candidates(text: ClauseText, sentence: Range) -> Iterator[Candidate]:
    """All that a sentence may render, one for each verb, tag, noun and adjective."""
    for tag in (*phrases_in(text, sentence), *tags_in(text, sentence)):
        yield Candidate(_draft_of_tag(tag), tag.lemma)
    for group in text.groups_in(sentence):
        found = _of_verb(text, group, sentence)
        if found:
            yield found
    yield from frames_in(text, sentence)


def _draft_of_tag(tag: Tag) -> Draft:
    content = tuple(piece for piece in tag.content if piece[1] > piece[0])
    return Draft(QuoteType.INDIRECT, content, tag.rule, (tag.frame,), tag.cue, tag.speaker, saying=tag.lemma)


def _of_verb(text: ClauseText, group: VerbGroup, sentence: Range) -> Candidate | None:
    """What hangs on a verb of saying."""
    if _says_nothing(text, group, sentence):
        return None
    # "It is thought the man died": hearsay.
    if group.passive and text.lower(group.first - 1) == "it" and text.isin_lemma(group.lemma, "rumoured"):
        return None
    # "is worried that": as an adjective, by its frame.
    if group.passive and text.isin(group.head, "adjectives"):
        return None
    found = complement_of(text, group, sentence[1])
    # "has never said that": a denial; "did not deny that", "did not say whether" are told all the same
    if found and group.negated and group.lemma in _DENIED and found.rule != QUESTION:
        return None
    if not found or _is_silence(text, group, found, sentence):
        return None
    # "did not say that it was" says nothing, "would not say whether it was" leaves it open
    if _denies_saying(group) and found.rule != QUESTION:
        return None
    return _candidate(text, group, found, sentence)


def _candidate(text: ClauseText, group: VerbGroup, found: Complement, sentence: Range) -> Candidate | None:
    end = content_end(text, group, found.start, sentence)
    start = found.start + (found.rule == "verb + colon")
    if end - start < 2 or (found.rule == CLAUSE and not _has_verb(text, start, end)):
        return None
    # "The jury heard that": nobody is named who said it.
    nobody = group.passive or group.lemma == "hear" or _is_impersonal(text, group)
    speaker = None if nobody else subject_of(text, group, sentence)
    # "was asked by a caller why": who asks stands behind "by"
    if group.passive and group.lemma in _ASKED:
        speaker = _agent(text, group)
    if speaker and speaker[0] >= found.start:
        speaker = None
    # "Colburn showed no emotion as the verdict was read"
    if group.lemma == "show" and text.isin(found.start, "nobody"):
        return None
    # "it's worth noting that", "it is hard to know whether": nobody does
    if speaker and _is_worth_it(text, group, speaker):
        return None
    if _is_of_frame(text, group, found, sentence) or is_thing(text, group, speaker):
        return None
    # "Nobody said that": nobody did; "No one knows whether" leaves it open
    if speaker and text.isin(speaker[0], "nobody") and found.rule != QUESTION and not _doubts(text, speaker):
        return None
    # "a strike that threatened to close schools": no one promises or threatens.
    if found.rule == "verb + infinitive" and text.tag(group.first - 1) == "T":
        return None
    draft = Draft(
        QuoteType.INDIRECT,
        ((start, end),),
        found.rule,
        (
            (
                min(group.first, speaker[0]) if speaker and speaker[0] >= sentence[0] else group.first,
                found.start,
            ),
        ),
        group.cue,
        speaker,
        found.addressee,
        _MEDIA.get(text.lexicon.medium(group.lemma), Medium.SPEECH),
        saying=group.lemma,
    )
    return Candidate(draft, group.lemma, group)


def _is_worth_it(text: ClauseText, group: VerbGroup, speaker: Range) -> bool:
    """Whether "it" is only said to be of use or hard: not "it refused to say"."""
    if group.kind not in (INFINITIVE, GERUND) or text.lower(speaker[1] - 1) not in _NO_ONE:
        return False
    before = text.groups_in((text.sentence_of(speaker[0])[0], group.first))
    return bool(before) and before[-1].lemma == "be"


_NO_ONE = frozenset(("it", "it's", "it’s", "worth"))
"""What stands before a gerund or infinitive that nobody does."""


def _has_verb(text: ClauseText, start: int, end: int) -> bool:
    """Whether what is said has a verb: not "Asked if he feared for his job, Lee left"."""
    return any(tag in "VAMFQ" for tag in text.tags[start:end])


def _is_impersonal(text: ClauseText, group: VerbGroup) -> bool:
    """Whether nobody does what a verb tells: "it emerged that"."""
    return text.lower(group.first - 1) == "it" and text.isin_lemma(group.lemma, "impersonal")


def _agent(text: ClauseText, group: VerbGroup) -> Range | None:
    """Who asks in a passive: "by a caller"."""
    end = chain_end(text, group.last + 1, text.sentence_of(group.last)[1])
    known = text.lower(group.last) == "by" and end > group.last + 1
    return (group.last + 1, end) if known else None


def _is_of_frame(text: ClauseText, group: VerbGroup, found: Complement, sentence: Range) -> bool:
    """Whether the only verb behind a relative is that of its sentence: "those who declare income pay"."""
    if found.rule != CLAUSE or text.tag(group.first - 1) != "H" or text.tag(found.start) in "PF":
        return False
    if any(tag in "VAMFn" for tag in text.tags[sentence[0] : group.first - 1]):
        return False
    return sum(tag in "VAMF" for tag in text.tags[found.start : sentence[1]]) == 1


def _doubts(text: ClauseText, speaker: Range) -> bool:
    """Whether "few" think so, which says that some do."""
    return text.lower(speaker[0]) == "few"


def _is_not_said(text: ClauseText, group: VerbGroup, sentence: Range) -> bool:
    """Whether an infinitive only might be said: "declined to say", "wants to announce", "is to tell"."""
    before = text.groups_in((max(sentence[0], group.first - 8), group.first))
    if not before or before[-1].last != group.first:
        return False
    # "wants to know why": a question
    if before[-1].lemma == "want" and group.lemma == "know":
        return complement_of(text, group, sentence[1]) is None
    # "declined to say whether" leaves a question open; "declined to say that" says nothing.
    return before[-1].lemma not in text.lexicon.lists["before_saying"]


def _is_silence(text: ClauseText, group: VerbGroup, found: Complement, sentence: Range) -> bool:
    """Whether somebody keeps silent: "refused to comment"; a question that is left open is told."""
    before = text.groups_in((max(sentence[0], group.first - 8), group.first))
    refused = (
        bool(before) and before[-1].last == group.first and text.isin_lemma(before[-1].lemma, "refusing")
    )
    if refused:
        return found.rule != QUESTION
    behind = text.groups_in((found.start, found.start + 1))
    silent = bool(behind) and text.isin_lemma(behind[0].lemma, "uttering")
    return text.isin_lemma(group.lemma, "refusing") and silent


def _denies_saying(group: VerbGroup) -> bool:
    """Whether nothing is said: "has never said", "did not say"; "did not deny" is told all the same."""
    return group.negated and group.lemma in _SAYING


_SAYING = frozenset(("say", "claim", "tell", "suggest", "announce", "state", "mention", "write"))


def _says_nothing(text: ClauseText, group: VerbGroup, sentence: Range) -> bool:
    """Whether a verb says nothing by its form: a denial of speech, a wish, a condition."""
    # "Asked whether he would go, Lee laughed"; "was asked why": a question of the press.
    if group.kind == PARTICIPLE or (group.passive and group.lemma in _ASKED and not _agent(text, group)):
        return True
    # "arrived to find the windows broken"
    if group.kind == INFINITIVE and (group.lemma == "find" or _is_not_said(text, group, sentence)):
        return True
    # '“We begged you,” said Lee, whose brother was there'
    if text.tags[group.first - 1] == '"' and text.begins.get(group.first - 1, sentence[1]) <= sentence[0]:
        return True
    # "asked not to be named": a source asks, and says nothing.
    behind = " ".join(text.lowered[group.last : group.last + 4])
    if any(behind.startswith(phrase) for phrase in text.language.hidden):
        return True
    # "if he says", "unless they agree".
    for at in range(group.first - 1, max(sentence[0], group.first - 8) - 1, -1):
        if text.lowered[at] in ("if", "unless"):
            return True
        if text.tags[at] in "VAMF,.:":
            break
    return False
