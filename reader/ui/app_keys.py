"""The keys that do the same on every screen: to the places, and what concerns the whole program."""

from textual.binding import Binding

from reader.ui.keys import task


def _hidden(key: str, action: str, label: str, *, tooltip: str, id: str, priority: bool = False) -> Binding:
    """A key that the footer has no room for; help and palette show it."""
    return Binding(key, action, label, tooltip=tooltip, id=id, show=False, priority=priority)


EVERYWHERE = [
    *task(
        "Go to",
        _hidden("f3", "switch_mode('library')", "Library", tooltip="All articles", id="app.library"),
        _hidden("f4", "switch_mode('quotes')", "Quotes", tooltip="All quotes", id="app.quotes"),
        _hidden(
            "f5", "switch_mode('sources')", "Sources", tooltip="The register of sources", id="app.sources"
        ),
        _hidden("f7", "notes", "Notes", tooltip="All notes", id="app.notes"),
        _hidden(
            "f8",
            "switch_mode('codebook')",
            "Codebook",
            tooltip="All tags, what they mean, and what has them",
            id="app.codebook",
        ),
        _hidden(
            "f9", "balance", "Balance", tooltip="Who has how much of a say in what is shown", id="app.balance"
        ),
        _hidden(
            "f12",
            "switch_mode('feeds')",
            "Feeds",
            tooltip="Subscriptions, and what is unread",
            id="app.feeds",
        ),
    ),
    *task(
        "Program",
        Binding("question_mark,f1", "help", "Help", tooltip="All keys, by task", id="app.help"),
        _hidden("ctrl+p", "command_palette", "Commands", tooltip="Find any action", id="app.palette"),
        _hidden(
            "ctrl+t", "next_theme", "Theme", tooltip="Next of dark, light, high contrast", id="app.theme"
        ),
        _hidden(
            "ctrl+z", "suspend_process", "Suspend", tooltip="Back to the shell; fg goes on", id="app.suspend"
        ),
        _hidden(
            "comma",
            "settings",
            "Settings",
            tooltip="Colours, width, labels, engine, who works here",
            id="app.settings",
        ),
        _hidden("f6", "tour", "Tour", tooltip="What there is, in six steps", id="app.tour"),
        _hidden(
            "ctrl+q",
            "quit",
            "Quit",
            tooltip="Leave; everything is saved",
            id="app.quit",
            priority=True,  # also from a dialog
        ),
    ),
]
