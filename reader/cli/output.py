"""Print: data on standard output, messages on standard error, nothing dangerous on a terminal.

JSON is printed with one item a line, every control character and mark of direction escaped, so that it is
safe to look at and still the same data.
"""

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import click

from reader.cells import cells, fit
from reader.errors import ReaderError, UsageError
from reader.i18n import _, decimal, ngettext, number, pgettext
from reader.visible import escaped, visible

if TYPE_CHECKING:
    from reader.formats.cover import Cover

_GAP = "  "
_PAGE = 1000
"""Rows read at a time, so that a long list begins to show at once (chosen by hand)."""
_MEGABYTE = 1_000_000
"""Bytes, as file managers count."""

Item = TypeVar("Item")


def say(message: str) -> None:
    """A message for the person, on standard error."""
    click.echo(visible(message), err=True)


def tell(as_json: bool, sentence: str, **facts: object) -> None:
    """What was done: an object with the facts, or a sentence."""
    if as_json:
        put_json(facts)
    else:
        say(sentence)


def megabytes(size: int) -> str:
    """A size in bytes as in "1.2 MB"."""
    return _("{size} MB").format(size=decimal(size / _MEGABYTE))


def print_text(text: str = "", *, newline: bool = True) -> None:
    """A piece of readable data, on standard output."""
    click.echo(visible(text), nl=newline)


def to_json(value: Any, cover: "Cover | None" = None) -> str:
    """`value` as JSON on one line; dataclasses become objects."""
    value = cover.all_of(value) if cover else value
    ascii_only = "utf" not in (sys.stdout.encoding or "").lower()
    text = json.dumps(value, ensure_ascii=ascii_only, default=_plain)
    return escaped(text)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    return str(value)


def covered(value: Item) -> Item:
    """A value as JSON may hold it, to put more beside what is in it."""
    cover = _cover()
    return cover.all_of(value) if cover else value


def put_json(value: Any) -> None:
    """One JSON value."""
    click.echo(to_json(value, _cover()))


def put_json_line(value: Any) -> None:
    """One JSON value of a command that goes on and on, passed on at once."""
    from reader.cli.invocation import Invocation  # which prints by this module

    invocation = click.get_current_context().ensure_object(Invocation)
    click.echo(to_json(value, invocation.cover_now()))


def _cover() -> "Cover | None":
    """What covers names in the JSON of this command: it is for other programs, whatever the command is."""
    from reader.cli.invocation import Invocation  # which prints by this module

    context = click.get_current_context(silent=True)
    invocation = context.find_object(Invocation) if context else None
    return invocation.cover if invocation else None


def say_withheld(count: int) -> None:
    """Say how many quotes are not for publication, which is all that is said of them."""
    if count:
        told = ngettext(
            "{count} quote is not for publication: left out.",
            "{count} quotes are not for publication: left out.",
            count,
        )
        say(told.format(count=number(count)))


def ask_about(questions: Iterable[str], anyway: bool) -> None:
    """Ask whether to go on where something would show who is covered; without a terminal, stop."""
    found = [] if anyway else list(dict.fromkeys(questions))
    if not found:
        return
    if not sys.stdin.isatty():
        from reader.formats.telling import put  # all formats

        raise ReaderError(put(found, _("To go on all the same: --anyway.")), _("Stopped"))
    for question in found:
        say(question)
    if not agrees(_("Go on?")):
        raise click.exceptions.Exit(1)


_YES = pgettext("the letter for yes", "y")
_NO = pgettext("the letter for no", "n")


def agrees(question: str) -> bool:
    """Ask on the terminal; answered by the letters of the language or those of English, no by Enter alone."""
    asked = f"{visible(question)} [{_YES}/{_NO.upper()}]"
    while True:
        said = str(click.prompt(asked, default="", show_default=False, err=True)).strip().lower()
        if said in (_YES, "y", "yes", pgettext("an answer", "yes")):
            return True
        if said in ("", _NO, "n", "no", pgettext("an answer", "no")):
            return False
        click.echo(_("Error: invalid input"), err=True)


def paged(ids: Sequence[int], read: Callable[[Sequence[int]], Iterable[Item]]) -> Iterator[Item]:
    """What `read` gives for `ids`, a page at a time, so that a long list never fills the memory."""
    for start in range(0, len(ids), _PAGE):
        yield from read(ids[start : start + _PAGE])


def put_json_list(items: Iterable[Any]) -> None:
    """A JSON array with an item a line, printed as they come."""
    click.echo("[", nl=False)
    between, cover = "\n", _cover()
    for item in items:
        click.echo(between + to_json(item, cover), nl=False)
        between = ",\n"
    click.echo("\n]")


@dataclass(frozen=True, slots=True)
class TableLayout(Generic[Item]):
    """How a list shows its rows."""

    counted: Callable[[int, int], str]
    """How many rows are shown of how many there are, as a sentence."""
    heads: Sequence[str]
    cells_of: Callable[[Item], Sequence[object]]


def put_rows(
    columns: TableLayout[Item],
    ids: Sequence[int],
    read: Callable[[Sequence[int]], Iterable[Item]],
    *,
    limit: int | None,
    as_json: bool,
) -> None:
    """The rows of a list, the first `limit` of them, and a word on how many there are."""
    shown = ids[:limit]
    rows = paged(shown, read)
    if as_json:
        put_json_list(rows)
    else:
        put_table(columns.heads, map(columns.cells_of, rows))
    if len(ids) > len(shown):
        say(columns.counted(len(shown), len(ids)))


def put_table(heads: Sequence[str], rows: Iterable[Sequence[object]], *, wide: int = -1) -> None:
    """Columns under their heads; on a terminal the column `wide` is cut so that a row fits its line."""
    lines = [[visible(" ".join(str(cell).split())) for cell in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(heads, *lines, strict=True)]
    if sys.stdout.isatty():
        spare = shutil.get_terminal_size().columns - sum(widths) - len(_GAP) * (len(widths) - 1)
        widths[wide] = max(12, widths[wide] + min(0, spare))
    for line in ([*heads], *lines):
        fitted = [fit(cell, width) for cell, width in zip(line, widths, strict=True)]
        click.echo(_GAP.join(fitted).rstrip())


def confirm(question: str, yes: bool) -> None:
    """Ask before what cannot be taken back; without a terminal to ask on, `--yes` is needed."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError(_("{question} Say so with --yes.").format(question=question))
    if not agrees(question):
        raise click.exceptions.Exit(1)
