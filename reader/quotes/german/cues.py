"""Recognise cues: verbs of saying, writing and thinking, whole with their particles, participles and set
words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.languages import folders
from reader.languages.german_verbs import INFINITIVE, PARTICIPLE, TO_INFINITIVE
from reader.models import Medium
from reader.quotes.german import lexicon as w
from reader.quotes.german.parse import Parsed

_LETTING = ("lassen",)
"""Set words of verbs that a form of "lassen" makes a statement: "ließ mitteilen"."""
_BESIDE_PARTICLE = 2
"""Tokens between a finite verb with a joined particle and the end of its clause: "…, der es mitteilte"."""
_MEDIA = {"speech": Medium.SPEECH, "writing": Medium.WRITING, "thought": Medium.SPEECH_THOUGHT}


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """An entry of the list of verbs of saying."""

    lemma: str
    base: str
    """The verb without its separable particle."""
    particle: str
    words: tuple[str, ...]
    """Words of which one must stand in the clause too; empty where the verb does alone."""
    strength: int
    """What it frames, 1 to 3; see sayings.txt."""
    medium: Medium
    kind: str = ""
    """Kind of the speech act that it tells of, as acts.txt has it; empty for verbs of sayings.txt."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A predicate of saying in a clause."""

    verb: ReportingVerb
    tokens: tuple[int, ...]
    """Verb, particle or participle, set words; in order."""
    finite: int
    passive: bool = False


class ReportingVerbs:
    """A list of verbs of saying, by lemma and by base verb."""

    def __init__(self) -> None:
        self.by_lemma: dict[str, list[ReportingVerb]] = {}
        self.by_base: dict[str, list[ReportingVerb]] = {}

    def add(self, entry: str, strength: int, medium: Medium, kind: str = "") -> None:
        """Take in an entry of the list, "mit|teilen" or "gehen+davon/von"."""
        written, _, needed = entry.partition("+")
        particle, _, base = written.rpartition("|")
        words = tuple(needed.split("/")) if needed else ()
        verb = ReportingVerb(particle + base, base, particle, words, strength, medium, kind)
        self.by_lemma.setdefault(verb.lemma, []).append(verb)
        self.by_base.setdefault(base, []).append(verb)


@lru_cache(maxsize=8)
def load_reporting_verbs(code: str) -> ReportingVerbs:
    """The verbs of saying of a language."""
    verbs = ReportingVerbs()
    for line in folders.lines_of(code, "sayings.txt"):
        strength, medium, *entries = line.split()
        for entry in entries:
            verbs.add(entry, int(strength), _MEDIA[medium])
    return verbs


DOUBTFUL, BARE, TOLD = 0, 1, 2
"""Strengths of verbs that tell of a speech act: now and then, where somebody does it, and always."""
_STRENGTHS = {"?": DOUBTFUL, "!": BARE}


@lru_cache(maxsize=8)
def load_acts(code: str) -> ReportingVerbs:
    """The verbs that tell of a speech act, with the strengths of `TOLD`, `BARE` and `DOUBTFUL`."""
    verbs = ReportingVerbs()
    for line in folders.lines_of(code, "acts.txt"):
        kind, *entries = line.split()
        for entry in entries:
            verbs.add(entry, _STRENGTHS.get(kind[-1], TOLD), Medium.SPEECH, kind.rstrip("?!"))
    return verbs


def predicate(
    parsed: Parsed, finite: int, first: int, last: int, verbs: ReportingVerbs | None = None
) -> Cue | None:
    """The cue whose finite verb is the token `finite`, in the tokens `[first, last)`; by `verbs` or all."""
    verbs = verbs or load_reporting_verbs(parsed.analysis.language.code)
    found = list(_compound_tense(parsed, verbs, finite, first, last)) or list(
        _simple_tense(parsed, verbs, finite, first, last)
    )
    return max(found, key=_specificity, default=None)


def _specificity(cue: Cue) -> tuple[bool, bool, int]:
    """Order of readings of one verb: "geht davon aus" before "geht … aus" before "geht"."""
    return bool(cue.verb.words), bool(cue.verb.particle), cue.verb.strength


def _simple_tense(parsed: Parsed, verbs: ReportingVerbs, finite: int, first: int, last: int) -> Iterator[Cue]:
    """A finite verb of saying, with its particle at the end of the clause or joined to it."""
    particle = _verb_particle(parsed, finite, last)
    for lemma, features in parsed.table.readings(parsed.words[finite]):
        if not features & ~(INFINITIVE | PARTICIPLE | TO_INFINITIVE):
            continue  # A form without any finite reading.
        for verb in verbs.by_lemma.get(lemma, ()):
            # "…, was Ott mitteilte": joined only at the end of a dependent clause.
            joined = verb.particle and finite >= last - _BESIDE_PARTICLE
            # "Ott gab den Ton an": with a particle at the end the verb alone is another one.
            if (not verb.particle and not particle) or joined:
                yield from _with_set_words(parsed, verb, (finite,), finite, first, last)
        for verb in verbs.by_base.get(lemma, ()) if particle else ():
            if verb.particle == parsed.lower(particle):
                pair = (finite, particle) if finite < particle else (particle, finite)
                yield from _with_set_words(parsed, verb, pair, finite, first, last)


def _verb_particle(parsed: Parsed, finite: int, last: int) -> int:
    """Token of a separable particle at the end of the clause; 0 for none."""
    end = last - 1
    while end > finite and parsed.flags[end] & w.PUNCTUATION:
        end -= 1
    # "Ott fragt seiner Ansicht nach zu viel": behind a noun it is a postposition, not that of "nachfragen".
    if parsed.lower(end) == "nach" and end - finite > 2 and parsed.flags[end - 1] & w.CAPITAL:
        return 0
    # "Ott teilte es mit"; "weiter", "dazu" and the like are mostly adverbs.
    if (
        end > finite
        and parsed.flags[end] & w.VERB_PARTICLE
        and not parsed.flags[end] & (w.CAPITAL | w.ADVERB)
    ):
        return end
    # "…, was Ott bekannt gibt": right before a verb that ends its clause.
    before = parsed.flags[finite - 1] if finite else 0
    apart = before & w.VERB_PARTICLE and not before & (w.PREPOSITION | w.CAPITAL)
    return finite - 1 if apart and end == finite else 0


def _compound_tense(
    parsed: Parsed, verbs: ReportingVerbs, finite: int, first: int, last: int
) -> Iterator[Cue]:
    """An auxiliary or modal with a participle or infinitive of saying."""
    letting = parsed.lower(finite) in parsed.table.lists.letting
    if not letting and not parsed.flags[finite] & (w.AUXILIARY | w.MODAL):
        return
    helpers = {lemma for lemma, _ in parsed.table.readings(parsed.words[finite])}
    for at in range(last - 1, first - 1, -1):
        # From the end of the clause, where the verbs stand: "hat am Montag in Bonn gesagt".
        if not parsed.flags[at] & (w.PARTICIPLE | w.INFINITIVE) or at == finite or at in parsed.marked:
            continue
        # "wird gesagt".
        passive = "werden" in helpers and bool(parsed.flags[at] & w.PARTICIPLE)
        # "ist gesagt worden".
        passive = passive or (at + 1 < last and parsed.lower(at + 1) == "worden")
        for lemma, _ in parsed.table.readings(parsed.words[at]):
            if lemma in parsed.table.lists.helpers:
                continue  # "Ott will haben, dass …": no verb of saying, though a list has it with set words.
            tokens = (finite, at) if finite < at else (at, finite)
            for verb in verbs.by_lemma.get(lemma, ()):
                if letting and verb.words == _LETTING:
                    yield Cue(verb, tokens, finite)
                elif not letting:
                    yield from _with_set_words(parsed, verb, tokens, finite, first, last, passive)
            for verb in verbs.by_base.get(lemma, ()):
                # "hat bekannt gegeben".
                if verb.particle and verb.particle == parsed.lower(at - 1):
                    apart = tuple(sorted((finite, at - 1, at)))
                    yield from _with_set_words(parsed, verb, apart, finite, first, last, passive)
        # "soll gesagt haben": only past auxiliaries, else a participle far before would count.
        if not parsed.flags[at] & w.AUXILIARY:
            return


def _with_set_words(
    parsed: Parsed,
    verb: ReportingVerb,
    tokens: tuple[int, ...],
    finite: int,
    first: int,
    last: int,
    passive: bool = False,
) -> Iterator[Cue]:
    """The cue, when the set words that it needs stand in the clause."""
    if not verb.words:
        yield Cue(verb, tokens, finite, passive)
        return
    for at in range(first, last):
        # Nouns as the list has them ("Meinung"), other words also with a capital ("Davon ging Ott aus").
        if at not in tokens and (parsed.words[at] in verb.words or parsed.lower(at) in verb.words):
            yield Cue(verb, tuple(sorted((*tokens, at))), finite, passive)
            return
