"""What to do with a file that is no article, where it is not yet a file of this machine."""

from reader.i18n import _


def saved_first(location: str, advice: str) -> str:
    """Advice about a file, for one that came from an address, a pipe or the clipboard: it is to be saved."""
    return advice if is_file(location) else _("save it as a file, and {advice}").format(advice=advice)


def is_file(location: str) -> bool:
    """Whether a location names a file of this machine, or one inside such a file."""
    return "://" not in location and location not in ("-", "stdin", "clipboard", "clip:")
