"""The keys of the Balance screen."""

from textual.binding import Binding

from reader.ui.keys import task

BY_NUMBER = (
    ("source", "Who"),
    ("role", "Role"),
    ("affiliation", "Affiliation"),
    ("kind", "Kind"),
    ("outlet", "Outlet"),
    ("month", "Month"),
    ("place", "Place"),
    ("stance", "Stance"),
    ("named", "Named"),
)
"""What the digits count by, from 1 on."""
SPLITS = ("", "type", "place", "stance", "named", "verification")
"""What bars are divided by, in the order in which a key goes through them."""

BALANCE_KEYS = [
    *task(
        "Read",
        Binding("enter", "open", "Quotes", tooltip="The quotes that this bar counts", id="balance.open"),
    ),
    *task(
        "Count",
        Binding("l,right", "by(1)", "By", tooltip="Count by the next thing", id="balance.by_next"),
        Binding(
            "h,left", "by(-1)", "By the one before", tooltip="Count by the thing before",
            id="balance.by_before", show=False,
        ),
        *(
            Binding(
                str(number), f"count_by('{name}')", label, tooltip=f"Count by {label.lower()}",
                id=f"balance.by_{name}", show=False,
            )
            for number, (name, label) in enumerate(BY_NUMBER, 1)
        ),
        Binding(
            "o", "measure", "Order", tooltip="By words, quotes, direct quotes, articles", id="balance.measure"
        ),
        Binding(
            "s", "split", "Divide", tooltip="Bars by type, place, stance, named, verification",
            id="balance.split",
        ),
        Binding("slash", "search", "Search", tooltip="Count only what this finds", id="balance.search"),
    ),
    *task(
        "Change",
        Binding("e", "export", "Export", tooltip="A drawing (SVG) or a table (CSV)", id="balance.export"),
    ),
    *task(
        "Program",
        Binding("escape,q", "back", "Back", tooltip="Go back to where you were", id="balance.back"),
    ),
]  # fmt: skip
