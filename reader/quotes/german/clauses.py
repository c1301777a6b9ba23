"""Cut a sentence into clauses: runs of tokens between commas and other dividers, with their kind and finite
verb.

A `Clause` is a main clause, a subordinate one (with its conjunction or question word), a relative one, an
infinitive with "zu", or a fragment without a verb (an apposition, an item of a list). What stands in
quotation marks or brackets takes no part: the words around it make the clause.
"""

from dataclasses import dataclass

from reader.quotes.german import lexicon as w
from reader.quotes.german.lexicon import Lexicon
from reader.quotes.text.sentences import Range

MAIN, SUBORDINATE, RELATIVE, INFINITIVE, FRAGMENT = "main", "sub", "relative", "infinitive", "fragment"

_DIVIDERS = frozenset((",", ";", ":", "–", "—", "-", "--"))
_BRACKETS = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `[first, last)` of one clause; `divider` is the token before it, -1 at the sentence's start."""

    first: int
    last: int
    kind: str
    finite: int
    """Token of the finite verb, -1 where there is none."""
    head: int
    """First word after "und", "aber" and the like: the conjunction of a subordinate clause."""
    divider: int = -1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its clauses; `hidden` are the tokens in marks or brackets."""

    first: int
    last: int
    """Behind the last word: final marks are left out."""
    end: int
    """Behind the last token."""
    clauses: tuple[Clause, ...]
    hidden: frozenset[int]

    def clause_at(self, token: int) -> int:
        """Number of the clause a token lies in, or the one before it."""
        number = 0
        for i, clause in enumerate(self.clauses):
            if clause.first <= token:
                number = i
        return number


def cut(
    tokens: list[str], flags: list[int], extent: Range, marked: frozenset[int], table: Lexicon
) -> Sentence:
    """The sentence of the tokens `extent`; `marked` are those in quotation marks, the marks among them."""
    first, end = extent
    last = _last_word(tokens, flags, first, end, marked)
    hidden = _in_brackets(tokens, first, last).union(at for at in range(first, end) if at in marked)
    pieces = _runs(tokens, flags, first, last, hidden)
    clauses = [_clause(tokens, flags, piece, hidden) for piece in pieces]
    if clauses and clauses[0].finite < 0 and tokens[first].lower() in table.lists.pointing:
        clauses[0] = _with_verb_behind_das(flags, clauses[0])
    return Sentence(first, last, end, tuple(clauses), hidden)


def _with_verb_behind_das(flags: list[int], clause: Clause) -> Clause:
    """A clause like "Das berichten Medien", whose verb looks like an adjective before a noun."""
    verb = clause.first + 1
    if verb >= clause.last or not flags[verb] & w.FINITE or flags[verb] & w.CAPITAL:
        return clause
    return Clause(clause.first, clause.last, MAIN, verb, clause.head, clause.divider)


def _last_word(tokens: list[str], flags: list[int], first: int, end: int, marked: frozenset[int]) -> int:
    last = end
    while last - 1 > first and flags[last - 1] & w.PUNCTUATION and last - 1 not in marked:
        if tokens[last - 1] in ")]%€$…":
            break
        last -= 1
    return last


def _in_brackets(tokens: list[str], first: int, last: int) -> frozenset[int]:
    hidden: list[int] = []
    at = first
    while at < last:
        closer = _BRACKETS.get(tokens[at])
        if closer:
            try:
                end = tokens.index(closer, at, last)
            except ValueError:
                break
            hidden.extend(range(at, end + 1))
            at = end
        at += 1
    return frozenset(hidden)


def _runs(
    tokens: list[str], flags: list[int], first: int, last: int, hidden: frozenset[int]
) -> list[tuple[int, int, int]]:
    """(divider, first, last) of the runs between dividers, also cut where "und" joins two clauses."""
    pieces: list[tuple[int, int, int]] = []
    start, divider = first, -1
    for at in range(first, last):
        if tokens[at] in _DIVIDERS and at not in hidden:
            if at > start:
                pieces.extend(_coordinated(tokens, flags, divider, start, at, hidden))
            start, divider = at + 1, at
        elif at > start and at - 1 in hidden and at not in hidden and _after_final(tokens, flags, at):
            pieces.append((divider, start, at))
            start, divider = at, -1
    if start < last:
        pieces.extend(_coordinated(tokens, flags, divider, start, last, hidden))
    return pieces


def _after_final(tokens: list[str], flags: list[int], at: int) -> bool:
    """Whether a verb stands right behind a passage in marks that ends as a sentence ("„Halt!“ rief Ott")."""
    return bool(flags[at] & w.FINITE) and at > 1 and tokens[at - 2] in "!?.…,"


def _coordinated(
    tokens: list[str], flags: list[int], divider: int, first: int, last: int, hidden: frozenset[int]
) -> list[tuple[int, int, int]]:
    """One run cut before each coordinating word that has a finite verb on both sides."""
    cuts = [first]
    verb = -1
    for at in range(first, last):
        if at in hidden:
            continue
        if flags[at] & w.COORDINATOR and at > first and verb >= 0:
            if _verb_follows(flags, verb, at + 1, last, hidden):
                cuts.append(at)
                verb = -1
        elif verb < 0 and _is_finite(flags, at, last):
            verb = at
    ends = [*cuts[1:], last]
    return [(divider if at == first else at - 1, at, end) for at, end in zip(cuts, ends, strict=True)]


def _verb_follows(flags: list[int], verb: int, first: int, last: int, hidden: frozenset[int]) -> bool:
    """Whether the words after "und" have a finite verb of their own beside the finite `verb` before."""
    helper = flags[verb] & (w.AUXILIARY | w.MODAL)
    for at in range(first, last):
        if at not in hidden and _is_finite(flags, at, last) and (not helper or _only_finite(flags, at)):
            return True
    return False


def _is_finite(flags: list[int], at: int, last: int) -> bool:
    """Whether the token can be the finite verb of its clause, and is no adjective or participle there."""
    flag = flags[at]
    if not flag & w.FINITE or flag & w.CAPITAL:
        return False
    if flag & (w.SUBORDINATOR | w.PREPOSITION) and not flag & (w.AUXILIARY | w.MODAL):
        return False
    noun_follows = (
        at + 1 < last and flags[at + 1] & w.CAPITAL and not flags[at + 1] & (w.DETERMINER | w.PRONOUN)
    )
    ambiguous = flag & (w.INFINITIVE | w.PARTICIPLE) and not flag & (w.AUXILIARY | w.MODAL)
    if noun_follows and flag & w.SUBJUNCTIVE1 and not flag & (w.AUXILIARY | w.MODAL):
        return bool(at and flags[at - 1] & (w.PRONOUN | w.CAPITAL) and not flags[at - 1] & w.DETERMINER)
    return (
        not ambiguous or not noun_follows or not flags[at - 1] & (w.DETERMINER | w.ADJECTIVE) if at else True
    )


def _clause(
    tokens: list[str], flags: list[int], piece: tuple[int, int, int], hidden: frozenset[int]
) -> Clause:
    divider, first, last = piece
    head = _head(flags, first, last)
    verbs = [
        at
        for at in range(first, last)
        if at not in hidden and _is_finite(flags, at, last) and (at == first or tokens[at - 1] != "zu")
    ]
    kind = _kind(tokens, flags, head, last, verbs, divider, hidden)
    finite = _finite_verb(flags, verbs, kind)
    if (
        kind in (MAIN, RELATIVE)
        and has_zu(tokens, flags, first, last)
        and (not _only_finite(flags, finite) or _attributive_participle(flags, head, finite))
    ):
        return Clause(first, last, INFINITIVE, -1, head, divider)
    return Clause(
        first, last, kind if finite >= 0 or kind == SUBORDINATE else FRAGMENT, finite, head, divider
    )


def _attributive_participle(flags: list[int], head: int, at: int) -> bool:
    """Whether a preterite before a noun, late in its clause, is rather a participle ("beteiligte Firmen")."""
    weak = flags[at] & w.PAST and not flags[at] & (w.AUXILIARY | w.MODAL)
    return bool(weak and at > head + 1 and flags[at + 1 : at + 2] and flags[at + 1] & w.CAPITAL)


def _head(flags: list[int], first: int, last: int) -> int:
    """First word behind "und", "aber" and the like, and adverbs before "wenn"."""
    head = first
    while head < last - 1 and flags[head] & w.COORDINATOR and not flags[head] & w.SUBORDINATOR:
        head += 1
    joined = head + 1 < last and flags[head] & w.ADVERB and flags[head + 1] & w.SUBORDINATOR
    return head + 1 if joined and not flags[head + 1] & w.PREPOSITION else head


def _kind(
    tokens: list[str],
    flags: list[int],
    head: int,
    last: int,
    verbs: list[int],
    divider: int,
    hidden: frozenset[int],
) -> str:
    flag = flags[head]
    if tokens[last - 1] in ")]":
        while last - 1 > head and last - 1 in hidden:
            last -= 1
    final = bool(verbs) and verbs[-1] >= last - 2
    early = bool(verbs) and verbs[0] - head <= 1
    if (
        flag & w.SUBORDINATOR
        and not (flag & w.PREPOSITION and not final)
        and not _only_phrase(flags, head, verbs)
        and not (early and flag & w.ADVERB and _only_finite(flags, verbs[0]))
    ):
        return SUBORDINATE
    if flag & w.QUESTION_WORD and not early:
        return SUBORDINATE
    if divider >= 0 and tokens[divider] == "," and final and not early and _only_verbs(flags, verbs[0], last):
        relative = flag & w.RELATIVE or (
            flag & w.PREPOSITION and head + 1 < last and flags[head + 1] & w.RELATIVE and verbs[0] - head > 2
        )
        if relative:
            return RELATIVE
    if flag & w.RELATIVE and divider >= 0 and tokens[divider] == "," and verbs and early and last - head == 2:
        return RELATIVE
    return MAIN


def _only_verbs(flags: list[int], first: int, last: int) -> bool:
    """Whether all words from the first verb on are verb forms, as at the end of a dependent clause."""
    if _only_finite(flags, first) and first != last - 1 and not _only_finite(flags, last - 1):
        return False
    forms = w.FINITE | w.PARTICIPLE | w.INFINITIVE
    return last - first < 5 and all(flags[at] & forms for at in range(first, last))


def _only_phrase(flags: list[int], head: int, verbs: list[int]) -> bool:
    """Whether a word such as "als", "wie", "bis", "seit" only begins a phrase here: no verb follows."""
    return not verbs and bool(flags[head] & (w.PREPOSITION | w.QUESTION_WORD | w.COORDINATOR))


def _finite_verb(flags: list[int], verbs: list[int], kind: str) -> int:
    if not verbs:
        return -1
    if kind in (SUBORDINATE, RELATIVE):
        return _final_verb(flags, verbs)
    sure = [at for at in verbs if _only_finite(flags, at)]
    if len(sure) > 1 and _attributive_participle(flags, verbs[0] - 2, sure[0]):
        return sure[1]
    if len(sure) > 1 and sure[1] == sure[0] + 1 and flags[sure[0]] & w.INFINITIVE:
        return sure[1]
    return sure[0] if sure and sure[0] - verbs[0] < 3 else verbs[0]


def _final_verb(flags: list[int], verbs: list[int]) -> int:
    helpers = [at for at in verbs if flags[at] & (w.AUXILIARY | w.MODAL)]
    return helpers[-1] if helpers and verbs[-1] - helpers[-1] < 2 else verbs[-1]


def _only_finite(flags: list[int], at: int) -> bool:
    """Whether a finite reading is the only one."""
    return at >= 0 and (
        not flags[at] & (w.INFINITIVE | w.PARTICIPLE) or bool(flags[at] & (w.AUXILIARY | w.MODAL))
    )


def _ends_in_infinitive(tokens: list[str], flags: list[int], at: int, last: int) -> bool:
    """Whether a word right behind "zu" is "sein", or at a clause's end an infinitive that no list holds."""
    word, flag = tokens[at], flags[at]
    if flag & w.POSSESSIVE or at < last - 1:
        return bool(flag & w.POSSESSIVE and word == "sein")
    return word.islower() and word.endswith("n") and not flag & (w.CLOSED | w.FINITE | w.PARTICIPLE)


def has_zu(tokens: list[str], flags: list[int], first: int, last: int) -> bool:
    """Whether an infinitive with "zu" ends the run or stands near its end."""
    for at in range(last - 1, max(first, last - 4) - 1, -1):
        if flags[at] & w.INFINITIVE:
            if at > first and tokens[at - 1] == "zu":
                return True
            if not flags[at] & w.FINITE and "zu" in tokens[at]:
                return True
        elif at > first and tokens[at - 1] == "zu" and _ends_in_infinitive(tokens, flags, at, last):
            return True
    return False
