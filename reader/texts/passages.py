"""Find quotations again in a changed text, where several people may have said the same words.

`anchoring` finds a passage by itself. Here the words around decide among equal passages (who said it comes
before where it stood), and a passage whose frame has changed is known as changed, with the same words.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from reader.models import Anchor, Span, Spans
from reader.texts.anchoring import Alignment
from reader.texts.frames import FARTHEST, Frame, frame_of, same_frame

_WORST_LAST = (Anchor.EXACT, Anchor.MOVED, Anchor.FUZZY, Anchor.ORPHAN)
_AROUND = 12
"""Words to either side by which equal passages are told apart: about a clause with its attribution."""
_FARTHEST_PART = 60
"""Words between two parts of an interrupted passage."""
_MOST_PAIRS = 900
"""Pairs of equal passages, old and new, that are compared; with more ("ja") the order of the text decides."""
_SAME_FRAME, _NAMED, _IN_ORDER = 4.0, 2.0, 0.3
"""What it weighs that the frame is the same, that the speaker's name stands in it, that the order is kept.

How alike the words around are weighs at most 2. Chosen by hand: the speaker outweighs the neighbours."""

Places = tuple[tuple[int, int], ...]
"""First word and the one after the last, of each part of a passage."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation in the old text, with what tells whose it is."""

    spans: Spans
    roles: Spans = ()
    """Speaker, cue, addressee, frame."""
    names: tuple[str, ...] = ()
    """What the speaker is called."""


class Passages:
    """Where the passages of an old text stand in a new one.

    Of `known` passages more is known than their words, also where they only compete with the one asked for.
    """

    def __init__(self, old_text: str, new_text: str, known: Iterable[Passage] = ()) -> None:
        self.old_text, self.new_text = old_text, new_text
        self.alignment = Alignment(old_text, new_text)
        self._known = {self._places(passage.spans): passage for passage in known}
        self._rivals: dict[tuple[tuple[str, ...], ...], dict[Places, Places] | None] = {}

    def place(self, passage: Passage) -> tuple[Spans, Anchor]:
        """Its spans in the new text, none where one is lost, and how sure they are; see `anchoring`."""
        spans, anchor = self.by_words(passage.spans)
        if not (words := self._words_of(passage.spans)):
            return spans, anchor
        if words not in self._rivals:
            self._rivals[words] = self._among_equals(words)
        rivals = self._rivals[words]
        if rivals is None:
            return spans, anchor
        places = self._places(passage.spans)
        if places not in rivals:
            taken = [self._span(place) for place in rivals.values()]
            is_anothers = any(a.start < b.end and b.start < a.end for a in spans for b in taken)
            return ((), Anchor.ORPHAN) if is_anothers else (spans, anchor)
        chosen = tuple(
            self.alignment.with_marks(span, *old, *new)
            for span, old, new in zip(passage.spans, places, rivals[places], strict=True)
        )
        return (spans, anchor) if chosen == spans else (chosen, Anchor.MOVED)

    def by_words(self, spans: Sequence[Span]) -> tuple[Spans, Anchor]:
        """Where `spans` stand by their own words and order, none where one is lost."""
        placed = [self.alignment.place(span) for span in spans]
        worst = max((item.anchor for item in placed), key=_WORST_LAST.index, default=Anchor.EXACT)
        if worst is Anchor.ORPHAN:
            return (), worst
        now = tuple(item.span for item in placed if item.span)
        in_order = all(a.end <= b.start for a, b in pairwise(now))
        return (now, worst) if in_order else ((), Anchor.ORPHAN)

    def role(self, role: Spans, passage: Spans, now: Spans) -> Spans:
        """Where a role of `passage` stands beside it, which is `now` elsewhere; none where it is not there.

        Of several places the one as far from the passage as before: "sagte" stands beside others too.
        """
        low, high = max(0, now[0].start - FARTHEST), now[-1].end + FARTHEST
        found: list[Span] = []
        for span in role:
            wanted = now[0].start + span.start - passage[0].start
            places = [self.alignment.place(span).span, *self._beside(span, low, high, wanted)]
            here = [place for place in places if place and low <= place.start and place.end <= high]
            if not here:
                return ()
            found.append(min(here, key=lambda place, wanted=wanted: abs(place.start - wanted)))  # type: ignore[misc]
        return tuple(sorted(found))

    def _beside(self, role: Span, low: int, high: int, wanted: int) -> list[Span]:
        """The same words as those of `role` just before and after where they are wanted."""
        words, middle = self.old_text[role.start : role.end], min(max(low, wanted), high)
        before = self.new_text.rfind(words, low, middle + len(words))
        after = self.new_text.find(words, middle, high)
        return [Span(at, at + len(words)) for at in (before, after) if at >= 0]

    def keeps_frame(self, passage: Passage, spans: Spans) -> bool:
        """Whether the words around say of the passage, which now has `spans`, what they said."""
        roles = [place for role in passage.roles for place in self.role((role,), passage.spans, spans)]
        old = frame_of(self.old_text, passage.spans, passage.roles, passage.names)
        new = frame_of(self.new_text, spans, roles, passage.names)
        return same_frame((self.old_text, passage.spans, old), (self.new_text, spans, new))

    # -- equal passages --------------------------------------------------------------------------------------

    @cached_property
    def _in_old(self) -> dict[str, list[int]]:
        return _by_word(self.alignment.old_words)

    @cached_property
    def _in_new(self) -> dict[str, list[int]]:
        return _by_word(self.alignment.new_words)

    def _places(self, spans: Spans) -> Places:
        return tuple(self.alignment.words_in(span) for span in spans)

    def _words_of(self, spans: Spans) -> tuple[tuple[str, ...], ...]:
        """The words of each part; () where a part has none."""
        parts = tuple(tuple(self.alignment.old_words[a:b]) for a, b in self._places(spans))
        return parts if all(parts) else ()

    def _span(self, places: Places) -> Span:
        return self.alignment.new_span(places[0][0], places[-1][1])

    def _among_equals(self, words: tuple[tuple[str, ...], ...]) -> dict[Places, Places] | None:
        """Which of several equal passages has become which; None where there are not several, or too many."""
        here = self._occurrences(words, self.alignment.old_words, self._in_old)
        there = self._occurrences(words, self.alignment.new_words, self._in_new)
        if max(len(here), len(there)) < 2 or not there or len(here) * len(there) > _MOST_PAIRS:
            return None
        scores = sorted(
            ((self._likeness(a, b), i, k) for i, a in enumerate(here) for k, b in enumerate(there)),
            key=lambda one: (-one[0], one[1], one[2]),
        )
        became: dict[Places, Places] = {}
        used: set[int] = set()
        for _, i, k in scores:
            if here[i] not in became and k not in used:
                became[here[i]] = there[k]
                used.add(k)
        return became

    def _occurrences(
        self, parts: tuple[tuple[str, ...], ...], text: Sequence[str], index: dict[str, list[int]]
    ) -> list[Places]:
        """Where all parts stand, one behind the other."""
        first, *others = parts
        rarest = min(range(len(first)), key=lambda at: len(index.get(first[at], ())))
        found: list[Places] = []
        for at in index.get(first[rarest], ()):
            start = at - rarest
            if start < 0 or tuple(text[start : start + len(first)]) != first:
                continue
            places = [(start, start + len(first))]
            for part in others:
                after = places[-1][1]
                stretch = range(after, min(len(text), after + _FARTHEST_PART))
                here = next((low for low in stretch if tuple(text[low : low + len(part)]) == part), -1)
                if here < 0:
                    break
                places.append((here, here + len(part)))
            else:
                found.append(tuple(places))
        return found

    def _likeness(self, old: Places, new: Places) -> float:
        """How much speaks for an old passage having become this new one."""
        here = [self.alignment.old_span(*place) for place in old]
        there = [self.alignment.new_span(*place) for place in new]
        own = self._known.get(old) or Passage(tuple(here))
        before, now = self._frame(self.old_text, here, own), self._frame(self.new_text, there, own)
        same = same_frame((self.old_text, here, before), (self.new_text, there, now))
        return (
            _SAME_FRAME * same
            + _NAMED * self._is_named(there, now, own)
            + self._neighbours(old, new)
            + _IN_ORDER * (self.alignment.became(old[0][0]) == new[0][0])
        )

    def _frame(self, text: str, spans: Sequence[Span], passage: Passage) -> Frame:
        return frame_of(text, spans, passage.roles if text is self.old_text else ())

    def _is_named(self, spans: Sequence[Span], frame: Frame, passage: Passage) -> float:
        """The share of the speaker's names that stand in the frame."""
        low, high = spans[0].start - frame.before, spans[-1].end + frame.after
        around = f"{self.new_text[low : spans[0].start]} {self.new_text[spans[-1].end : high]}".casefold()
        words = {word for name in passage.names for word in name.casefold().split()}
        return sum(word in around for word in words) / len(words) if words else 0.0

    def _neighbours(self, old: Places, new: Places) -> float:
        here, there = self.alignment.old_words, self.alignment.new_words
        pairs = (
            (here[max(0, old[0][0] - _AROUND) : old[0][0]], there[max(0, new[0][0] - _AROUND) : new[0][0]]),
            (here[old[-1][1] : old[-1][1] + _AROUND], there[new[-1][1] : new[-1][1] + _AROUND]),
        )
        return sum(SequenceMatcher(None, one, other, autojunk=False).ratio() for one, other in pairs)


def _by_word(words: Sequence[str]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        index[word].append(at)
    return index
