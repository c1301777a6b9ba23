"""Writing what is chosen in the library to a file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from reader.errors import ReaderError
from reader.i18n import _
from reader.ui.leaving import hand_over
from reader.ui.screens.importing import Importing

if TYPE_CHECKING:
    from reader.ui.dialogs.export import ExportWish


class LibraryExporting(Importing):
    """Asks for format and file, and writes."""

    @work(group="ask", exit_on_error=False)
    async def action_export(self) -> None:
        """Ask for format and file, and write what is chosen."""
        from reader.library.exporting import available_formats  # not for the first paint
        from reader.ui.dialogs.export import ExportDialog  # not for the first paint

        ids = self.rows.chosen_ids
        stem = "article" if len(ids) == 1 else f"{len(ids)}-articles"
        wish = await self.app.push_screen_wait(ExportDialog(available_formats(), stem, Path.cwd()))
        if wish is not None and await self._agrees(ids, wish):
            self._write(ids, wish)

    async def _agrees(self, ids: Sequence[int], wish: "ExportWish") -> bool:
        """Ask where the file would show who is covered."""
        from reader.formats.telling import put  # not for the first paint
        from reader.library.covering import Covering  # not for the first paint
        from reader.library.dossiers import Selection  # not for the first paint
        from reader.ui.dialogs.ask import Confirm  # not for the first paint
        from reader.ui.dialogs.questions import read  # not for the first paint

        selection = Selection(tuple(ids), accepted=wish.accepted)
        questions = await read(self, lambda store: list(Covering(store).questions(selection)))
        if not questions:
            return True
        dialog: Confirm = Confirm(put(questions, _("Write it all the same?")))
        return await self.app.push_screen_wait(dialog) is True

    @work(group="ask", exit_on_error=False)
    async def _ask_to_replace(self, ids: Sequence[int], wish: "ExportWish", paths: Sequence[Path]) -> None:
        from reader.ui.dialogs.export import replacing  # not for the first paint

        if await self.app.push_screen_wait(replacing(paths)):
            self._write(ids, wish, force=True)

    @work(thread=True, group="export", exit_on_error=False)
    def _write(self, ids: Sequence[int], wish: "ExportWish", *, force: bool = False) -> None:
        from reader.formats import Options  # not for the first paint
        from reader.library.covering import Covering  # not for the first paint
        from reader.library.dossiers import Selection  # not for the first paint
        from reader.library.exporting import export, in_the_way  # not for the first paint

        options = Options(style=self.session.config.citation, labels=self.session.config.labels)
        with self.session.store() as store:
            if wish.memos:
                options = replace(options, memos=tuple(store.memos.all()))
            try:
                files = export(
                    store, ids, wish.format_name, wish.target, options=options, accepted=wish.accepted,
                    force=force,
                )  # fmt: skip
            except ReaderError as error:
                if not (paths := in_the_way(error)):
                    raise
                self.app.call_from_thread(self._ask_to_replace, ids, wish, paths)
                return
            left = Covering(store).count_withheld(Selection(tuple(ids), accepted=wish.accepted))
        hand_over(self.app, files)
        off_record = _(" {left} not for publication: left out.").format(left=left) if left else ""
        written = (
            str(files[0])
            if len(files) == 1
            else _("{files} files in {target}").format(files=len(files), target=wish.target)
        )
        self.app.call_from_thread(self.notify, f"Written: {written}{off_record}", timeout=6, markup=False)
