"""Whether a setting of one line has a value that it may have."""

import re
from pathlib import Path
from typing import Any

from reader.config.faults import broken
from reader.i18n import _, languages

MEASURES = range(30, 201)
"""Columns of text that the reading desk may have."""
SIZES = range(1, 1001)
"""Megabytes that the originals of an article may have."""
_PROXY = r"(?i)(?:https?|socks5h?)://(?:[^\s/@]+@)?(?:\[[0-9a-fA-F:]+\]|[^\s/@:\[\]]+)(?::\d{1,5})?/?"
"""Address of a proxy: kind, perhaps a login, server, perhaps a port. Made ready only where there is one: that
takes as long as reading the configuration."""
_CHOICES = {
    "citation": ("house", "chicago", "dgps", "presse", "author-date"),
    "labels": ("", "de", "en"),
    "engine": ("auto", "rules", "learned"),
    "weights": ("default", "licensed", "open"),
    "density": ("comfortable", "compact"),
}


def plain(key: str, value: Any, kind: type, path: Path) -> Any:
    """`value` as it stands, where the setting `key` may have it; else the error that says what it needs."""
    if type(value) is not kind:
        names = {str: _("text in quotation marks"), int: _("a whole number"), bool: _("true or false")}
        raise broken(path, _('needs {kind} for "{setting}"').format(kind=names[kind], setting=key))
    if key == "citation" and str(value).endswith(".csl"):
        return value  # a style of one's own, read where it is first used
    if key == "citation" and str(value).startswith("plugin:"):
        return value
    choices = ("", *languages()) if key == "interface" and value else _CHOICES.get(key)
    if choices and value not in choices:
        known = ", ".join(filter(None, choices))
        raise broken(
            path,
            _('knows no {setting} "{value}", only {known}').format(setting=key, value=value, known=known),
        )
    if key == "proxy" and value and not re.fullmatch(_PROXY, str(value)):
        raise broken(
            path, _('needs a "proxy" such as "socks5h://127.0.0.1:9050" or "http://proxy.example:3128"')
        )
    if key == "user_agent" and not (str(value).isascii() and str(value).isprintable()):
        raise broken(path, _('needs a "user_agent" of plain letters and signs, on one line'))
    if key == "largest_original" and value not in SIZES:
        told = _('needs a "largest_original" between {least} and {most} megabytes')
        raise broken(path, told.format(least=SIZES.start, most=SIZES.stop - 1))
    if key == "measure" and value not in MEASURES:
        told = _('needs a "measure" between {least} and {most}')
        raise broken(path, told.format(least=MEASURES.start, most=MEASURES.stop - 1))
    if key == "feeds_every" and isinstance(value, int) and value < 0:
        raise broken(path, _('needs a "feeds_every" of 0 or more minutes'))
    return value
