"""What `reader train` kept for a language: read it, lay it over what is found, or take it back."""

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.config import trained_path
from reader.errors import UsageError
from reader.i18n import _
from reader.models import Quote

if TYPE_CHECKING:
    from reader.quotes.fitted import Fitted


def as_trained(quotes: tuple[Quote, ...], text: str, detector: str, language: str) -> tuple[Quote, ...]:
    """The quotes with the confidence that was learned, where something was fitted to what a detector finds.

    Raises `UsageError` where what was kept cannot be read.
    """
    fitted = _kept(language)
    if fitted is None or fitted.detector != detector:
        return quotes
    from reader.quotes.fitted import reweighed

    return reweighed(quotes, text, fitted)


def forget(language: str) -> bool:
    """Use the engine alone again; whether anything was kept."""
    path = trained_path(language)
    is_there = path.is_file()
    path.unlink(missing_ok=True)
    return is_there


def _kept(language: str) -> "Fitted | None":
    try:
        path = trained_path(language)
        changed = path.stat().st_mtime_ns
    except (OSError, RuntimeError):  # nothing was kept, or there is no home folder to keep it in
        return None
    return _read(path, changed)


@lru_cache(maxsize=16)
def _read(path: Path, _changed: int) -> "Fitted":
    from reader.quotes.fitted import Fitted

    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        rules, cues = _counts(stored["rules"]), _counts(stored["cues"])
        return Fitted(str(stored["detector"]), rules, cues, float(stored["least"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        language = path.stem
        raise UsageError(
            _(
                "{path}, which `reader train {language}` wrote, cannot be read: train anew, or "
                "take it back with `reader train {language} --forget`."
            ).format(path=path, language=language)
        ) from error


def _counts(stored: dict[str, Sequence[Any]]) -> dict[str, tuple[int, int]]:
    return {name: (int(right), int(found)) for name, (right, found) in stored.items()}
