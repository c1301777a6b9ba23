"""Writing articles or quotes of a list to a file."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from reader import amounts
from reader.errors import ReaderError
from reader.i18n import _, number
from reader.ui.leaving import hand_over
from reader.ui.screens.list_screen import ListScreen

if TYPE_CHECKING:
    from reader.library.dossiers import Selection
    from reader.store import Store
    from reader.ui.dialogs.export import ExportWish

Selecting = Callable[["Store", bool], "Selection"]
"""Says what goes out, of all or of accepted quotes alone; called in a thread."""
NOTHING = _(
    "Nothing was written: rejected quotes stay here, and suggestions where only accepted ones go out."
)


class ListExporting(ListScreen, abstract=True):
    """Asks for format and file, and writes."""

    async def export(self, select: Selecting, stem: str) -> None:
        """Ask for format and file, and write what is selected; the file is called `stem` by itself."""
        from reader.library.exporting import available_formats  # not for the first paint
        from reader.ui.dialogs.export import ExportDialog  # not for the first paint
        from reader.ui.dialogs.questions import read  # not for the first paint

        wish = await self.app.push_screen_wait(ExportDialog(available_formats(), stem, Path.cwd()))
        if wish is None:
            return
        selection = await read(self, lambda store: select(store, wish.accepted))
        if not selection.articles:
            self.notify(NOTHING, severity="warning", markup=False)
        elif await self._agrees(selection):
            self._write(selection, wish)

    async def _agrees(self, selection: "Selection") -> bool:
        """Ask where the file would show who is covered."""
        from reader.formats.telling import put  # not for the first paint
        from reader.library.covering import Covering  # not for the first paint
        from reader.ui.dialogs.ask import Confirm  # not for the first paint
        from reader.ui.dialogs.questions import read  # not for the first paint

        questions = await read(self, lambda store: list(Covering(store).questions(selection)))
        if not questions:
            return True
        dialog: Confirm = Confirm(put(questions, _("Write it all the same?")))
        return await self.app.push_screen_wait(dialog) is True

    @work(group="ask", exit_on_error=False)
    async def _ask_to_replace(self, write_again: Callable[[], object], paths: tuple[Path, ...]) -> None:
        from reader.ui.dialogs.export import replacing  # not for the first paint

        if await self.app.push_screen_wait(replacing(paths)):
            write_again()

    @work(thread=True, group="export", exit_on_error=False)
    def _write(self, selection: "Selection", wish: "ExportWish", *, force: bool = False) -> None:
        from reader.library.covering import Covering  # not for the first paint
        from reader.library.exporting import in_the_way  # not for the first paint

        with self.session.store() as store:
            try:
                files = self._written(store, selection, wish, force=force)
            except ReaderError as error:
                if not (paths := in_the_way(error)):
                    raise
                write_again = partial(self._write, selection, wish, force=True)
                self.app.call_from_thread(self._ask_to_replace, write_again, paths)
                return
            left = Covering(store).count_withheld(selection)
        hand_over(self.app, files)
        told = _written_in_words(files, wish.target)
        if left:
            told += " " + _("{count} not for publication: left out.").format(count=number(left))
        self.app.call_from_thread(self.notify, told, timeout=6, markup=False)

    def _written(
        self, store: "Store", selection: "Selection", wish: "ExportWish", *, force: bool
    ) -> list[Path]:
        from reader.formats import Options  # not for the first paint
        from reader.library.exporting import export_selection, get_format  # not for the first paint
        from reader.library.whole_files import place_of  # not for the first paint

        options = Options(style=self.session.config.citation, labels=self.session.config.labels)
        if wish.memos:
            options = replace(options, memos=tuple(store.memos.all()))
        form, place = get_format(wish.format_name), place_of(wish.target)
        return export_selection(store, selection, form, place, options, force)


def _written_in_words(files: list[Path], target: str) -> str:
    if len(files) == 1:
        return _("Written: {path}").format(path=files[0])
    written = amounts.files(len(files), digits=True)
    return _("Written: {files} in {folder}").format(files=written, folder=target)
