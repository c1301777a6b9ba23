"""Writing the article with its quotes to a file."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.i18n import _, number
from reader.ui.desk.desk import Desk
from reader.ui.desk.saving import Job
from reader.ui.leaving import hand_over

if TYPE_CHECKING:
    from reader.ui.dialogs.export import ExportWish


class Exporting:
    """Exports what the desk shows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def export(self) -> None:
        """Ask for format and file."""
        from reader.library.exporting import available_formats  # all formats
        from reader.ui.dialogs.export import ExportDialog  # a dialog is loaded when it is first asked for

        self._desk.open(ExportDialog(available_formats(), self._stem(), Path.cwd()), self._fulfil)

    def _stem(self) -> str:
        """How the file is called by itself; read at once, for keys typed ahead wait for no thread."""
        from reader.library.file_stems import stem_of_article  # all formats

        with self._desk.session.store() as store:
            return stem_of_article(store, self._desk.page.article)

    def _fulfil(self, wish: "ExportWish | None") -> None:
        """Write when everything before is saved: what goes out is what the screen shows."""
        if wish is not None:
            work = partial(self._look, wish)
            self._desk.saving.save(
                Job("", lambda _store, _ids: None, lambda _: self._desk.in_thread(work, "export"))
            )

    def _look(self, wish: "ExportWish") -> None:
        """Ask first where the file would show who is covered."""
        from reader.library.covering import Covering  # all formats
        from reader.library.dossiers import Selection  # all formats

        desk = self._desk
        with desk.session.store() as store:
            selection = Selection((desk.article_id,), accepted=wish.accepted)
            covering = Covering(store)
            questions = list(covering.questions(selection))
            left = covering.count_withheld(selection)
        if questions:
            desk.call(self._ask, wish, questions, left)
        else:
            self._export(wish, left)

    def _ask(self, wish: "ExportWish", questions: list[str], left: int) -> None:
        from reader.formats.telling import put  # all formats
        from reader.ui.dialogs.ask import Confirm  # a dialog is loaded when it is first asked for

        def answered(agreed: bool | None) -> None:
            if agreed:
                self._desk.in_thread(partial(self._export, wish, left), "export")

        self._desk.open(Confirm(put(questions, _("Write it all the same?"))), answered)

    def _export(self, wish: "ExportWish", left: int, *, force: bool = False) -> None:
        from reader.library.exporting import in_the_way  # all formats

        desk = self._desk
        try:
            files = self._written(wish, force=force)
        except ReaderError as error:
            if not (paths := in_the_way(error)):
                raise
            desk.call(self._ask_to_replace, wish, paths, left)
            return
        hand_over(desk.screen.app, files)
        told = _("Written: {files}").format(files=", ".join(map(str, files)))
        if left:
            told += " " + _("{count} not for publication: left out.").format(count=number(left))
        desk.call(desk.say, told)

    def _written(self, wish: "ExportWish", *, force: bool) -> list[Path]:
        from reader.formats import Options  # all formats
        from reader.library.exporting import export  # all formats

        desk = self._desk
        options = Options(style=desk.session.config.citation, labels=desk.session.config.labels)
        with desk.session.store() as store:
            if wish.memos:
                options = replace(options, memos=tuple(store.memos.all()))
            return export(
                store, [desk.article_id], wish.format_name, wish.target, options=options,
                accepted=wish.accepted, force=force,
            )  # fmt: skip

    def _ask_to_replace(self, wish: "ExportWish", paths: tuple[Path, ...], left: int) -> None:
        from reader.ui.dialogs.export import replacing  # a dialog is loaded when it is first asked for

        def answered(agreed: bool | None) -> None:
            if agreed:
                self._desk.in_thread(partial(self._export, wish, left, force=True), "export")

        self._desk.open(replacing(paths), answered)
