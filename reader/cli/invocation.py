"""What every command is told besides its own words, and the library that it opens."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.upgrading import upgrade_line
from reader.errors import StoreError
from reader.i18n import _
from reader.visible import visible

if TYPE_CHECKING:
    from reader.config import Config
    from reader.formats.cover import Cover
    from reader.library.covering import Covering
    from reader.library.detecting import DetectionSettings
    from reader.store import Store


@dataclass
class Invocation:
    """What every command is told besides its own words: which library; opens it when it is needed."""

    library: str | None = None
    with_confidential: bool = False
    """Whether those who are covered are named."""
    _config: "Config | None" = field(default=None, repr=False)

    @property
    def config(self) -> "Config":
        """The configuration, read once."""
        from reader import config  # 5 ms, which help does without

        if self._config is None:
            self._config = config.load()
        return self._config

    @property
    def path(self) -> Path:
        """The library to open."""
        from reader import config  # 5 ms, which help does without

        return config.library_path(self.library)

    @property
    def actor(self) -> str:
        """Who the journal names."""
        from reader import config  # 5 ms, which help does without

        return config.actor(self.config)

    def detection(self, engine: str | None = None) -> "DetectionSettings":
        """How quotes are looked for: as configured, but with the `engine` that the call names."""
        from reader.library.detecting import configured  # values that most commands do without

        return configured(self.config, engine)

    def covering(self, store: "Store") -> "Covering":
        """What covers all that this command prints of `store`."""
        from reader.library.covering import Covering  # the formats, which many commands do without

        return Covering(store, confidential=self.with_confidential)

    @cached_property
    def cover(self) -> "Cover | None":
        """The cover over names in whatever is printed as JSON; None where there is nobody to cover.

        Read anew at the first output: a command may have entered or changed sources before.
        """
        return self.cover_now()

    def cover_now(self) -> "Cover | None":
        """The same, read anew: a command that goes on for days must know who was covered meanwhile."""
        if not self.path.is_file():
            return None
        try:
            with self.open() as store:
                needed = store.sources.some_covered() or store.quotes.off_record_words()
                return self.covering(store).cover if needed else None
        except StoreError:
            return None  # of a library that cannot be read, nothing is printed but that

    def open(self, *, create: bool = False) -> "Store":
        """The library, as a context manager."""
        from reader.store import Store  # SQLite and all that is asked of it, which help does without

        if not create:
            _require(self.path)
        with upgrade_line() as told:
            store = Store(self.path, actor=self.actor, create=create, on_wait=_wait(), told=told)
        if store.notice:
            click.echo(visible(store.notice), err=True)
        return store


def _wait() -> Callable[[float], None]:
    """What tells a person, once, that another program is writing."""
    is_said = False

    def say_waiting(_seconds: float) -> None:
        nonlocal is_said
        if not is_said:
            is_said = True
            click.echo(_("Another program is writing to the library: waiting for it …"), err=True)

    return say_waiting


def _require(path: Path) -> None:
    """Say how a library begins, where there is none."""
    with suppress(OSError):  # whatever else is wrong with the path, the store says
        if not path.exists():
            raise StoreError(
                _("There is no library at {path} yet: `reader add` begins one.").format(path=path)
            )
        if path.is_file() and path.stat().st_size == 0:
            raise StoreError(
                _(
                    "{path} is an empty file and no library: `reader add` begins one in it; if "
                    "there was one, `reader restore BACKUP` puts a backup there."
                ).format(path=path)
            )
