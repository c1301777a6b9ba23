"""What to do with a file that is no article, or none any more."""

from reader.errors import IngestError
from reader.i18n import _


def saved_first(location: str, advice: str) -> str:
    """Advice about a file, for one that came from an address, a pipe or the clipboard: it is to be saved."""
    return advice if is_file(location) else _("save it as a file, and {advice}").format(advice=advice)


def is_file(location: str) -> bool:
    """Whether a location names a file of this machine, or one inside such a file."""
    return "://" not in location and location not in ("-", "stdin", "clipboard", "clip:")


def damaged(location: str) -> IngestError:
    """What is said of a file of which nothing can be read."""
    return IngestError(
        _("{location} is damaged: get it anew, or open it in its own program and save it again.").format(
            location=location
        )
    )
