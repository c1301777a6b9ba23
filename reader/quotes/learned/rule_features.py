"""What the rules found in a text, as the network is told of it: by token, and for each candidate."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german.reasons import confidence
from reader.quotes.learned.word_features import Floats
from reader.quotes.text.sentences import Range

COLUMNS = 9
"""Content of four groups of types with the rule's confidence; cue, frame, speaker, addressee; first token."""
PARTS = 6
"""For a candidate: content, speaker, cue, addressee, frame of its draft, and the rule's confidence."""
_CUE, _FRAME, _SPEAKER, _ADDRESSEE, _FIRST = range(4, 9)
_GROUP = {
    QuoteType.DIRECT: 0,
    QuoteType.INDIRECT: 1,
    QuoteType.INDIRECT_FREE_INDIRECT: 2,
    QuoteType.FREE_INDIRECT: 3,
    QuoteType.REPORTED: 3,
}


@dataclass(frozen=True, slots=True)
class DraftIndex:
    """Drafts of the rules, to be found by where they hang."""

    by_cue: dict[int, Draft]
    """Drafts by the tokens of their cues, indirect ones before others."""
    by_frame: dict[int, Draft]
    by_start: dict[int, Draft]
    """Direct drafts by their first token."""
    frameless: dict[int, Draft]
    """Other drafts by their first token."""
    spoken: list[tuple[int, Range]]
    """Where drafts begin, with their speakers, in order."""

    def speaker_before(self, token: int) -> tuple[int, ...]:
        """Tokens of the speaker of the last draft that begins before a token."""
        at = bisect_left(self.spoken, (token, (0, 0)))
        return tuple(range(*self.spoken[at - 1][1])) if at else ()

    def of_cue(self, token: int) -> Draft | None:
        """The draft that a cue may belong to."""
        return self.by_cue.get(token) or self.by_frame.get(token)

    def of_marks(self, first: int) -> Draft | None:
        """The draft that a passage in marks is."""
        return self.by_start.get(first)

    def of_sentences(self, first: int, last: int) -> Draft | None:
        """The draft that begins in a run of sentences."""
        return next((self.frameless[at] for at in range(first, last + 1) if at in self.frameless), None)


def gather(drafts: Sequence[Draft]) -> DraftIndex:
    """The drafts of a text by place."""
    spoken = sorted((draft.start, draft.speaker) for draft in drafts if draft.speaker)
    index = DraftIndex({}, {}, {}, {}, spoken)
    for draft in sorted(drafts, key=lambda draft: draft.type != QuoteType.INDIRECT):
        if draft.type == QuoteType.DIRECT:
            index.by_start.setdefault(draft.start, draft)
        elif draft.type != QuoteType.INDIRECT:
            index.frameless.setdefault(draft.start, draft)
        for token in draft.cue:
            index.by_cue.setdefault(token, draft)
        for first, end in draft.frame:
            for token in range(first, end):
                index.by_frame.setdefault(token, draft)
    return index


def columns(drafts: Iterable[Draft], count: int) -> Floats:
    """A row for each token."""
    out = np.zeros((count, COLUMNS), np.float32)
    for draft in drafts:
        sure = confidence(draft)
        group = _GROUP[draft.type]
        for first, end in draft.content:
            np.maximum(out[first:end, group], sure, out=out[first:end, group])
        out[draft.start, _FIRST] = 1
        out[list(draft.cue), _CUE] = 1
        for column, ranges in (
            (_FRAME, draft.frame),
            (_SPEAKER, [draft.speaker]),
            (_ADDRESSEE, [draft.addressee]),
        ):
            for part in ranges:
                if part:
                    out[part[0] : part[1], column] = 1
    return out


def parts(draft: Draft) -> tuple[tuple[int, tuple[Range, ...]], ...]:
    """Token ranges of a draft by column of `PARTS`, the confidence left out."""
    cue = tuple((token, token + 1) for token in draft.cue)
    speaker = (draft.speaker,) if draft.speaker else ()
    addressee = (draft.addressee,) if draft.addressee else ()
    return (0, draft.content), (1, speaker), (2, cue), (3, addressee), (4, draft.frame)
