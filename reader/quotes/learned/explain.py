"""Say why the network found a quote: its cue and word class, what it was taken for else, which words
weighed most.

Weight is measured by hiding: the sentence is read again once for each word near the anchor, that word
replaced by one that says nothing, and the words without which the score falls most are named.
"""

from dataclasses import dataclass, replace

import numpy as np

from reader.i18n import _, listed, ngettext, percent
from reader.quotes.learned.features import Featured
from reader.quotes.learned.labels import FRAMELESS, TYPES
from reader.quotes.learned.merging import FoundQuote
from reader.quotes.learned.network import Network, TextScores
from reader.quotes.learned.sign_words import class_words
from reader.quotes.learned.windows import CUE, MARKED
from reader.quotes.learned.word_features import FLAGS, Floats, Ints

_AROUND = 12
"""Words to either side of the anchor that are hidden in turn."""
_WIDEST = 60
"""Tokens to either side of the anchor that are read again."""
_LEAST = 0.05
"""Chances and falls below this are not worth a word."""
_NOTHING = "xx"
"""A word that says nothing."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What explanations need, for one text."""

    text: Featured
    network: Network
    reading: TextScores
    class_names: tuple[str, ...]

    def of(self, quote: FoundQuote, confidence: float) -> tuple[str, ...]:
        """Sentences that explain a quote."""
        said = [self._anchor(quote), self._score(quote, confidence), self._rivals(quote), self._words(quote)]
        return tuple(sentence for sentence in said if sentence)

    def _anchor(self, quote: FoundQuote) -> str:
        words = self.text.analysis.tokens.words
        if quote.anchor.kind == MARKED and quote.begin not in {first for first, _ in self.text.segments}:
            return _("It has no marks; an interview's label or a name before a colon shows it to be speech.")
        if quote.anchor.kind == MARKED:
            count = quote.anchor.last - quote.anchor.first - 1
            told = ngettext(
                "It stands in quotation marks and has {count} word.",
                "It stands in quotation marks and has {count} words.",
                count,
            )
            return told.format(count=count)
        if quote.anchor.kind != CUE:
            return _(
                "Nothing in its sentence says who speaks, but it reads as speech that goes on or is told."
            )
        classes = int(self.text.flags[quote.anchor.first]) >> FLAGS
        names = [class_words(name) for bit, name in enumerate(self.class_names) if classes >> bit & 1]
        told = (
            _("“{word}” shows that somebody is quoted: it belongs to the {classes}.")
            if names
            else _("“{word}” shows that somebody is quoted, as reader has learned.")
        )
        return told.format(word=words[quote.anchor.first], classes=listed(names))

    def _score(self, quote: FoundQuote, confidence: float) -> str:
        told = _("Of 100 {kind} quotes that looked like this one, {count} were right.")
        return told.format(kind=quote.type.label, count=f"{confidence * 100:.0f}")

    def _rivals(self, quote: FoundQuote) -> str:
        if quote.type not in FRAMELESS:
            told = _("Against it: it may be no quote ({share}).")
            return told.format(share=percent(1 - quote.score)) if quote.score < 1 - _LEAST else ""
        chances = self.reading.tokens[list(quote.roles["content"]), 1:6].mean(axis=0)
        rivals = [(float(chances[at]), type_) for at, type_ in enumerate(TYPES) if type_ in FRAMELESS]
        chance, rival = max(pair for pair in rivals if pair[1] != quote.type)
        told = _("Against it: it may be {kind} ({share}).")
        return told.format(kind=rival.label, share=percent(chance)) if chance >= _LEAST else ""

    def _words(self, quote: FoundQuote) -> str:
        center = quote.anchor.first
        first = max(int(self.text.starts[self.text.sentence[center]]), center - _WIDEST)
        end = min(int(self.text.ends[self.text.sentence[center]]), center + _WIDEST)
        words = self.text.analysis.tokens.words
        near = range(max(first, center - _AROUND), min(end, center + _AROUND + 1))
        hidden = [at for at in near if words[at][0].isalnum()]
        scores = self._scores(quote, first, end, hidden)
        pairs = zip(scores[1:].tolist(), hidden, strict=True)
        falls = sorted(((float(scores[0]) - score, at) for score, at in pairs), reverse=True)
        heaviest = [_("“{words}”").format(words=words[at]) for fall, at in falls[:3] if fall >= _LEAST]
        return _("These words counted most: {words}.").format(words=", ".join(heaviest)) if heaviest else ""

    def _scores(self, quote: FoundQuote, first: int, end: int, hidden: list[int]) -> Floats:
        """The score in its sentence alone, and then with each of the words `hidden`."""
        copies = _copies(self.text, first, end, hidden, self.network.rows[_NOTHING])
        tokens = self.network.read(copies).tokens.reshape(len(hidden) + 1, end - first, -1)
        at = quote.anchor.first - first
        if quote.anchor.kind == CUE:
            scores: Floats = tokens[:, at, 0]
            return scores
        inside = [token - first for token in quote.roles["content"] if first <= token < end]
        mean: Floats = tokens[:, inside, 1 + TYPES.index(quote.type)].mean(axis=1)
        return mean


def _copies(text: Featured, first: int, end: int, hidden: list[int], nothing: int) -> Featured:
    """The tokens as a text of many paragraphs of one sentence, in each but the first one word hidden."""
    size, count = end - first, len(hidden) + 1
    rows: Ints = np.tile(text.rows[first:end], count)
    for number, token in enumerate(hidden, 1):
        rows[number * size + token - first] = nothing
    starts = np.arange(count) * size
    numbers = np.repeat(np.arange(count), size)
    return replace(
        text,
        rows=rows,
        context=np.tile(text.context[first:end], (count, 1)),
        sentence=numbers,
        block=numbers,
        block_starts=starts,
        block_ends=starts + size,
        starts=starts,
        ends=starts + size,
        segments=(),
    )
