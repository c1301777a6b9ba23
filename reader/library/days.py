"""Days and times as people write them, where one is asked for."""

from datetime import datetime

from reader.errors import UsageError
from reader.i18n import _


def day(written: str) -> str:
    """A day or a moment, ISO 8601. Raises UsageError where it is none."""
    from reader.texts.embargo_times import is_moment, until_of  # only for this

    found = written if is_moment(written) else until_of(written, f"{datetime.now():%Y-%m-%d}")
    if not is_moment(found):
        raise UsageError(_("“{written}” is no day: write it as 2026-12-04.").format(written=written))
    return found
