"""Say whether a quote is right, against which evidence, and where its authorisation stands."""

import re
from collections.abc import Iterable, Iterator, Sequence

from textual import events, on, work
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.i18n import _
from reader.library.check_edits import CheckResult
from reader.models import Authorisation, Evidence, Quote, Verification
from reader.texts.differences import WordChange
from reader.texts.differences import difference as compared
from reader.ui.dialogs.dialog import LowDialog
from reader.ui.keys import task
from reader.ui.session import plain
from reader.ui.widgets.line_input import LineInput
from reader.visible import visible

MOST = 200
"""Letters of the quote that are shown."""

_STATES = (
    ("v", Verification.CHECKED, _("checked")),
    ("d", Verification.DISPUTED, _("disputed")),
    ("u", Verification.UNVERIFIED, _("not checked")),
)
_AUTHORISATIONS = tuple(Authorisation)
_FATES = {
    WordChange.SAME: ("", "", "$foreground"),
    WordChange.GONE: ("[-", "-]", "strike $disputed"),
    WordChange.NEW: ("{+", "+}", "bold $checked"),
}
"""Signs around words that stayed, are gone, are new, and their style."""
_KINDS = (
    ("link", re.compile(r"https?://|www\.", re.IGNORECASE)),
    ("recording", re.compile(r"\d{1,2}:\d{2}")),
    ("page", re.compile(r"(?:S|p|pp|page|Seite)\.?\s*\d+", re.IGNORECASE)),
    ("file", re.compile(r"\S*[/\\]\S+|\S+\.\w{2,4}$")),
)


_HEARD = _("heard: with its time, it is checked against sound")
_UNHEARD = _("not played yet: ; plays it, and only then is it checked against sound")


class StateRow(Static, can_focus=True):
    """A row whose letters are keys, while no text is typed."""


class CheckDialog(LowDialog[CheckResult]):
    """Three lines: is it right, what it was checked against, what the person quoted has approved."""

    BINDINGS = [
        *task(
            _("Check (after c)"),
            Binding(
                "v",
                "state('checked')",
                _("Checked"),
                tooltip=_("It is right"),
                id="check.verified",
                show=False,
            ),
            Binding(
                "d",
                "state('disputed')",
                _("Disputed"),
                tooltip=_("It is disputed"),
                id="check.disputed",
                show=False,
            ),
            Binding(
                "u",
                "state('unverified')",
                _("Not checked"),
                tooltip=_("Nobody has looked yet"),
                id="check.open",
                show=False,
            ),
            Binding(
                "a",
                "authorise",
                _("Authorisation"),
                tooltip=_("Where it stands"),
                id="check.authorise",
                show=False,
            ),
            Binding(
                "ctrl+s",
                "keep",
                _("Keep"),
                tooltip=_("Keep all of it"),
                id="check.keep",
                priority=True,
                show=False,
            ),
            Binding(
                "enter", "keep", _("Keep"), tooltip=_("Keep all of it"), id="check.keep_enter", show=False
            ),
        )
    ]
    DEFAULT_CSS = """
    CheckDialog {
        .dialog-title { margin: 0; }
        .check-row { height: auto; padding: 0 1; }
        .check-words { color: $muted; max-height: 4; margin: 0 0 1 0; }
        .check-evidence { color: $muted; }
        #check-state, #check-wording { margin: 0 0 1 0; }
        StateRow:focus { background: $panel; }
        Input { border: none; height: 1; padding: 0 1; background: $panel; }
        Input:focus { border: none; background: $panel; }
        #check-remark { margin: 1 0; }
    }
    """
    heading = _("Is the quote right?")

    def __init__(
        self,
        quote: Quote,
        words: str,
        evidence: Sequence[Evidence] = (),
        stored_id: int = 0,
        *,
        is_heard: bool = False,
    ) -> None:
        """Ask about a quote with its `words`; the wording approved is read under `stored_id`.

        `is_heard` says whether all of it was played.
        """
        super().__init__()
        self._words = words
        self._verification = quote.verification
        self._authorisation = quote.authorisation
        self._evidence = evidence
        self._stored_id = stored_id
        self._kept_wording = ""
        self._time = str(quote.period or "")
        self._is_heard = is_heard

    def body(self) -> Iterator[Widget]:
        """The rows."""
        yield Static(plain(beginning(self._words)), classes="check-row check-words")
        yield StateRow(classes="check-row", id="check-state")
        for item in self._evidence[-3:]:
            yield Static(plain(_evidence_line(item)), classes="check-row check-evidence")
        yield LineInput(placeholder=_("evidence: a link, a file, a page, 00:12:31"), id="check-reference")
        if self._time:
            yield Static(
                _HEARD if self._is_heard else _UNHEARD, classes="check-row check-evidence", markup=False
            )
        yield LineInput(placeholder=_("remark"), id="check-remark")
        yield StateRow(classes="check-row", id="check-authorisation")
        yield LineInput(placeholder=_("the wording approved, where it differs"), id="check-wording")
        yield Static("", classes="check-row", id="check-difference")

    def on_mount(self) -> None:
        """Show the state; the approved wording is only asked for where there is an authorisation."""
        self._show_wording()
        self._show_rows()
        if self._stored_id > 0 and self._authorisation is not Authorisation.NONE:
            self._read_wording()

    @work(thread=True, exclusive=True, group="wording", exit_on_error=False)
    def _read_wording(self) -> None:
        with self.session.store() as store:
            steps = store.quotes.authorisations(self._stored_id)
        wording = next((step.approved for step in reversed(steps) if step.approved), "")
        self.app.call_from_thread(self._take_wording, wording)

    def _take_wording(self, wording: str) -> None:
        line = self.query_one("#check-wording", Input)
        self._kept_wording = wording
        line.value = line.value or wording

    def _show_wording(self) -> None:
        shown = self._authorisation is not Authorisation.NONE
        self.query_one("#check-wording").display = shown
        self.query_one("#check-difference").display = shown

    @on(events.DescendantFocus)
    def _show_rows(self) -> None:
        """What is set, and which keys there are: letters are keys only where no text is typed."""
        typing = isinstance(self.focused, Input)
        key = "$muted" if typing else "bold $primary"
        states = [(f"{letter} ", word, state is self._verification) for letter, state, word in _STATES]
        self.query_one("#check-state", Static).update(_row(states, key))
        steps = [("", state.label or _("none"), state is self._authorisation) for state in Authorisation]
        row = (
            Content.styled("a ", key)
            + Content.styled(_("authorisation:") + "  ", "$muted")
            + _row(steps, key)
        )
        self.query_one("#check-authorisation", Static).update(row)
        self.say_hint(
            _("Enter or ^s keeps · Tab goes on, to the authorisation too · Esc leaves")
            if typing
            else _("Enter or ^s keeps · Tab goes on · Esc leaves")
        )

    def action_state(self, state: str) -> None:
        """Set it, and ask for evidence."""
        self._verification = Verification(state)
        self._show_rows()
        self._offer_time()
        self.query_one("#check-reference", Input).focus()

    def _offer_time(self) -> None:
        """Offer the place in the recording as evidence, which is none before somebody says so here."""
        line = self.query_one("#check-reference", Input)
        if line.value in ("", self._time):
            line.value = "" if self._verification is Verification.UNVERIFIED else self._time

    def action_authorise(self) -> None:
        """Go on to the next state of the authorisation."""
        place = _AUTHORISATIONS.index(self._authorisation)
        self._authorisation = _AUTHORISATIONS[(place + 1) % len(_AUTHORISATIONS)]
        self._show_wording()
        self._show_rows()
        self.query_one("#check-authorisation").focus()
        wording = self.query_one("#check-wording", Input)
        if self._authorisation is Authorisation.CHANGED:
            wording.value = wording.value or " ".join(self._words.split())
        elif wording.value == " ".join(self._words.split()):
            wording.value = ""

    @on(Input.Changed, "#check-wording")
    def _show_difference(self, event: Input.Changed) -> None:
        wording, spoken = event.value.strip(), " ".join(self._words.split())
        marked = self.app.no_color or self.session_app.ascii
        shown = difference(spoken, wording, marked=marked) if wording not in ("", spoken) else Content("")
        self.query_one("#check-difference", Static).update(shown)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        """Give what is set."""
        reference = self.query_one("#check-reference", Input).value.strip()
        remark = self.query_one("#check-remark", Input).value.strip()
        evidence = None
        if reference or remark:
            evidence = Evidence(self._verification, 0, kind_of(reference), reference, remark)
        self.dismiss(CheckResult(self._verification, evidence, self._authorisation, self._new_wording()))

    def _new_wording(self) -> str:
        wording = self.query_one("#check-wording", Input).value.strip()
        known = ("", " ".join(self._words.split()), self._kept_wording)
        return "" if wording in known or self._authorisation is Authorisation.NONE else wording


def _row(entries: Iterable[tuple[str, str, bool]], key: str) -> Content:
    """Words with the letters that choose them, the one chosen marked."""
    row = Content("")
    for letter, word, held in entries:
        chosen = (
            Content.styled(f" {word} ", "bold reverse") if held else Content.styled(f" {word} ", "$muted")
        )
        row += Content.styled(letter, key) + chosen + Content("  " if letter else " ")
    return row


def beginning(words: str) -> str:
    """The first words of a quote on one line, an ellipsis where it goes on."""
    line = " ".join(words.split())
    return line if len(line) <= MOST else line[:MOST].rpartition(" ")[0] + " …"


def kind_of(reference: str) -> str:
    """What a reference is: link, recording, page, file; "witness" for any other words."""
    if not reference:
        return ""
    return next((kind for kind, pattern in _KINDS if pattern.match(reference)), "witness")


def difference(spoken: str, approved: str, *, marked: bool = False) -> Content:
    """The approved wording: what was left out struck through, what is new bold.

    `marked` where neither colours nor struck words can be relied on.
    """
    parts = []
    for change, text in compared(spoken, approved):
        opening, closing, style = _FATES[change]
        words = visible(text.strip())
        parts.append(Content(f"{opening}{words}{closing}") if marked else Content.styled(words, style))
    return Content(" ").join(parts)


def _evidence_line(item: Evidence) -> str:
    words = " ".join(part for part in (item.kind, item.reference, item.remark) if part)
    return visible(f"{item.verification.label}: {words} ({item.who}, {item.at[:10]})")
