"""The learned engine: an analysis in, quotes out, each with a calibrated confidence."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.models import Quote, Span, Spans
from reader.quotes.german.engine import drafts
from reader.quotes.german.parse import parse
from reader.quotes.learned.chunks import Chunk, chunks
from reader.quotes.learned.decode import decode
from reader.quotes.learned.explain import Reasons
from reader.quotes.learned.features import featurise
from reader.quotes.learned.merging import Found
from reader.quotes.learned.role_choice import Tokens
from reader.quotes.learned.weights import Model, Settings, load, present
from reader.quotes.text.analysis import Analysis

_BULLETS = frozenset("-–—•*·")
_BRACKET = 8
"""Tokens within which a bracket that a phrase opens is closed."""
RULES = ("learned: cue", "learned: marks", "learned: sentences")
"""Names of the constructions, by kind of candidate."""


def available(code: str) -> bool:
    """Whether there are weights for the language `code`."""
    return present(code)


def find(analysis: Analysis, explain: bool = False) -> Iterator[Quote]:
    """The quotes of a text, in no order."""
    if not analysis.tokens.words:
        return
    model = load(analysis.language.code)
    if model.network.rows.full():
        load.cache_clear()
    for chunk in chunks(analysis, drafts(parse(analysis))):
        yield from _find(chunk, model, explain)


def _find(chunk: Chunk, model: Model, explain: bool) -> Iterator[Quote]:
    text = featurise(chunk.analysis, model.network.rows, chunk.drafts)
    reading = model.network.read(text)
    datelines = parse(chunk.analysis).datelines
    found = [
        _behind(quote, datelines)
        for quote in decode(text, model.network, model.settings, reading)
        if quote.begin >= chunk.lead
    ]
    quotes = to_quotes(chunk.analysis, found, model.settings)
    if not explain:
        yield from quotes
        return
    reasons = Reasons(text, model.network, reading, model.vocabulary.class_names)
    for one, quote in zip(found, quotes, strict=True):
        yield replace(quote, why=reasons.of(one, quote.confidence))


def _behind(quote: Found, datelines: frozenset[int]) -> Found:
    """The quote without the place and agency before it."""
    if datelines.isdisjoint(quote.roles["content"]):
        return quote
    content = tuple(token for token in quote.roles["content"] if token not in datelines)
    return replace(quote, roles=quote.roles | {"content": content}) if content else quote


def to_quotes(
    analysis: Analysis, found: Sequence[Found], settings: Settings | None = None
) -> Iterator[Quote]:
    """What was found in tokens as quotes in the text."""
    contents = [_spans(analysis, quote.roles["content"]) for quote in found]
    nested = _nested(contents)
    calibration = settings.calibration if settings else {}
    for number, quote in enumerate(found):
        yield Quote(
            quote.type,
            contents[number],
            medium=quote.medium,
            confidence=confidence(calibration.get(quote.type, ()), quote.score),
            nested=number in nested,
            rule=RULES[quote.anchor.kind],
            speaker=_phrases(analysis, quote.roles["speaker"]),
            cue=_spans(analysis, quote.roles["cue"]),
            addressee=_phrases(analysis, quote.roles["addressee"]),
            frame=_spans(analysis, quote.roles["frame"]),
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


def _spans(analysis: Analysis, tokens: Tokens) -> Spans:
    """Neighbouring tokens joined to spans."""
    starts, ends = analysis.tokens.starts, analysis.tokens.ends
    if tokens and tokens[-1] - tokens[0] == len(tokens) - 1:
        return (Span(starts[tokens[0]], ends[tokens[-1]]),)
    out: list[Span] = []
    last = -2
    for token in tokens:
        if token == last + 1:
            out[-1] = Span(out[-1].start, ends[token])
        else:
            out.append(Span(starts[token], ends[token]))
        last = token
    return tuple(out)


def _phrases(analysis: Analysis, tokens: Tokens) -> Spans:
    """Noun phrases as spans, without a list mark before them, with the bracket they open closed."""
    words, taken = analysis.tokens.words, list(tokens)
    while taken and words[taken[0]] in _BULLETS:
        del taken[0]
    inside = [words[token] for token in taken]
    if "(" in inside and ")" not in inside[inside.index("(") :]:
        behind = range(taken[-1] + 1, min(taken[-1] + _BRACKET, len(words)))
        closing = next((token for token in behind if words[token] == ")"), None)
        opening = inside.index("(")
        taken = [*taken, *range(taken[-1] + 1, closing + 1)] if closing else taken[:opening]
    return _spans(analysis, tuple(taken))


def _nested(contents: list[Spans]) -> set[int]:
    """Which of the quotes lie within a span of another, by one pass over all spans in order."""
    spans = sorted((span.start, -span.end, number) for number, spans in enumerate(contents) for span in spans)
    inside: set[int] = set()
    widest, second = (-1, -1), (-1, -1)
    for start, negative_end, number in spans:
        first, last = contents[number][0].start, contents[number][-1].end
        reach = second if widest[1] == number else widest
        if start == first and reach[0] >= last:
            inside.add(number)
        if widest[1] == number or -negative_end > widest[0]:
            second = second if widest[1] == number else widest
            widest = (max(-negative_end, widest[0] if widest[1] == number else -1), number)
        elif -negative_end > second[0]:
            second = (-negative_end, number)
    return inside
