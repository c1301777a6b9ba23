"""Which told speech acts an article gives as somebody's: a judge of its own, beside the network.

A logistic regression over the main clauses that can tell of a speech act, in sentences where nothing else is
quoted. It knows the verb and its kind, tense, mood and voice, who is the subject, what stands in the clause
and what is quoted around it. Its weights were fitted to annotated articles by `tools.train`, and stand beside
those of the network.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp

from reader.i18n import _, decimal, percent
from reader.languages.networks import named
from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.acts import Act, acts, draft_of, is_given
from reader.quotes.german.clauses import Clause, Sentence
from reader.quotes.german.cues import BARE
from reader.quotes.german.parse import Parsed
from reader.quotes.german.reasons import confidence, reasons
from reader.quotes.german.subjects import may_speak, speaks
from reader.quotes.learned.sign_words import kind_words, sign_words

RULE = "learned: told"
"""Name of the construction, kept with every quote."""
FILE = "told.json"
"""The file of a judge's weights, beside those of the network."""
_SHARES = (0.01, 0.2, 0.4)
"""Shares of an article's sentences that are quoted, from which it counts as one that quotes more."""
_LENGTHS = (8, 14, 22, 32)
"""Tokens of a sentence, from which it counts as longer."""
_MOST_CLAUSES = 4


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights of the features of a clause."""

    bias: float
    weights: dict[str, float]
    least: float
    """Chance from which a told speech act is given."""

    def chance(self, features: Sequence[str]) -> float:
        """The chance that annotators give a clause of these features as a told speech act."""
        weight = self.bias + sum(self.weights.get(feature, 0.0) for feature in features)
        return 1 / (1 + exp(-weight))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause to judge."""

    sentence: Sentence
    act: Act
    features: tuple[str, ...]


@lru_cache(maxsize=4)
def load(code: str, name: str = "") -> Judge | None:
    """The judge that stands beside the weights of that name; None where they have none."""
    weights = named(code, name)
    file = weights.folder.joinpath(FILE) if weights else None
    if file is None or not file.is_file():
        return None
    stored = json.loads(file.read_text(encoding="utf-8"))
    return Judge(stored["bias"], stored["weights"], stored["least"])


def judged(parsed: Parsed, drafts: list[Draft], judge: Judge | None, explain: bool = False) -> list[Draft]:
    """The drafts with the speech acts that the judge finds in place of those told."""
    if judge is None:
        return drafts
    kept = [draft for draft in drafts if draft.type != QuoteType.REPORTED]
    return [*kept, *_found(parsed, candidates(parsed, claimed(parsed, kept)), judge, explain)]


def _found(parsed: Parsed, candidates: Iterator[Candidate], judge: Judge, explain: bool) -> Iterator[Draft]:
    for candidate in candidates:
        chance = judge.chance(candidate.features)
        draft = draft_of(parsed, candidate.sentence, candidate.act)
        if chance >= judge.least:
            why = _reasons(parsed, candidate, judge, chance) if explain else ()
            yield replace(draft, rule=RULE, confidence=round(chance, 3), why=why)
        # "Ott wies die Kritik zurück": what the judge learned from leaves bare acts out, readers do not.
        elif candidate.act.cue.verb.strength == BARE and is_given(parsed, candidate.sentence, candidate.act):
            why = reasons(parsed, draft) if explain else ()
            yield replace(draft, confidence=confidence(draft), why=why)


def _reasons(parsed: Parsed, candidate: Candidate, judge: Judge, chance: float) -> tuple[str, ...]:
    verb = " … ".join(parsed.words[at] for at in candidate.act.cue.tokens)
    weighed = sorted(candidate.features, key=lambda feature: -abs(judge.weights.get(feature, 0.0)))
    signs = ((feature, judge.weights.get(feature, 0.0)) for feature in weighed[:3])
    said = ", ".join(f"{sign_words(feature)} ({_signed(weight)})" for feature, weight in signs if weight)
    return (
        _("“{verb}” tells of a speech act ({kind}) without its words.").format(
            verb=verb, kind=kind_words(candidate.act.cue.verb.kind)
        ),
        _("Of such sentences {share} were annotated as told speech.").format(share=percent(chance)),
        _("What weighed most: {signs}.").format(signs=said),
    )


def _signed(weight: float) -> str:
    return ("+" if weight > 0 else "−") + decimal(abs(weight))


def claimed(parsed: Parsed, drafts: Sequence[Draft]) -> frozenset[int]:
    """Tokens that quotes and their frames hold; fragments in marks leave their frame free."""
    held: set[int] = set()
    for draft in drafts:
        # "Ott nannte den Steg „morsch“": the sentence tells, the fragment quotes.
        frame = () if draft.type == QuoteType.DIRECT and draft.rule == "words quoted" else draft.frame
        for first, end in (*draft.content, *frame):
            held.update(range(first, end))
    return frozenset(held)


def candidates(parsed: Parsed, held: frozenset[int]) -> Iterator[Candidate]:
    """The first clause of each sentence that can tell of a speech act, where nothing else holds it."""
    sentences = parsed.sentences
    taken = [_is_taken(parsed, sentence, held) for sentence in sentences]
    share = sum(taken) / max(1, len(taken))
    density = f"quotes an article {sum(share >= least for least in _SHARES)}"
    for number, sentence in enumerate(sentences):
        act = None if taken[number] else next(acts(parsed, sentence), None)
        if act is not None:
            around = _around(parsed, taken, number)
            yield Candidate(sentence, act, (*_of_clause(parsed, sentence, act), *around, density))


def _is_taken(parsed: Parsed, sentence: Sentence, held: frozenset[int]) -> bool:
    """Whether quotes hold half of a sentence."""
    size = sentence.end - sentence.first
    return 2 * len(held.intersection(range(sentence.first, sentence.end))) > size


def _around(parsed: Parsed, taken: list[bool], number: int) -> Iterator[str]:
    """What stands around a sentence: quotes, the borders of its paragraph."""
    sentences = parsed.sentences
    first = sentences[number].first
    block = parsed.block_of(first)
    before = number > 0 and parsed.block_of(sentences[number - 1].first) == block
    behind = number + 1 < len(sentences) and parsed.block_of(sentences[number + 1].first) == block
    if not before:
        yield "begins its paragraph" if block else "begins the text"
    if not behind:
        yield "ends its paragraph"
    if number > 0 and taken[number - 1]:
        yield "behind a quote"
    if number + 1 < len(sentences) and taken[number + 1]:
        yield "before a quote"


def _of_clause(parsed: Parsed, sentence: Sentence, act: Act) -> Iterator[str]:
    """What a clause itself shows."""
    clause, verb = sentence.clauses[act.number], act.cue.verb
    yield f"kind {verb.kind}"
    yield f"verb {verb.lemma}" + (f" {verb.words[0]}" if verb.words else "")
    yield from _of_verb(parsed, clause, act)
    yield f"subject {_subject(parsed, act)}"
    yield f"clauses {min(len(sentence.clauses), _MOST_CLAUSES)}"
    yield f"length {sum(sentence.end - sentence.first >= least for least in _LENGTHS)}"
    inside = range(clause.first, clause.last)
    words = {parsed.lower(at) for at in inside}
    if not words.isdisjoint(parsed.table.lists.negations):
        yield "negated"
    if "als" in words:
        yield "als"
    if any(at in parsed.marked for at in inside):
        yield "marks"
    if any(parsed.flags[at] & w.NUMBER for at in inside):
        yield "digits"
    if act.number:
        yield "later clause"


def _of_verb(parsed: Parsed, clause: Clause, act: Act) -> Iterator[str]:
    """Tense, mood and voice."""
    flags = parsed.flags[clause.finite]
    if act.cue.passive:
        yield "passive" if act.speaker else "passive by nobody"
    if flags & w.MODAL and act.cue.verb.kind != "plan":
        yield "modal"
    compound = flags & w.AUXILIARY and len(act.cue.tokens) > 1
    yield f"{'compound ' if compound else ''}{'past' if flags & w.PAST else 'present'}"


def _subject(parsed: Parsed, act: Act) -> str:
    """What the subject is."""
    if act.speaker is None:
        return "none"
    first, end = act.speaker
    if parsed.flags[first] & w.PRONOUN:
        return "pronoun"
    if any(parsed.words[at] in parsed.given_names for at in range(first, end)):
        return "full name"
    if speaks(parsed, act.speaker):
        return "role or group"
    return "other" if may_speak(parsed, act.speaker) else "thing"
