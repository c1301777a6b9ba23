"""What differs between a quotation and the passage it is laid beside, and what of that is a fault.

No fault are cuts at the ends, cuts that are marked, and what an editor put in brackets.
"""

from collections.abc import Callable, Iterator, Sequence

from reader.checks.manuscript.aligning import is_inflected
from reader.checks.manuscript.kinds import Kind
from reader.checks.manuscript.values import Change, KnownArticle, Match
from reader.checks.manuscript.wording import Wording
from reader.languages.senses import Senses, senses

_FAR = 14
"""Words left out beyond which what follows was taken from another place (chosen by hand)."""
_UNDER_BRACKET = 4
"""Words for which an editor's brackets may stand."""
_LONGEST_RESTART = 5


def changes_of(quotation: Wording, match: Match, article: KnownArticle) -> tuple[Change, ...]:
    """What differs, in the order of the text; what is no fault is left out."""
    comparison = _Comparison(quotation, match.wording, article, senses(article.language))
    return tuple(comparison.changes(match.aligned.steps))


class _Comparison:
    """A quotation beside a passage."""

    def __init__(self, quotation: Wording, passage: Wording, article: KnownArticle, words: Senses) -> None:
        self._quotation, self._passage = quotation, passage
        self._article, self._senses = article, words

    def changes(self, steps: Sequence[tuple[int, int]]) -> Iterator[Change]:
        for new, gone in _runs(steps, self._is_same):
            gone = [place for place in gone if not self._passage.words[place].free]
            if (gone or new) and self._joined(gone, new):
                continue
            yield from self._judged(gone, new, self._behind(steps, new, gone))
        yield from self._unmarked(steps)

    def _is_same(self, here: int, there: int) -> bool:
        if here < 0 or there < 0:
            return False
        word, other = self._quotation.words[here], self._passage.words[there]
        if word.loose:
            head, _, tail = word.plain.partition("…")
            return other.plain.startswith(head) and other.plain.endswith(tail)
        return word.plain == other.plain

    def _joined(self, gone: Sequence[int], new: Sequence[int]) -> bool:
        """Whether the same letters are only divided otherwise: "kennen lernen", "E-Mail", "Email"."""
        return "".join(self._old(gone)) == "".join(self._now(new))

    def _old(self, places: Sequence[int]) -> list[str]:
        return [self._passage.plain[place] for place in places]

    def _now(self, places: Sequence[int]) -> list[str]:
        return [self._quotation.plain[place] for place in places]

    def _behind(self, steps: Sequence[tuple[int, int]], new: Sequence[int], gone: Sequence[int]) -> int:
        """The word of the quotation that follows a change."""
        if new:
            return new[-1] + 1
        last = max((at for at, (_, there) in enumerate(steps) if gone and there == gone[-1]), default=-1)
        return next((here for here, _ in steps[last + 1 :] if here >= 0), len(self._quotation.words))

    def _judged(self, gone: list[int], new: list[int], behind: int) -> Iterator[Change]:
        if gone and not new:
            kind = self._kind_of_cut(gone, behind)
            if kind is not None:
                yield Change(kind, tuple(gone), ())
            return
        if new or gone:
            yield Change(self._kind_of_change(gone, new), tuple(gone), tuple(new))

    def _unmarked(self, steps: Sequence[tuple[int, int]]) -> Iterator[Change]:
        """Where the article itself says that it leaves something out, and the quotation does not."""
        begun = False
        for here, there in steps:
            if (
                begun
                and here >= 0
                and there in self._passage.left_out
                and here not in self._quotation.left_out
            ):
                yield Change(Kind.CUT, (), ())
            begun = begun or there >= 0

    def _kind_of_cut(self, gone: Sequence[int], behind: int) -> Kind | None:
        """What leaving out words is; None where it is no fault."""
        left = self._old(gone)
        changes_sense = bool(self._senses.negations.some(left))
        if behind in self._quotation.left_out:
            return Kind.SENSE if changes_sense and len(gone) <= _FAR else None
        if behind in self._quotation.put_in and len(gone) <= _UNDER_BRACKET and not changes_sense:
            return None
        if self._is_smoothed(gone):
            return Kind.SMOOTHED
        if len(gone) > _FAR or self._has_paragraph_within(gone):
            return Kind.JOINED
        return Kind.OPPOSITE if changes_sense and len(gone) <= 2 else Kind.CUT

    def _has_paragraph_within(self, gone: Sequence[int]) -> bool:
        """Whether a whole paragraph or a further one lies between: its own marks do not count."""
        start, end = self._passage.words[gone[0]].start, self._passage.words[gone[-1]].end
        return "\n\n" in self._article.text[start:end]

    def _is_smoothed(self, gone: Sequence[int]) -> bool:
        words = self._old(gone)
        spoken = [word for word in words if word not in self._senses.hesitations]
        if self._article.is_transcript:
            spoken = [word for word in spoken if word not in self._senses.particles]
        return not spoken or self._is_restart(gone, len(words))

    def _is_restart(self, gone: Sequence[int], count: int) -> bool:
        """Whether the words were said again at once: "wir haben, wir haben das"."""
        if count > _LONGEST_RESTART or gone[-1] - gone[0] + 1 != count:
            return False
        plain = self._passage.plain
        said = plain[gone[0] : gone[-1] + 1]
        skip = gone[-1] + 1
        while skip < len(plain) and plain[skip] in self._senses.hesitations:
            skip += 1
        before = plain[max(0, gone[0] - count) : gone[0]]
        return plain[skip : skip + count] == said or before == said

    def _kind_of_change(self, gone: Sequence[int], new: Sequence[int]) -> Kind:
        old, now = self._old(gone), self._now(new)
        if self._senses.is_negated(old, now):
            return Kind.OPPOSITE
        pairs = list(zip(old, now, strict=False))
        if len(old) == len(now) and all(a == b or is_inflected(a, b) for a, b in pairs):
            return Kind.INFLECTED
        return Kind.ALTERED


def _runs(
    steps: Sequence[tuple[int, int]], is_same: Callable[[int, int], bool]
) -> Iterator[tuple[list[int], list[int]]]:
    """The words of each stretch that differs: of the quotation, and of the article."""
    new, gone = list[int](), list[int]()
    for here, there in steps:
        if is_same(here, there):
            if new or gone:
                yield new, gone
            new, gone = [], []
            continue
        if here >= 0:
            new.append(here)
        if there >= 0:
            gone.append(there)
    if new or gone:
        yield new, gone
