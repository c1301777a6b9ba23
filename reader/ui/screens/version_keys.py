"""The keys of the screen of versions."""

from textual.binding import Binding, BindingType

from reader.ui.keys import task


def _key(key: str, action: str, label: str, tooltip: str, *, show: bool = True) -> Binding:
    name = action.partition("(")[0] + ("_back" if "-1" in action else "")
    return Binding(key, action, label, tooltip=tooltip, show=show, id=f"versions.{name}")


VERSION_KEYS: list[BindingType] = [
    *task(
        "Quotes and notes",
        _key("enter", "open", "Open", "Open the article at this place"),
        _key("P", "place", "Place", "Select on the desk where the lost passage stands"),
        _key("x", "drop", "Dismiss", "Take it off the list: a quote goes, a note stays"),
        _key("A", "confirm", "It is right", "What changed is right as it stands now"),
        _key("u", "undo", "Undo", "Take the last change back"),
        _key("ctrl+r", "redo", "Redo", "Do it again", show=False),
    ),
    *task(
        "Versions",
        _key("tab,shift+tab", "other", "Other pane", "Between passages and changes"),
        _key("f", "full", "Full text", "The whole text, or only what changed"),
        _key("left_square_bracket,ö,less_than_sign", "step(-1)", "Older", "Compare older versions"),
        _key("right_square_bracket,ä,greater_than_sign", "step(1)", "Newer", "Compare newer versions"),
    ),
    *task("Program", _key("escape,q", "back", "Back", "Go back to where you were")),
]
