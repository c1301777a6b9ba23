"""Options that several commands share."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from reader.cli.invocation import Invocation
from reader.errors import UsageError
from reader.i18n import _
from reader.visible import visible

if TYPE_CHECKING:
    pass

Command = TypeVar("Command", bound=Callable[..., Any])


class Number(click.IntRange):
    """A whole number from `min` on, which help calls N without its bounds."""

    name = "n"

    def _describe_range(self) -> str:
        return ""


def files(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What a shell may put for a file, folder or address: it knows its files."""
    return [CompletionItem(incomplete, type="file")]


class UnicodeText(click.types.StringParamType):
    """A word or sentence; a path may hold bytes that are no UTF-8, a text may not."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The text, refused where the terminal sent bytes that are none."""
        text = super().convert(value, param, ctx)
        if isinstance(text, str) and _NO_TEXT.search(text):
            self.fail(
                _('"{text}" is not UTF-8: type it again, or set the terminal to UTF-8').format(
                    text=visible(text)
                ),
                param,
                ctx,
            )
        return text


_NO_TEXT = re.compile("[\ud800-\udfff]")
"""How Python holds bytes of the command line that are no text."""


def require_text(command: click.Command) -> None:
    """Have a command, and those under it, take only text for what is no path."""
    for parameter in command.params:
        is_path = getattr(parameter, "_custom_shell_complete", None) is files
        if type(parameter.type) is click.types.StringParamType and not is_path:
            parameter.type = UnicodeText()
    for below in getattr(command, "commands", {}).values():
        require_text(below)


def language_code(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The two letters of a language's code; "de-AT" and "German" are "de"."""
    from reader.language_names import language_named  # few commands name a language

    code = language_named(value or "").lower().replace("_", "-").partition("-")[0]
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise click.BadParameter(_('"{value}" is no code of a language such as de or en').format(value=value))
    return None if value is None else code


def _choose_library(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    invocation = ctx.ensure_object(Invocation)
    if value is not None:
        invocation.library = value


def library_option(command: Command) -> Command:
    """Add --library, which may stand before or after the command's name."""
    return click.option(
        "--library",
        metavar="FILE",
        shell_complete=files,
        expose_value=False,
        callback=_choose_library,
        is_eager=True,
        help=_("Library to use, instead of READER_LIBRARY or the one in your data folder."),
    )(command)


def json_option(command: Command) -> Command:
    """Add --json, and what takes the cover off: JSON is for other programs, so names are covered in it."""
    command = click.option("--json", "as_json", is_flag=True, help=_("Print JSON, for other programs."))(
        command
    )
    return confidential_option(command)


def confidential_option(command: Command) -> Command:
    """Add --with-confidential."""
    return click.option(
        "--with-confidential",
        is_flag=True,
        expose_value=False,
        callback=_name_everybody,
        help=_("Name also those who are covered."),
    )(command)


def _name_everybody(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        ctx.ensure_object(Invocation).with_confidential = True


def anyway_option(command: Command) -> Command:
    """Add --anyway, for ways out that ask first where something would show who is covered."""
    return click.option("--anyway", is_flag=True, help=_("Go on where something may show who is covered."))(
        command
    )


def all_option(command: Command) -> Command:
    """Add --all, for commands that take articles."""
    return click.option("--all", "everything", is_flag=True, help=_("All articles of the library."))(command)


def replace_option(command: Command) -> Command:
    """Add --replace."""
    return click.option(
        "--replace",
        "takes_all",
        is_flag=True,
        help=_("Take what a page shows, even where it is no article or next to nothing of the old one."),
    )(command)


def private_option(command: Command) -> Command:
    """Add --allow-private."""
    return click.option(
        "--allow-private",
        is_flag=True,
        help=_("Read addresses of your own machine and network too (allow_private in the configuration)."),
    )(command)


def via_option(command: Command) -> Command:
    """Add --via."""
    return click.option(
        "--via",
        default="",
        metavar="COMMAND",
        help=_("Read pages with this program, such as a browser; {url} stands for the address."),
    )(command)


def check_tags(tags: Sequence[str]) -> None:
    """Refuse a tag without a name before the first article is read."""
    if not all(tag.strip(" #/") for tag in tags):
        raise UsageError(_("A tag needs a name, such as politik/syrien."))


def check_via(command: str) -> None:
    """Refuse a command for --via that cannot be run."""
    if command:
        from reader.ingest.via import check_command  # subprocess, for this option only

        check_command(command)


def engine_option(what: str) -> Callable[[Command], Command]:
    """Add --engine, with `what` it says in help; None stands for the configured one."""
    engines = click.Choice(["auto", "rules", "learned"])
    return click.option("--engine", type=engines, help=what)


def pass_invocation(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --library and give the command its `Invocation`."""
    return library_option(click.make_pass_decorator(Invocation, ensure=True)(command))


def list_options(sorts: Sequence[str], usual: str, backwards: str) -> Callable[[Command], Command]:
    """Add what every list takes: a query, how to sort (`usual` as it is), how many, and --json.

    `backwards` is the help of --reverse.
    """
    every = (
        click.argument("query", nargs=-1, metavar="[QUERY]"),
        click.option("-s", "--sort", type=click.Choice(sorts), default=usual, help=_("What to sort by.")),
        click.option("-r", "--reverse", is_flag=True, help=backwards),
        click.option("-n", "--limit", type=Number(1), help=_("At most so many.")),
        json_option,
    )

    def add(command: Command) -> Command:
        for option in reversed(every):
            command = option(command)
        return command

    return add
