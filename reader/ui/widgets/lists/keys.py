"""The keys of every list: as in vim and less, with arrows and Home/End too."""

from textual.binding import Binding, BindingType

from reader.ui.keys import task

MOVE_KEYS = task(
    "Move",
    Binding("j,down", "move(1)", "Down", tooltip="Next row", id="list.down", show=False),
    Binding("k,up", "move(-1)", "Up", tooltip="Previous row", id="list.up", show=False),
    Binding("space,pagedown", "page(1)", "Page down", tooltip="Next page", id="list.page_down", show=False),
    Binding("b,pageup", "page(-1)", "Page up", tooltip="Previous page", id="list.page_up", show=False),
    Binding("ctrl+d", "page(0.5)", "Half down", tooltip="Half a page down", id="list.half_down", show=False),
    Binding("ctrl+u", "page(-0.5)", "Half up", tooltip="Half a page up", id="list.half_up", show=False),
    Binding("g,home", "go(0)", "First", tooltip="First row", id="list.first", show=False),
    Binding("G,end", "go(-1)", "Last", tooltip="Last row", id="list.last", show=False),
)
RANGE_KEYS = task(
    "Select",
    Binding("X", "extend", "Select to here", tooltip="From the last one", id="list.extend", show=False),
    Binding("V", "visual", "Select moving", tooltip="Moving selects", id="list.visual", show=False),
    Binding("ctrl+a", "all", "Select all", tooltip="Every row of the list", id="list.all", show=False),
)


def list_keys(select_key: str = "v", area: str = "list") -> list[BindingType]:
    """The keys of a list in which `select_key` selects a row."""
    label, tooltip = "Select", "Select this row, or not"
    select = Binding(select_key, "select", label, tooltip=tooltip, id=f"{area}.select", show=False)
    return [*MOVE_KEYS, *task("Select", select), *RANGE_KEYS]
