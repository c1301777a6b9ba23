"""How `reader export` writes, to files or here, and what it says of them."""

import io
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader import amounts
from reader.cli.output import print_text, put_json_list, say
from reader.errors import UsageError
from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from reader.formats import Format, Options
    from reader.library.covering import Covering
    from reader.library.dossiers import Selection
    from reader.store import Store

_TOLD = 5
"""Pages of an earlier export that are named."""


def write_files(
    store: "Store",
    selection: "Selection",
    form: "Format",
    place: Path,
    options: "Options",
    force: bool,
    as_json: bool,
    covering: "Covering",
) -> None:
    """Write the files of a selection, name them, and the pages of before that were not written now."""
    from reader.library.exporting import PartlyWrittenError, export_selection  # the formats

    try:
        written = export_selection(store, selection, form, place, options, force)
    except PartlyWrittenError as error:
        _name(error.written, as_json)
        raise
    _name(written, as_json)
    if form.is_folder and not place.is_dir() and not place.suffix:
        say(_("{place} is a zip: end the name with a slash for a folder.").format(place=place))
    if form.is_folder and place.is_dir():
        _say_left(place, written, covering)


def _say_left(folder: Path, written: Sequence[Path], covering: "Covering") -> None:
    """Name pages of an earlier export that were not written now, those first that name who is covered."""
    from reader.library.export_folders import left_from_before, naming

    left = left_from_before(folder, written)
    grave = naming(left, covering.throughout)
    others = [page for page in left if page not in grave]
    _say_pages(
        grave,
        ngettext(
            "{pages} of before, not written now, may name who is covered today; take out what is not yours: "
            "{names}",
            "{pages} of before, not written now, may name who is covered today; take out what is not yours: "
            "{names}",
            len(grave),
        ),
    )
    _say_pages(
        others,
        ngettext(
            "{pages} of before, not written now, stays as it was: {names}",
            "{pages} of before, not written now, stay as they were: {names}",
            len(others),
        ),
    )


def _say_pages(pages: Sequence[Path], told: str) -> None:
    if pages:
        names = ", ".join(str(page) for page in pages[:_TOLD]) + (" …" if len(pages) > _TOLD else "")
        say(told.format(pages=amounts.at_the_start(amounts.pages(len(pages))), names=names))


@contextmanager
def ended_by_signal() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end what is inside as an exception does, so that it takes its traces away."""

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _name(written: Iterable[Path], as_json: bool) -> None:
    """Name each file as soon as it is there."""
    if as_json:
        put_json_list(str(path) for path in written)
        return
    for path in written:
        say(_("Written: {place}").format(place=path))


def write_here(store: "Store", selection: "Selection", form: "Format", options: "Options") -> None:
    """Write a selection to standard output."""
    from reader.library.exporting import write_to  # the formats, which help does without

    if not sys.stdout.isatty():
        write_to(store, selection, form, sys.stdout.buffer, options)
        sys.stdout.buffer.flush()
        return
    if form.binary:
        raise UsageError(
            _("The format {name} is not for a terminal: name a file with --output.").format(name=form.name)
        )
    shown = io.BytesIO()
    write_to(store, selection, form, shown, options)
    print_text(shown.getvalue().decode("utf-8"), newline=False)


def say_originals(store: "Store", ids: Sequence[int], telling: Sequence[int]) -> None:
    """Say of which articles only the text goes out."""
    if telling:
        told = _(
            "The originals of {articles} would show who is covered, or cannot be looked into: left out, "
            "their texts are covered."
        )
        say(told.format(articles=amounts.in_articles(len(telling))))
    missing = len(ids) - len(store.originals.articles_with(ids))
    if missing:
        told = _("Of {articles} no original is kept: only the text goes out.")
        say(told.format(articles=amounts.in_articles(missing)))
