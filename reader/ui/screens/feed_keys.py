"""The keys of the feeds besides those that change one: reading and asking, and what every list has."""

from textual.binding import Binding

from reader.i18n import _, pgettext
from reader.ui.keys import task

READ_KEYS = task(
    _("Read"),
    Binding("enter", "open", _("Articles"), tooltip=_("Of this feed or folder"), id="feeds.open"),
    Binding(
        "R",
        "refresh",
        pgettext("a feed", "Ask"),
        tooltip=_("Ask this feed or folder what is new"),
        id="feeds.refresh",
    ),
    Binding(
        "N",
        "refresh_all",
        _("Ask all"),
        tooltip=_("All that may be asked now"),
        id="feeds.refresh_all",
    ),
    Binding("slash", "search", _("Search"), tooltip=_("By name, folder, address, tag"), id="feeds.search"),
    Binding("l,right", "unfold", _("Unfold"), tooltip=_("Open the folder"), id="feeds.unfold", show=False),
    Binding("h,left", "fold", _("Fold"), tooltip=_("Close the folder"), id="feeds.fold", show=False),
)

PROGRAM_KEYS = task(
    _("Program"),
    Binding("ctrl+x", "stop", _("Stop"), tooltip=_("Stop asking; what is read stays"), id="feeds.stop"),
    Binding(
        "exclamation_mark",
        "failures",
        _("Failures"),
        tooltip=_("Feeds that gave nothing, and why"),
        id="feeds.failures",
        show=False,
    ),
    Binding(
        "q",
        "app.quit",
        _("Quit"),
        tooltip=_("Leave; everything is saved"),
        id="feeds.quit",
        show=False,
    ),
    Binding(
        "escape",
        "back",
        _("Back"),
        tooltip=_("Clear, then to the library"),
        id="feeds.back",
        show=False,
    ),
)
