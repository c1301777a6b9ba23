"""What keeps a library sound: it is proved, examined, tidied and copied."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.store.connection import Connection
from reader.store.steps import Recorder

if TYPE_CHECKING:
    from reader.store.doctor import Symptom, Told
    from reader.store.encryption import Keys
    from reader.store.sizes import Size
    from reader.store.verify import Problem


class LookedAfter:
    """A library that can be looked after."""

    _db: Connection
    _recorder: Recorder

    def verify(self, passed: Callable[[int, int], None] = lambda _done, _all: None) -> Iterator["Problem"]:
        """Every stored span that does not say in its text what was stored with it.

        `passed` is told how many articles of how many are proved.
        """
        from reader.store.verify import problems  # rare

        return problems(self._db, passed=passed)

    def doctor(
        self, *, mend: bool = False, full: bool | None = True, told: "Told | None" = None
    ) -> Iterator["Symptom"]:
        """Everything wrong with the library; with `mend`, what can be made anew is.

        Without `full` what takes minutes in a large library is left out, and said; None does so where it is
        large. `told` hears how far it is.
        """
        from reader.store.doctor import Doctor  # rare

        return Doctor(self._recorder, told).examine(mend=mend, full=full)

    def size(self) -> "Size":
        """How large the library is."""
        from reader.store.sizes import size_of  # rare

        return size_of(self._db)

    def vacuum(self) -> int:
        """Tidy the search indexes and give unused space back; returns the bytes won."""
        from reader.store.sizes import vacuum  # rare

        return vacuum(self._db)

    def backup(self, target: Path | str, keys: "Keys | None" = None, told: "Told | None" = None) -> Path:
        """A checked copy in a new file, or in a folder under a name with the time; returns where.

        With `keys` it is encrypted. `told` hears how far it is.
        """
        from reader.store.backups import backup  # rare

        return backup(self._db, Path(target), keys, told)
