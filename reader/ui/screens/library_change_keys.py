"""The keys by which the library screen changes articles."""

from textual.binding import Binding

from reader.i18n import _, pgettext
from reader.ui.keys import task
from reader.ui.places import COMPARE_KEYS

CHANGE_KEYS = COMPARE_KEYS + task(
    _("Change"),
    Binding("t", "tag", _("Tag"), tooltip=_("Put or take tags on what is selected"), id="library.tag"),
    Binding(
        "s",
        "star",
        pgettext("what keys do", "Star"),
        tooltip=_("Star, or take the star away"),
        id="library.star",
    ),
    Binding(
        "r",
        "done",
        pgettext("what keys do", "Done"),
        tooltip=_("Mark as read, or as unread"),
        id="library.done",
    ),
    Binding("d,delete", "trash", _("Trash"), tooltip=_("Move to the trash"), id="library.trash"),
    Binding("d,delete", "purge", _("Delete"), tooltip=_("Delete for good; asks first"), id="library.purge"),
    Binding("P", "restore", _("Put back"), tooltip=_("Take out of the trash"), id="library.restore"),
    Binding(
        "I",
        "facts",
        _("Facts"),
        tooltip=_("Correct title, outlet, author, date …"),
        id="library.facts",
        show=False,
    ),
    Binding(
        "K",
        "lift",
        _("Lift"),
        tooltip=_("Lift an embargo, or hold it back again"),
        id="library.lift",
        show=False,
    ),
    Binding(
        "ctrl+o",
        "open_address",
        _("Open in browser"),
        tooltip=_("Where the article appeared"),
        id="library.open_address",
        show=False,
    ),
    Binding("e", "export", _("Export"), tooltip=_("Write a file of what is selected"), id="library.export"),
    Binding(
        "R", "redetect", _("Detect"), tooltip=_("Look for quotes again"), id="library.redetect", show=False
    ),
    Binding(
        "ctrl+s",
        "keep_search",
        _("Keep search"),
        tooltip=_("Among the views, under a name"),
        id="library.keep_search",
        show=False,
    ),
    Binding(
        "Y",
        "agree",
        _("Second coder"),
        tooltip=_("Compare your decisions with those in another library"),
        id="library.agree",
        show=False,
    ),
    Binding("u", "undo", _("Undo"), tooltip=_("Take the last change back"), id="library.undo"),
    Binding("ctrl+r", "redo", _("Redo"), tooltip=_("Do it again"), id="library.redo", show=False),
)
