"""Annotated articles as the network learns from them: features, and for each token and candidate what is
right."""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.engine import drafts
from reader.quotes.german.lexicon import load_lexicon
from reader.quotes.german.parse import parse
from reader.quotes.learned import windows as win
from reader.quotes.learned.features import Featured, featurise
from reader.quotes.learned.labels import FRAMELESS
from reader.quotes.learned.word_features import FLAGS, Floats, Vocabulary, WordRows, read_classes
from reader.quotes.text.analysis import analyse

TYPES = ("Direct", "Indirect", "IndirectFreeIndirect", "FreeIndirect", "Reported")
ROLES = ("spans", "speaker", "cue", "addressee", "frame")
_FLAT = ("cue", "speaker", "frame", "addressee")
LABELS = 1 + 2 * len(FRAMELESS)
"""Labels of sentences: none, and first and next sentence of each type without frame."""
_FLOOR = 3
"""How often a word must occur to have a number of its own."""


@dataclass(slots=True)
class Annotated:
    """A quote of the data in tokens of ours."""

    type: str
    medium: str
    roles: dict[str, list[int]]
    anchor: int
    """The word of the cue that it hangs on, -1 without a cue."""


@dataclass(frozen=True, slots=True)
class Target:
    """A candidate with what is right for it."""

    candidate: win.Candidate
    quote: Annotated | None
    """The quote that it is; None for marks around no speech."""


@dataclass(slots=True)
class Example:
    """An article to learn from."""

    line: dict[str, Any]
    """The article as the file has it."""
    text: Featured
    drafts: list[Draft]
    """What the rules found."""
    tokens: Floats
    """What is right for each token; columns as in `Reading.tokens`."""
    sentences: Floats
    """What is right for each sentence; columns as in `Reading.sentences`."""
    targets: list[Target]
    quotes: list[Annotated]


def numbered_rows(texts: Iterable[str], classes: Path) -> WordRows:
    """Rows with numbers for the frequent words and lemmas of `texts`."""
    table = load_lexicon("de")
    names, known = read_classes(classes.read_text(encoding="utf-8").splitlines())
    counts = Counter(word for text in texts for word in analyse(text, "de").tokens.words)
    plain = WordRows(Vocabulary({}, {}, known), table)
    forms: Counter[str] = Counter()
    lemmas: Counter[str] = Counter()
    for word, count in counts.items():
        forms[word.lower()] += count
        lemmas[plain.lemma(word)] += count
    return WordRows(Vocabulary(_numbered(forms), _numbered(lemmas), known, names), table)


def _numbered(counts: Counter[str]) -> dict[str, int]:
    return {word: at for at, word in enumerate(sorted(x for x, n in counts.items() if n >= _FLOOR), 1)}


def read(path: Path, rows: WordRows) -> list[Example]:
    """The examples of a file, in its order."""
    with path.open(encoding="utf-8") as lines:
        return [example_of(json.loads(line), rows) for line in lines]


def example_of(line: dict[str, Any], rows: WordRows) -> Example:
    """An annotated article, as a line of the data has it, with what is right for the network."""
    analysis = analyse(line["text"], "de", line.get("title", ""))
    found = drafts(parse(analysis))
    text = featurise(analysis, rows, found)
    quotes = [_annotated(quote, text, rows) for quote in line["quotes"]]
    quotes = [quote for quote in quotes if quote.roles["spans"]]
    quotes.sort(key=lambda quote: quote.roles["spans"][0])
    tokens = np.zeros((len(text.rows), 6 + len(_FLAT)), np.float32)
    for quote in quotes:
        tokens[quote.roles["spans"], 1 + TYPES.index(quote.type)] = 1
        for column, role in enumerate(_FLAT):
            tokens[quote.roles[role], 6 + column] = 1
        if quote.type == "Indirect" and quote.anchor >= 0:
            tokens[quote.anchor, 0] = 1
    sentences, targets = _frameless(text, quotes)
    targets += [Target(_cue(q), q) for q in quotes if q.type == "Indirect" and q.anchor >= 0]
    marked = _marked(text, [q for q in quotes if q.type == "Direct"])
    targets += [Target(candidate, quote) for candidate, quote in marked.items()]
    return Example(line, text, found, tokens, sentences, targets, quotes)


def _annotated(quote: dict[str, Any], text: Featured, rows: WordRows) -> Annotated:
    tokens = text.analysis.tokens
    roles = {role: covered(quote.get(role) or [], tokens.starts, tokens.ends) for role in ROLES}
    anchor = head(roles["cue"], tokens.words, rows) if roles["cue"] else -1
    return Annotated(quote["type"], quote.get("medium") or "", roles, anchor)


def covered(spans: list[list[int]], starts: list[int], ends: list[int]) -> list[int]:
    """Tokens of which at least half lies in one of the spans."""
    found: set[int] = set()
    for first, last in spans:
        at = bisect_right(ends, first)
        while at < len(starts) and starts[at] < last:
            if 2 * (min(ends[at], last) - max(starts[at], first)) >= ends[at] - starts[at]:
                found.add(at)
            at += 1
    return sorted(found)


def head(cue: list[int], words: list[str], rows: WordRows) -> int:
    """The token that stands for a cue: the last listed verb, else listed word, else verb, else noun."""

    def rank(token: int) -> tuple[int, int]:
        bits = rows.bits[rows[words[token]]]
        verb = bits & (w.FINITE | w.PARTICIPLE | w.INFINITIVE) and not bits & w.CAPITAL
        full = verb and not bits & (w.AUXILIARY | w.MODAL)
        listed = bits >> FLAGS
        return (4 if full and listed else 3 if listed else 2 if full else bool(bits & w.CAPITAL)), token

    return max(cue, key=rank)


def _cue(quote: Annotated) -> win.Candidate:
    return win.Candidate(win.CUE, quote.anchor, quote.anchor)


def _marked(text: Featured, direct: list[Annotated]) -> dict[win.Candidate, Annotated | None]:
    """Each passage in marks with the direct quote that it is."""
    found: dict[tuple[int, int], Annotated | None] = dict.fromkeys(text.segments)
    for quote in direct:
        first, last = quote.roles["spans"][0], quote.roles["spans"][-1]
        fits = {segment: _overlap(segment, (first, last)) for segment in found}
        best = max(fits, key=lambda segment: fits[segment], default=None)
        if best and fits[best] > 0.5 and found[best] is None:
            found[best] = quote
    return {win.Candidate(win.MARKED, *segment): quote for segment, quote in found.items()}


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0]) + 1
    return shared / (max(one[1], other[1]) - min(one[0], other[0]) + 1)


def _frameless(text: Featured, quotes: list[Annotated]) -> tuple[Floats, list[Target]]:
    """What each sentence is, and the runs of sentences without a frame as candidates."""
    labels = np.zeros(len(text.starts), np.int64)
    targets: list[Target] = []
    for quote in quotes:
        inside = _sentences_in(text, quote.roles["spans"]) if quote.type in FRAMELESS else []
        if inside:
            column = 1 + 2 * [str(kind) for kind in FRAMELESS].index(quote.type)
            labels[inside] = column + 1
            labels[inside[0]] = column
            first, last = int(text.starts[inside[0]]), int(text.ends[inside[-1]]) - 1
            speaker = text.draft_index.speaker_before(first)
            targets.append(Target(win.Candidate(win.SENTENCES, first, last, speaker), quote))
    return np.eye(LABELS, dtype=np.float32)[labels], targets


def _sentences_in(text: Featured, tokens: list[int]) -> list[int]:
    """Sentences of which half is among the tokens, or in which half of the tokens are."""
    counts = Counter(text.sentence[tokens].tolist())
    sizes = text.ends - text.starts
    return sorted(at for at, count in counts.items() if 2 * count >= min(sizes[at], len(tokens)))
