"""The one question "find the quotes of this article".

`DetectionSettings` are what a person configured; a `Detected` is the answer: quotes, who found them, in which
language. Whoever wants quotes asks here: import, another look, `reader detect`, the reading desk and its Why,
so that they cannot differ in plugin, engine or language.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.library.spoken import quotes_of_turns
from reader.library.trained import as_trained
from reader.models import Article, Quote
from reader.models.quotes import TRANSCRIBED

if TYPE_CHECKING:
    from reader.config import Config
    from reader.languages.networks import Weights
    from reader.quotes import MarkedPassage

USUAL_LANGUAGE = "de"
"""Language of a text that does not tell, where nobody has configured another."""


@dataclass(frozen=True, slots=True)
class DetectionSettings:
    """How quotes are looked for, as the person configured it."""

    engine: str = "auto"
    """auto (a plugin that knows the language, else the best engine reader has for it), rules or learned."""
    default_language: str = ""
    """ISO 639-1 code taken where the article has none; empty for reader's own."""
    weights: str = ""
    """Which learned weights are used: licensed, open, or those that a language uses by default."""


AS_USUAL = DetectionSettings()
"""How quotes are looked for where nobody has configured anything."""


@dataclass(frozen=True, slots=True)
class Detected:
    """What a detector found in an article."""

    quotes: tuple[Quote, ...]
    """In order of their starts."""
    detector: str
    """Name with version, as in `Quote.origin`; also where there is no quote."""
    language: str
    """ISO 639-1 code of the language that the text was read in."""


def configured(config: "Config", engine: str | None = None) -> DetectionSettings:
    """What a person set in the configuration, unless they name another `engine` now."""
    weights = "" if config.weights == "default" else config.weights
    return DetectionSettings(engine or config.engine, config.language, weights)


def detect_article(article: Article, how: DetectionSettings, *, explain: bool = False) -> Detected:
    """Ask the plugins, unless an engine was chosen by name, and then that engine.

    With `explain`, each quote says why it was found, as far as its detector can tell.
    """
    language = language_of(article, how)
    if article.transcript:
        spoken = quotes_of_turns(article, article.transcript, explain=explain)
        return Detected(tuple(spoken), TRANSCRIBED, language)
    from reader.plugins import plugin_quotes  # pluggy, and a search for entry points: 50 ms
    from reader.quotes import detect, detector_name  # the engines and their tables

    if how.engine == "auto" and (found := plugin_quotes(article.text, language, article.title)):
        return Detected(*found, language)
    quotes = detect(
        article.text, language, article.title, engine=how.engine, weights=how.weights, explain=explain
    )
    name = detector_name(language, how.engine, how.weights)
    return Detected(as_trained(quotes, article.text, name, language), name, language)


def find_quotes(article: Article, how: DetectionSettings, *, explain: bool = False) -> list[Quote]:
    """The quotes of `article`, in order of their starts."""
    return list(detect_article(article, how, explain=explain).quotes)


def language_of(article: Article, how: DetectionSettings) -> str:
    """The language that `article` is read in: its own ("de-AT" is "de"), else the configured one."""
    return (article.language or how.default_language or USUAL_LANGUAGE).partition("-")[0].lower()


def detection_behind(quote: Quote, how: DetectionSettings) -> DetectionSettings:
    """How `quote` was found: by the engine that signed it, whatever is configured now; else as configured."""
    if not quote.origin or quote.origin == "person":
        return how
    if quote.origin.startswith("plugin-"):
        return replace(how, engine="auto")
    return replace(how, engine="learned" if quote.origin.startswith("learned") else "rules")


def passages_in_marks(article: Article, how: DetectionSettings) -> "tuple[MarkedPassage, ...]":
    """The passages in quotation marks, in order, each as speech, scare quotes, title or name."""
    from reader import quotes  # the engines and their tables

    return quotes.passages_in_marks(article.text, language_of(article, how))


def sentence_starts(article: Article, how: DetectionSettings) -> list[int]:
    """The code points where the sentences of `article` begin; none where it has no words."""
    from reader.quotes.text.analysis import analyse  # a language's tables

    analysis = analyse(article.text, language_of(article, how))
    return [analysis.tokens.starts[first] for first, last in analysis.sentences if last > first]


def licences(config: "Config") -> list[str]:
    """For each language read by learned weights, a sentence with their licence and what else there is."""
    from reader.languages import networks

    if config.engine == "rules":
        return []
    chosen = "" if config.weights == "default" else config.weights
    return [_licence(code, networks.named(code, chosen)) for code in networks.codes()]


def _licence(code: str, weights: "Weights | None") -> str:
    from reader.language_names import language_name  # few are asked
    from reader.languages import networks

    if weights is None:
        told = _("{language} quotes are found by the rules alone: there are no weights of the kind chosen.")
        return told.format(language=language_name(code))
    licence = weights.licence or _("no stated licence")
    if weights.name == networks.OPEN:
        told = _(
            "{language} quotes are found with weights under {licence}, learned from openly licensed texts."
        )
        return told.format(language=language_name(code), licence=licence)
    told = _(
        "{language} quotes are found with weights under {licence}, for non-commercial use only; {other} in "
        "config.toml does without them."
    )
    other = 'weights = "open"' if networks.named(code, networks.OPEN) else 'engine = "rules"'
    return told.format(language=language_name(code), licence=licence, other=other)
