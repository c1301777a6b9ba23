"""The way in: detect quotes, or the passages in quotation marks with what they are."""

from reader.models import Quote, Span
from reader.quotes.engines import choose, run
from reader.quotes.text.analysis import analyse
from reader.quotes.text.passages import SPEECH, MarkedPassage, unspoken


def detect(
    text: str,
    language: str = "de",
    title: str = "",
    *,
    engine: str = "auto",
    weights: str = "",
    explain: bool = False,
) -> tuple[Quote, ...]:
    """The quotes of `text`, in order of their starts.

    `language` is an ISO 639-1 code; `engine` is "auto" (learned weights where the language has them, else
    rules), "rules" or "learned"; `weights` the name of learned ones (`reader.languages.networks`), empty for
    those used by default. With `explain`, each quote says why it was found.
    """
    language = language.partition("-")[0].lower()
    return run(choose(language, engine, weights), analyse(text, language, title), explain)


def passages_in_marks(text: str, language: str = "de") -> tuple[MarkedPassage, ...]:
    """The passages in quotation marks, in order, each as speech, scare quotes, title or name."""
    language = language.partition("-")[0].lower()
    analysis = analyse(text, language)
    quotes = run(choose(language, "rules"), analysis, explain=False)
    spoken = {span.start for quote in quotes for span in quote.spans}
    return tuple(
        MarkedPassage(
            Span(pair.start, pair.end), SPEECH if pair.start in spoken else unspoken(analysis, pair)
        )
        for pair in analysis.pairs
    )


def detector_name(language: str, engine: str = "auto", weights: str = "") -> str:
    """Name of the engine that `detect` would use."""
    return choose(language.partition("-")[0].lower(), engine, weights).name
