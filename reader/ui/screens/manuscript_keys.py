"""The keys of the screen of a manuscript."""

from textual.binding import Binding, BindingType

from reader.ui.keys import task


def _key(key: str, action: str, label: str, tooltip: str) -> Binding:
    return Binding(key, action, label, tooltip=tooltip, id=f"manuscript.{action}")


MANUSCRIPT_KEYS: list[BindingType] = [
    *task(
        "Quotations",
        _key("enter", "open", "Open", "Open the article at this place"),
        _key("tab,shift+tab", "other", "Other pane", "Between quotations and their places"),
        _key("f", "faults", "Faults", "Only those with something to look at, or all"),
        _key("R", "read_again", "Read again", "Read the draft again, after it was changed"),
        _key("J", "ledger", "Ledger", "All that is to be checked of it, with ticks that are kept"),
        _key("e", "export", "Export", "Write a page for the editor, or SARIF"),
    ),
    *task("Program", _key("escape,q", "back", "Back", "Go back to where you were")),
]
