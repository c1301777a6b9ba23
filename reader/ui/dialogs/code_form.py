"""The form of a tag: its name, its colour, what it means."""

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.errors import ReaderError
from reader.i18n import _
from reader.library.codebook import COLOUR_LABELS, Code, colour_of
from reader.models import Tag
from reader.store.tags import clean, clean_description
from reader.ui.dialogs.form import Form
from reader.ui.keys import task
from reader.ui.session import plain
from reader.ui.widgets.line_input import LineInput

_FIELDS = {
    "path": (_("Tag"), _("such as politik/syrien; what is below it goes with it")),
    "colour": (_("Colour"), _("#c03020, a name, or nothing")),
    "description": (_("Put on"), _("what it is put on, and what not")),
}
"""Fields of the form with label and hint."""

LOW = 14
"""Lines of a terminal below which only the fields are shown."""


class CodeForm(Form[Code]):
    """Edits what a person says of a tag; gives it."""

    BINDINGS = task(
        _("Dialog"),
        Binding("ctrl+s,enter", "keep", _("Keep"), tooltip=_("Store it"), id="code_form.keep"),
        Binding(
            "down", "app.focus_next", _("Next field"), tooltip=_("Tab too"), id="code_form.next", show=False
        ),
        Binding(
            "up",
            "app.focus_previous",
            _("Field before"),
            tooltip=_("Shift Tab too"),
            id="code_form.previous",
            show=False,
        ),
    )

    def __init__(self, title: str, tag: Tag, known: frozenset[str] = frozenset()) -> None:
        """`known` are the tags that are there: a name among them makes two of them one, which is told."""
        super().__init__()
        self._heading = title
        self._tag = tag
        self._known = known
        self._told = ""

    def compose(self) -> ComposeResult:
        """A line for each field."""
        with Vertical(id="form", classes="form"):
            yield Static(plain(self._heading), classes="form--title")
            yield Static(_("Colours: {names}").format(names=", ".join(COLOUR_LABELS)), classes="form--more")
            yield from self._lines()
            yield Static("", id="form-hint", classes="form--hint")

    def _lines(self) -> Iterator[Horizontal]:
        for name, (label, hint) in _FIELDS.items():
            line = LineInput(
                self._on_one_line(name), placeholder=hint, id=f"form-{name}", select_on_focus=False
            )
            yield Horizontal(Static(label), line)

    def _on_one_line(self, name: str) -> str:
        return " ".join(str(getattr(self._tag, name)).splitlines())

    def on_mount(self) -> None:
        """Tell the keys; where it is low, the fields matter more than the names of colours."""
        self.query_one(".form--more").display = self.app.size.height >= LOW
        self._say(_("Enter keeps · Tab next field · Esc leaves"))

    def _say(self, sentence: str) -> None:
        self.query_one("#form-hint", Static).update(plain(sentence))

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give what was written; what cannot be is told, and a second Enter is asked for before a merge."""
        written = {name: self.query_one(f"#form-{name}", Input).value.strip() for name in _FIELDS}
        try:
            path, colour = clean(written["path"]), colour_of(written["colour"])
            described = clean_description(written["description"])
        except ReaderError as error:
            self._say(error.message)
            return
        if path != self._tag.path and path in self._known and self._told != path:
            self._told = path
            self._say(_("“{path}” is there already: Enter makes the two one.").format(path=path))
            return
        if described == self._on_one_line("description"):
            described = self._tag.description  # its lines stay
        self.dismiss(Code(path, colour, described))
