"""What the network knows of each token besides the word itself: where it stands, and what it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.learned import rule_features
from reader.quotes.learned.word_features import Floats, Ints, WordRows
from reader.quotes.text.analysis import Analysis

(
    SENTENCE_START,
    PARAGRAPH_START,
    SPLIT_VERB,
    SPLIT_PARTICLE,
    SPLIT_SAYS,
    SPLIT_WRITES,
    SPLIT_THINKS,
    SPLIT_DECIDES,
    OPENS,
    CLOSES,
    DEPTH,
    MARKED_LENGTH,
    MARKED_SHORT,
    SENTENCE_LENGTH,
    SUBJUNCTIVE_SENTENCE,
) = range(15)
_OWN = 15
"""Columns that are computed here; those of the rules follow."""
CONTEXT = _OWN + rule_features.COLUMNS
"""Columns of the context: those above, then those of the rules' drafts."""
_REACH = 45
"""How many tokens a verb and its particle may be apart; it bounds the work in endless sentences."""


@dataclass(frozen=True, slots=True)
class Featured:
    """A text as the network reads it. All arrays have one entry a token, unless they say otherwise."""

    analysis: Analysis
    rows: Ints
    """Rows of the words."""
    flags: Ints
    """Grammatical flags of the words, those of `reader.quotes.german.lexicon` and the classes above them."""
    context: Floats
    """Matrix of `CONTEXT` columns."""
    sentence: Ints
    """Number of the sentence."""
    block: Ints
    """Number of the paragraph."""
    block_starts: Ints
    """First token of each paragraph."""
    block_ends: Ints
    """Token behind each paragraph."""
    starts: Ints
    """First token of each sentence."""
    ends: Ints
    """Token behind each sentence."""
    commas: Ints
    """How many commas, colons, semicolons and dashes stand up to here."""
    segments: tuple[tuple[int, int], ...]
    """Passages in marks: tokens of the opening and of the closing mark."""
    draft_index: rule_features.DraftIndex
    """What the rules found."""


def featurise(analysis: Analysis, rows: WordRows, drafts: Sequence[Draft]) -> Featured:
    """The features of a text; `drafts` are what the rules found."""
    words = analysis.tokens.words
    count = len(words)
    numbers = [rows[word] for word in words]
    starts = np.array([first for first, _ in analysis.sentences], np.int64)
    ends = np.array([last for _, last in analysis.sentences], np.int64)
    sentence = np.repeat(np.arange(len(starts)), ends - starts)
    blocks = np.array([(first, last) for first, last in analysis.blocks if first < last], np.int64)
    block = np.repeat(np.arange(len(blocks)), blocks[:, 1] - blocks[:, 0])
    context = np.zeros((count, CONTEXT), np.float32)
    context[starts, SENTENCE_START] = 1
    context[blocks[:, 0], PARAGRAPH_START] = 1
    # Shares of a limit, so that long sentences and passages do not drown the other columns.
    context[:, SENTENCE_LENGTH] = (np.minimum(ends - starts, 50) / 50)[sentence]
    segments = _segments(analysis)
    _mark(context, segments)
    flags = rows.flags()[np.array(numbers, np.int64)]
    _subjunctive(context, flags, starts)
    _split_verbs(context, flags, numbers, rows, analysis)
    context[:, _OWN:] = rule_features.columns(drafts, count)
    commas: Ints = np.cumsum([word in ",;:–" for word in words], dtype=np.int64)
    return Featured(
        analysis=analysis,
        rows=np.array(numbers, np.int64),
        flags=flags,
        context=context,
        sentence=sentence,
        block=block,
        block_starts=blocks[:, 0],
        block_ends=blocks[:, 1],
        starts=starts,
        ends=ends,
        commas=commas,
        segments=segments,
        draft_index=rule_features.gather(drafts),
    )


def _segments(analysis: Analysis) -> tuple[tuple[int, int], ...]:
    token_at = analysis.token_at
    return tuple((token_at(pair.start), token_at(pair.end - 1)) for pair in analysis.pairs)


def _mark(context: Floats, segments: tuple[tuple[int, int], ...]) -> None:
    for first, last in segments:
        length = last - first - 1
        context[first, OPENS] = context[last, CLOSES] = 1
        context[first : last + 1, DEPTH] += 1
        context[first, MARKED_LENGTH] = context[last, MARKED_LENGTH] = min(length, 20) / 20
        context[first, MARKED_SHORT] = context[last, MARKED_SHORT] = length <= 3
    np.minimum(context[:, DEPTH], 3, out=context[:, DEPTH])


def _subjunctive(context: Floats, flags: Ints, starts: Ints) -> None:
    """Note for a sentence that one of its verbs can only be a subjunctive I, or a clear subjunctive II."""
    # "Sei", "Habe" at a sentence's start are left out with the nouns, which most such words are.
    clear = flags & (w.SUBJUNCTIVE1 | w.CAPITAL) == w.SUBJUNCTIVE1
    if len(starts):
        lengths = np.diff(np.append(starts, len(flags)))
        most = np.maximum.reduceat(clear.astype(np.float32), starts)
        context[:, SUBJUNCTIVE_SENTENCE] = np.repeat(most, lengths)


def _split_verbs(
    context: Floats, flags: Ints, numbers: list[int], rows: WordRows, analysis: Analysis
) -> None:
    """Join separable particles at the end of a clause to their verbs, where the two make a listed verb."""
    of_verbs, bits = rows.of_verbs, rows.bits
    words = analysis.tokens.words
    last = len(words) - 1
    for at in np.flatnonzero(flags & (w.VERB_PARTICLE | w.CAPITAL) == w.VERB_PARTICLE).tolist():
        # "teilte Ott mit, dass …": a particle ends its clause; in "mit der Bahn" it is a preposition.
        if at < last and not bits[numbers[at + 1]] & (w.PUNCTUATION | w.COORDINATOR | w.SUBORDINATOR):
            continue
        first = analysis.sentences[analysis.sentence_at(at)][0]
        for back in range(at - 1, max(first, at - _REACH) - 1, -1):
            if not bits[numbers[back]] & w.FINITE:
                continue
            # The nearest finite verb with which the particle makes a listed one: "mit" and "teilte".
            found = 0
            for verb in rows.verbs[numbers[back]]:
                found |= of_verbs.get(words[at].lower() + verb, 0)
            if found:
                context[back, SPLIT_VERB] = context[at, SPLIT_PARTICLE] = 1
                for bit in range(4):
                    context[[back, at], SPLIT_SAYS + bit] = found >> bit & 1
                break
