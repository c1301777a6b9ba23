"""Cut a sentence into clauses: runs of tokens between commas and other dividers, with their kind and finite
verb.

A `Clause` is a main clause, a subordinate one (with its conjunction or question word), a relative one, an
infinitive with "zu", or a fragment without a verb (an apposition, an item of a list). What stands in
quotation marks or brackets takes no part: the words around it make the clause.
"""

from dataclasses import dataclass

from reader.quotes.german import lexicon as w
from reader.quotes.german.finite_verbs import (
    finite_verb,
    has_zu,
    is_attributive,
    is_finite,
    only_finite,
    only_verbs,
)
from reader.quotes.german.lexicon import Lexicon
from reader.quotes.text.sentences import Range

MAIN, SUBORDINATE, RELATIVE, INFINITIVE, FRAGMENT = "main", "sub", "relative", "infinitive", "fragment"

_DIVIDERS = frozenset((",", ";", ":", "–", "—", "-", "--"))
"""Tokens that part clauses; a hyphen is one only where it stands alone."""
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
    """First word behind "und", "aber" and the like: a subordinate clause's conjunction."""
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
    # "Das berichten Medien.": before a noun the verb was taken for an adjective.
    if clauses and clauses[0].finite < 0 and tokens[first].lower() in table.lists.pointing:
        clauses[0] = _with_verb_behind_das(flags, clauses[0])
    return Sentence(first, last, end, tuple(clauses), hidden)


def _with_verb_behind_das(flags: list[int], clause: Clause) -> Clause:
    """A clause like "Das berichten Medien", whose verb looks like an adjective before a noun."""
    verb = clause.first + 1
    # "Das Leben, …": a noun follows, so "das" is an article.
    if verb >= clause.last or not flags[verb] & w.FINITE or flags[verb] & w.CAPITAL:
        return clause
    return Clause(clause.first, clause.last, MAIN, verb, clause.head, clause.divider)


def _last_word(tokens: list[str], flags: list[int], first: int, end: int, marked: frozenset[int]) -> int:
    last = end
    # "Ott kam." and "Ott kam …", but the mark of "Ott rief „Nie!“" stays.
    while last - 1 > first and flags[last - 1] & w.PUNCTUATION and last - 1 not in marked:
        # "(SPD)", "5 %" and "…" belong to the last word.
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
                break  # A bracket that nothing closes hides nothing.
            hidden.extend(range(at, end + 1))
            at = end
        at += 1
    return frozenset(hidden)


def _runs(
    tokens: list[str], flags: list[int], first: int, last: int, hidden: frozenset[int]
) -> list[tuple[int, int, int]]:
    """(divider, first, last) of the runs between dividers, also cut where "und" joins two clauses.

    A run that begins with neither, behind a passage that ends as a sentence, has the divider -1.
    """
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
        # "Ott kam und sagte, …" has a verb before "und"; "Ott und Uhl kamen" has none yet.
        if flags[at] & w.COORDINATOR and at > first and verb >= 0:
            if _verb_follows(flags, verb, at + 1, last, hidden):
                cuts.append(at)
                verb = -1
        elif verb < 0 and is_finite(flags, at, last):
            verb = at
    ends = [*cuts[1:], last]
    return [(divider if at == first else at - 1, at, end) for at, end in zip(cuts, ends, strict=True)]


def _verb_follows(flags: list[int], verb: int, first: int, last: int, hidden: frozenset[int]) -> bool:
    """Whether the words after "und" have a finite verb of their own beside the finite `verb` before."""
    # "Er hat gelacht und geweint": beside an auxiliary "geweint" is a second participle, no verb of its own.
    helper = flags[verb] & (w.AUXILIARY | w.MODAL)
    for at in range(first, last):
        if at not in hidden and is_finite(flags, at, last) and (not helper or only_finite(flags, at)):
            return True
    return False


def _clause(
    tokens: list[str], flags: list[int], piece: tuple[int, int, int], hidden: frozenset[int]
) -> Clause:
    divider, first, last = piece
    head = _head(flags, first, last)
    verbs = [
        at
        for at in range(first, last)
        # "um es zu sagen": behind "zu" stands an infinitive, whatever else the form can be.
        if at not in hidden and is_finite(flags, at, last) and (at == first or tokens[at - 1] != "zu")
    ]
    kind = _kind(tokens, flags, head, last, verbs, divider, hidden)
    finite = finite_verb(flags, verbs, kind in (SUBORDINATE, RELATIVE))
    if (
        kind in (MAIN, RELATIVE)
        and has_zu(tokens, flags, first, last)
        and (not only_finite(flags, finite) or is_attributive(flags, head, finite))
    ):
        # "…, das Haus zu verkaufen" has no verb but the infinitive, "…, die Firma sei zu klein" has one.
        return Clause(first, last, INFINITIVE, -1, head, divider)
    return Clause(
        first, last, kind if finite >= 0 or kind == SUBORDINATE else FRAGMENT, finite, head, divider
    )


def _head(flags: list[int], first: int, last: int) -> int:
    """First word behind "und", "aber" and the like, and adverbs before "wenn"."""
    head = first
    while head < last - 1 and flags[head] & w.COORDINATOR and not flags[head] & w.SUBORDINATOR:
        head += 1
    # "…, auch wenn es regnet": the conjunction is "wenn".
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
    """MAIN, SUBORDINATE or RELATIVE, by the first word and by whether the verb stands early or last."""
    flag = flags[head]
    # "…, die lange warteten (Ott auch)": the bracket hides that the verb stands last.
    if tokens[last - 1] in ")]":
        while last - 1 > head and last - 1 in hidden:
            last -= 1
    final = bool(verbs) and verbs[-1] >= last - 2
    early = bool(verbs) and verbs[0] - head <= 1
    # "Seit Mai ruht der Bau", "Als Chef kam er": a preposition unless the verb stands last, as in "seit er
    # ging"; the same for a phrase without any verb, "wie im Vorjahr". "Damit endet der Streit": an adverb,
    # since the verb follows at once.
    if (
        flag & w.SUBORDINATOR
        and not (flag & w.PREPOSITION and not final)
        and not _only_phrase(flags, head, verbs)
        and not (early and flag & w.ADVERB and only_finite(flags, verbs[0]))
    ):
        return SUBORDINATE
    # "…, wer dort wohnt"; but "Wer kommt?" is a question of its own.
    if flag & w.QUESTION_WORD and not early:
        return SUBORDINATE
    # "…, die im Regen gewartet hatten"; but "…, die kommen morgen" and "…, in der Stadt wohnen viele" are
    # main clauses. "…, der Rat schwieg" is one too, and nothing here can tell.
    if divider >= 0 and tokens[divider] == "," and final and not early and only_verbs(flags, verbs[0], last):
        # "…, mit dem er kam": a preposition may stand before the pronoun.
        relative = flag & w.RELATIVE or (
            flag & w.PREPOSITION and head + 1 < last and flags[head + 1] & w.RELATIVE and verbs[0] - head > 2
        )
        if relative:
            return RELATIVE
    # "…, die klagen, …": of two words only, so the verb is early and last at once.
    if flag & w.RELATIVE and divider >= 0 and tokens[divider] == "," and verbs and early and last - head == 2:
        return RELATIVE
    return MAIN


def _only_phrase(flags: list[int], head: int, verbs: list[int]) -> bool:
    """Whether a word such as "als", "wie", "bis", "seit" only begins a phrase here: no verb follows."""
    return not verbs and bool(flags[head] & (w.PREPOSITION | w.QUESTION_WORD | w.COORDINATOR))
