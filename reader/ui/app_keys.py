"""The keys that do the same on every screen: to the places, and what concerns the whole program."""

from textual.binding import Binding

from reader.i18n import _
from reader.ui.keys import task


def _hidden(key: str, action: str, label: str, *, tooltip: str, id: str, priority: bool = False) -> Binding:
    """A key that the footer has no room for; help and palette show it."""
    return Binding(key, action, label, tooltip=tooltip, id=id, show=False, priority=priority)


EVERYWHERE = [
    *task(
        _("Go to"),
        _hidden("f3", "switch_mode('library')", _("Library"), tooltip=_("All articles"), id="app.library"),
        _hidden("f4", "switch_mode('quotes')", _("Quotes"), tooltip=_("All quotes"), id="app.quotes"),
        _hidden(
            "f5",
            "switch_mode('sources')",
            _("Sources"),
            tooltip=_("The register of sources"),
            id="app.sources",
        ),
        _hidden("f7", "notes", _("Notes"), tooltip=_("All notes"), id="app.notes"),
        _hidden(
            "f8",
            "switch_mode('codebook')",
            _("Codebook"),
            tooltip=_("All tags, what they mean, and what has them"),
            id="app.codebook",
        ),
        _hidden(
            "f9",
            "balance",
            _("Balance"),
            tooltip=_("Who has how much of a say in what is shown"),
            id="app.balance",
        ),
        _hidden(
            "f12",
            "switch_mode('feeds')",
            _("Feeds"),
            tooltip=_("Subscriptions, and what is unread"),
            id="app.feeds",
        ),
    ),
    *task(
        _("Program"),
        Binding("question_mark,f1", "help", _("Help"), tooltip=_("All keys, by task"), id="app.help"),
        _hidden("ctrl+p", "command_palette", _("Commands"), tooltip=_("Find any action"), id="app.palette"),
        _hidden(
            "ctrl+t",
            "next_theme",
            _("Theme"),
            tooltip=_("Next of dark, light, high contrast"),
            id="app.theme",
        ),
        _hidden(
            "ctrl+z",
            "suspend_process",
            _("Suspend"),
            tooltip=_("Back to the shell; fg goes on"),
            id="app.suspend",
        ),
        _hidden(
            "comma",
            "settings",
            _("Settings"),
            tooltip=_("Language, colours, width, labels, engine, who works here"),
            id="app.settings",
        ),
        _hidden("f6", "tour", _("Tour"), tooltip=_("What there is, in six steps"), id="app.tour"),
        _hidden(
            "ctrl+q",
            "quit",
            _("Quit"),
            tooltip=_("Leave; everything is saved"),
            id="app.quit",
            priority=True,  # also from a dialog
        ),
    ),
]
