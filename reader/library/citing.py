"""Which citation style a person means: one of reader, of a CSL file, or of a plugin."""

from reader.errors import UsageError
from reader.formats.csl_styles import CitationStyle
from reader.i18n import _, pgettext

PLUGIN = "plugin:"
"""How the names of plugins' styles begin, so that no other name asks for the plugins."""


def style_named(name: str) -> str | CitationStyle:
    """The style of a plugin; any other name as it is, which `reader.formats.citation` knows."""
    if not name.startswith(PLUGIN):
        return name
    from reader.plugins import plugin_styles  # pluggy, and a search for entry points: 50 ms

    styles = plugin_styles()
    if name.removeprefix(PLUGIN) not in styles:
        known = ", ".join(PLUGIN + one for one in styles) or pgettext("citation styles", "none")
        raise UsageError(
            _('No plugin has the citation style "{name}"; there are: {known}.').format(name=name, known=known)
        )
    return styles[name.removeprefix(PLUGIN)]
