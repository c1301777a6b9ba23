"""The form of one feed, and the list to pick one from what a site names."""

from collections.abc import Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.feeds import Feed
from reader.i18n import _
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.dialogs.form import Form
from reader.ui.keys import task
from reader.ui.session import plain
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.lists.choices import Choice, PickInput

FIELDS = {
    "name": (_("Name"), _("as its articles name it")),
    "folder": (_("Folder"), _("such as Politik/Ausland")),
    "tags": (_("Tags"), _("for every article, divided by ;")),
    "keep_days": (_("Keep days"), _("after so many, untouched articles go to the trash")),
    "is_off": (_("Off"), _("yes, and it is not asked")),
}
"""Fields of the form with label and hint."""
_YES_OR_NO = {"": False, "no": False, "n": False, "nein": False, "yes": True, "y": True, "ja": True}
_LONGEST_NUMBER = 5


class FeedForm(Form[Feed]):
    """Edits what a person sets of a feed; gives it."""

    BINDINGS = task(
        _("Dialog"),
        Binding("ctrl+s,enter", "keep", _("Keep"), tooltip=_("Store it"), id="feed_form.keep"),
        Binding(
            "down", "app.focus_next", _("Next field"), tooltip=_("Tab too"), id="feed_form.next", show=False
        ),
        Binding(
            "up",
            "app.focus_previous",
            _("Field before"),
            tooltip=_("Shift Tab too"),
            id="feed_form.previous",
            show=False,
        ),
    )

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self._feed = feed

    def compose(self) -> ComposeResult:
        """A line for each field."""
        with Vertical(id="form", classes="form"):
            yield Static(_("Feed"), id="form-title", classes="form--title")
            yield Static(plain(self._feed.address), id="form-address", classes="form--more")
            for name, (label, hint) in FIELDS.items():
                with Horizontal():
                    yield Static(label)
                    yield LineInput(
                        self._written(name), placeholder=hint, id=f"form-{name}", select_on_focus=False
                    )
            yield Static(_("Enter keeps · Tab next field · Esc leaves"), id="form-hint", classes="form--hint")

    def _written(self, name: str) -> str:
        value = getattr(self._feed, name)
        if isinstance(value, bool):
            return _("yes") if value else ""
        return "; ".join(value) if isinstance(value, tuple) else str(value or "")

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the feed as written."""
        written = {name: self.query_one(f"#form-{name}", Input).value.strip() for name in FIELDS}
        days, is_off = written["keep_days"] or "0", _YES_OR_NO.get(written["is_off"].casefold())
        is_number = days.isascii() and days.isdigit() and len(days) <= _LONGEST_NUMBER
        wrong = "" if written["name"] else _("A feed needs a name.")
        wrong = wrong if is_number else _("Keep days: a number of days, or nothing.")
        if wrong or is_off is None:
            self.query_one("#form-hint", Static).update(plain(wrong or _("Off: yes, or nothing.")))
            return
        tags = tuple(tag.strip() for tag in written["tags"].split(";") if tag.strip())
        edited = replace(self._feed, name=written["name"], folder=written["folder"], tags=tags)
        self.dismiss(replace(edited, keep_days=int(days), is_off=is_off))


class FoundFeedPicker(PickDialog[int]):
    """Gives the place of a feed among those that a site names."""

    heading = _("This site names several feeds")
    placeholder = _("the number of a feed")
    hint = _("1–9 or Enter subscribes · Esc leaves")

    def __init__(self, found: Sequence[tuple[str, str]]) -> None:
        """`found` are titles with addresses."""
        super().__init__()
        self._found = found

    def on_mount(self) -> None:
        """Show all feeds."""
        self.choices.choices = [
            Choice(
                title or address, address if title else "", str(place) if place < 10 else "", value=place - 1
            )
            for place, (title, address) in enumerate(self._found, 1)
        ]

    @on(PickInput.Submitted)
    def _pick_current(self) -> None:
        self.picked(self.choices.cursor)

    def picked(self, index: int) -> None:
        """Take that feed."""
        self.dismiss(index)
