"""The commands of the configuration to hand something to: their letter, a number or a name picks one."""

from collections.abc import Sequence

from textual import on
from textual.widgets import Input

from reader.config import HandedCommand
from reader.i18n import _
from reader.library.running_programs import Running
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.widgets.lists.choices import Choice, PickInput
from reader.visible import visible

_GIVEN = {
    "quote": _("quote to {program}"),
    "article": _("article to {program}"),
    "selection": _("selection to {program}"),
}
"""What a program is handed, by the word of the configuration."""


class CommandPicker(PickDialog[HandedCommand | Running]):
    """Gives a command, or a program that still runs and is to be stopped."""

    heading = _("Hand over to")
    placeholder = _("the letter or the number of a command, or its name")
    hint = _("A letter, 1–9 or Enter hands it over · Esc leaves")

    def __init__(self, commands: Sequence[HandedCommand], running: Sequence[Running] = ()) -> None:
        super().__init__()
        self._commands = commands
        self._programs = running

    def on_mount(self) -> None:
        """Show all commands."""
        self._offer()

    @on(Input.Changed)
    def _typed(self) -> None:
        named = next((one for one in self._commands if one.key and one.key == self.typed), None)
        if named is not None:
            self.dismiss(named)
        else:
            self._offer()

    def _offer(self) -> None:
        wanted = self.typed.casefold()
        fitting = [one for one in self._commands if wanted in one.name.casefold()]
        stops = [
            Choice(
                visible(_("Stop {name}").format(name=one.name)),
                _("runs for {seconds:.0f} s").format(seconds=one.seconds),
                value=one,
            )
            for one in self._programs
            if wanted in one.name.casefold()
        ]
        self.choices.choices = stops + [
            Choice(
                visible(f"{one.key}  {one.name}" if one.key else one.name),
                visible(_GIVEN[one.gives].format(program=" ".join(one.run))),
                str(place) if place < 10 else "",
                value=one,
            )
            for place, one in enumerate(fitting, 1)
        ]

    @on(PickInput.Submitted)
    def _pick_current(self) -> None:
        self.picked(self.choices.cursor)

    def picked(self, index: int) -> None:
        """Give that command."""
        command = self.choices.choices[index].value if self.choices.choices else None
        self.dismiss(command if isinstance(command, HandedCommand | Running) else None)
