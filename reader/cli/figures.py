"""What commands that print figures share: writing them as a drawing or a table."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reader.cli.invocation import Invocation
from reader.cli.output import say
from reader.errors import UsageError
from reader.i18n import _

if TYPE_CHECKING:
    from reader.formats.figures import Figure

Function = TypeVar("Function", bound=Callable[..., Any])


def figure_options(command: Function) -> Function:
    """`--output` and `--force` of a command that can draw what it counts."""
    command = click.option("--force", is_flag=True, help=_("Replace a file that is there."))(command)
    return click.option(
        "-o",
        "--output",
        "target",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help=_("Write a drawing (.svg) or a table (.csv)."),
    )(command)


def check_figure(target: Path | None, as_json: bool) -> None:
    """Refuse what cannot be written, before anything is counted."""
    if target is None:
        return
    from reader.formats.figures import check_target  # the formats, which help does without

    if as_json:
        raise UsageError(_("--json prints the figures, --output writes them: leave one out."))
    check_target(target)


def write_figures(invocation: Invocation, figures: "Sequence[Figure]", target: Path, force: bool) -> None:
    """Write figures, which are covered already, and name the file."""
    from reader.formats import Options  # the formats, which help does without
    from reader.formats.figures import write
    from reader.library.whole_files import keep_what_is_there, replacing

    target = target.expanduser()
    keep_what_is_there(target, force=force)
    with replacing(target) as stream:
        write(figures, target, stream, Options(actor=invocation.actor))
    say(_("Written: {place}").format(place=target))
