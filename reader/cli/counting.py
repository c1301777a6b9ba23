"""What commands that count quotes share: which quotes, and writing or printing the figures."""

from collections.abc import Callable, Sequence
from functools import update_wrapper
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import click

from reader.cli.figures import check_figure, figure_options, write_figures
from reader.cli.invocation import Invocation
from reader.cli.options import all_option, json_option
from reader.cli.selecting import articles
from reader.errors import UsageError
from reader.i18n import _, pgettext

if TYPE_CHECKING:
    from reader.formats.figures import Figure
    from reader.store import Store
    from reader.store.counting import Scope

Function = TypeVar("Function", bound=Callable[..., Any])


_HEADS = {
    "source": pgettext("head of a column", "source"),
    "kind": pgettext("head of a column", "kind"),
    "role": pgettext("head of a column", "role"),
    "affiliation": pgettext("head of a column", "affiliation"),
    "named": pgettext("head of a column", "named"),
    "type": pgettext("head of a column", "type"),
    "place": pgettext("head of a column", "place"),
    "stance": pgettext("head of a column", "stance"),
    "outlet": pgettext("head of a column", "outlet"),
    "feed": pgettext("head of a column", "feed"),
    "language": pgettext("head of a column", "language"),
    "year": pgettext("head of a column", "year"),
    "month": pgettext("head of a column", "month"),
    "week": pgettext("head of a column", "week"),
    "day": pgettext("head of a column", "day"),
    "tag": pgettext("head of a column", "tag"),
    "topic": pgettext("head of a column", "topic"),
    "status": pgettext("head of a column", "status"),
    "state": pgettext("head of a column", "state"),
    "verification": pgettext("head of a column", "verification"),
    "authorisation": pgettext("head of a column", "authorisation"),
}
"""What things are counted by, over a column; each is a word that a call names it by."""


def head_of(name: str) -> str:
    """The head of the column of what is counted by; a field of one's own is called as it is."""
    return _HEADS.get(name, name)


class Asked(NamedTuple):
    """Which quotes are counted, and where the figures go."""

    words: Sequence[str]
    everything: bool
    quotes: str
    target: Path | None
    force: bool
    printed: str
    """ "csv" or "svg", printed; "" for text or JSON."""
    as_json: bool

    def check(self) -> None:
        """Refuse two ways out at once, before anything is counted."""
        if sum(map(bool, (self.target, self.printed, self.as_json))) > 1:
            raise UsageError(_("--output, --csv, --svg and --json are one way out each: take one of them."))
        check_figure(self.target, self.as_json)

    def scope(self, store: "Store", *, whole: bool = False) -> "Scope":
        """Which quotes these are; without any word the `whole` library where that may be."""
        from reader.store.counting import Scope  # the store, which help does without

        if self.everything or (not self.words and (whole or self.quotes)):
            return Scope(quotes=self.quotes)
        return Scope(quotes=self.quotes, articles=tuple(articles(store, self.words)))


def counting_options(command: Function) -> Function:
    """Articles, `--all`, `--quotes`, and the ways out; the command gets them as `asked`."""

    def called(
        *args: Any,
        words: Sequence[str],
        everything: bool,
        quotes: str,
        target: Path | None,
        force: bool,
        printed: str,
        as_json: bool,
        **others: Any,
    ) -> Any:
        asked = Asked(words, everything, quotes, target, force, printed or "", as_json)
        asked.check()
        return command(*args, asked=asked, **others)

    update_wrapper(called, command)
    quotes_option = click.option(
        "-q", "--quotes", default="", metavar="QUERY", help=_("Only quotes that this search finds.")
    )
    csv = click.option("--csv", "printed", flag_value="csv", help=_("Print a table (CSV)."))
    svg = click.option("--svg", "printed", flag_value="svg", help=_("Print a drawing (SVG)."))
    with_ways_out: Callable[..., Any] = figure_options(json_option(csv(svg(called))))
    return cast(Function, all_option(quotes_option(with_ways_out)))


def measure_option(default: str, what: str) -> Callable[[Function], Function]:
    """What is counted, with what it is by itself."""
    measures = click.Choice(["words", "quotes", "direct", "articles"])
    return click.option("--count", "measure", type=measures, default=default, help=what)


def put_figures(invocation: Invocation, figures: "Sequence[Figure]", asked: Asked) -> bool:
    """Write or print figures where that was asked for; whether it was."""
    if asked.target is not None:
        write_figures(invocation, figures, asked.target, asked.force)
        return True
    if not asked.printed:
        return False
    from reader.formats import Options  # the formats, which help does without
    from reader.formats.figures import write

    stream = BytesIO()
    write(figures, Path(f"figure.{asked.printed}"), stream, Options(actor=invocation.actor))
    click.echo(stream.getvalue(), nl=False)
    return True
