"""The keys of every list: as in vim and less, with arrows and Home/End too."""

from textual.binding import Binding, BindingType

from reader.i18n import _
from reader.ui.keys import task

MOVE_KEYS = task(
    _("Move"),
    Binding("j,down", "move(1)", _("Down"), tooltip=_("Next row"), id="list.down", show=False),
    Binding("k,up", "move(-1)", _("Up"), tooltip=_("Previous row"), id="list.up", show=False),
    Binding(
        "space,pagedown", "page(1)", _("Page down"), tooltip=_("Next page"), id="list.page_down", show=False
    ),
    Binding("b,pageup", "page(-1)", _("Page up"), tooltip=_("Previous page"), id="list.page_up", show=False),
    Binding(
        "ctrl+d", "page(0.5)", _("Half down"), tooltip=_("Half a page down"), id="list.half_down", show=False
    ),
    Binding("ctrl+u", "page(-0.5)", _("Half up"), tooltip=_("Half a page up"), id="list.half_up", show=False),
    Binding("g,home", "go(0)", _("First"), tooltip=_("First row"), id="list.first", show=False),
    Binding("G,end", "go(-1)", _("Last"), tooltip=_("Last row"), id="list.last", show=False),
)
RANGE_KEYS = task(
    _("Select"),
    Binding("X", "extend", _("Select to here"), tooltip=_("From the last one"), id="list.extend", show=False),
    Binding("V", "visual", _("Select moving"), tooltip=_("Moving selects"), id="list.visual", show=False),
    Binding("ctrl+a", "all", _("Select all"), tooltip=_("Every row of the list"), id="list.all", show=False),
)


def list_keys(select_key: str = "v", area: str = "list") -> list[BindingType]:
    """The keys of a list in which `select_key` selects a row."""
    label, tooltip = _("Select"), _("Select this row, or not")
    select = Binding(select_key, "select", label, tooltip=tooltip, id=f"{area}.select", show=False)
    return [*MOVE_KEYS, *task(_("Select"), select), *RANGE_KEYS]
