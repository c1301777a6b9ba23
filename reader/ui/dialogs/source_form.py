"""The form of one source, and the lists to pick doubles and aliases from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from reader.amounts import at_the_start
from reader.errors import ReaderError, UsageError
from reader.i18n import _
from reader.library.source_facts import checked_field, checked_id
from reader.models import Source, SourceKind, TermsOfUse
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.dialogs.form import Form
from reader.ui.keys import task
from reader.ui.session import plain
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.lists.choices import Choice, PickInput
from reader.visible import visible

FIELDS = {
    "name": (_("Name"), _("as it should stand in exports")),
    "aliases": (_("Also called"), _("other names and spellings, divided by ;")),
    "role": (_("Role"), _("such as Kanzlerin")),
    "affiliation": (_("Affiliation"), _("such as CDU")),
    "kind": (_("Kind"), _("person, organisation, document, anonymous")),
    "use": (_("May be used"), _("on record, background, deep background, off the record")),
    "description": (_("Described as"), _("what stands for the name on background")),
    "identity_protected": (_("Protected"), _("yes: the name is left out of all that goes out")),
    "remarks": (_("Remarks"), _("for yourself")),
    "external_id": (_("Elsewhere"), _("wikidata:Q567, orcid:…, or the address of such a page")),
}
"""Fields of the form with label and hint."""
CONTACTS = (_("Contacts"), _("how to reach them; goes out in nothing but a backup"))
_AROUND = 8
"""Lines of the form beside its fields."""
_NO_FIELDS: Mapping[str, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class SourceEntered:
    """What was written of a source."""

    source: Source
    fields: Mapping[str, str]
    """Fields of one's own, which leave as sums alone."""
    contacts: str


class SourceForm(Form[SourceEntered]):
    """Edits a source; gives it, with what is kept of it for oneself."""

    BINDINGS = task(
        _("Dialog"),
        Binding("ctrl+s,enter", "keep", _("Keep"), tooltip=_("Store it"), id="source_form.keep"),
        Binding(
            "down", "app.focus_next", _("Next field"), tooltip=_("Tab too"), id="source_form.next", show=False
        ),
        Binding(
            "up",
            "app.focus_previous",
            _("Field before"),
            tooltip=_("Shift Tab too"),
            id="source_form.previous",
            show=False,
        ),
    )

    def __init__(
        self,
        source: Source,
        allowed: Mapping[str, tuple[str, ...]] = _NO_FIELDS,
        kept: Mapping[str, str] = MappingProxyType({}),
        contacts: str = "",
    ) -> None:
        """`allowed` are the fields of one's own, `kept` what they hold, `contacts` how to reach it."""
        super().__init__()
        self._source = source
        self._allowed = allowed
        self._kept, self._contacts = kept, contacts

    def compose(self) -> ComposeResult:
        """A line for each field."""
        with VerticalScroll(id="form", classes="form", can_focus=False):
            yield Static(
                (_("Source") if self._source.id else _("New source")) + "\n",
                id="form-title",
                classes="form--title",
            )
            for name, (label, hint) in FIELDS.items():
                with Horizontal():
                    yield Static(label)
                    yield LineInput(
                        self._written(name), placeholder=hint, id=f"form-{name}", select_on_focus=False
                    )
            for place, (name, values) in enumerate(self._allowed.items()):
                with Horizontal():
                    yield Static(plain(at_the_start(name)))
                    hint = (
                        _("{values}, or nothing; counted, never shown per person")
                        if values
                        else _("anything")
                    )
                    hint = hint.format(values=", ".join(values))
                    yield LineInput(
                        visible(self._kept.get(name, "")),
                        placeholder=visible(hint),
                        id=f"form-own-{place}",
                        select_on_focus=False,
                    )
            with Horizontal():
                yield Static(CONTACTS[0])
                yield LineInput(
                    visible("; ".join(self._contacts.splitlines())),
                    placeholder=CONTACTS[1],
                    id="form-contacts",
                    select_on_focus=False,
                )
            yield Static(_("Enter keeps · Tab next field · Esc leaves"), id="form-hint", classes="form--hint")

    def on_resize(self) -> None:
        """Leave an empty line between fields where there is room for it."""
        gap = int(self.app.size.height >= 2 * len(self.query(Horizontal)) + _AROUND)
        for place, row in enumerate(self.query(Horizontal)):
            row.styles.margin = (gap if place else 0, 0, 0, 0)

    def _written(self, name: str) -> str:
        value = getattr(self._source, name)
        if isinstance(value, bool):
            return _("yes") if value else ""
        if isinstance(value, SourceKind | TermsOfUse):
            return value.label
        return "; ".join(value) if isinstance(value, tuple) else str(value)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the source as written; a source needs a name."""
        written = {name: self.query_one(f"#form-{name}", Input).value.strip() for name in FIELDS}
        try:
            values = _values(written)
            own = {
                name: checked_field(name, self._value(f"own-{place}"), self._allowed)
                for place, name in enumerate(self._allowed)
            }
        except ReaderError as error:
            self.query_one("#form-hint", Static).update(plain(error.message))
            return
        source = replace(self._source, **values)  # type: ignore[arg-type]  # each of its type
        self.dismiss(SourceEntered(source, own, self._value("contacts")))

    def _value(self, name: str) -> str:
        return self.query_one(f"#form-{name}", Input).value.strip()


class SamePicker(PickDialog[tuple[Source, Source]]):
    """Gives the pair that is to become one: the first is kept."""

    heading = _("Probably the same")
    placeholder = _("the number of a pair, or letters of a name")
    hint = _("1–9 or Enter merges a pair (u takes it back) · Esc leaves")

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
                _("{count} + {other} quotes").format(count=other.quotes, other=kept.quotes),
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

    placeholder = _("the number of a name")
    hint = _("1–9 or Enter splits a name off · Esc leaves")

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.heading = _("Which name is not {name}?").format(name=source.name)
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


def _values(written: dict[str, str]) -> dict[str, object]:
    """What a source holds, by what was written in the fields; raises UsageError with what is wrong."""
    kind, use = _kind(written["kind"]), _use(written["use"])
    protected = _YES_OR_NO.get(written["identity_protected"].casefold())
    if not written["name"]:
        raise UsageError(_("A source needs a name."))
    if kind is None:
        raise UsageError(_("Kind: person, organisation, document or anonymous; or nothing."))
    if use is None:
        raise UsageError(_("May be used: on record, background, deep background or off the record."))
    if protected is None:
        raise UsageError(_("Protected: yes, or nothing."))
    aliases = tuple(alias.strip() for alias in written["aliases"].split(";") if alias.strip())
    read = {"aliases": aliases, "kind": kind, "use": use, "identity_protected": protected}
    return written | read | {"external_id": checked_id(written["external_id"])}


def _use(written: str) -> TermsOfUse | None:
    """The use that begins as is written, "on record" for nothing; None where that is none, or several."""
    fitting = [use for use in TermsOfUse if use and _begins(use, use.label, written)]
    return fitting[0] if fitting and (len(fitting) == 1 or not written) else None


def _kind(written: str) -> SourceKind | None:
    """The kind that begins as is written, none for nothing; None where that begins no kind."""
    if not written:
        return SourceKind.UNKNOWN
    return next((kind for kind in SourceKind if kind and _begins(kind, kind.label, written)), None)


def _begins(value: str, label: str, written: str) -> bool:
    """Whether a term begins as is written, by its English word or by what it is called on the screen."""
    said = written.casefold()
    return value.startswith(said) or label.casefold().startswith(said)


def _larger_first(one: Source, other: Source) -> tuple[Source, Source]:
    """The one more often quoted first; else the fuller name."""
    first, second = sorted((one, other), key=lambda source: (-source.quotes, -len(source.name)))
    return first, second


def _digit(place: int) -> str:
    return str(place) if place < 10 else ""
