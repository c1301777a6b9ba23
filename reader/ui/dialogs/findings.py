"""What lint says: findings in groups, each with its place and, where a key puts it right, that key."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from reader.i18n import _
from reader.ui.dialogs.dialog import LowDialog
from reader.ui.widgets.lists.choices import Choice, ChoiceList

FOLDED = 4
"""Findings that say the same are folded into one line from this number on, so that they bury no others."""


class Line(NamedTuple):
    """One finding as it is shown."""

    message: str
    words: str
    fix: str
    """What `f` does about it, "" where there is no such thing."""


class Answer(NamedTuple):
    """What was chosen: a finding to go to, to put right, or to look by the stricter rules too."""

    finding: int = 0
    row: int = 0
    """Where the cursor stood in the list."""
    fix: bool = False
    strict: bool = False


class FindingList(LowDialog[Answer]):
    """Findings; those that say the same stand together, many of them behind one line."""

    BINDINGS = [
        *(Binding(digit, f"go({digit})", _("Go there"), show=False) for digit in "123456789"),
        Binding("enter", "go", _("Go there"), show=False),
        Binding("f", "fix", _("Put right"), show=False),
        Binding("plus", "strict", _("Stricter"), show=False),
        Binding("space", "fold", _("Unfold"), show=False),
        Binding("down,j", "step(1)", _("Down"), show=False),
        Binding("up,k", "step(-1)", _("Up"), show=False),
        Binding("q,L", "cancel", _("Close"), show=False),
    ]

    def __init__(self, heading: str, lines: Sequence[Line], at: int = 0, *, is_strict: bool = False) -> None:
        super().__init__()
        self.heading = heading
        self._lines = lines
        self._at = at
        self._is_strict = is_strict
        self._open: set[str] = set()
        self._groups: dict[str, list[int]] = {}
        for index, line in enumerate(lines):
            self._groups.setdefault(line.message, []).append(index)

    def body(self) -> Iterator[Widget]:
        """The list."""
        yield ChoiceList(wraps=True)

    @property
    def choices(self) -> ChoiceList:
        """The list."""
        return self.query_one(ChoiceList)

    def on_mount(self) -> None:
        """Show them."""
        self._fill()
        self.choices.cursor = min(self._at, max(0, len(self.choices.choices) - 1))
        self.watch(self.choices, "cursor", self._say_what_keys_do)

    def _fill(self) -> None:
        rows: list[Choice] = []
        for message, group in self._groups.items():
            if len(group) >= FOLDED:
                rows.append(
                    Choice(
                        _("{count} times: {message}").format(count=len(group), message=message), value=message
                    )
                )
                if message in self._open:
                    rows += [Choice(f"  {self._lines[one].words}", value=one) for one in group]
            else:
                rows += [Choice(message, self._lines[one].words, value=one) for one in group]
        self.choices.choices = [
            row._replace(number=str(number) if number < 10 else "") for number, row in enumerate(rows, 1)
        ]
        self._say_what_keys_do()

    def _say_what_keys_do(self) -> None:
        finding, is_head = self._chosen()
        fix = self._lines[finding].fix if self._lines else ""
        keys = {
            _("Enter goes there"): bool(self._lines),
            _("space shows all"): is_head,
            f"f {fix}": bool(fix),
            _("+ stricter rules"): not self._is_strict,
            _("Esc leaves"): True,
        }
        said = " · ".join(key for key, works in keys.items() if works)
        self.say_hint(said)

    def _chosen(self) -> tuple[int, bool]:
        """The finding under the cursor, or the first of its group; and whether it stands for a group."""
        choice = self.choices.chosen
        if choice is None:
            return 0, False
        if isinstance(choice.value, str):
            return self._groups[choice.value][0], True
        return int(str(choice.value)), False

    @on(ChoiceList.Picked)
    def _clicked(self, event: ChoiceList.Picked) -> None:
        self.action_go(event.index + 1)

    def action_go(self, number: int = 0) -> None:
        """Go to the finding of that line, or under the cursor; of a group, to its first."""
        if number > len(self.choices.choices) or not self._lines:
            return
        self.choices.cursor = number - 1 if number else self.choices.cursor
        self.dismiss(Answer(self._chosen()[0], self.choices.cursor))

    def action_fold(self) -> None:
        """Show the places of a group, or fold them again."""
        finding, is_head = self._chosen()
        if is_head:
            self._open ^= {self._lines[finding].message}
            self._fill()

    def action_fix(self) -> None:
        """Put the finding right; of a group, its first."""
        finding, _is_head = self._chosen()
        if self._lines and self._lines[finding].fix:
            self.dismiss(Answer(finding, self.choices.cursor, fix=True))

    def action_strict(self) -> None:
        """Look by the stricter rules too."""
        if not self._is_strict:
            self.dismiss(Answer(strict=True))

    def action_step(self, step: int) -> None:
        """Move in the list."""
        self.choices.move(step)
