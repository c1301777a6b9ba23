"""Say whether a quote is right, against which evidence, and where its authorisation stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from reader import amounts
from reader.amounts import at_the_start
from reader.i18n import _
from reader.library.check_edits import CheckResult
from reader.library.page import pages_of
from reader.models import Authorisation, Evidence, Quote, Verification
from reader.transcripts import is_covered
from reader.ui.dialogs.check_words import beginning, choices, difference, evidence_line, kind_of
from reader.ui.dialogs.dialog import LowDialog
from reader.ui.keys import task
from reader.ui.session import plain
from reader.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from reader.store import Store

_LETTERS = (
    ("v", "checked", _("Checked"), _("It is right"), "check.verified"),
    ("d", "disputed", _("Disputed"), _("It is disputed"), "check.disputed"),
    ("u", "unverified", _("Not checked"), _("Nobody has looked yet"), "check.open"),
)
"""On the rows of choices alone."""
_DECISIONS = tuple(Verification(state) for _letter, state, *_rest in _LETTERS)
_AUTHORISATIONS = tuple(Authorisation)
_TYPING = _("Enter keeps · ↑ ↓ decide · Tab goes on · Esc leaves")
_CHOOSING = _("Enter keeps · arrows or letters choose · Tab goes on · Esc leaves")
_ASKED = _("Enter: it is right · arrows or letters choose another · Esc leaves")
_HEARD = _("heard: with its time, it is checked against sound")
_UNHEARD = _("not played yet: ; plays it, and only then is it checked against sound")


class StateRow(Static, can_focus=True):
    """A row of choices whose letters are keys; in the lines beside it letters are text."""


class CheckDialog(LowDialog[CheckResult]):
    """Three lines: is it right, what it was checked against, what the person quoted has approved."""

    BINDINGS = [
        *task(
            _("Check (after c)"),
            Binding(
                "down,right",
                "step(1)",
                _("Next choice"),
                tooltip=_("Checked, disputed, not checked; or the next state of the authorisation"),
                id="check.next",
                show=False,
            ),
            Binding(
                "up,left",
                "step(-1)",
                _("Choice before"),
                tooltip=_("The one before"),
                id="check.before",
                show=False,
            ),
            *(
                Binding(letter, f"state('{state}')", label, tooltip=told, id=binding_id, show=False)
                for letter, state, label, told, binding_id in _LETTERS
            ),
            Binding(
                "a",
                "authorise(1)",
                _("Authorisation"),
                tooltip=_("Where it stands"),
                id="check.authorise",
                show=False,
            ),
            Binding(
                "ctrl+s",
                "keep",
                _("Keep"),
                tooltip=_("Keep all of it; asked first where nothing is decided"),
                id="check.keep",
                priority=True,
                show=False,
            ),
            Binding(
                "enter",
                "keep",
                _("Keep"),
                tooltip=_("Keep all of it; asked first where nothing is decided"),
                id="check.keep_enter",
                show=False,
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
    AUTO_FOCUS = "#check-reference"
    heading = _("Is the quote right?")

    def __init__(
        self,
        quote: Quote,
        words: str,
        evidence: Sequence[Evidence] = (),
        stored_id: int = 0,
        *,
        is_heard: bool = False,
        is_many: bool = False,
    ) -> None:
        """Ask about a quote with its `words`; the wording approved is read under `stored_id`.

        `is_heard` says whether all of it was played. Where it stands for many, `words` say how many, and
        what is of each alone is not asked: the time of its words and where its authorisation stands.
        """
        super().__init__()
        self._words = words
        self._verification = quote.verification
        self._is_decided = quote.verification is not Verification.UNVERIFIED
        self._is_asked = False
        self._authorisation = self._authorised_before = quote.authorisation
        self._evidence = evidence
        self._stored_id = stored_id
        self._kept_wording = ""
        self._is_many = is_many
        self._time = "" if is_many else str(quote.period or "")
        self._is_heard = is_heard

    def body(self) -> Iterator[Widget]:
        """The rows."""
        yield Static(plain(beginning(self._words)), classes="check-row check-words")
        yield StateRow(classes="check-row", id="check-state")
        for item in self._evidence[-3:]:
            yield Static(plain(evidence_line(item)), classes="check-row check-evidence")
        yield LineInput(placeholder=_("evidence: a link, a file, a page, 00:12:31"), id="check-reference")
        if self._time:
            yield Static(
                _HEARD if self._is_heard else _UNHEARD, classes="check-row check-evidence", markup=False
            )
        yield LineInput(placeholder=_("remark"), id="check-remark")
        yield StateRow(classes="check-row", id="check-authorisation")
        yield LineInput(placeholder=_("the wording approved, where it differs"), id="check-wording")
        yield Static("", classes="check-row", id="check-difference")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The authorisation of each of many is its own."""
        return action != "authorise" or not self._is_many

    def on_mount(self) -> None:
        """Show the state; the approved wording is only asked for where there is an authorisation."""
        self.query_one("#check-authorisation").display = not self._is_many
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
        shown = self._authorisation is not Authorisation.NONE and not self._is_many
        self.query_one("#check-wording").display = shown
        self.query_one("#check-difference").display = shown

    @on(events.DescendantFocus)
    def _show_rows(self) -> None:
        """What is set, and which keys there are: letters are keys only where no text is typed."""
        typing = isinstance(self.focused, Input)
        key = "$muted" if typing else "bold $primary"
        states = [
            ("" if typing else f"{letter} ", Verification(state).label, state == self._verification)
            for letter, state, *_told in _LETTERS
        ]
        self.query_one("#check-state", Static).update(choices(states, key))
        steps = [("", state.label or _("none"), state is self._authorisation) for state in Authorisation]
        row = (
            Content.styled("" if typing else "a ", key)
            + Content.styled(_("authorisation:") + "  ", "$muted")
            + choices(steps, key)
        )
        self.query_one("#check-authorisation", Static).update(row)
        self.say_hint(_TYPING if typing else _ASKED if self._is_asked else _CHOOSING)

    def action_step(self, step: int) -> None:
        """On to the next choice: of the authorisation where one is at it, else of the decision."""
        if self.focused is not None and self.focused.id in ("check-authorisation", "check-wording"):
            self.action_authorise(step)
            return
        place = _DECISIONS.index(self._verification)
        self.action_state(_DECISIONS[(place + step) % len(_DECISIONS)])

    def action_state(self, state: str) -> None:
        """Decide, and offer the time as evidence."""
        self._verification = Verification(state)
        self._is_decided, self._is_asked = True, False
        self._show_rows()
        self._offer_time()

    def _offer_time(self) -> None:
        """Offer the place in the recording as evidence, which is none before somebody says so here."""
        line = self.query_one("#check-reference", Input)
        if line.value in ("", self._time):
            line.value = "" if self._verification is Verification.UNVERIFIED else self._time
            line.select_all()  # whatever is typed takes its place

    def action_authorise(self, step: int) -> None:
        """Go on to the next state of the authorisation, or to the one before."""
        place = _AUTHORISATIONS.index(self._authorisation)
        self._authorisation = _AUTHORISATIONS[(place + step) % len(_AUTHORISATIONS)]
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
        """Give what is set; ask first whether the quote is right where evidence leaves that open."""
        reference = self.query_one("#check-reference", Input).value.strip()
        remark = self.query_one("#check-remark", Input).value.strip()
        wording = self._new_wording()
        is_of_authorisation = self._authorisation is not self._authorised_before or wording
        if not self._is_decided and (reference or remark or not is_of_authorisation):
            self._ask_decision()
            return
        evidence = None
        if reference or remark:
            evidence = Evidence(self._verification, 0, kind_of(reference), reference, remark)
        authorisation = None if self._is_many else self._authorisation
        self.dismiss(CheckResult(self._verification, evidence, authorisation, wording))

    def _ask_decision(self) -> None:
        """Lead to the decision, which nobody makes by typing evidence: "checked" is proposed."""
        self.query_one("#check-state").focus()
        self.action_state(Verification.CHECKED)
        self._is_asked = True
        self._show_rows()

    def _new_wording(self) -> str:
        wording = self.query_one("#check-wording", Input).value.strip()
        known = ("", " ".join(self._words.split()), self._kept_wording)
        return "" if wording in known or self._authorisation is Authorisation.NONE else wording


def dialog_on(quote_ids: Sequence[int], store: "Store") -> CheckDialog:
    """The question about quotes of a library: of one with its words and evidence, of many how many."""
    pages = pages_of(store, quote_ids)
    quotes = [quote for page in pages for quote in page.quotes]
    one = quotes[0]
    if len(quotes) > 1:
        same = len({quote.verification for quote in quotes}) == 1
        common = one if same else replace(one, verification=Verification.UNVERIFIED)
        bare = replace(common, authorisation=Authorisation.NONE)
        return CheckDialog(bare, at_the_start(amounts.quotes(len(quotes))), is_many=True)
    is_heard = is_covered(one.period, pages[0].played)
    evidence = store.quotes.evidence(one.id)
    return CheckDialog(one, pages[0].words(one.spans), evidence, one.id, is_heard=is_heard)
