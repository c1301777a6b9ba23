"""Put verbs together with their auxiliaries: "has not been told", "to say", "saying"."""

from dataclasses import dataclass

from reader.quotes.clauses.english.lexicon import Lexicon

FINITE, INFINITIVE, GERUND, PARTICIPLE = "finite", "infinitive", "gerund", "participle"
_OVER = 5
"""Tokens between an auxiliary and what leans on it at most."""
_BE = frozenset(("is", "are", "was", "were", "am", "be", "been", "being"))
_KINDS = {"t": INFINITIVE, "g": GERUND, "n": PARTICIPLE, "b": INFINITIVE, "x": INFINITIVE}


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries, tokens `[first, last)`."""

    first: int
    last: int
    head: int
    """The token of the verb itself."""
    lemma: str
    kind: str
    """How the group begins: finite, infinitive, gerund or participle."""
    passive: bool = False
    negated: bool = False
    modal: str = ""
    """The modal that begins it, in lower case."""
    cue: tuple[int, ...] = ()
    """The auxiliaries and the verb."""


def groups_of(tags: str, lowered: list[str], lexicon: Lexicon) -> list[VerbGroup]:
    """The verbs of a text, in order; linear."""
    groups: list[VerbGroup] = []
    at, size = 0, len(tags)
    while at < size:
        if tags[at] in "VAMFgn" or (tags[at] in "tbx" and _begins(tags, at)):
            group = _group_at(tags, lowered, lexicon, at)
            groups.append(group)
            at = group.last
        else:
            at += 1
    return groups


def _begins(tags: str, at: int) -> bool:
    """Whether an infinitive begins: "to" with a verb soon behind it, or a bare one."""
    if tags[at] != "t":
        return True
    return any(
        tags[i] in "bx" for i in range(at + 1, min(at + 3, len(tags))) if tags[at + 1 : i].strip("R") == ""
    )


def _group_at(tags: str, lowered: list[str], lexicon: Lexicon, first: int) -> VerbGroup:
    """The group that begins at a token."""
    head, last, cue = first, first + 1, [first]
    state = tags[first]
    while True:
        step = _leaning(tags, lowered, last, state)
        if step < 0:
            break
        head, last, state = step, step + 1, tags[step]
        cue.append(step)
    between = lowered[first:last]
    passive = tags[head] == "n" and len(cue) > 1 and (lowered[cue[-2]] in _BE or tags[cue[-2]] == "F")
    if tags[head] == "n" and len(cue) > 1 and tags[cue[-2]] == "F":
        # "he's told": mostly "has"; "he'd been told" has its own "been".
        passive = False
    negated = any(word in lexicon.lists["negations"] or word.endswith(("n't", "n’t")) for word in between)
    return VerbGroup(
        first,
        last,
        head,
        _lemma(lexicon, lowered[head], tags[head]),
        _KINDS.get(tags[first], FINITE),
        passive,
        negated,
        lowered[first] if tags[first] == "M" else "",
        tuple(cue),
    )


def _lemma(lexicon: Lexicon, lower: str, tag: str) -> str:
    if lower in _BE or (tag in "AF" and lower not in lexicon.lists["perfect"]):
        return "be"
    # "to found a club" is not "find".
    if tag == "b" and any(one.lemma == lower for one in lexicon.book.forms.get(lower, ())):
        return lower
    return lexicon.lemmas.get(lower, lower)


_LEANS = {"M": "bx", "t": "bx", "A": "ngx", "F": "ngbx", "x": "ngx", "g": "", "V": "", "b": "", "n": ""}
"""What may lean on each kind of auxiliary."""


def _leaning(tags: str, lowered: list[str], at: int, state: str) -> int:
    """The token that leans on an auxiliary before `at`, over adverbs; -1 for none."""
    leans = _LEANS.get(state, "")
    if state == "g" and lowered[at - 1] in ("having", "being"):
        leans = "nx"
    if not leans:
        return -1
    stop = min(at + _OVER, len(tags))
    while at < stop:
        if tags[at] in leans:
            return at
        if tags[at] == "R":
            at += 1
        # "had, however, said".
        elif tags[at] == "," and tags[at + 1 : at + 3] == "R,":
            at += 3
        else:
            return -1
    return -1
