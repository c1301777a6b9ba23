"""The keys of the screen of versions."""

from textual.binding import Binding, BindingType

from reader.i18n import _, pgettext
from reader.ui.keys import task


def _key(key: str, action: str, label: str, tooltip: str, *, show: bool = True) -> Binding:
    name = action.partition("(")[0] + ("_back" if "-1" in action else "")
    return Binding(key, action, label, tooltip=tooltip, show=show, id=f"versions.{name}")


VERSION_KEYS: list[BindingType] = [
    *task(
        _("Quotes and notes"),
        _key("enter", "open", _("Open"), _("Open the article at this place")),
        _key(
            "P",
            "place",
            pgettext("what keys do", "Place"),
            _("Select on the desk where the lost passage stands"),
        ),
        _key("x", "drop", _("Dismiss"), _("Take it off the list: a quote goes, a note stays")),
        _key("A", "confirm", _("It is right"), _("What changed is right as it stands now")),
        _key("u", "undo", _("Undo"), _("Take the last change back")),
        _key("ctrl+r", "redo", _("Redo"), _("Do it again"), show=False),
    ),
    *task(
        _("Versions"),
        _key("tab,shift+tab", "other", _("Other pane"), _("Between passages and changes")),
        _key("f", "full", _("Full text"), _("The whole text, or only what changed")),
        _key("left_square_bracket,ö,less_than_sign", "step(-1)", _("Older"), _("Compare older versions")),
        _key("right_square_bracket,ä,greater_than_sign", "step(1)", _("Newer"), _("Compare newer versions")),
    ),
    *task(_("Program"), _key("escape,q", "back", _("Back"), _("Go back to where you were"))),
]
