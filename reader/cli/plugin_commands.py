"""Commands of plugins, called as reader's own are: on the library that was named, a fault as a sentence."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

import click

from reader.cli.invocation import Invocation
from reader.cli.options import library_option
from reader.errors import ReaderError
from reader.i18n import _

_LIBRARY = "READER_LIBRARY"


def called_by_reader(command: click.Command, plugin: str) -> click.Command:
    """A command of a plugin that takes --library, works on that, and is named when it fails."""
    _take_library(command)
    ours = copy(command)

    def invoke(ctx: click.Context) -> Any:
        with _its_library(ctx.ensure_object(Invocation).library), _naming(f"{command.name}", plugin):
            return command.invoke(ctx)

    ours.invoke = invoke  # type: ignore[method-assign]  # of a command or group, whichever the plugin gave
    return ours


def _take_library(command: click.Command) -> None:
    """Have a command, and those under it, take --library unless they have one of their own."""
    if not any("--library" in parameter.opts for parameter in command.params):
        library_option(command)
    for below in getattr(command, "commands", {}).values():
        _take_library(below)


@contextmanager
def _its_library(chosen: str | None) -> Iterator[None]:
    """Let `open_library()` of the plugin, and a program that it starts, open the library that was named."""
    before = os.environ.get(_LIBRARY)
    if chosen is not None:
        os.environ[_LIBRARY] = chosen
    try:
        yield
    finally:
        if chosen is not None:
            os.environ.pop(_LIBRARY)
        if before is not None:
            os.environ[_LIBRARY] = before


@contextmanager
def _naming(command: str, plugin: str) -> Iterator[None]:
    """Say whose fault it is where a plugin's command fails: not one of reader."""
    try:
        yield
    except (ReaderError, click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except Exception as error:  # a plugin's code may raise anything
        if os.environ.get("READER_DEBUG"):
            raise
        fault = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        raise ReaderError(
            _("The command {command} of the plugin {plugin} fails: {fault}.").format(
                command=command, plugin=plugin, fault=fault
            )
        ) from error
