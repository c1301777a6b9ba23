"""Writing the article with its quotes to a file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.ui.desk.desk import Desk
from reader.ui.desk.saving import Job

if TYPE_CHECKING:
    from reader.ui.dialogs.export import ExportWish


class Exporting:
    """Exports what the desk shows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def export(self) -> None:
        """Ask for format and file."""
        from reader.formats.citation_keys import slug  # all formats
        from reader.library.exporting import available_formats  # all formats
        from reader.ui.dialogs.export import ExportDialog  # a dialog is loaded when it is first asked for

        stem = slug(self._desk.page.article.title) or f"article-{self._desk.article_id}"
        self._desk.open(ExportDialog(available_formats(), stem, Path.cwd()), self._fulfil)

    def _fulfil(self, wish: "ExportWish | None") -> None:
        """Write when everything before is saved: what goes out is what the screen shows."""
        if wish is not None:
            work = partial(self._export, wish)
            self._desk.saving.save(
                Job("", lambda _store, _ids: None, lambda _: self._desk.in_thread(work, "export"))
            )

    def _export(self, wish: "ExportWish") -> None:
        from reader.formats import Options  # all formats
        from reader.library.exporting import export  # all formats

        desk = self._desk
        options = Options(style=desk.session.config.citation)
        with desk.session.store() as store:
            files = export(
                store, [desk.article_id], wish.format_name, wish.target, options=options,
                accepted=wish.accepted,
            )  # fmt: skip
        desk.call(desk.say, f"Written: {', '.join(map(str, files))}")
