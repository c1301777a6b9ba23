"""The command `reader`: a group that imports a command when it is called, and opens the app for paths."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import IO, Any

import click
from click.shell_completion import CompletionItem

from reader import __version__
from reader.cli.commands import COMMANDS, SECTIONS, module_of
from reader.cli.opening import open_command
from reader.cli.options import library_option, require_text
from reader.cli.usage_errors import sentence_of
from reader.errors import ReaderError, UsageError
from reader.i18n import _, languages
from reader.system_reasons import system_reason
from reader.visible import visible


class Failure(click.ClickException):
    """A failure on its way to standard error, as one sentence."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence."""
        sentence = visible(" ".join(self.message.split()))
        click.echo(f"reader: {sentence}", file=file or sys.stderr)  # not shown: the program's name


class UsageFailure(Failure):
    """A wrong call."""

    exit_code = UsageError.exit_code


class LazyGroup(click.Group):
    """Commands are imported by name; whatever is no command is a path to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return _of_plugins().get(cmd_name)
        module = import_module(module_of(cmd_name))
        command: click.Command = getattr(module, f"{cmd_name}_command")
        require_text(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first; else the app, with all of `args` as paths."""
        if args[0] in COMMANDS or _is_of_plugin(args[0]):
            return super().resolve_command(ctx, args)
        return "PATHS", open_command, args

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:
        """Read the options before a command's name."""
        with sentences():
            return super().make_context(*arguments, **extra)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What a shell may put after `reader`: commands, or else files to open."""
        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]

    def invoke(self, ctx: click.Context) -> Any:
        """Run, with errors turned into sentences."""
        with sentences(ctx):
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by section without importing them."""
        for section, lines in SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl(list(lines.items()))
        if added := _of_plugins():
            with formatter.section(_("Plugins")):
                formatter.write_dl([(name, one.get_short_help_str()) for name, one in sorted(added.items())])


_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""What a command may be called."""


def _is_of_plugin(word: str) -> bool:
    """Whether a word calls a plugin's command; a file of that name in this folder comes first."""
    return bool(_NAME.fullmatch(word)) and not os.path.lexists(word) and word in _of_plugins()


def _of_plugins() -> dict[str, click.Command]:
    """The commands of plugins that no command of reader is called like; without plugins nothing is loaded."""
    from importlib.metadata import entry_points

    if not entry_points(group="reader") and "reader.plugins" not in sys.modules:
        return {}
    from reader.cli.plugin_commands import called_by_reader
    from reader.plugins import plugin_commands  # pluggy and the plugins

    given = plugin_commands()
    return {name: called_by_reader(*one) for name, one in given.items() if name not in COMMANDS}


@contextmanager
def sentences(ctx: click.Context | None = None) -> Iterator[None]:
    """Turn what may go wrong into one sentence with its exit code; a reader that went away ends quietly."""
    try:
        yield
    except click.UsageError as error:
        raise UsageFailure(sentence_of(error, ctx)) from error
    except ReaderError as error:
        raise (UsageFailure if error.exit_code == 2 else Failure)(error.message) from error
    except OverflowError as error:
        raise UsageFailure(_("A number in the call is too large.")) from error
    except UnicodeEncodeError as error:
        raise UsageFailure(
            _("A name in the call is not UTF-8: rename the file, or type it again.")
        ) from error
    except RuntimeError as error:
        if "home directory" not in str(error):
            raise
        raise UsageFailure(_("“~” stands for no folder here: write the whole path.")) from error
    except BrokenPipeError:
        _forget_output()
        raise click.exceptions.Exit(1) from None
    except KeyboardInterrupt:
        raise Failure(_("Stopped. What was done before is kept.")) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise Failure(f"{where}{system_reason(error)}.") from error


def _forget_output() -> None:
    """Keep the interpreter from complaining about a closed pipe when it flushes at the end."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="[PATHS… | COMMAND …]",
    epilog=_(
        "A path that is called like a command is written ./so. Every command explains itself with --help."
    ),
    help=_(
        "Read articles, see who is quoted saying what; correct, check, tag and export quotes.\n\n"
        "`reader` opens the library. `reader PATHS…` adds files, folders or web addresses and opens it. "
        "A command does one thing and prints it."
    ),
)
@click.version_option(__version__, "-V", "--version", message="reader %(version)s")
@click.option(
    "--interface",
    type=click.Choice(languages()),
    expose_value=False,
    help=_("Language of the program, instead of that of the configuration or the machine."),
)
@click.option("--ascii", "plain", is_flag=True, help=_("Draw the app without line-drawing characters."))
@library_option
@click.pass_context
def cli(ctx: click.Context, plain: bool) -> None:
    """Read articles, see who is quoted saying what; correct, check, tag and export quotes."""
    if plain:
        os.environ["READER_ASCII"] = "1"
    if ctx.invoked_subcommand is None:
        ctx.invoke(open_command, locations=())
