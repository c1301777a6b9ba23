"""What is wrong with a call, as one sentence with the way out, instead of click's three lines."""

import difflib
import gettext
import re
from collections.abc import Sequence

import click

from reader.i18n import SOURCE, _, ngettext, pgettext, spoken


def sentence_of(error: click.UsageError, ctx: click.Context | None = None) -> str:
    """The sentence for a wrong call; `ctx` is the group's, for errors that know none of their own."""
    where = error.ctx.command_path.removesuffix(" PATHS") if error.ctx else _path(ctx)
    return _("{wrong}: `{command} --help` explains it.").format(wrong=_wrong(error, where), command=where)


def _path(ctx: click.Context | None) -> str:
    called = ctx.invoked_subcommand if ctx else None
    return f"reader {called}" if called and called != "PATHS" else "reader"  # not shown: as it is typed


def near(word: str, known: Sequence[str]) -> str:
    """The one of `known` that was probably meant, or ""."""
    return next(iter(difflib.get_close_matches(word.lower(), known, 1)), "")


def _wrong(error: click.UsageError, command: str) -> str:
    match error:
        case click.NoSuchOption():
            meant = error.possibilities or [""]
            told = _("`{command}` has no option {option}")
            if meant[0]:
                told = _("`{command}` has no option {option} (did you mean {meant}?)")
            return told.format(command=command, option=error.option_name, meant=meant[0])
        case click.MissingParameter():
            name = _name(error.param, error.ctx)
            return _("`{command}` needs {parameter}").format(command=command, parameter=name)
        case click.BadParameter() if error.param is not None:
            return _bad_value(_name(error.param, error.ctx), error.param, error.message)
        case click.BadOptionUsage() if lacking := _said(error, *_TOO_FEW):
            count = int(lacking.get("nargs", 1))
            told = ngettext("{option} needs a value", "{option} needs {count} values", count)
            return told.format(option=error.option_name, count=count)
    return _odd(error, command)


def _bad_value(name: str, parameter: click.Parameter, message: str) -> str:
    """A value that cannot be: one of none, no number, out of range."""
    value = message.split("'")[1] if message.count("'") > 1 else message.split(" ", maxsplit=1)[0]
    match parameter.type:
        case click.Choice(choices=choices):
            told = _('{parameter} cannot be "{value}", only {choices}')
            return told.format(parameter=name, value=value, choices=", ".join(map(str, choices)))
        case click.IntRange(min=least) if _is_number(value):
            told = _("{parameter} cannot be {value}, only {least} or more")
            return told.format(parameter=name, value=value, least=least)
        case click.types.IntParamType():
            return _('{parameter} takes a number, not "{value}"').format(parameter=name, value=value)
    return f"{name}: {_bare(message)}"


def _is_number(value: str) -> bool:
    return value.removeprefix("-").isdecimal()


def _odd(error: click.UsageError, command: str) -> str:
    """Words too many, and commands of commands."""
    if extra := _said(error, *_TOO_MANY):
        told = _("`{command}` takes fewer words; too many are {words}")
        return told.format(command=command, words=extra["args"])
    unknown = _said(error, _NO_COMMAND)
    if unknown and error.ctx and isinstance(error.ctx.command, click.Group):
        word = unknown["name"].strip("'")
        meant = near(word, error.ctx.command.list_commands(error.ctx))
        told = _("`{command}` has no command {word}")
        if meant:
            told = _("`{command}` has no command {word} (did you mean {meant}?)")
        return told.format(command=command, word=word, meant=meant)
    return _bare(error.message)


_TOO_MANY = (
    "Got unexpected extra argument ({args})",  # not shown: click's, to look it up
    "Got unexpected extra arguments ({args})",  # not shown: click's, to look it up
)
_TOO_FEW = (
    "Option {name!r} requires an argument.",  # not shown: click's, to look it up
    "Option {name!r} requires {nargs} arguments.",  # not shown: click's, to look it up
)
_NO_COMMAND = "No such command {name!r}."  # not shown: click's, to look it up


def _said(error: click.UsageError, *messages: str) -> dict[str, str]:
    """The fields of one of click's messages, in the language that it speaks; none where it says another."""
    one, *many = messages
    forms = [gettext.ngettext(one, many[0], n) for n in (1, 2)] if many else [gettext.gettext(one)]
    for said in forms:
        pattern = re.sub(r"\\{(\w+)(?:!r)?\\}", r"(?P<\1>.*)", re.escape(said))
        if found := re.fullmatch(pattern, error.message):
            return found.groupdict()
    return {}


def _name(parameter: click.Parameter | None, ctx: click.Context | None) -> str:
    """How a parameter is written: --sort, ARTICLE."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    if isinstance(parameter, click.Argument) and ctx is not None:
        return parameter.make_metavar(ctx).strip("[]").removesuffix("...")
    return pgettext("in the place of a name", "something")


def _bare(message: str) -> str:
    """A message without its full stop, and in English without its capital."""
    first = message[:1].lower() if spoken() == SOURCE else message[:1]
    return first + message[1:].rstrip(".")
