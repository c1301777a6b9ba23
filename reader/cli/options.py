"""Options that several commands share, and the library they open."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from reader.config import Config
    from reader.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass
class Desk:
    """What the options before and after the command's name say; opens the library when it is needed."""

    library: str | None = None
    _config: "Config | None" = field(default=None, repr=False)

    @property
    def config(self) -> "Config":
        """The configuration, read once."""
        from reader import config

        if self._config is None:
            self._config = config.load()
        return self._config

    @property
    def path(self) -> Path:
        """The library to open."""
        from reader import config

        return config.library_path(self.library)

    @property
    def actor(self) -> str:
        """Who the journal names."""
        from reader import config

        return config.actor(self.config)

    def open(self, *, create: bool = False) -> "Store":
        """The library, as a context manager."""
        from reader.store import Store

        return Store(self.path, actor=self.actor, create=create)


def _choose_library(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    desk = ctx.ensure_object(Desk)
    if value is not None:
        desk.library = value


def library_option(command: Command) -> Command:
    """Add --library, which may stand before or after the command's name."""
    return click.option(
        "--library",
        metavar="FILE",
        expose_value=False,
        callback=_choose_library,
        is_eager=True,
        help="Library to use, instead of READER_LIBRARY or the one in your data folder.",
    )(command)


def json_option(command: Command) -> Command:
    """Add --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")(command)


def pass_desk(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --library and give the command its `Desk`."""
    return library_option(click.make_pass_decorator(Desk, ensure=True)(command))
