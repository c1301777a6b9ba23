"""The keys of the Balance screen."""

from textual.binding import Binding

from reader.i18n import _, pgettext
from reader.ui.keys import task

BY_NUMBER = (
    ("source", _("Who"), _("Count by who speaks")),
    ("role", _("Role"), _("Count by what the speakers do, such as mayor")),
    ("affiliation", _("Affiliation"), _("Count by party, company, office")),
    ("kind", _("Kind"), _("Count persons, organisations, documents")),
    ("outlet", _("Outlet"), _("Count by who published it")),
    ("month", _("Month"), _("Count by month of publication")),
    ("place", _("Place"), _("Count by top, middle, end of the article")),
    ("stance", _("Stance"), _("Count by what the verb makes of it")),
    ("named", _("Name or office"), _("Count by name or office")),
)
"""What the digits count by, from 1 on."""
SPLITS = ("", "type", "place", "stance", "named", "verification")
"""What bars are divided by, in the order in which a key goes through them."""

BALANCE_KEYS = [
    *task(
        _("Read"),
        Binding(
            "enter", "open", _("Quotes"), tooltip=_("The quotes that this bar counts"), id="balance.open"
        ),
    ),
    *task(
        pgettext("what keys do", "Count"),
        Binding("l,right", "by(1)", _("By"), tooltip=_("Count by the next thing"), id="balance.by_next"),
        Binding(
            "h,left",
            "by(-1)",
            _("By the one before"),
            tooltip=_("Count by the thing before"),
            id="balance.by_before",
            show=False,
        ),
        *(
            Binding(
                str(place),
                f"count_by('{name}')",
                label,
                tooltip=tooltip,
                id=f"balance.by_{name}",
                show=False,
            )
            for place, (name, label, tooltip) in enumerate(BY_NUMBER, 1)
        ),
        Binding(
            "o",
            "measure",
            _("Order"),
            tooltip=_("By words, quotes, direct quotes, articles"),
            id="balance.measure",
        ),
        Binding(
            "s",
            "split",
            _("Divide"),
            tooltip=_("Bars by type, place, stance, name or office, verification"),
            id="balance.split",
        ),
        Binding("slash", "search", _("Search"), tooltip=_("Count only what this finds"), id="balance.search"),
    ),
    *task(
        _("Change"),
        Binding(
            "e", "export", _("Export"), tooltip=_("A drawing (SVG) or a table (CSV)"), id="balance.export"
        ),
    ),
    *task(
        _("Program"),
        Binding("escape,q", "back", _("Back"), tooltip=_("Go back to where you were"), id="balance.back"),
    ),
]
