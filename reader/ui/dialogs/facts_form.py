"""The form of an article's facts, filled with what was found: messy copy is put right where it is seen."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.errors import ReaderError
from reader.i18n import _
from reader.library.facts import changed_facts, written_facts
from reader.models import Article
from reader.ui.dialogs.form import Form
from reader.ui.keys import task
from reader.ui.session import plain
from reader.ui.widgets.line_input import LineInput
from reader.visible import visible

FIELDS = {
    "title": (_("Title"), _("as it should stand in citations")),
    "outlet": (_("Outlet"), _("where it appeared, or who sent it")),
    "byline": (_("Author"), _("who wrote it")),
    "published": (_("Date"), _("2025-03-01, 1.3.2025, 2025-03-01T10:00, 2025-03 or 2025")),
    "url": (_("Address"), "https://…"),
    "language": (_("Language"), _("its name, or a code such as de")),
    "embargo": (_("Embargo"), _("2026-11-11 10:00 CET, or Redebeginn; empty: lifted")),
}
"""Fields of the form with label and hint."""
_HINT = _("Enter keeps · Tab next field · Esc leaves")


class FactsForm(Form[dict[str, str]]):
    """Edits what is known of an article; gives the fields that change."""

    BINDINGS = task(
        _("Dialog"),
        Binding("ctrl+s,enter", "keep", _("Keep"), tooltip=_("Store it"), id="facts_form.keep"),
        Binding(
            "down", "app.focus_next", _("Next field"), tooltip=_("Tab too"), id="facts_form.next", show=False
        ),
        Binding(
            "up",
            "app.focus_previous",
            _("Field before"),
            tooltip=_("Shift Tab too"),
            id="facts_form.previous",
            show=False,
        ),
    )

    def __init__(self, article: Article, heading: str = _("What is known of this article")) -> None:
        super().__init__()
        self._article = article
        self._heading = heading

    def compose(self) -> ComposeResult:
        """A line for each field."""
        found = written_facts(self._article)
        with Vertical(id="facts", classes="form"):
            yield Static(plain(self._heading), id="facts-heading", classes="form--title")
            for name, (label, hint) in FIELDS.items():
                with Horizontal():
                    yield Static(label)
                    yield LineInput(
                        visible(found[name]), placeholder=hint, id=f"facts-{name}", select_on_focus=False
                    )
            yield Static(_HINT, id="facts-hint", classes="form--hint")

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give what changes; what is no date or language is said, and can be put right."""
        found = written_facts(self._article)
        written = {name: self.query_one(f"#facts-{name}", Input).value for name in FIELDS}
        # a control sign that the form shows as a mark was not typed by anybody
        written = {
            name: found[name] if value == visible(found[name]) else value for name, value in written.items()
        }
        try:
            self.dismiss(changed_facts(self._article, written))
        except ReaderError as error:
            self.query_one("#facts-hint", Static).update(plain(error.message))
