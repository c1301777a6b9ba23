"""The figures of a balance, written to a file as they may go out."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from reader.i18n import _, number
from reader.ui.screens.balance_bars import Asked, file_stem
from reader.ui.screens.balance_profile import ProfiledScreen
from reader.ui.session import plain

if TYPE_CHECKING:
    from reader.store.counting import Scope


class BalanceFiles(ProfiledScreen):
    """A screen whose figures can be written."""

    asked: Asked
    """What is counted."""

    def scope(self) -> "Scope":
        """Which quotes are counted."""
        raise NotImplementedError

    @work(group="ask", exit_on_error=False)
    async def action_export(self) -> None:
        """Ask for a file, and write the figures as they may go out."""
        from reader.ui.dialogs.files import ask_file  # a dialog is loaded when it is first asked for

        proposed = str(Path.cwd() / f"{file_stem(self.asked.by)}.svg")
        hint = _(
            "A file: .svg is a drawing, .csv a table. Who is covered is not named.\nEnter writes · Esc leaves"
        )
        if target := await ask_file(self, _("Write the figures to"), hint, proposed):
            self._write(target, self.asked)

    @work(thread=True, group="export", exit_on_error=False)
    def _write(self, target: Path, asked: Asked) -> None:
        from reader.library.drawn_counts import write_balance  # all formats

        with self.session.store() as store:
            withheld = write_balance(
                store, asked.by, self.scope(), target, measure=asked.measure, split=asked.split
            )
        told = _("Written: {path}").format(path=target)
        if withheld:
            told += " " + _("{count} not for publication: left out.").format(count=number(withheld))
        self.app.call_from_thread(partial(self.notify, plain(told).plain, timeout=6, markup=False))
