"""Whether a further verb behind a comma or "and" is of the reporter, and not of what is said."""

from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.clause_verbs import clause_verb
from reader.quotes.clauses.english.complements import complement_of, takes
from reader.quotes.clauses.english.lexicon import PAST_FORM
from reader.quotes.clauses.english.verb_groups import FINITE, GERUND, INFINITIVE, VerbGroup

_LIST = 30
"""Tokens from a verb of a list to the last "and" at most."""
_NEAR = 4
"""Tokens of a verb before an infinitive at most."""
_TAG = 12
"""Tokens from the verb of a tag to the comma that closes it at most."""


def lists_on(text: ClauseText, group: VerbGroup, start: int, after: int, stop: int) -> bool:
    """Whether the next verb of one subject stands behind a comma: "said A, denied B and announced C"."""
    near = text.groups_in((after, after + 1))
    if group.kind != FINITE or not near or near[0].kind != FINITE or not _alike(text, group, near[0]):
        return False
    other = near[0]
    said = takes(text, other, "qbcir?g")
    if _closes_aside(text, start, after - 1) or (not said and text.tags[after - 2] in "nV"):
        return False
    # "the plan, says Lee, is dead" stands beside what is said
    named = text.tag(other.last) in "NSEDP" and clause_verb(text, other.last, stop) < 0
    if said and named and takes(text, other, "t"):
        comma = text.tags.find(",", other.last, min(stop, other.last + _TAG))
        if comma > 0 and not any(tag in "VAMFC" for tag in text.tags[other.last : comma]):
            return False
    joint = next(
        (at for at in range(other.last, min(other.last + _LIST, stop - 1)) if text.tags[at] == "C"), -1
    )
    further = text.groups_in((joint + 1, joint + 2)) if joint > 0 else []
    return bool(further) and further[0].kind == FINITE and _alike(text, group, further[0])


def _closes_aside(text: ClauseText, start: int, comma: int) -> bool:
    """Whether a comma closes what one opened: "the fire, started by children, spread"."""
    if not any(tag in "VAMFbgt" for tag in text.tags[start:comma]):
        return True
    opened = text.tags.rfind(",", start, comma)
    verbless = opened > 0 and not any(tag in "VAMF" for tag in text.tags[opened + 1 : comma])
    return verbless and text.tags[opened + 1] in "DNJESn#I"


def told_beside(text: ClauseText, at: int, stop: int) -> bool:
    """Whether another speaker with a clause follows a comma: "it rained, Hall said it was dry"."""
    if text.tag(at) not in "PDENSJG#":
        return False
    verb = clause_verb(text, at, stop)
    other = next(iter(text.groups_in((verb, verb + 1))), None) if verb >= 0 else None
    return other is not None and takes(text, other, "qb") and complement_of(text, other, stop) is not None


def has_saying(text: ClauseText, at: int, stop: int) -> bool:
    """Whether a clause with a verb of saying begins: ", while Lee said"."""
    verb = clause_verb(text, at, stop)
    other = next(iter(text.groups_in((verb, verb + 1))), None) if verb >= 0 else None
    return other is not None and takes(text, other, "qbt?c")


def is_second_verb(text: ClauseText, group: VerbGroup, start: int, at: int, stop: int) -> bool:
    """Whether a further verb of the same subject, or a clause with its own, begins behind "and" or "but"."""
    group = _leading(text, group)
    after = at + 1
    while after < stop and text.tags[after] in "R":
        after += 1
    tag = text.tag(after)
    near = text.groups_in((after, min(after + 1, stop)))
    if near and near[0].kind in (FINITE, GERUND):
        other = near[0]
        # "said it rained and added that": in the tense and form of the frame.
        said = takes(text, other, "qbtcir?") or text.isin_lemma(other.lemma, "accusing")
        if said and other.kind == group.kind and _alike(text, group, other):
            return True
        if said and group.kind == FINITE and other.kind == FINITE and text.tags[at - 1] == ",":
            return _alike(text, group, other)
        if _leads_back(text, group, other, start, at):
            return True
        # ", and has championed it": a comma before a verb without a subject leads back to the main clause.
        finite = group.kind == FINITE and other.kind == FINITE
        return finite and text.tags[at - 1] == "," and _alike(text, group, other)
    comma = text.tags[at - 1] == ","
    # ", but Lee said": a clause with a verb of saying of its own, or after "but" any clause.
    if tag in "PDENSJG#X" and comma:
        if clause_verb(text, after, stop) < 0:
            return False
        return has_saying(text, after, stop) or text.lowered[at] == "but"
    # "Lee said it rained and Hall retorted that it was dry".
    if tag in "PDENSJG#" and text.lowered[at] == "and" and told_beside(text, after, stop):
        verb = clause_verb(text, after, stop)
        return _alike(text, group, text.groups_in((verb, verb + 1))[0])
    return False


def _leading(text: ClauseText, group: VerbGroup) -> VerbGroup:
    """The verb whose subject an infinitive shares: "declined to say who, but said"; else the verb."""
    if group.kind != INFINITIVE:
        return group
    before = text.groups_in((max(group.first - _NEAR, 0), group.first))
    return before[-1] if before and before[-1].last == group.first else group


def _leads_back(text: ClauseText, group: VerbGroup, other: VerbGroup, start: int, at: int) -> bool:
    """Whether a verb is in the tense of the frame, not of what is said: "Hall had lied and jailed him"."""
    if group.kind != FINITE or other.kind != FINITE or _tense(text, group) != _tense(text, other):
        return False
    if _is_suffered(text, start, at, other):
        return False
    inner = next((one for one in text.groups_in((start, at)) if one.kind == FINITE), None)
    return inner is not None and inner.lemma != "be" and _tense(text, inner) != _tense(text, other)


def _is_suffered(text: ClauseText, start: int, at: int, other: VerbGroup) -> bool:
    """Whether a verb goes on with a passive: "a man was arrested and charged with theft"."""
    inner = next(iter(text.groups_in((start, at))), None)
    passive = (
        inner is not None and inner.head > inner.first and text.lowered[inner.head - 1] in ("was", "were")
    )
    return passive and text.isin_lemma(other.lemma, "suffered")


def _tense(text: ClauseText, group: VerbGroup) -> str:
    """The tense of a finite verb: past, present, or its auxiliary."""
    if text.tags[group.first] in "AM" and group.head != group.first:
        return "M" if text.tags[group.first] == "M" else text.lowered[group.first]
    if text.tags[group.first] == "F":
        return "F"
    past = text.lexicon.bits(text.lowered[group.head]) & PAST_FORM
    return "past" if past or text.lowered[group.head] in ("was", "were", "had") else "present"


def _alike(text: ClauseText, group: VerbGroup, other: VerbGroup) -> bool:
    """Whether two verbs are of one tense: "said … and added", "says … and adds"."""
    if group.kind == GERUND:
        return True
    if other.head != other.first:
        return text.lowered[other.first] == text.lowered[group.first]
    one = text.lexicon.bits(text.lowered[group.head])
    two = text.lexicon.bits(text.lowered[other.head])
    return bool(one & PAST_FORM) == bool(two & PAST_FORM) or text.tags[group.first] == "A"
