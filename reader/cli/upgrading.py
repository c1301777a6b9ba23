"""What a person sees while an older library is brought up to date: it takes minutes, where it is large."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cli.stages import StageLine
    from reader.store.page_copies import Told


@contextmanager
def upgrade_line() -> "Iterator[Told]":
    """What a `Store` is given to tell; on a terminal it shows a line until the library is open."""
    with ExitStack() as shown:
        line: StageLine | None = None

        def told(what: str, done: int, total: int) -> None:
            nonlocal line
            if line is None:
                from reader.cli.stages import StageLine  # few starts bring a library up to date

                line = shown.enter_context(StageLine())
            line.told(what, done, total)

        yield told
