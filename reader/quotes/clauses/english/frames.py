"""Clauses that hang on a noun or adjective: "the claim that", "made clear that", "is worried that"."""

from collections.abc import Iterator

from reader.models import QuoteType
from reader.quotes.clauses.english.choosing import Candidate
from reader.quotes.clauses.english.clause_ends import content_end
from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.clause_verbs import clause_verb
from reader.quotes.clauses.english.complements import takes
from reader.quotes.clauses.english.noun_phrases import phrase_before
from reader.quotes.clauses.english.speakers import subject_of
from reader.quotes.clauses.english.verb_groups import VerbGroup
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range

_LEAST = 4
"""Tokens of a question that hangs on a noun at least."""
_PHRASES = 2
"""Phrases between a noun and its clause at most: "a warning from Lee on Tuesday that"."""
_BETWEEN = frozenset(("by", "from", "of", "to", "on", "in", "at", "among", "within", "for"))
_DEGREES = frozenset(("most", "more", "very", "least"))
"""Words between an owner and an adjective: "Lee's most explosive claim"."""
_BARE = frozenset(("fears", "fear", "hopes", "hope", "claims", "claim", "concerns", "rumours", "rumors"))
"""Nouns of what is said that take a clause without "that"."""
_MAKING = frozenset(("make", "leave"))
_BEING = frozenset(("be", "feel", "remain", "seem", "sound", "become", "appear", "say"))
"""Verbs behind which an adjective tells what somebody thinks: "was sure that"."""
_ASKING = frozenset(("whether", "how", "why", "what"))
_UNDECIDED = frozenset(("unclear", "unsure", "clear", "sure", "uncertain"))
"""Adjectives that take a question: "was unclear whether"."""


def frames_in(text: ClauseText, sentence: Range) -> Iterator[Candidate]:
    """What hangs on nouns and adjectives of saying."""
    nouns, adjectives = text.lexicon.lists["noun_frames"], text.lexicon.lists["adjectives"]
    for at in range(sentence[0], sentence[1] - 3):
        lower = text.lowered[at]
        if lower in nouns and text.tags[at] in "NS":
            found = _of_noun(text, at, sentence) or _asked(text, at, sentence)
        elif lower in text.lexicon.lists["asking_nouns"]:
            found = _asked(text, at, sentence)
        elif lower in adjectives:
            found = _of_adjective(text, at, sentence)
        else:
            continue
        if found:
            yield found


def _group_before(text: ClauseText, at: int, sentence: Range) -> VerbGroup | None:
    """The verb before a word in its clause."""
    groups = text.groups_in((max(sentence[0], at - 8), at))
    return groups[-1] if groups and groups[-1].last <= at else None


def _of_noun(text: ClauseText, at: int, sentence: Range) -> Candidate | None:
    """ "the claim that it was late", "his claim that"."""
    that, source = _behind_phrases(text, at + 1, sentence[1])
    # "her argument was that".
    owner = _owner(text, at)
    if owner and text.lower(that) in ("is", "was"):
        that += 1
    # "there are fears the crowd will swamp the town"
    bare = that == at + 1 and text.tags[that] in "DPE" and text.lowered[at] in _BARE
    if (text.tag(that) != "T" and not bare) or that >= sentence[1] - 2:
        return None
    verb = _verb_of_content(text, that, that + (not bare), sentence[1])
    if verb < 0 or _is_relative(text, verb, sentence):
        return None
    group = _group_before(text, at, sentence)
    speaker = source or owner or _light(text, group, at, sentence)
    # "the idea that debt is bad" is nobody's
    if speaker is None and text.isin(at, "owned_nouns"):
        return None
    frame = VerbGroup(at, at + 1, at, text.lowered[at], "finite")
    end = content_end(text, group or frame, that, sentence)
    if not any(tag in "VAMF" for tag in text.tags[sentence[0] : at]):
        end = _before_main_verb(text, verb, end)
    cue = (
        (*group.cue, at)
        if group and speaker and not source and group.lemma in text.lexicon.lists["light_verbs"]
        else (at,)
    )
    draft = Draft(
        QuoteType.INDIRECT,
        ((that, end),),
        "noun + conjunction",
        ((cue[0], that),),
        cue,
        speaker,
        saying=text.lowered[at],
    )
    return Candidate(draft, text.lowered[at])


def _behind_phrases(text: ClauseText, at: int, stop: int) -> tuple[int, Range | None]:
    """Behind the phrases between a noun and its clause, and the one that is its source.

    "claims by the council that", "the claim, made in May, that"
    """
    source: Range | None = None
    for _ in range(_PHRASES):
        if text.tag(at) not in "It" or text.lower(at) not in _BETWEEN:
            break
        end = _phrase(text, at + 1, stop)
        source = (at + 1, end) if text.lower(at) in ("by", "from") else source
        at = end
    return at, source


def _verb_of_content(text: ClauseText, that: int, first: int, stop: int) -> int:
    """The verb of the clause that a noun leads to, from its first word; -1 where it has none."""
    verb = clause_verb(text, first, stop)
    if verb < 0 and text.tag(that - 1) == "A" and text.tag(that + 1) in "UI":
        # "her fear is that, by the time it opens, it is late"
        comma = text.tags.find(",", that + 1, stop)
        return clause_verb(text, comma + 1, stop) if comma > 0 else verb
    return verb


def _before_main_verb(text: ClauseText, verb: int, end: int) -> int:
    """Where a clause ends whose noun is the subject: "The claim that it leaks | has upset many"."""
    inner = next(iter(text.groups_in((verb, verb + 1))), None)
    if inner is None or takes(text, inner, "qb?"):
        return end
    for at in range(inner.last, end):
        tag = text.tags[at]
        if tag in 'THWUCPFXQ,-:."':
            return end
        if tag in "VAM":
            return at
    return end


def _asked(text: ClauseText, at: int, sentence: Range) -> Candidate | None:
    """ "questions about whether it was safe", "a debate over how to pay"."""
    start = at + 2
    if text.lower(at + 1) not in ("about", "over", "of", "on", "as") or text.tag(start) not in "WQ":
        return None
    group = _group_before(text, at, sentence)
    speaker = _owner(text, at) or _light(text, group, at, sentence)
    if speaker is None and text.isin(at, "owned_nouns"):
        return None
    frame = group or VerbGroup(at, at + 1, at, text.lowered[at], "finite")
    end = content_end(text, frame, start, sentence)
    if end - start < _LEAST:
        return None
    draft = Draft(
        QuoteType.INDIRECT,
        ((start, end),),
        "noun + question",
        ((at, start),),
        (at,),
        speaker,
        saying=text.lowered[at],
    )
    return Candidate(draft, text.lowered[at])


def _phrase(text: ClauseText, at: int, stop: int) -> int:
    from reader.quotes.clauses.english.noun_phrases import chain_end

    return chain_end(text, at, stop)


def _is_relative(text: ClauseText, verb: int, sentence: Range) -> bool:
    """Whether the clause lacks its object, so that "that" is a relative: "the claim that he made"."""
    group = next(iter(text.groups_in((verb, verb + 1))), None)
    if not group:
        return False
    return text.tag(group.last) in "VAM.,:" and group.lemma in (
        "make",
        "issue",
        "hear",
        "repeat",
        "raise",
        "give",
        "have",
        "read",
        "offer",
        "deliver",
        "see",
        "use",
        "sign",
    )


def _owner(text: ClauseText, at: int) -> Range | None:
    """Whose claim it is: "Lee's", "his"."""
    place = at - 1
    while place > 0 and (text.tags[place] in "JNn" or text.lowered[place] in _DEGREES):
        place -= 1
    if text.tags[place] == "G":
        start = phrase_before(text, place + 1, max(0, place - 12))
        return (start, place + 1) if start <= place else None
    if text.lowered[place] in ("his", "her", "their", "my", "our", "its"):
        return place, place + 1
    return None


def _light(text: ClauseText, group: VerbGroup | None, at: int, sentence: Range) -> Range | None:
    """The subject of the verb that a noun of saying leans on: "Lee made the claim that"."""
    if not group or group.passive or group.lemma not in text.lexicon.lists["light_verbs"]:
        return None
    if group.lemma in ("reject", "deny"):
        return None
    found = subject_of(text, group, sentence)
    return found if found and found[1] <= at else None


def _of_adjective(text: ClauseText, at: int, sentence: Range) -> Candidate | None:
    """ "is worried that", "made it clear that", "was sure he would"."""
    group = _group_before(text, at + 1, sentence)
    lower = text.lowered[at]
    if group is None or not _leans_on(text, at, group):
        return None
    start = at + 1
    if text.tag(start) in "It" and text.tag(start + 1) in "EDNSO":
        start = _phrase(text, start + 1, sentence[1])
    if start >= sentence[1] - 2:
        return None
    if not _is_content(text, start, sentence[1], lower):
        return None
    speaker = subject_of(text, group, sentence)
    if speaker is None or text.lowered[speaker[0]] in ("it", "it's", "it’s", "that"):
        return None
    end = content_end(text, group, start, sentence)
    cue = tuple(dict.fromkeys((*group.cue, at)))
    draft = Draft(
        QuoteType.INDIRECT,
        ((start, end),),
        "adjective + conjunction",
        ((speaker[0], start),),
        cue,
        speaker,
        saying=lower,
    )
    return Candidate(draft, lower)


def _leans_on(text: ClauseText, at: int, group: VerbGroup) -> bool:
    """Whether an adjective says something with a verb: "was sure", "made it clear", not "saw it clear"."""
    if group.head != at and any(tag not in "RJPOD" for tag in text.tags[group.last : at]):
        return False
    if text.lowered[at] in text.lexicon.lists["clear"]:
        return group.lemma in _MAKING
    return group.head == at or group.lemma in _BEING


def _is_content(text: ClauseText, start: int, stop: int, adjective: str) -> bool:
    """Whether a clause begins that an adjective tells: with "that", bare, or a question behind "unclear"."""
    tag = text.tags[start]
    if tag == "W":
        return text.lowered[start] in _ASKING and adjective in _UNDECIDED
    if tag == "T":
        return clause_verb(text, start + 1, stop) >= 0
    return tag in "PDENSXF" and clause_verb(text, start, stop) >= 0
