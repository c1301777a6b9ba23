"""Which steps of a journal this process has written: what another one did meanwhile is not undone unasked."""

from datetime import UTC, datetime
from pathlib import Path

STARTED = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
"""When this process began, as the journal writes times."""
_WRITTEN: set[tuple[Path, int]] = set()


def noted(path: Path, step: int) -> int:
    """Note a step of the library at `path` as one of this process; gives it back."""
    _WRITTEN.add((path, step))
    return step


def is_of_another(path: Path, step: int, at: str) -> bool:
    """Whether another process wrote a step while this one ran; what was there before counts as one's own."""
    return at > STARTED and (path, step) not in _WRITTEN
