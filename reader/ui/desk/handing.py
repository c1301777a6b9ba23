"""Handing the quote, the article or the selection to a command of the configuration."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.worker import get_current_worker

from reader.config import HandedCommand
from reader.errors import ReaderError
from reader.i18n import _
from reader.ui.desk.desk import Desk
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.handing import Told
    from reader.library.running_programs import Running


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to go where."""

    command: HandedCommand
    quote_id: int
    held: tuple[int, int] | None
    """The selection."""


class Handing:
    """Hands words to other programs."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def pick(self) -> None:
        """Ask which command gets it."""
        from reader.library.running_programs import running  # with it
        from reader.ui.dialogs.command_picker import CommandPicker  # loaded when it is first asked for

        commands = self._desk.session.config.commands
        if commands:
            self._desk.open(CommandPicker(commands, running()), self._picked)
        else:
            self._desk.say('No command is configured: add print = {run = "lp"} under [commands].', warn=True)

    def _picked(self, command: "HandedCommand | Running | None") -> None:
        desk, held = self._desk, self._desk.text.selection
        if command is None:
            return
        if not isinstance(command, HandedCommand):
            desk.in_thread(command.stop, _("stop a command"))
            return
        if command.gives == "quote" and desk.quote is None:
            desk.say(
                _("{name} takes a quote: go to one first, ] or Tab.").format(name=command.name), warn=True
            )
        elif command.gives == "selection" and held is None:
            desk.say(_("{name} takes a selection: v begins one.").format(name=command.name), warn=True)
        else:
            quote_id = desk.quote.id if desk.quote and command.gives == "quote" else 0
            desk.in_thread(partial(self._look, _Wish(command, quote_id, held)), _("hand over"))

    def _look(self, wish: _Wish) -> None:
        """Ask first where what is handed over would show who is covered."""
        from reader.library.handing import questions_of  # all formats

        desk = self._desk
        wish = replace(wish, quote_id=desk.saving.stored_id(wish.quote_id) if wish.quote_id else 0)
        with desk.session.store() as store:
            questions = questions_of(store, desk.article_id, wish.quote_id)
        if questions:
            desk.call(self._ask, wish, questions)
        else:
            self._hand(wish)

    def _ask(self, wish: _Wish, questions: tuple[str, ...]) -> None:
        from reader.formats.telling import put  # all formats
        from reader.ui.dialogs.ask import Confirm  # a dialog is loaded when it is first asked for

        def answered(agreed: bool | None) -> None:
            if agreed:
                self._desk.in_thread(partial(self._hand, wish), _("hand over"))

        self._desk.open(Confirm(put(questions, _("Hand it over all the same?"))), answered)

    def _hand(self, wish: _Wish) -> None:
        from reader.library.handing import run, to_hand  # all formats

        worker, desk, command = get_current_worker(), self._desk, wish.command
        try:
            with desk.session.store() as store:
                style = desk.session.config.citation
                handed = to_hand(store, desk.article_id, command.gives, wish.quote_id, wish.held, style)
            told = run(command, handed, lambda: not worker.is_cancelled, lambda: self._say_long(command))
        except ReaderError as error:
            self._desk.call(partial(self._desk.say, error.message, warn=True))
            return
        if not worker.is_cancelled:
            self._desk.call(self._tell, command, told)

    def _say_long(self, command: HandedCommand) -> None:
        self._desk.call(self._desk.say, _("{name} is at it; | and Enter stops it.").format(name=command.name))

    def _tell(self, command: HandedCommand, told: "Told") -> None:
        if told.was_stopped:
            self._desk.say(_("{name} was stopped.").format(name=command.name))
        elif told.words:
            lines = [Content(visible(line)) for line in told.words.split("\n")[:200]]
            self._desk.report(_("What {name} says").format(name=command.name), lines)
        elif told.is_running:
            self._desk.say(
                _("{name} still runs: it goes on by itself; | and Enter stops it.").format(name=command.name)
            )
        else:
            self._desk.say(_("Handed to {name}.").format(name=command.name))
