"""What is asked around a ledger: which one, what a statement rests on, how an allegation was put to whom."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.errors import ReaderError
from reader.i18n import _, pgettext
from reader.ledgers import Ledger, Proof, Side, Statement
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.dialogs.form import Form
from reader.ui.keys import task
from reader.ui.session import plain
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.lists.choices import Choice, PickInput
from reader.visible import visible

Result = TypeVar("Result")
Fields = Mapping[str, tuple[str, str]]

ALLEGATION: Fields = {
    "against": (_("Against"), _("whom it is about")),
    "put_on": (pgettext("an allegation", "Put on"), _("when it was put to them: 1.12.2026")),
    "put_how": (_("How"), _("by mail, on the telephone")),
    "deadline": (_("Deadline"), _("until when they could answer")),
    "answer": (_("Answer"), _("what they said")),
    "answered": (_("Answered"), _("when")),
    "answer_stands": (_("Stands"), _("the words of the draft that say so, or ¶4")),
}
"""Fields of an allegation with label and hint."""
EVIDENCE: Fields = {
    "evidence": (_("Rests on"), _("call: Amt, 3.12.   mail: Roth   https://…   quote 17")),
    "side": (_("Speaks"), _("for or against it; nothing where nobody asks")),
    "remark": (_("Remark"), _("what to say about the statement")),
}
"""Fields of evidence with label and hint."""
_HINT = _("Enter keeps · Tab next field · Esc leaves")


class LedgerForm(Form[Result]):
    """Lines to fill in."""

    BINDINGS = task(
        _("Dialog"),
        Binding("ctrl+s,enter", "keep", _("Keep"), tooltip=_("Store it"), id="ledger_form.keep"),
        Binding(
            "down", "app.focus_next", _("Next field"), tooltip=_("Tab too"), id="ledger_form.next", show=False
        ),
        Binding(
            "up",
            "app.focus_previous",
            _("Field before"),
            tooltip=_("Shift Tab too"),
            id="ledger_form.previous",
            show=False,
        ),
    )

    def __init__(self, heading: str, fields: Fields, values: Mapping[str, str]) -> None:
        super().__init__()
        self._heading, self._fields, self._values = heading, fields, values

    def compose(self) -> ComposeResult:
        """A line for each field."""
        with Vertical(id="ledger-form", classes="form"):
            yield Static(plain(self._heading), id="ledger-heading", classes="form--title")
            for name, (label, hint) in self._fields.items():
                with Horizontal():
                    yield Static(label)
                    yield LineInput(
                        visible(self._values.get(name, "")),
                        placeholder=hint,
                        id=f"ledger-{name}",
                        select_on_focus=False,
                    )
            yield Static(_HINT, id="ledger-hint", classes="form--hint")

    def written(self) -> dict[str, str]:
        """What is written; a control sign that the form shows as a mark was not typed by anybody."""
        found = {name: self.query_one(f"#ledger-{name}", Input).value for name in self._fields}
        kept = self._values
        return {
            name: kept[name] if name in kept and value == visible(kept[name]) else value.strip()
            for name, value in found.items()
        }

    def say(self, sentence: str) -> None:
        """Say what is wrong, below the lines; it can be put right."""
        self.query_one("#ledger-hint", Static).update(plain(sentence))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        """Give what is written."""
        raise NotImplementedError


class AllegationForm(LedgerForm[Statement]):
    """Gives the statement as an allegation."""

    def __init__(self, statement: Statement) -> None:
        known = {name: str(getattr(statement.allegation, name)) for name in ALLEGATION}
        super().__init__(statement.words, ALLEGATION, known)
        self._statement = statement

    def action_keep(self) -> None:
        """Give it; what is no day is said."""
        from reader.library.ledgers.judging import alleged_as  # when it is first needed

        try:
            self.dismiss(alleged_as(self._statement, self.written()))
        except ReaderError as error:
            self.say(error.message)


class EvidenceForm(LedgerForm[tuple[str, Proof | None]]):
    """Gives the remark of a statement, and what it rests on too, where that is written."""

    def __init__(self, statement: Statement) -> None:
        super().__init__(statement.words, EVIDENCE, {"remark": statement.remark})
        self._statement = statement

    def action_keep(self) -> None:
        """Give it; what is no evidence is said."""
        written = self.written()
        said = written["side"].casefold()
        sides = (
            one for one in Side if one and said and any(word.startswith(said) for word in (one, one.label))
        )
        side = next(sides, Side.NONE)
        if written["side"] and side is Side.NONE:
            self.say(_("Speaks: for, against, or nothing."))
        elif written["evidence"]:
            self._look(written["evidence"], side, written["remark"])
        else:
            self.dismiss((written["remark"], None))

    @work(thread=True, exclusive=True, group="evidence", exit_on_error=False)
    def _look(self, words: str, side: Side, remark: str) -> None:
        """A quote or an article that is named must be there."""
        from reader.library.ledgers.proving import evidence, refuse_off_record  # when it is first needed

        try:
            with self.session.store() as store:
                proof = evidence(store, words)
                refuse_off_record(store, [self._statement], [proof])
        except ReaderError as error:
            self.app.call_from_thread(self.say, error.message)
            return
        self.app.call_from_thread(self.dismiss, (remark, replace(proof, side=side)))


class LedgerPicker(PickDialog[str]):
    """Gives the number of a ledger, or the file of a draft to begin one with."""

    heading = _("Which ledger?")
    placeholder = _("a number, letters of a name, or the file of a draft")
    hint = _("1–9 or Enter opens one · a file begins one or is its next draft · Esc leaves")

    def __init__(self, ledgers: Sequence[Ledger], first: str = "") -> None:
        """`first` is the draft that was read last, which is offered."""
        super().__init__()
        self._ledgers = ledgers
        self._first = first if first and not any(one.location.endswith(first) for one in ledgers) else ""

        if not ledgers:
            self.heading = _(
                "Begin a ledger: every quotation, figure and name of a draft, to be checked off one by one"
            )
            self.placeholder = _("the file of a draft: Word, LibreOffice, Markdown or text")
            self.hint = _("Enter reads the draft · next time J opens its ledger · Esc leaves")

    def on_mount(self) -> None:
        """Show them all."""
        self._offer()

    @on(Input.Changed)
    def _offer(self) -> None:
        typed = self.typed
        fitting = [one for one in self._ledgers if typed.casefold() in one.name.casefold()]
        rows = [
            Choice(visible(one.name), _about(one), str(at) if at < 10 else "", value=str(one.id))
            for at, one in enumerate(fitting, 1)
        ]
        if draft := typed or self._first:
            rows.append(Choice(_("Read the draft {draft}").format(draft=visible(draft)), value=draft))
        self.choices.choices = rows

    @on(PickInput.Submitted)
    def _pick_current(self) -> None:
        self.picked(self.choices.cursor)

    def picked(self, index: int) -> None:
        """Give that one."""
        chosen = self.choices.choices[index].value if self.choices.choices else None
        self.dismiss(str(chosen) if chosen else None)


def _about(one: Ledger) -> str:
    facts = [
        _("draft {draft}: {open} of {count} open").format(
            draft=one.draft, open=one.open, count=one.statements
        )
    ]
    if one.wrong:
        facts.append(_("{count} wrong").format(count=one.wrong))
    if one.published:
        facts.append(_("published {day}").format(day=one.published[:10]))
    return ", ".join(facts)
