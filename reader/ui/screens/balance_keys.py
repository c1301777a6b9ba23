"""The keys of the Balance screen."""

from textual.binding import Binding

from reader.ui.keys import task

BY_NUMBER = (
    ("source", "Who", "Count by who speaks"),
    ("role", "Role", "Count by what the speakers do, such as mayor"),
    ("affiliation", "Affiliation", "Count by party, company, office"),
    ("kind", "Kind", "Count persons, organisations, documents"),
    ("outlet", "Outlet", "Count by who published it"),
    ("month", "Month", "Count by month of publication"),
    ("place", "Place", "Count by top, middle, end of the article"),
    ("stance", "Stance", "Count by what the verb makes of it"),
    ("named", "Named", "Count by name or office"),
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
                str(number), f"count_by('{name}')", label, tooltip=tooltip, id=f"balance.by_{name}",
                show=False,
            )
            for number, (name, label, tooltip) in enumerate(BY_NUMBER, 1)
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
