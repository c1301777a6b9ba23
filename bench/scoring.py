"""Measure detected quotes against annotated ones: found, exact, speakers, and macro-averaged tokens.

A line is a mapping with "text", "tokens" (pairs of offsets) and "quotes"; a quote has "type", "medium",
"spans" and the roles "speaker", "cue", "addressee", "frame", all lists of half-open code point spans. The
measures are those of Petersen-Frey and Biemann (2024) and of the scorer that is kept beside their data:

- tokens: for each pair, and each quote left unpaired, precision and recall of the tokens of quote and roles;
  "roles" is the mean over the four roles, "joint" over all five;
- found: pairs that share half of their joint tokens; "any" ignores the type;
- exact: as found, with the same words;
- speaker: of the quotes found that have a speaker, how many were given one that shares a word with it.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scipy.optimize import linear_sum_assignment

ROLES = ("spans", "speaker", "cue", "addressee", "frame")
TYPES = ("Direct", "Indirect", "IndirectFreeIndirect", "Reported", "FreeIndirect")

Ids = frozenset[int]
Line = Mapping[str, Any]
Figures = dict[str, float]
_NONE: Ids = frozenset()


@dataclass(frozen=True, slots=True)
class TokenQuote:
    """A quote as the numbers of the tokens that its spans and roles cover."""

    type: str
    medium: str
    roles: Mapping[str, Ids]

    @property
    def words(self) -> Ids:
        """Tokens of the quote itself."""
        return self.roles["spans"]


def covered(spans: Iterable[Sequence[int]], tokens: Sequence[Sequence[int]]) -> Ids:
    """Numbers of the tokens of which at least half lies inside one of the spans."""
    starts = [start for start, _ in tokens]
    ends = [end for _, end in tokens]
    inside: set[int] = set()
    for start, end in spans:
        for at in range(bisect_right(ends, start), bisect_left(starts, end)):
            shared = min(ends[at], end) - max(starts[at], start)
            if 2 * shared >= ends[at] - starts[at]:
                inside.add(at)
    return frozenset(inside)


def resolve(quote: Line, tokens: Sequence[Sequence[int]]) -> TokenQuote:
    """The quote with its spans as token numbers."""
    roles = {role: covered(quote.get(role) or (), tokens) for role in ROLES}
    return TokenQuote(quote["type"], quote.get("medium", ""), roles)


def _worth(gold: TokenQuote, predicted: TokenQuote) -> float:
    shared = len(gold.words & predicted.words)
    if not shared:
        return 0.0
    overlap = 2 * shared / (len(gold.words) + len(predicted.words))
    return overlap + 0.01 * (gold.type == predicted.type) + 0.001 * (gold.medium == predicted.medium)


def pair(gold: Sequence[TokenQuote], predicted: Sequence[TokenQuote]) -> list[tuple[int, int]]:
    """Index pairs of the one-to-one assignment with the highest overlap, ties broken by type, then medium."""
    if not gold or not predicted:
        return []
    worth = [[_worth(one, other) for other in predicted] for one in gold]
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True)]


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


@dataclass
class Tally:
    """Counts over many texts; `add` takes one text in, `report` gives the measures."""

    gold: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    speaker: Counter[str] = field(default_factory=Counter)
    precisions: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    recalls: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, line: Line, predictions: Iterable[Line]) -> list[str]:
        """Take in one annotated text with what was detected in it; what went wrong, in words."""
        text, tokens = line["text"], line["tokens"]
        wordlike = frozenset(
            at for at, (start, end) in enumerate(tokens) if any(c.isalnum() for c in text[start:end])
        )
        raw_gold, raw_predicted = line["quotes"], list(predictions)
        gold = [resolve(quote, tokens) for quote in raw_gold]
        predicted = [resolve(quote, tokens) for quote in raw_predicted]
        self._count(gold, predicted)
        pairs = pair(gold, predicted)
        hits = [(i, j) for i, j in pairs if self._hit(gold[i], predicted[j], wordlike)]
        self._tokens(gold, predicted, pairs)
        return [
            *_misattributed(text, [(raw_gold[i], raw_predicted[j]) for i, j in hits]),
            *_missed(text, raw_gold, {i for i, _ in hits}),
            *_spurious(text, raw_predicted, {j for _, j in hits}),
        ]

    def _count(self, gold: list[TokenQuote], predicted: list[TokenQuote]) -> None:
        self.gold.update(quote.type for quote in gold)
        self.predicted.update(quote.type for quote in predicted)
        self.speaker["gold"] += sum(bool(quote.roles["speaker"]) for quote in gold)

    def _hit(self, gold: TokenQuote, predicted: TokenQuote, wordlike: Ids) -> bool:
        union = gold.words | predicted.words
        if not union or 2 * len(gold.words & predicted.words) < len(union):
            return False
        keys = ["any", gold.type] if gold.type == predicted.type else ["any"]
        self.found.update(keys)
        if gold.words & wordlike == predicted.words & wordlike:
            self.exact.update(keys)
        if gold.roles["speaker"]:
            self._speaker(gold.roles["speaker"] & wordlike, predicted.roles["speaker"] & wordlike)
        return True

    def _speaker(self, gold: Ids, predicted: Ids) -> None:
        self.speaker["found"] += 1
        self.speaker["right"] += bool(gold & predicted)
        self.speaker["same"] += gold == predicted

    def _tokens(
        self, gold: list[TokenQuote], predicted: list[TokenQuote], pairs: list[tuple[int, int]]
    ) -> None:
        nothing = TokenQuote("", "", dict.fromkeys(ROLES, _NONE))
        mine, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
        loose = [(gold[i], predicted[j]) for i, j in pairs]
        loose += [(nothing, quote) for j, quote in enumerate(predicted) if j not in theirs]
        loose += [(quote, nothing) for i, quote in enumerate(gold) if i not in mine]
        for one, other in loose:
            for role in ROLES:
                shared = len(one.roles[role] & other.roles[role])
                if other.roles[role]:
                    self.precisions[role].append(shared / len(other.roles[role]))
                if one.roles[role]:
                    self.recalls[role].append(shared / len(one.roles[role]))

    def report(self) -> dict[str, dict[str, Any]]:
        """All measures: found and exact by type, speaker, and tokens by role with "roles" and "joint"."""
        return {
            "found": {kind: self._rate(self.found, kind) for kind in ("any", *TYPES)},
            "exact": {kind: self._rate(self.exact, kind) for kind in ("any", *TYPES)},
            "speaker": self._speakers(),
            "tokens": self._macro(),
        }

    def _rate(self, hits: Counter[str], kind: str) -> Figures:
        gold = sum(self.gold.values()) if kind == "any" else self.gold[kind]
        predicted = sum(self.predicted.values()) if kind == "any" else self.predicted[kind]
        precision = hits[kind] / predicted if predicted else 0.0
        recall = hits[kind] / gold if gold else 0.0
        rates = {"precision": precision, "recall": recall, "f1": _f1(precision, recall)}
        return {**rates, "gold": gold, "predicted": predicted}

    def _speakers(self) -> Figures:
        counts = self.speaker
        found, gold = counts["found"] or 1, counts["gold"] or 1
        return {
            "right": counts["right"] / found,
            "same": counts["same"] / found,
            "end_to_end": counts["right"] / gold,
            "gold": counts["gold"],
        }

    def _macro(self) -> dict[str, Figures]:
        groups = {"joint": ROLES, "roles": ROLES[1:], "quote": ROLES[:1]}
        groups |= {role: (role,) for role in ROLES[1:]}
        out = {}
        for name, roles in groups.items():
            precision = _mean([value for role in roles for value in self.precisions[role]])
            recall = _mean([value for role in roles for value in self.recalls[role]])
            out[name] = {"precision": precision, "recall": recall, "f1": _f1(precision, recall)}
        return out


def _show(text: str, quote: Line) -> str:
    words = " … ".join(text[start:end] for start, end in quote["spans"])
    speaker = " … ".join(text[start:end] for start, end in quote.get("speaker") or ())
    return f"{quote['type']}: {' '.join(words.split())}  [{speaker}]"


def _misattributed(text: str, pairs: Iterable[tuple[Line, Line]]) -> list[str]:
    """Quotes found whose speaker shares no place with the annotated one."""
    return [
        f"speaker  {_show(text, gold)} not {_show(text, other).rsplit('  ', 1)[-1]}"
        for gold, other in pairs
        if gold.get("speaker") and not _overlap(gold["speaker"], other.get("speaker") or ())
    ]


def _overlap(one: Iterable[Sequence[int]], other: Sequence[Sequence[int]]) -> bool:
    return any(start < end2 and start2 < end for start, end in one for start2, end2 in other)


def _missed(text: str, quotes: Sequence[Line], hit: set[int]) -> list[str]:
    return [f"missed   {_show(text, quote)}" for at, quote in enumerate(quotes) if at not in hit]


def _spurious(text: str, quotes: Sequence[Line], hit: set[int]) -> list[str]:
    return [f"spurious {_show(text, quote)}" for at, quote in enumerate(quotes) if at not in hit]
