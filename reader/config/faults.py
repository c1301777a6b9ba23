"""The sentences that tell a person what is wrong with a configuration."""

from collections.abc import Mapping
from pathlib import Path

from reader.errors import UsageError
from reader.i18n import _
from reader.system_reasons import system_reason


def broken(path: Path, what: str) -> UsageError:
    """The error of a configuration: its path, `what` is wrong, and what to do."""
    return UsageError(
        _("The configuration {path} {what}. Mend the line or move the file away.").format(
            path=path, what=what
        ),
        _("Configuration"),
    )


def nearest(key: str, known: Mapping[str, object]) -> str:
    """A known name that is written nearly so, as the end of the sentence; "" where none is."""
    import difflib

    near = difflib.get_close_matches(key, known, n=1)
    return _('; did you mean "{near}"').format(near=near[0]) if near else ""


def reason(error: Exception) -> str:
    """What the system says of a failure, without the path."""
    return system_reason(error) if isinstance(error, OSError) else str(error)
