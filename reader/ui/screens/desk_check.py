"""Say whether a quote is right, against which evidence, and where its authorisation stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.models import Authorisation, Evidence, Quote, Verification
from reader.ui.keys import task
from reader.ui.screens.desk_dialog import DeskDialog
from reader.visible import visible

_STATES = (
    ("v", Verification.CHECKED, "verified"),
    ("d", Verification.DISPUTED, "disputed"),
    ("u", Verification.UNVERIFIED, "not checked"),
)
_AUTHORISATIONS = tuple(Authorisation)
_KINDS = (
    ("link", re.compile(r"https?://|www\.", re.IGNORECASE)),
    ("recording", re.compile(r"\d{1,2}:\d{2}")),
    ("page", re.compile(r"(?:S|p|pp|page|Seite)\.?\s*\d+", re.IGNORECASE)),
    ("file", re.compile(r"\S*[/\\]\S+|\S+\.\w{2,4}$")),
)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What the dialog was left with."""

    verification: Verification
    evidence: Evidence | None
    """None where no evidence was given."""
    authorisation: Authorisation
    wording: str
    """The wording approved, "" where it is as spoken."""


class StateRow(Static, can_focus=True):
    """Holds the focus until evidence is asked for, so that letters are keys and no text."""


class CheckDialog(DeskDialog[CheckResult]):
    """Three lines: is it right, what it was checked against, what the person quoted has approved."""

    BINDINGS = [
        *task(
            "Check (after c)",
            Binding(
                "v", "state('checked')", "Verified", tooltip="It is right", id="check.verified", show=False
            ),
            Binding(
                "d",
                "state('disputed')",
                "Disputed",
                tooltip="It is disputed",
                id="check.disputed",
                show=False,
            ),
            Binding(
                "u", "state('unverified')", "Not checked", tooltip="Nobody knows", id="check.open", show=False
            ),
            Binding(
                "a", "authorise", "Authorisation", tooltip="Where it stands", id="check.authorise", show=False
            ),
            Binding(
                "ctrl+s", "keep", "Keep", tooltip="Keep all of it", id="check.keep", priority=True, show=False
            ),
            Binding("enter", "keep", "Keep", tooltip="Keep all of it", id="check.keep_enter", show=False),
        )
    ]
    DEFAULT_CSS = """
    CheckDialog {
        .check-row { height: auto; padding: 0 1; }
        Input { border: none; height: 1; padding: 0 1; margin: 0 0 1 0; background: $panel; }
        Input:focus { border: none; background: $panel; }
    }
    """
    hint = "^s or Enter keeps · Tab goes on · Esc leaves"

    def __init__(self, quote: Quote, words: str, evidence: Sequence[Evidence] = ()) -> None:
        super().__init__()
        self._words = words
        self._verification = quote.verification
        self._authorisation = quote.authorisation
        self._evidence = evidence
        self.heading = f"Is it right?  „{words.strip('„“”»«')[:140]}“"

    def body(self) -> Iterator[Widget]:
        """The rows."""
        yield StateRow(self._state_row(), classes="check-row", id="check-state")
        yield Static("", classes="check-row")
        for item in self._evidence[-3:]:
            yield Static(Content.styled(_told(item), "$muted"), classes="check-row")
        yield Input(placeholder="evidence: a link, a file, a page, 00:12:31", id="check-reference")
        yield Input(placeholder="remark", id="check-remark")
        yield Static(self._authorisation_row(), classes="check-row", id="check-authorisation")
        yield Input(placeholder="the wording approved, where it differs", id="check-wording")
        yield Static("", classes="check-row", id="check-difference")

    def on_mount(self) -> None:
        """The approved wording is only asked for where there is an authorisation."""
        self._show_wording()

    def _show_wording(self) -> None:
        shown = self._authorisation is not Authorisation.NONE
        self.query_one("#check-wording").display = shown
        self.query_one("#check-difference").display = shown

    def _state_row(self) -> Content:
        row = Content("")
        for key, state, word in _STATES:
            held = state is self._verification
            row += Content.styled(f"{key} ", "bold $primary")
            row += Content.styled(f"{word}", "bold reverse" if held else "$muted") + Content("    ")
        return row

    def _authorisation_row(self) -> Content:
        word = self._authorisation.value or "none asked for"
        row = Content.styled("a ", "bold $primary") + Content.styled("authorisation  ", "$muted")
        return row + Content.styled(word, "bold" if self._authorisation else "$muted")

    def action_state(self, state: str) -> None:
        """Set it, and ask for evidence."""
        self._verification = Verification(state)
        self.query_one("#check-state", Static).update(self._state_row())
        self.query_one("#check-reference", Input).focus()

    def action_authorise(self) -> None:
        """Go on to the next state of the authorisation."""
        place = _AUTHORISATIONS.index(self._authorisation)
        self._authorisation = _AUTHORISATIONS[(place + 1) % len(_AUTHORISATIONS)]
        self.query_one("#check-authorisation", Static).update(self._authorisation_row())
        self._show_wording()
        if self._authorisation is Authorisation.CHANGED:
            wording = self.query_one("#check-wording", Input)
            wording.value = wording.value or self._words
            wording.focus()

    @on(Input.Changed, "#check-wording")
    def _show_difference(self, event: Input.Changed) -> None:
        changed = event.value.strip() and event.value.strip() != self._words
        shown = difference(self._words, event.value) if changed else Content("")
        self.query_one("#check-difference", Static).update(shown)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        """Give what is set."""
        reference = self.query_one("#check-reference", Input).value.strip()
        remark = self.query_one("#check-remark", Input).value.strip()
        wording = self.query_one("#check-wording", Input).value.strip()
        evidence = None
        if reference or remark:
            evidence = Evidence(self._verification, 0, kind_of(reference), reference, remark)
        self.dismiss(CheckResult(self._verification, evidence, self._authorisation, wording))


def kind_of(reference: str) -> str:
    """What a reference is: link, recording, page, file; "witness" for any other words."""
    if not reference:
        return ""
    return next((kind for kind, pattern in _KINDS if pattern.match(reference)), "witness")


def difference(spoken: str, approved: str) -> Content:
    """The approved wording, with words left out struck through and new ones bold."""
    before, after = spoken.split(), approved.split()
    parts: list[Content] = []
    for tag, left, left_end, right, right_end in SequenceMatcher(a=before, b=after).get_opcodes():
        gone, new = " ".join(before[left:left_end]), " ".join(after[right:right_end])
        if tag == "equal":
            parts.append(Content(visible(new)))
            continue
        if gone:
            parts.append(Content.styled(visible(gone), "strike $disputed"))
        if new:
            parts.append(Content.styled(visible(new), "bold $checked"))
    return Content(" ").join(parts)


def _told(item: Evidence) -> str:
    words = " ".join(part for part in (item.kind, item.reference, item.remark) if part)
    return visible(f"{item.verification.value}: {words} ({item.who}, {item.at[:10]})")
