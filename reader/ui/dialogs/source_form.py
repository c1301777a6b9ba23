"""The form of one source, and the lists to pick doubles and aliases from."""

from collections.abc import Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.models import Source, TermsOfUse
from reader.ui.dialogs.dialog import Dialog, PickDialog
from reader.ui.keys import task
from reader.ui.session import plain
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.lists.choices import Choice, PickInput

FIELDS = {
    "name": ("Name", "as it should stand in exports"),
    "aliases": ("Also called", "other names and spellings, divided by ;"),
    "role": ("Role", "such as Kanzlerin"),
    "affiliation": ("Affiliation", "such as CDU"),
    "use": ("May be used", "on record, background, deep background, off the record"),
    "description": ("Described as", "what stands for the name on background"),
    "identity_protected": ("Protected", "yes keeps the name out of all that leaves"),
    "remarks": ("Remarks", "for yourself"),
}
"""Fields of the form with label and hint."""


class SourceForm(Dialog[Source]):
    """Edits a source; gives it."""

    BINDINGS = task(
        "Dialog",
        Binding("ctrl+s,enter", "keep", "Keep", tooltip="Store it", id="source_form.keep"),
        Binding("down", "app.focus_next", "Next field", tooltip="Tab too", id="source_form.next", show=False),
        Binding(
            "up",
            "app.focus_previous",
            "Field before",
            tooltip="Shift Tab too",
            id="source_form.previous",
            show=False,
        ),
    )
    DEFAULT_CSS = """
    SourceForm {
        align: center middle;
        #form { width: 76; max-width: 96%; height: auto; padding: 1 2; background: $surface; }
        Horizontal { height: 1; margin-top: 1; }
        Horizontal Static { width: 14; color: $muted; }
        Input { height: 1; width: 1fr; border: none; padding: 0 1; background: $panel; }
        Input:focus { border: none; }
        #form-title { text-style: bold; }
        #form-hint { color: $muted; margin-top: 1; }
    }
    """

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source

    def compose(self) -> ComposeResult:
        """A line for each field."""
        with Vertical(id="form"):
            yield Static("Source" if self._source.id else "New source", id="form-title")
            for name, (label, hint) in FIELDS.items():
                with Horizontal():
                    yield Static(label)
                    yield LineInput(
                        self._written(name), placeholder=hint, id=f"form-{name}", select_on_focus=False
                    )
            yield Static("Enter  keep     Tab  next field     Esc  cancel", id="form-hint")

    def _written(self, name: str) -> str:
        value = getattr(self._source, name)
        if isinstance(value, bool):
            return "yes" if value else ""
        return "; ".join(value) if isinstance(value, tuple) else str(value)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the source as written; a source needs a name."""
        written = {name: self.query_one(f"#form-{name}", Input).value.strip() for name in FIELDS}
        use = _use(written.pop("use"))
        protected = _YES_OR_NO.get(written.pop("identity_protected").casefold())
        wrong = "" if written["name"] else "A source needs a name."
        if use is None:
            wrong = "May be used: on record, background, deep background or off the record."
        if protected is None:
            wrong = "Protected: yes, or nothing."
        if wrong or use is None or protected is None:
            self.query_one("#form-hint", Static).update(plain(wrong))
            return
        aliases = tuple(alias.strip() for alias in written.pop("aliases").split(";") if alias.strip())
        source = replace(self._source, aliases=aliases, use=use, identity_protected=protected)
        self.dismiss(replace(source, **written))  # type: ignore[arg-type]  # the rest is text


class SamePicker(PickDialog[tuple[Source, Source]]):
    """Gives the pair that is to become one: the first is kept."""

    heading = "Probably the same"
    placeholder = "the number of a pair, or letters of a name"
    hint = "1–9 or Enter merges a pair (u takes it back) · Esc leaves"

    def __init__(self, pairs: Sequence[tuple[Source, Source, float]]) -> None:
        super().__init__()
        self._pairs = [_larger_first(one, other) for one, other, _alike in pairs]

    def on_mount(self) -> None:
        """Show all pairs."""
        self._offer()

    @on(Input.Changed)
    def _offer(self) -> None:
        fitting = [
            pair
            for pair in self._pairs
            if self.typed.casefold() in f"{pair[0].name} {pair[1].name}".casefold()
        ]
        self.choices.choices = [
            Choice(
                f"{other.name}  →  {kept.name}",
                f"{other.quotes} + {kept.quotes} quotes",
                _digit(place),
                value=(kept, other),
            )
            for place, (kept, other) in enumerate(fitting, 1)
        ]

    @on(PickInput.Submitted)
    def _pick_current(self) -> None:
        self.picked(self.choices.cursor)

    def picked(self, index: int) -> None:
        """Take that pair."""
        pair = self.choices.choices[index].value if self.choices.choices else None
        self.dismiss(pair if isinstance(pair, tuple) else None)


class AliasPicker(PickDialog[str]):
    """Gives the alias that is to be a source of its own."""

    placeholder = "the number of a name"
    hint = "1–9 or Enter splits a name off · Esc leaves"

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.heading = f"Which name is not {source.name}?"
        self._aliases = source.aliases

    def on_mount(self) -> None:
        """Show all names."""
        self.choices.choices = [
            Choice(alias, "", _digit(place), value=alias) for place, alias in enumerate(self._aliases, 1)
        ]

    @on(PickInput.Submitted)
    def _pick_current(self) -> None:
        self.picked(self.choices.cursor)

    def picked(self, index: int) -> None:
        """Take that name."""
        self.dismiss(self._aliases[index])


_YES_OR_NO = {"": False, "no": False, "n": False, "nein": False, "yes": True, "y": True, "ja": True}
"""What may be written where a form asks whether."""


def _use(written: str) -> TermsOfUse | None:
    """The use that begins as is written, "on record" for nothing; None where that is none, or several."""
    fitting = [use for use in TermsOfUse if use and use.startswith(written.casefold())]
    return fitting[0] if fitting and (len(fitting) == 1 or not written) else None


def _larger_first(one: Source, other: Source) -> tuple[Source, Source]:
    """The one more often quoted first; else the fuller name."""
    first, second = sorted((one, other), key=lambda source: (-source.quotes, -len(source.name)))
    return first, second


def _digit(place: int) -> str:
    return str(place) if place < 10 else ""
