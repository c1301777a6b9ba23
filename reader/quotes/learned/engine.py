"""The learned engine: an analysis in, drafts out, each with a calibrated confidence."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.quotes.detection import Detection
from reader.quotes.drafts import Draft
from reader.quotes.german.engine import drafts
from reader.quotes.german.mentions import GermanMentions
from reader.quotes.german.parse import Parsed, parse
from reader.quotes.german.settling import well_named, without_mistaken
from reader.quotes.german.taking_up import without_taken_up
from reader.quotes.learned.chunks import Chunk, chunks
from reader.quotes.learned.decode import decode
from reader.quotes.learned.explain import Reasons
from reader.quotes.learned.features import featurise
from reader.quotes.learned.merging import FoundQuote
from reader.quotes.learned.overlooked import overlooked, with_speakers
from reader.quotes.learned.role_choice import Tokens
from reader.quotes.learned.told import RULE, judged
from reader.quotes.learned.told import load as load_judge
from reader.quotes.learned.weights import Model, Settings, load, present
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.ranges import runs
from reader.quotes.text.sentences import Range

NAME = "learned-1"
"""Name of this engine, kept with every quote."""
OPEN_NAME = "learned-open-1"
"""The same with weights that were learned from openly licensed texts alone."""
_BULLETS = frozenset("-–—•*·")
_BRACKET = 8
"""Tokens within which a bracket that a phrase opens is closed."""
RULES = ("learned: cue", "learned: marks", "learned: sentences", RULE)
"""Names of the constructions: by kind of candidate, and told speech acts."""


def available(code: str) -> bool:
    """Whether there are weights for the language `code`."""
    return present(code)


def find(analysis: Analysis, explain: bool = False, weights: str = "") -> Detection:
    """The quotes of a text, by the weights of that name or those used by default."""
    parsed = parse(analysis)
    ruled = drafts(parsed) if parsed.words else []
    read = _found(parsed, ruled, explain, weights) if parsed.words else ()
    found = without_taken_up(parsed, with_speakers(parsed, ruled, read))
    found = without_mistaken(parsed, [*found, *overlooked(parsed, ruled, found, explain)])
    found = judged(parsed, found, load_judge(parsed.language.code, weights), explain)
    return Detection(parsed, well_named(parsed, found), lambda: GermanMentions(parsed))


def _found(parsed: Parsed, ruled: list[Draft], explain: bool, weights: str) -> Iterator[Draft]:
    model = load(parsed.language.code, weights)
    if model.network.rows.full():
        load.cache_clear()
    for chunk in chunks(parsed.analysis, ruled):
        yield from _in_chunk(parsed, chunk, model, explain)


def _in_chunk(parsed: Parsed, chunk: Chunk, model: Model, explain: bool) -> Iterator[Draft]:
    """The quotes of a chunk, counted in the tokens of the whole text."""
    text = featurise(chunk.analysis, model.network.rows, chunk.drafts)
    reading = model.network.read(text)
    whole = chunk.analysis is parsed.analysis
    datelines = (parsed if whole else parse(chunk.analysis)).datelines
    found = [
        _without_dateline(quote, datelines)
        for quote in decode(text, model.network, model.settings, reading)
        if quote.begin >= chunk.lead
    ]
    shift = 0 if whole else parsed.analysis.token_at(chunk.analysis.tokens.starts[0])
    reasons = Reasons(text, model.network, reading, model.vocabulary.class_names) if explain else None
    moved = [_moved(quote, shift) for quote in found]
    for one, draft in zip(found, to_drafts(parsed.analysis, moved, model.settings), strict=True):
        yield replace(draft, why=reasons.of(one, draft.confidence)) if reasons else draft


def _moved(quote: FoundQuote, shift: int) -> FoundQuote:
    """The quote counted from `shift` tokens further ahead."""
    if not shift:
        return quote
    return replace(
        quote, roles={role: tuple(token + shift for token in tokens) for role, tokens in quote.roles.items()}
    )


def _without_dateline(quote: FoundQuote, datelines: frozenset[int]) -> FoundQuote:
    """The quote without the place and agency before it, which are neither said nor say it."""
    kept = {
        role: tuple(token for token in tokens if token not in datelines)
        for role, tokens in quote.roles.items()
    }
    return replace(quote, roles=kept) if kept["content"] and kept != quote.roles else quote


def to_drafts(
    analysis: Analysis, found: Sequence[FoundQuote], settings: Settings | None = None
) -> Iterator[Draft]:
    """What was found, with its phrases put right, its confidence, and whether it lies in another quote."""
    contents = [tuple(runs(quote.roles["content"])) for quote in found]
    nested = _nested(contents)
    calibration = settings.calibration if settings else {}
    for number, quote in enumerate(found):
        speaker = _phrases(analysis, quote.roles["speaker"])
        addressee = _phrases(analysis, quote.roles["addressee"])
        yield Draft(
            type=quote.type,
            content=contents[number],
            rule=RULES[quote.anchor.kind],
            frame=tuple(runs(quote.roles["frame"])),
            cue=quote.roles["cue"],
            speaker=speaker[0] if speaker else None,
            speaker_rest=speaker[1:],
            addressee=addressee[0] if addressee else None,
            addressee_rest=addressee[1:],
            medium=quote.medium,
            nested=number in nested,
            confidence=confidence(calibration.get(quote.type, ()), quote.score),
        )


def confidence(points: Sequence[tuple[float, float]], score: float) -> float:
    """The share of quotes of this score that were right on articles kept out of training, by `points`."""
    if not points:
        return round(score, 3)
    at = bisect_right(points, (score, 2.0))
    if at in (0, len(points)):
        return points[min(at, len(points) - 1)][1]
    (x0, y0), (x1, y1) = points[at - 1 : at + 1]
    return round(y0 + (y1 - y0) * (score - x0) / (x1 - x0), 3)


def _phrases(analysis: Analysis, tokens: Tokens) -> tuple[Range, ...]:
    """Noun phrases as ranges, without a list mark before them, with the bracket they open closed."""
    words, taken = analysis.tokens.words, list(tokens)
    while taken and words[taken[0]] in _BULLETS:
        del taken[0]
    # "Kosta | ( | Trainer Brakenfeld)": the bracket between what was taken
    taken = sorted({*taken, *(at + 1 for at in taken[:-1] if words[at + 1] == "(")})
    inside = [words[token] for token in taken]
    if "(" in inside and ")" not in inside[inside.index("(") :]:
        behind = range(taken[-1] + 1, min(taken[-1] + _BRACKET, len(words)))
        closing = next((token for token in behind if words[token] == ")"), None)
        opening = inside.index("(")
        taken = [*taken, *range(taken[-1] + 1, closing + 1)] if closing else taken[:opening]
    return tuple(runs(taken))


def _nested(contents: list[tuple[Range, ...]]) -> set[int]:
    """Which of the quotes lie within a range of another, by one pass over all ranges in order."""
    ranges = sorted((first, -end, number) for number, pieces in enumerate(contents) for first, end in pieces)
    inside: set[int] = set()
    widest, second = (-1, -1), (-1, -1)
    for start, negative_end, number in ranges:
        first, last = contents[number][0][0], contents[number][-1][1]
        reach = second if widest[1] == number else widest
        if start == first and reach[0] >= last:
            inside.add(number)
        if widest[1] == number or -negative_end > widest[0]:
            second = second if widest[1] == number else widest
            widest = (max(-negative_end, widest[0] if widest[1] == number else -1), number)
        elif -negative_end > second[0]:
            second = (-negative_end, number)
    return inside
