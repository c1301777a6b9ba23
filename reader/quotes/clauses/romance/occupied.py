"""Sentences that no quote found so far touches: where hearsay and told acts are looked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.drafts import Draft
from reader.quotes.patterns.indirect import parts_of
from reader.quotes.text.sentences import Range


def free_parts(
    text: ClauseText, places: Sequence[int], drafts: Sequence[Draft]
) -> Iterator[tuple[Range, Sequence[int]]]:
    """The parts of sentences in which some of `places` stand and no draft says, frames or cues anything."""
    taken = sorted(piece for draft in drafts for piece in (*draft.content, *draft.frame))
    for number in dict.fromkeys(map(text.analysis.sentence_at, places)):
        tokens = text.analysis.sentences[number]
        # a passage in marks is words of somebody, or a name: nothing here is sure
        marked = bisect_left(text.openings, tokens[1]) > bisect_left(text.openings, tokens[0])
        if marked or _touches(taken, tokens):
            continue
        for part in parts_of(text, tokens):
            found = places[bisect_left(places, part[0]) : bisect_left(places, part[1])]
            if found:
                yield part, found


def _touches(taken: Sequence[Range], tokens: Range) -> bool:
    """Whether one of the ranges, which are in order, lies in a sentence."""
    at = bisect_right(taken, (tokens[0], 0))
    before = at > 0 and taken[at - 1][1] > tokens[0]
    return before or (at < len(taken) and taken[at][0] < tokens[1])


def whole(text: ClauseText, part: Range) -> Range:
    """The part with the stop that closes the sentence."""
    first, last = part
    end = text.sentence_of(first)[1]
    return (first, end) if end - last == 1 and text.words[last] in ".!" else part
