"""Hand articles on, in a format, to a file, a folder or a stream."""

import io
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from reader.errors import ReaderError, UsageError
from reader.formats import Dossier, Format, Options, available
from reader.formats.citation_keys import slug
from reader.formats.cover import cover_of
from reader.formats.redaction import redacted
from reader.formats.registry import choose
from reader.i18n import _
from reader.library.dossiers import Selection, dossiers
from reader.library.export_folders import follow_renamed
from reader.library.whole_files import (
    ThereAlreadyError,
    content_before,
    not_written,
    place_of,
    replacing,
)
from reader.models import Article, name_is_covered
from reader.store import Store
from reader.store.codebook import in_order


def export(
    store: Store,
    articles: Collection[int],
    format_name: str,
    target: Path | str,
    *,
    options: Options | None = None,
    quotes: Iterable[int] | None = None,
    accepted: bool = False,
    force: bool = False,
) -> list[Path]:
    """Write `articles` to the file `target`, or one file each into the folder `target`; returns the files.

    A file that is there is only replaced with `force`; where the format can, it is brought up to date.
    """
    chosen = Selection(tuple(articles), None if quotes is None else frozenset(quotes), accepted)
    form, place = get_format(format_name), place_of(str(target))
    return export_selection(store, chosen, form, place, options or Options(), force)


def check_options(form: Format, *, excel: bool, separator: bool) -> None:
    """Refuse what a format without cells cannot do, with a UsageError."""
    for given, name in ((excel, "--excel"), (separator, "--separator")):
        if given and not form.is_table:
            tables = ", ".join(one.name for one in available_formats().values() if one.is_table)
            told = _("{option} is for tables ({tables}), and {format} is none: leave it out.")
            raise UsageError(told.format(option=name, tables=tables, format=form.name))


def get_format(name: str) -> Format:
    """The format called `name`, of reader or of a plugin."""
    return choose(name, available_formats())


def available_formats() -> dict[str, Format]:
    """All formats by name; a plugin's does not replace one of reader's own."""
    from reader.plugins import plugin_formats  # pluggy, and a search for entry points: 50 ms

    return plugin_formats() | available()


def export_selection(
    store: Store, selection: Selection, form: Format, target: Path, options: Options, force: bool
) -> list[Path]:
    """As `export`, for values that are put together already."""
    exported, options = _prepared(store, selection, form, options)
    if not target.is_dir():
        return [_write(form, exported, target, options, force)]
    if form.is_folder:
        return _write_folder(form, exported, target, options, force)
    used_paths: set[Path] = set()
    written: list[Path] = []
    refused: list[ReaderError] = []
    for dossier in exported:
        path = _file_in(target, dossier, form, used_paths, options)
        try:
            written.append(_write(form, [dossier], path, options, force))
        except ReaderError as error:
            refused.append(error)
    if refused:
        raise PartlyWrittenError(written, refused)
    return written


def write_to(store: Store, selection: Selection, form: Format, stream: BinaryIO, options: Options) -> None:
    """Write to an open stream, such as standard output."""
    exported, options = _prepared(store, selection, form, options)
    form.write(exported, stream, options=options)


def _prepared(
    store: Store, selection: Selection, form: Format, options: Options
) -> tuple[Iterator[Dossier], Options]:
    exported = dossiers(store, selection, with_originals=form.takes_originals)
    return exported, _with_codes(store, stamped(options))


def _write_folder(
    form: Format, exported: Iterable[Dossier], folder: Path, options: Options, force: bool
) -> list[Path]:
    """Write the files of a format that is a folder; one that is there is brought up to date, or stays."""
    written: list[Path] = []
    refused: list[ReaderError] = []
    with zipfile.ZipFile(io.BytesIO(_written(form, exported, options))) as archive:
        pages = {name: archive.read(name) for name in archive.namelist()}
        if form.merge_member:
            _follow(folder, pages)
        for name, content in pages.items():
            try:
                written.append(_write_member(form, folder / name, name, content, force))
            except ReaderError as error:
                refused.append(error)
    if refused:
        raise PartlyWrittenError(written, refused)
    return written


def _follow(folder: Path, pages: Mapping[str, bytes]) -> None:
    try:
        follow_renamed(folder, pages)
    except OSError as error:
        raise not_written(folder, error) from error


def _write_member(form: Format, path: Path, name: str, content: bytes, force: bool) -> Path:
    before = content_before(path)
    if before is not None and not force:
        if form.merge_member is None:
            raise ThereAlreadyError(path, is_folder=True)
        content = form.merge_member(name, before, content)
    if content != before:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise not_written(path.parent, error) from error
        with replacing(path) as stream:
            stream.write(content)
    return path


class PartlyWrittenError(ReaderError):
    """Of several files some were written, and some not: `written` names the first, the message the others."""

    def __init__(self, written: list[Path], refused: list[ReaderError]) -> None:
        told = " ".join(error.message for error in refused[:_TOLD])
        sentence = _("{written} written, {refused} not: {told}")
        if len(refused) > _TOLD:
            sentence = _("{written} written, {refused} not: {told} And {more} more.")
        counts = {"written": len(written), "refused": len(refused), "more": len(refused) - _TOLD}
        super().__init__(sentence.format(told=told, **counts), _("Export"))
        self.written = written
        self.refused = refused
        self.exit_code = max(error.exit_code for error in refused)


def in_the_way(error: ReaderError) -> tuple[Path, ...]:
    """The files for which alone something was not written: a person may want them replaced."""
    refused = error.refused if isinstance(error, PartlyWrittenError) else [error]
    there = tuple(one.path for one in refused if isinstance(one, ThereAlreadyError))
    return there if len(there) == len(refused) else ()


_TOLD = 5
"""Files that were not written of which the reason is told."""


def stamped(options: Options) -> Options:
    """`options` with the time of now where none is given."""
    return options if options.now else replace(options, now=datetime.now(UTC).isoformat(timespec="seconds"))


def _with_codes(store: Store, options: Options) -> Options:
    """`options` with the tags of the library, names in them and in memos covered as in all that goes out."""
    tags = options.codes or in_order(store.tags.all())
    register = () if options.confidential else tuple(store.sources.all())
    cover = cover_of(tuple(filter(name_is_covered, register)), store.quotes.off_record_words())
    memos = (cover.fields_of(memo, is_note=True) for memo in options.memos)
    return replace(options, codes=tuple(map(cover.fields_of, tags)), memos=tuple(memos))


def check_memos(form: Format, place: Path) -> None:
    """Refuse memos where a format holds none, or where each article gets a file, with a UsageError."""
    if not form.holds_memos:
        holding = ", ".join(one.name for one in available_formats().values() if one.holds_memos)
        raise UsageError(
            _("--memos is for {holding}, and {format} holds none: leave it out.").format(
                holding=holding, format=form.name
            )
        )
    if place.is_dir() and not form.is_folder:
        raise UsageError(_("--memos goes into one file: name a file with --output, and no folder."))


def _file_in(folder: Path, dossier: Dossier, form: Format, used_paths: set[Path], options: Options) -> Path:
    """A name from date and title, the same every time; the article's number tells twins apart."""
    article = (dossier if options.confidential else redacted(dossier)).article
    stem = "-".join(part for part in (article.published[:10], slug(article.title)[:60].strip("-")) if part)
    path = folder / f"{stem or f'article-{article.id}'}{form.suffix}"
    # Two of one title on one day, or a file of that name about another article.
    if path in used_paths or (form.merge and path.exists() and not _is_about(path, article)):
        path = folder / f"{stem}-{article.id}{form.suffix}"
    used_paths.add(path)
    return path


def _is_about(path: Path, article: Article) -> bool:
    try:
        return article.uid in path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return True


def _write(form: Format, exported: Iterable[Dossier], target: Path, options: Options, force: bool) -> Path:
    if target.exists() and not target.is_file():
        _write_through(form, exported, target, options)
        return target
    before = content_before(target) if form.merge and not force else None
    # With nothing to merge into and no --force, a file that is there stays.
    if before is None and target.exists() and not force:
        raise ThereAlreadyError(target)
    with replacing(target) as stream:
        if before is not None and form.merge:
            stream.write(form.merge(before, _written(form, exported, options)))
        else:
            form.write(exported, stream, options=options)
    return target


def _write_through(form: Format, exported: Iterable[Dossier], target: Path, options: Options) -> None:
    """Write into a pipe or device, which cannot be replaced."""
    try:
        with target.open("wb") as stream:
            form.write(exported, stream, options=options)
    except OSError as error:
        raise not_written(target, error) from error


def _written(form: Format, exported: Iterable[Dossier], options: Options) -> bytes:
    stream = io.BytesIO()
    form.write(exported, stream, options=options)
    return stream.getvalue()
