"""Fit the worth of rules to annotated articles, and keep it where it makes detection better.

A part of the articles is held back. What is fitted to the others is kept only where it finds more there, or
is surer of what is right, than the engine alone; then it is fitted to all of them and used from then on.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from zlib import crc32

from reader import private_files
from reader.config import trained_path
from reader.errors import UsageError
from reader.i18n import _
from reader.library.annotated import AnnotatedText
from reader.library.detecting import DetectionSettings
from reader.quotes import detect, detector_name
from reader.quotes.fitted import Agreement, Example, Fitted, agreement, example, fit

HELD_BACK = 4
"""One of so many articles is held back."""
FEWEST = 12
"""Articles with quotes that are needed at least: of fewer, what is held back tells nothing."""
FEWEST_QUOTES = 40


@dataclass(frozen=True, slots=True)
class Trained:
    """What came of it."""

    language: str
    detector: str
    articles: int
    quotes: int
    """Quotes that were found and judged."""
    held_back: int
    """Articles."""
    before: Agreement
    """Of the engine alone, on what was held back."""
    after: Agreement
    is_better: bool
    path: Path
    """Where it is kept, if it is better."""


def train(language: str, texts: Iterable[AnnotatedText], how: DetectionSettings) -> Trained:
    """Fit the rules' worth to annotated texts, and keep it if it is better.

    Raises `UsageError` where there are too few texts.
    """
    name = detector_name(language, how.engine, how.weights)
    examples = {one.name: _example(one, language, how) for one in texts}
    judged = {key: one for key, one in examples.items() if one.judged or one.missed}
    count = sum(len(one.judged) for one in judged.values())
    if len(judged) < FEWEST or count < FEWEST_QUOTES:
        raise UsageError(
            _(
                "{articles} articles with {quotes} quotes are too few to learn from: it takes "
                "{fewest} articles and {fewest_quotes} quotes at least."
            ).format(articles=len(judged), quotes=count, fewest=FEWEST, fewest_quotes=FEWEST_QUOTES)
        )
    kept, held = _parted(judged)
    before, fitted = agreement(held, None), fit(kept, name)
    # Leaving out what is too unsure is the bolder change: where it costs, confidences may still be better.
    tried = [(least, agreement(held, replace(fitted, least=least))) for least in (fitted.least, 0.0)]
    least, after = max(tried, key=lambda one: (one[1].f1, -one[1].error))
    better = (after.f1, -after.error) > (before.f1, -before.error)
    path = trained_path(language)
    result = Trained(language, name, len(judged), count, len(held), before, after, better, path)
    if better:
        whole = fit(list(judged.values()), name)
        _write(path, replace(whole, least=whole.least if least else 0.0), result)
    return result


def _example(one: AnnotatedText, language: str, how: DetectionSettings) -> Example:
    found = detect(one.text, language, one.title, engine=how.engine, weights=how.weights)
    return example(one.text, found, one.right, one.wrong)


def _parted(judged: dict[str, Example]) -> tuple[list[Example], list[Example]]:
    """Those to fit to, and those held back: always the same, whatever their order."""
    order = sorted(judged, key=lambda name: (crc32(name.encode("utf-8", "replace")), name))
    held = set(order[::HELD_BACK])
    return [judged[name] for name in order if name not in held], [judged[name] for name in sorted(held)]


def _write(path: Path, fitted: Fitted, result: Trained) -> None:
    about = {"articles": result.articles, "quotes": result.quotes, "held_back": result.held_back}
    figures = {"before": asdict(result.before), "after": asdict(result.after)}
    lines = json.dumps(about | figures | asdict(fitted), ensure_ascii=False, indent=1)
    private_files.make_folder(path.parent)
    private_files.write(path, lines)
