"""One more key: what to copy, which role to set. The keys are listed while one thinks."""

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from reader.i18n import _
from reader.ui.dialogs.dialog import Dialog
from reader.ui.keys import task

PADDING = 3
"""Cells left and right of the keys."""


class KeyMenu(Dialog[str]):
    """A row of keys over the footer; one of them gives the word of its action, any other key leaves."""

    DEFAULT_CSS = """
    KeyMenu {
        align: left bottom; background: transparent;
        Static { width: 100%; height: auto; padding: 0 3; background: $surface; }
    }
    """
    heading = ""

    def compose(self) -> ComposeResult:
        """The keys in one line, or more in a narrow terminal."""
        yield Static(self._rows(self.app.size.width - 2 * PADDING))

    def _rows(self, width: int) -> Content:
        """The keys, broken between two of them."""
        rows = [Content.styled(self.heading, "bold")]
        for bindings in self._bindings.key_to_bindings.values():
            for binding in bindings:
                if binding.action.startswith("pick"):
                    key = Content.styled(binding.key, "bold $primary")
                    key += Content.styled(f" {binding.description}", "$muted")
                    longer = rows[-1] + "   " + key
                    rows[-1:] = [longer] if longer.cell_length <= width else [rows[-1], key]
        return Content("\n").join(rows)

    def action_pick(self, word: str) -> None:
        """Give the word."""
        self.dismiss(word)

    def on_key(self, event: events.Key) -> None:
        """Any other key leaves as well."""
        bound = self.active_bindings.get(event.key)
        if bound is None or not bound.binding.action.startswith(("pick", "cancel")):
            event.stop()
            event.prevent_default()
            self.action_cancel()


def _pick(key: str, word: str, label: str, tooltip: str, area: str) -> Binding:
    return Binding(key, f"pick('{word}')", label, tooltip=tooltip, id=f"{area}.{word}")


class CopyMenu(KeyMenu):
    """What to copy."""

    heading = _("Copy")
    BINDINGS = [
        *task(
            _("Copy (after y)"),
            _pick("q", "quote", _("quote"), _("The words alone"), "copy"),
            _pick("c", "citation", _("with citation"), _("The words, who said them, and where"), "copy"),
            _pick("m", "markdown", _("Markdown"), _("A block quote with its attribution"), "copy"),
            _pick("l", "link", _("link to it"), _("The article's address with a text fragment"), "copy"),
            _pick("s", "sentence", _("sentence"), _("The sentence that the cursor stands in"), "copy"),
            _pick("a", "accepted", _("all accepted"), _("Every accepted quote with its attribution"), "copy"),
        )
    ]


class UseMenu(KeyMenu):
    """How a quote may be used."""

    heading = _("May be used")
    BINDINGS = [
        *task(
            _("Use (after U)"),
            _pick("o", "on_record", _("on record"), _("With the name"), "use"),
            _pick(
                "b", "background", _("background"), _("By the agreed description only (unter zwei)"), "use"
            ),
            _pick("d", "deep_background", _("deep background"), _("Without any attribution"), "use"),
            _pick("f", "off_record", _("off the record"), _("Not for publication (unter drei)"), "use"),
            _pick("s", "as_source", _("as its source"), _("As the source has it by default"), "use"),
        )
    ]


class RoleMenu(KeyMenu):
    """Which role to set."""

    heading = _("Point at")
    BINDINGS = [
        *task(
            _("Roles (after s)"),
            _pick("s", "speaker", _("speaker"), _("Who says it"), "role"),
            _pick("c", "cue", _("verb of saying"), _("With which words it is said (the cue)"), "role"),
            _pick("a", "addressee", _("to whom"), _("Whom it is said to (the addressee)"), "role"),
            _pick("f", "frame", _("whole clause"), _("The clause that says who said it (the frame)"), "role"),
        )
    ]
