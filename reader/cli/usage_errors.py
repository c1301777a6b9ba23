"""What is wrong with a call, as one sentence with the way out, instead of click's three lines."""

import difflib
from collections.abc import Sequence

import click

from reader.i18n import _


def sentence_of(error: click.UsageError, ctx: click.Context | None = None) -> str:
    """The sentence for a wrong call; `ctx` is the group's, for errors that know none of their own."""
    where = error.ctx.command_path.removesuffix(" PATHS") if error.ctx else _path(ctx)
    return _("{wrong}: `{where} --help` explains it.").format(wrong=_wrong(error, where), where=where)


def _path(ctx: click.Context | None) -> str:
    called = ctx.invoked_subcommand if ctx else None
    return _("reader {called}").format(called=called) if called and called != "PATHS" else "reader"


def near(word: str, known: Sequence[str]) -> str:
    """The one of `known` that was probably meant, or ""."""
    return next(iter(difflib.get_close_matches(word.lower(), known, 1)), "")


def _wrong(error: click.UsageError, command: str) -> str:
    match error:
        case click.NoSuchOption():
            meant = error.possibilities or []
            hint = _(" (did you mean {meant}?)").format(meant=meant[0]) if meant else ""
            return _("`{command}` has no option {option_name}{hint}").format(
                command=command, option_name=error.option_name, hint=hint
            )
        case click.MissingParameter():
            name = _name(error.param, error.ctx)
            return _("`{command}` needs {name}").format(command=command, name=name)
        case click.BadParameter() if error.param is not None:
            return _bad_value(_name(error.param, error.ctx), error.param, error.message)
        case click.BadOptionUsage() if "requires" in error.message:
            count = error.message.partition("requires ")[2].split()[0]
            return f"{error.option_name} needs {'a value' if count == 'an' else f'{count} values'}"
    return _odd(error, command)


def _bad_value(name: str, parameter: click.Parameter, message: str) -> str:
    """A value that cannot be: one of none, no number, out of range."""
    value = message.split("'")[1] if message.count("'") > 1 else message.split(" ", maxsplit=1)[0]
    match parameter.type:
        case click.Choice(choices=choices):
            return f'{name} cannot be "{value}", only {", ".join(map(str, choices))}'
        case click.IntRange(min=least) if "in the range" in message:
            return _("{name} cannot be {value}, only {least} or more").format(
                name=name, value=value, least=least
            )
        case click.types.IntParamType():
            return _('{name} takes a number, not "{value}"').format(name=name, value=value)
    return f"{name}: {_bare(message)}"


def _odd(error: click.UsageError, command: str) -> str:
    """Words too many, and commands of commands."""
    message = error.message.rstrip(".")
    if message.startswith("Got unexpected extra"):
        return f"`{command}` takes fewer words; too many are {message.partition('(')[2].rstrip(')')}"
    if message.startswith("No such command") and error.ctx and isinstance(error.ctx.command, click.Group):
        word = message.split("'")[1] if "'" in message else ""
        meant = near(word, error.ctx.command.list_commands(error.ctx))
        hint = _(" (did you mean {meant}?)").format(meant=meant) if meant else ""
        return _("`{command}` has no command {word}{hint}").format(command=command, word=word, hint=hint)
    return _bare(message)


def _name(parameter: click.Parameter | None, ctx: click.Context | None) -> str:
    """How a parameter is written: --sort, ARTICLE."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    if isinstance(parameter, click.Argument) and ctx is not None:
        return parameter.make_metavar(ctx).strip("[]").removesuffix("...")
    return "something"


def _bare(message: str) -> str:
    """A message without its capital and full stop."""
    return message[:1].lower() + message[1:].rstrip(".")
