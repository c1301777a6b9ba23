"""Who a verb has for its subject: before it, over apposition and relative, or that of the main verb."""

from reader.quotes.clauses.english.clause_ends import content_end
from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.clause_verbs import clause_verb
from reader.quotes.clauses.english.complements import complement_of, takes
from reader.quotes.clauses.english.noun_phrases import NOUNS, chain_end, phrase_before, phrase_end, trimmed
from reader.quotes.clauses.english.subject_phrases import before_time, opening_comma, phrase_ending, whole
from reader.quotes.clauses.english.verb_groups import FINITE, GERUND, INFINITIVE, VerbGroup
from reader.quotes.text.sentences import Range

_VERBS = 8
"""Verbs before a second one that are asked for its subject at most."""


def subject_of(text: ClauseText, group: VerbGroup, sentence: Range) -> Range | None:
    """The noun phrase that is the subject of a verb; None where the sentence has none."""
    floor = sentence[0]
    if _stands_inverted(text, group, sentence):
        return _inverted(text, group, sentence)
    if group.kind == FINITE and text.tags[group.first] == "F":
        return group.first, group.first + 1
    if group.kind in (GERUND, INFINITIVE):
        return _shared(text, group, floor)
    at = _over_adverbs(text, group.first, floor)
    if at <= floor:
        return _inverted(text, group, sentence)
    before = text.tags[at - 1]
    if before in "HT" and at - 1 > floor and (before == "H" or text.tags[at - 2] in NOUNS):
        return _antecedent(text, at - 1, floor)
    if before == "C" or (before == "," and _is_second(text, group, at, floor)):
        return _of_verb_before(text, group, floor)
    found = phrase_ending(text, at, floor)
    # "The mayor who lost | said" has nothing but its verb before
    if found or before == "V":
        return _over_relative(text, found or (at, at), at, floor) or found
    return _inverted(text, group, sentence)


def _over_relative(text: ClauseText, found: Range, at: int, floor: int) -> Range | None:
    """The noun whose relative a phrase before a verb ends: "Residents who fled the flood | said"."""
    place = found[0] - 1
    while place > floor and text.tags[place] not in ',.:-"UWC':
        if (
            text.tags[place] in "HT"
            and text.tags[place - 1] in NOUNS + "D"
            and (text.tags[place + 1] in "VAMR" or text.lowered[place] == "whose")
        ):
            break
        place -= 1
    else:
        return None
    verbs = [group for group in text.groups_in((place, at)) if group.kind == FINITE]
    # "people who say the council was late": what they say has a subject of its own
    # "a man whose wife died waiting": a participle by its form
    lacks = not verbs and text.lowered[place] != "whose"
    if lacks or len(verbs) > 1 or any(takes(text, verb, "qb") for verb in verbs):
        return None
    start = whole(text, place, floor)
    return trimmed(text, (start, at)) if start < place else None


def _stands_inverted(text: ClauseText, group: VerbGroup, sentence: Range) -> bool:
    """Whether a verb right behind a comma or mark has its subject behind it: ", said Ann Lee"."""
    at = group.first
    if group.kind != FINITE or at <= sentence[0] or text.tags[at - 1] not in ',-"' or text.tags[at] != "V":
        return False
    if not takes(text, group, "t") or text.isin(group.last, "time_nouns"):
        return False
    # "Lee, the mayor, told Reuters", "Lee, a vet, called the vote": what stands behind is its object.
    if not text.isin_lemma(group.lemma, "inverted") and phrase_ending(text, at, sentence[0]):
        return False
    end = phrase_end(text, group.last, sentence[1])
    if end == group.last or text.tags[group.last] == "O":
        return False
    # "Lee, the mayor, said he would": the phrase behind is the subject of what is said.
    return text.tag(end) not in "VAMT" and clause_verb(text, group.last, sentence[1]) < 0


def _over_adverbs(text: ClauseText, at: int, floor: int) -> int:
    """Before adverbs: "Lee also said", "Lee, too, said", "Lee himself said"."""
    while at > floor:
        emphatic = at - 1 > floor and text.lowered[at - 1] in text.language.emphatic
        # "who once declared"
        once = text.lowered[at - 1] == "once" and text.tags[max(floor, at - 2)] == "H"
        if text.tags[at - 1] == "R" or emphatic or once:
            at -= 1
        elif text.tags[max(floor, at - 3) : at] == ",R,":
            at -= 3
        elif _over_time(text, at, floor) < at:
            at = _over_time(text, at, floor)
        else:
            break
    return at


def _over_time(text: ClauseText, at: int, floor: int) -> int:
    """Before a time between a subject and its verb: "Lee | last week said", "who | in March said"."""
    if at - 3 < floor or not text.isin(at - 1, "time_nouns"):
        return at
    first = at - 2
    dated = text.lower(first) in ("last", "this", "next") or (
        text.lower(at - 1) == "ago" and _counted(text, at)
    )
    if text.lower(at - 1) == "ago":
        first = at - 3
    led = text.tags[at - 3] == "H" and text.tags[at - 2] == "I"
    # "On Friday this week said nothing": nothing but a subject may stand before it
    fits = text.tags[first - 1] in "NSE#)HAR," if dated else led
    return first if fits and first > floor else at


def _counted(text: ClauseText, at: int) -> bool:
    """Whether a time is counted back: "two weeks ago", "a week ago"."""
    unit = text.lowered[at - 2].removesuffix("s")
    return text.tags[at - 3] in "#DN" and unit in text.lexicon.lists["time_nouns"]


def _antecedent(text: ClauseText, relative: int, floor: int) -> Range | None:
    """The noun before a relative: "Lee" of "Lee, who said"."""
    at = relative - (text.tags[relative - 1] == ",")
    if at - 1 >= floor and text.tags[at - 1] == "I":
        return None
    start = whole(text, at, floor)
    # "one in September that said": a time is no one.
    timed = before_time(text, start, at)
    if start < at and not text.isin(at - 1, "time_nouns"):
        # "Ann Lee, the mayor who said"
        named = text.tags[max(floor, start - 2) : start] == "E," and not text.isin(start - 2, "time_nouns")
        if text.tags[start] == "D" and named:
            start = phrase_before(text, start - 1, floor)
        return trimmed(text, (start, at))
    if start < timed < at:
        return trimmed(text, (start, timed))
    # "Lee (Leeds), who said".
    return phrase_ending(text, at, floor)


def _is_second(text: ClauseText, group: VerbGroup, at: int, floor: int) -> bool:
    """Whether a verb behind a comma is a further verb of the subject: "Lee stood up, said"."""
    return opening_comma(text, at - 1, floor) < 0


def _of_verb_before(text: ClauseText, group: VerbGroup, floor: int) -> Range | None:
    """The subject of the finite verb before a second one: "Lee left and said"."""
    for other in reversed(text.groups_in((floor, group.first))[-_VERBS:]):
        if other.kind != FINITE or _is_said(text, other, floor):
            continue
        if text.tags[other.first] == "F":
            return other.first, other.first + 1
        at = _over_adverbs(text, other.first, floor)
        if at <= floor or text.tags[at - 1] in "CHT":
            continue
        found = phrase_ending(text, at, floor)
        # "Lee calls the data set flawed but notes": an object
        if found and not (found[0] > floor and text.tags[found[0] - 1] == "V"):
            return found
    return None


def _is_said(text: ClauseText, group: VerbGroup, floor: int) -> bool:
    """Whether a verb stands in what an earlier one says: "Lee said he knew nothing and announced"."""
    sentence = floor, text.sentence_of(group.first)[1]
    for other in text.groups_in((floor, group.first))[-_VERBS:]:
        found = complement_of(text, other, sentence[1]) if takes(text, other, "qb") else None
        if found and found.start <= group.first < content_end(text, other, found.start, sentence):
            return True
    return False


def _shared(text: ClauseText, group: VerbGroup, floor: int) -> Range | None:
    """The subject of the main verb, for a gerund or infinitive: "Lee left, saying"."""
    at = _over_adverbs(text, group.first, floor)
    if group.kind == GERUND and at > floor and text.tags[at - 1] in "NSEPO#":
        # "with many saying", "women claiming".
        return phrase_ending(text, at, floor)
    groups = [g for g in text.groups_in((floor, group.first)) if g.kind == FINITE]
    for other in reversed(groups[-3:]):
        # "The lawyer told the jury the man lied, adding": who lied adds nothing.
        if other is not groups[0] and _is_said(text, other, floor):
            continue
        at = _over_adverbs(text, other.first, floor)
        found = subject_of(text, other, (floor, group.first))
        inner = found is not None and text.tags[max(found[0] - 1, 0)] in "WHTU" and found[0] > floor
        # "rejected suggestions the plan was late, arguing"
        inner = inner or (found is not None and found[0] > floor and text.tags[found[0] - 1] in "NS")
        if found and not ((inner or text.tags[at - 1 : at] in ("H", "T")) and other is not groups[0]):
            return found
    # "Saying it was late, Lee left".
    if not groups:
        comma = text.tags.find(",", group.last, text.sentence_of(group.first)[1])
        end = chain_end(text, comma + 1, text.sentence_of(group.first)[1]) if comma > 0 else 0
        if comma > 0 and end > comma + 1:
            return comma + 1, end
    return None


def _inverted(text: ClauseText, group: VerbGroup, sentence: Range) -> Range | None:
    """The subject behind a verb: "said Ann Lee, the mayor"."""
    at, stop = group.last, sentence[1]
    end = phrase_end(text, at, stop)
    if end == at or text.tags[at] == "O":
        return None
    return at, chain_end(text, at, stop)
