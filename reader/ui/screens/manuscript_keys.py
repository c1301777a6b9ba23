"""The keys of the screen of a manuscript."""

from textual.binding import Binding, BindingType

from reader.i18n import _
from reader.ui.keys import task


def _key(key: str, action: str, label: str, tooltip: str) -> Binding:
    return Binding(key, action, label, tooltip=tooltip, id=f"manuscript.{action}")


MANUSCRIPT_KEYS: list[BindingType] = [
    *task(
        _("Quotations"),
        _key("enter", "open", _("Open"), _("Open the article at this place")),
        _key("tab,shift+tab", "other", _("Other pane"), _("Between quotations and their places")),
        _key("f", "faults", _("Faults"), _("Only those with something to look at, or all")),
        _key("R", "read_again", _("Read again"), _("Read the draft again, after it was changed")),
        _key("J", "ledger", _("Ledger"), _("All that is to be checked of it, with ticks that are kept")),
        _key("e", "export", _("Export"), _("Write a page for the editor, or SARIF")),
    ),
    *task(_("Program"), _key("escape,q", "back", _("Back"), _("Go back to where you were"))),
]
