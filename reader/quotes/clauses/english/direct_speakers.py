"""Give speech in marks the subject that the grammar finds for the verb that leads up to it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.complements import takes
from reader.quotes.clauses.english.noun_phrases import is_occasion, phrase_end
from reader.quotes.clauses.english.speakers import subject_of
from reader.quotes.clauses.english.told import speaks
from reader.quotes.clauses.english.verb_groups import FINITE, VerbGroup
from reader.quotes.drafts import Draft
from reader.quotes.patterns.spoken import is_speech, may_be_led_up_to
from reader.quotes.text.marks import Pair
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_BEFORE = ("verb before", "verb before, leading up", "colon before")
"""Rules by which the verb stands before the marks."""
_MARKS = "marks"
_ALONE = (_MARKS, "last speaker", "last speaker, next paragraph")
"""Rules by which nothing beside the marks says who speaks."""
_LEADING = frozenset(("in", "on", "at", "during", "after", "before", "to", "by", "via"))
"""Prepositions before the occasion on which something is said."""
_POINTING = frozenset(("this", "last", "next", "late", "early"))
"""Words before a noun of time without a preposition."""
_LED = 8
"""Tokens before a fragment in which the verb that leads up to it begins."""
_TAGGED = "tag after"
_UNTAGGED = "tag after, no speaker"
_OBJECT = 6
"""Tokens from a verb to the words in marks that it leads up to at most: "accusing the council of"."""
_LEADING_UP = (",", ":", "-", "–", "—")
"""What leads up to speech."""
_TITLE = 8
"""Words of a title at most."""
_NEAR = 14
"""Tokens behind the marks in which the verb of their attribution stands."""


def with_subjects(text: ClauseText, spoken: Iterable[Draft]) -> Iterator[Draft]:
    """Direct drafts with the subject of the verb beside them, or of the sentence that leads up to them."""
    for draft in spoken:
        if draft.rule in _BEFORE and draft.cue:
            draft = _with_subject(text, draft)
        elif draft.rule == _UNTAGGED:
            draft = _called(text, draft)
        elif draft.rule == _TAGGED and _is_apart(text, draft):
            draft = _within(text, draft) or draft
        elif draft.rule in _ALONE:
            draft = _within(text, draft) or _behind(text, draft) or _heralded(text, draft) or draft
        yield _without_occasion(text, draft)


def is_spoken(text: TableText, pair: Pair) -> bool:
    """Whether a passage in marks is somebody's words, by the tables or the verb that leads up to it.

    'Crews who fought the fire have described it as “hell on earth”': a subject that only the grammar finds.
    """
    first, last = text.analysis.range_of(pair.inner_start, pair.inner_end)
    if is_speech(text, pair):
        return not (isinstance(text, ClauseText) and _names_work(text, first, last))
    if not isinstance(text, ClauseText) or not may_be_led_up_to(text, first, last):
        return False
    start = text.sentence_of(first - 1)[0]
    groups = text.groups_in((max(start, first - _LED), first))
    if not groups or groups[-1].negated or not takes(text, groups[-1], "qcr"):
        return False
    if groups[-1].passive:  # "was described by a judge as “a mess”"
        return _agent(text, groups[-1], first) is not None
    found = subject_of(text, groups[-1], (start, first))
    called = takes(text, groups[-1], "c")
    return found is not None and found[1] <= groups[-1].first and speaks(text, found, human=called)


def _names_work(text: ClauseText, first: int, last: int) -> bool:
    """Whether words in marks are the title of a work: 'a revival of “Night Train to Leeds,” which'."""
    inner = [at for at in range(first, last) if text.words[at][0].isalnum()]
    opens = first - 1 == text.begin_of(first - 1) or text.words[first - 2] in _LEADING_UP
    if opens or len(inner) > _TITLE or text.lowered[first - 2] in text.lexicon.said:
        return False
    if any(
        text.words[at][0].islower() and text.lexicon.closed.get(text.lowered[at], "-") not in "DICt"
        for at in inner
    ):
        return False
    # "She called it “Very Bad News.”", "the “Night Train,” Orr said": a verb beside it gives words
    start, stop = text.sentence_of(first - 1)
    called = any(takes(text, one, "c") for one in text.groups_in((max(start, first - _LED), first)))
    tagged = any(takes(text, one, "t") for one in text.groups_in((last + 1, min(last + 5, stop))))
    return not (called or tagged)


def _without_occasion(text: ClauseText, draft: Draft) -> Draft:
    """A draft whose speaker ends before the occasion: "the head of the union | in an interview"."""
    if not draft.speaker or not is_occasion(text, draft.speaker[1] - 1):
        return draft
    first, end = draft.speaker
    # "the mayor | this morning", "the mayor | Monday night"
    bare = end
    while bare > first + 1 and (text.isin(bare - 1, "time_nouns") or text.lowered[bare - 1] in _POINTING):
        bare -= 1
    if bare < end and text.lowered[bare - 1] not in _LEADING | {"of"} and text.tags[bare - 1] in "NSEG":
        return replace(draft, speaker=(first, bare))
    led = next((at for at in range(end - 2, first, -1) if text.tags[at] in "It"), end)
    # "the author of the report" is no occasion
    return replace(draft, speaker=(first, led)) if text.lowered[led] in _LEADING else draft


def _with_subject(text: ClauseText, draft: Draft) -> Draft:
    """A draft with the subject of the verb before its marks: 'Lee, who left, called it “a trap”'."""
    group = _group_of(text, draft)
    start = text.sentence_of(draft.cue[-1])[0]
    # 'Asked if it was one, Tavares grinned: “No!”': the verb of the answer, not of the question
    if (group and group.kind != FINITE) or draft.cue[-1] == start:
        answers = [one for one in text.groups_in((draft.cue[-1] + 1, draft.start)) if one.kind == FINITE]
        group = answers[-1] if answers else group
    if not group or group.passive:
        agent = _agent(text, group, draft.start) if group else None
        return replace(draft, speaker=agent) if agent else draft
    found = subject_of(text, group, (start, draft.start))
    return replace(draft, speaker=found) if found and found[1] <= draft.start else draft


def _agent(text: ClauseText, group: VerbGroup, stop: int) -> Range | None:
    """Who does what a passive tells: "was described by a judge as"."""
    first = group.last + 1
    end = phrase_end(text, first, stop) if text.lower(group.last) == "by" else first
    return (first, end) if end > first else None


def _called(text: ClauseText, draft: Draft) -> Draft:
    """A draft whose verb behind it has its subject before: 'Lee, who called it “a trap,” wrote that'."""
    group = _group_of(text, draft)
    start = text.sentence_of(draft.start)[0]
    if not group or group.passive or draft.speaker or draft.start <= start + 1:
        return draft
    found = subject_of(text, group, (start, text.sentence_of(group.head)[1]))
    return _within(text, draft) or draft if found and found[1] >= draft.end else draft


def _is_apart(text: ClauseText, draft: Draft) -> bool:
    """Whether the verb behind words in marks is not theirs: 'The judge, who called it “sad”, urged them'."""
    group = _group_of(text, draft)
    led = draft.start > text.sentence_of(draft.start)[0] + 1 and text.tags[draft.start - 1] not in ",.:-"
    return bool(led and group and not text.isin_lemma(group.lemma, "inverted"))


def _within(text: ClauseText, draft: Draft) -> Draft | None:
    """A draft within a sentence, with the verb that leads up to it: 'Lee went on, calling it “a trap”'."""
    start = text.sentence_of(draft.start)[0]
    if draft.start <= start + 1:
        return None
    groups = [one for one in text.groups_in((start, draft.start)) if takes(text, one, "tqcrn")]
    if not groups or groups[-1].passive or draft.start - groups[-1].last > _OBJECT:
        return None
    found = subject_of(text, groups[-1], (start, draft.start))
    if not found or found[1] > draft.start:
        return None
    return replace(
        draft, rule="verb before", speaker=found, cue=groups[-1].cue, frame=((start, draft.start),)
    )


def _behind(text: ClauseText, draft: Draft) -> Draft | None:
    """A draft with an attribution behind it that no table knows: '“No,” the treasurer told them'."""
    first, stop = draft.end, text.sentence_of(draft.end - 1)[1]
    if text.tags[draft.end - 2] not in ",.?" or draft.rule != _MARKS:
        return None
    for group in text.groups_in((first, min(stop, first + _NEAR))):
        if group.kind != FINITE or group.passive or not takes(text, group, "t"):
            continue
        found = subject_of(text, group, (first, stop))
        if not found or min(found[0], group.first) > first + 1:
            return None
        return replace(
            draft, rule="tag after, speaker first", speaker=found, cue=group.cue, frame=((first, stop),)
        )
    return None


def _heralded(text: ClauseText, draft: Draft) -> Draft | None:
    """A draft behind a sentence about somebody: 'Captain Raj Patel took the blame. “That was me.”'."""
    begin = text.sentence_of(draft.start)[0]
    if draft.frame or begin == 0 or begin in text.block_starts or draft.start > begin + 1:
        return None
    before = text.sentence_of(begin - 1)
    if text.marked.intersection(range(*before)):
        return None
    for group in reversed(text.groups_in(before)):
        found = subject_of(text, group, before) if group.kind == FINITE else None
        # "Asked whether he would go, Orr laughed": that of the main clause, and somebody with a name.
        if found and found[1] <= group.first and text.tags[found[1] - 1] == "E":
            inner = found[0] > before[0] and text.tags[found[0] - 1] in "WHTUI"
            return None if inner else replace(draft, rule=_MARKS, speaker=found, cue=())
    return None


def _group_of(text: ClauseText, draft: Draft) -> VerbGroup | None:
    """The verb of a draft with its auxiliaries."""
    head = draft.cue[-1]
    near = text.groups_in((max(0, head - 6), head + 1))
    return next((group for group in near if group.first <= head < group.last), None)
