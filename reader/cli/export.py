"""`reader export`: hand articles, quotes and notes on."""

import io
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli.options import (
    Invocation,
    all_option,
    anyway_option,
    files,
    json_option,
    pass_invocation,
)
from reader.cli.output import ask_about, counted, print_text, put_json_list, put_table, say, say_withheld
from reader.cli.selecting import articles
from reader.cli.selecting import quotes as chosen_quotes
from reader.errors import UsageError

if TYPE_CHECKING:
    from reader.formats import Format, Options
    from reader.library.covering import Covering
    from reader.library.dossiers import Selection
    from reader.store import Store


@click.command("export")
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@click.option(
    "-f",
    "--format",
    "name",
    metavar="NAME",
    help="Name of the format; told from the file's ending otherwise.",
)
@click.option(
    "-o",
    "--output",
    "target",
    metavar="TARGET",
    shell_complete=files,
    default="-",
    help="File, folder (a file per article), or - for here.",
)
@all_option
@click.option(
    "-q",
    "--quote",
    "quotes",
    multiple=True,
    metavar="QUOTES",
    help="Only these quotes, by number or query; repeatable.",
)
@click.option("--accepted", is_flag=True, help="Only accepted quotes; otherwise all that are not rejected.")
@click.option("--text", is_flag=True, help="With the article's text, where a format can do without.")
@click.option("--excel", is_flag=True, help="Table for Excel: byte order mark, and no cell is a formula.")
@click.option(
    "--separator",
    metavar="CHARACTER",
    help="What divides the cells of a table: a character, tab, or semicolon, which German Excel wants.",
)
@click.option(
    "--labels",
    type=click.Choice(["de", "en"]),
    help="Language of the labels in Word, ODT, spreadsheets and web pages; that of the program otherwise.",
)
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Your own page for the articles of an Obsidian vault.",
)
@click.option("--memos", is_flag=True, help="With all memos: JSON lines, REFI-QDA, Obsidian.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.option("--formats", is_flag=True, help="List the formats.")
@anyway_option
@json_option
@pass_invocation
def export_command(
    invocation: Invocation,
    words: Sequence[str],
    name: str | None,
    target: str,
    everything: bool,
    quotes: Sequence[str],
    accepted: bool,
    memos: bool,
    force: bool,
    formats: bool,
    anyway: bool,
    as_json: bool,
    **looks: Any,
) -> None:
    """Write articles, by number or query, in an open format; Markdown by default.

    A file that is there is not replaced without --force, but Markdown is brought up to date: what you wrote
    between the quotes stays. Who is covered is not named unless --with-confidential is given; quotes that are
    not for publication stay behind. Where something would show who is covered, it asks first.
    """
    from reader.library.exporting import check_memos, check_options, get_format  # the formats
    from reader.library.whole_files import place_of

    if formats:
        _list_formats(as_json)
        return
    if as_json and target == "-":
        raise UsageError("--json lists the files that --output writes, or the --formats.")
    form = get_format(name or _ending(target))
    if looks["template"] and form.name != "obsidian":
        raise UsageError(f"--template is for the format obsidian, and not for {form.name}: leave it out.")
    check_options(form, excel=looks["excel"], separator=looks["separator"] is not None)
    options = _options(invocation, **looks)
    place = place_of(target)
    if memos:
        check_memos(form, place)
    with invocation.open() as store:
        options = replace(options, memos=tuple(store.memos.all()) if memos else ())
        selection = replace(_chosen(store, words, quotes, everything), accepted=accepted)
        covering = invocation.covering(store)
        ask_about(covering.questions(selection), anyway)
        say_withheld(covering.count_withheld(selection))
        if form.takes_originals:
            _say_originals(store, selection.articles, covering.without_originals(selection))
        if target == "-":
            _print(store, selection, form, options)
        else:
            with ended_by_signal():
                _write(store, selection, form, place, options, force, as_json, covering)


def _write(
    store: "Store",
    selection: "Selection",
    form: "Format",
    place: Path,
    options: "Options",
    force: bool,
    as_json: bool,
    covering: "Covering",
) -> None:
    from reader.library.exporting import PartlyWrittenError, export_selection  # the formats

    try:
        written = export_selection(store, selection, form, place, options, force)
    except PartlyWrittenError as error:
        _name(error.written, as_json)
        raise
    _name(written, as_json)
    if form.is_folder and not place.is_dir() and not place.suffix:
        say(f"{place} is a zip: end the name with a slash for a folder.")
    if form.is_folder and place.is_dir():
        _say_left(place, written, covering)


def _say_left(folder: Path, written: Sequence[Path], covering: "Covering") -> None:
    """Name pages of an earlier export that were not written now, those first that name who is covered."""
    from reader.library.export_folders import left_from_before, naming

    left = left_from_before(folder, written)
    grave = naming(left, covering.throughout)
    others = [page for page in left if page not in grave]
    _say_pages(grave, "may name who is covered today; take out what is not yours")
    _say_pages(others, "stays as it was", "stay as they were")


def _say_pages(pages: Sequence[Path], one: str, several: str = "") -> None:
    if pages:
        named = ", ".join(str(page) for page in pages[:_TOLD]) + (" …" if len(pages) > _TOLD else "")
        told = one if len(pages) == 1 else several or one
        say(f"{counted(len(pages), 'page').capitalize()} of before, not written now, {told}: {named}")


_TOLD = 5
"""Pages of an earlier export that are named."""


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


def _list_formats(as_json: bool) -> None:
    from reader.library.exporting import available_formats  # the formats, which help does without

    every = available_formats().values()
    if as_json:
        put_json_list({"name": form.name, "ending": form.suffix, "what": form.label} for form in every)
        return
    put_table(("name", "ending", "what"), [(form.name, form.suffix, form.label) for form in every])


def _options(
    invocation: Invocation,
    *,
    text: bool,
    excel: bool,
    separator: str | None,
    labels: str | None,
    template: Path | None,
) -> "Options":
    from reader.formats import Options  # the formats, which help does without

    return Options(
        confidential=invocation.with_confidential,
        excel=excel,
        separator=_separator(separator or ","),
        style=invocation.config.citation,
        text=text,
        labels=labels or invocation.config.labels,
        template=_template(template),
        actor=invocation.actor,
    )


def _template(path: Path | None) -> str:
    from reader.formats.vault import check_template  # the formats, which help does without

    if path is None:
        return ""
    try:
        template = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The template {path} cannot be read: save it as text in UTF-8.") from error
    check_template(template)
    return template


def _name(written: Iterable[Path], as_json: bool) -> None:
    """Name each file as soon as it is there."""
    if as_json:
        put_json_list(str(path) for path in written)
        return
    for path in written:
        say(f"Written: {path}")


def _print(store: "Store", selection: "Selection", form: "Format", options: "Options") -> None:
    from reader.library.exporting import write_to  # the formats, which help does without

    if not sys.stdout.isatty():
        write_to(store, selection, form, sys.stdout.buffer, options)
        sys.stdout.buffer.flush()
        return
    if form.binary:
        raise UsageError(f"The format {form.name} is not for a terminal: name a file with --output.")
    shown = io.BytesIO()
    write_to(store, selection, form, shown, options)
    print_text(shown.getvalue().decode("utf-8"), newline=False)


def _say_originals(store: "Store", ids: Sequence[int], telling: Sequence[int]) -> None:
    """Say of which articles only the text goes out."""
    if telling:
        shown = "would show who is covered, or cannot be looked into"
        say(
            f"The originals of {counted(len(telling), 'article')} {shown}: left out, their texts are covered."
        )
    missing = len(ids) - len(store.originals.articles_with(ids))
    if missing:
        say(f"Of {counted(missing, 'article')} no original is kept: only the text goes out.")


def _chosen(store: "Store", words: Sequence[str], quotes: Sequence[str], everything: bool) -> "Selection":
    """The articles and quotes that are named; quotes alone bring their articles."""
    from reader.library.dossiers import Selection  # the formats, which help does without

    quoted = _quoted(store, quotes)
    if quotes and not words:
        ids = list(dict.fromkeys(quoted.values()))
    else:
        ids = articles(store, words, everything=everything)
    return Selection(tuple(ids), frozenset(quoted) if quotes else None)


def _quoted(store: "Store", quotes: Sequence[str]) -> dict[int, int]:
    """The quotes that are chosen, each with its article."""
    if not quotes:
        return {}
    named = [number for words in quotes for number in chosen_quotes(store, [words])]
    return {number: store.quotes.get(number).article_id for number in named}


def _ending(target: str) -> str:
    return Path(target).suffix or "markdown"


def _separator(separator: str) -> str:
    named = {"tab": "\t", "semicolon": ";", "comma": ","}.get(separator, separator)
    if len(named) != 1 or named in '"\r\n':
        raise UsageError("--separator takes one character, semicolon or tab.")
    return named
