"""Syncing as the rest of the program uses it: the desk of a library, a sync, its conflicts."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.i18n import _
from reader.store.merging import PlaceAgain, orphaned
from reader.store.steps import Recorder
from reader.store.syncing import membership as memberships
from reader.store.syncing.conflicts import Conflict, Conflicts
from reader.store.syncing.desk import Desk, Staged, fresh_name
from reader.store.syncing.membership import Membership
from reader.store.syncing.registers import Dot
from reader.store.syncing.segments import NewerError, NotWholeError, Segment
from reader.store.syncing.shapes import Kind
from reader.store.syncing.syncing import Synced, Syncing
from reader.store.syncing.telling import CoverOver

_LABEL = _("Sync with the desk")


class Session:
    """What a library does at its desk."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db
        self._desk: Desk | None = None
        self._lost: list[int] = []
        self._says_all = False
        self.library = ""
        """The name of this library at the desk."""
        self.renamed = False
        """Whether it got another one in this sync."""
        self.put_back = 0
        """How many segments of it were missing or damaged in the folder, and are written again."""
        self.strays: list[Path] = []
        """Files under its name that are no segments of it."""

    def membership(self) -> Membership | None:
        """The desk of this library, None where it has none."""
        return memberships.membership(self._db)

    @contextmanager
    def step(self) -> Iterator[None]:
        """All of a sync: one step of the journal, which undo passes over."""
        with self._recorder.step(_LABEL):
            self._recorder.aside()
            yield

    def leave(self) -> None:
        """Be in step with nobody any more."""
        with self._recorder.step(_("Leave the desk")):
            memberships.leave(self._db)
            self._recorder.touch()

    def others(self) -> dict[str, int]:
        """The other libraries at the desk, by who writes them, with how many segments were read."""
        sql = """SELECT library, max(number), count(*) FROM sync_segments
            WHERE is_taken AND library <> (SELECT library FROM sync_desk) GROUP BY library"""
        return {self.who(library) or library: count for library, _, count in self._db.rows(sql)}

    def joined(self, desk: Desk, with_protected: bool | None) -> bool:
        """Take part in a desk; returns whether names that are covered go along."""
        known = self.membership()
        if known is None:
            memberships.join(self._db, fresh_name(), desk.folder, desk.name, desk.recipient)
        before = known.with_protected if known else False
        wanted = before if with_protected is None else with_protected
        self._says_all = wanted and known is not None and not before
        memberships.remember(self._db, desk.folder, with_protected=wanted)
        self.library = str(self._db.value("SELECT library FROM sync_desk"))
        self._desk = desk
        desk.sweep(self.library)
        self._check_own(desk)
        return wanted

    def _check_own(self, desk: Desk) -> None:
        """Find segments of ours that are lost, and whether a copy of this library writes as we do."""
        syncing = Syncing(self._recorder, orphaned)
        own, there = syncing.own(), desk.numbers().get(self.library, [])
        self.renamed = False
        unknown = {number for number in there if number not in own}
        # a stray file may bear any number: only what was written under our name is a copy's
        foreign = {number for number in unknown if desk.can_read and self._is_segment(desk, number)}
        self.strays = [desk.path(Dot(self.library, number)) for number in sorted(unknown - foreign)]
        self._lost, differing = [], set()
        for number, digest in own.items():
            found = desk.digest(Dot(self.library, number)) if digest else ""  # none: to be written anew
            if not found or (found != digest and desk.can_read and self._is_ours(desk, syncing, number)):
                self._lost.append(number)
            elif found != digest and desk.can_read:
                differing.add(number)
        self.put_back = sum(bool(own[number]) for number in self._lost)
        if foreign or differing:
            self.put_back = 0
            self.library, self.renamed = fresh_name(), True
            memberships.rename(self._db, syncing.things, syncing.moments, self.library, differing)
            self._lost = [*range(1, len(differing) + 1)]

    def _is_segment(self, desk: Desk, number: int) -> bool:
        """Whether a file under the name of this library is whole and says that it is of it."""
        try:
            desk.read(Dot(self.library, number))
        except NotWholeError:
            return False
        except NewerError:
            pass
        return True

    def _is_ours(self, desk: Desk, syncing: Syncing, number: int) -> bool:
        """Whether a changed file of ours is only damaged, or says what we wrote."""
        dot = Dot(self.library, number)
        try:
            return desk.read(dot).moment == syncing.moments[dot]
        except NewerError:
            return False
        except NotWholeError:
            return True

    def run(
        self,
        segments: Iterable[Segment],
        place: PlaceAgain,
        cover: Callable[[], CoverOver] | None,
        staged: list[Staged] | None,
    ) -> Synced:
        """Sync; files of new segments are written, and stand in `staged` to be put in their place after.

        Without a list for them nothing is written.
        """
        desk = self._desk
        assert desk is not None

        def send(segment: Segment) -> None:
            if staged is None:
                return
            staged.append(desk.stage(segment))
            memberships.note_digest(self._db, segment.dot, staged[-1].digest)

        self._syncing = Syncing(self._recorder, place, cover)
        done = self._syncing.run(segments, self._recorder.actor, send, self._lost, says_all=self._says_all)
        people = ", ".join(dict.fromkeys(filter(None, done.who)))
        if people:
            self._recorder.relabel(f"{_LABEL}: {people}")
        return done

    def conflicts(self) -> list[Conflict]:
        """What two people wrote at the same time, and nobody has settled."""
        syncing = Syncing(self._recorder, orphaned)
        return Conflicts(self._db, syncing.things, syncing.rows).all()

    def settle(self, conflict: Conflict, place: PlaceAgain, *, take: bool) -> None:
        """Have what stands of a conflict stand for all, or, with `take`, what the other wrote."""
        Syncing(self._recorder, place).settle(conflict, take=take)

    def column(self, kind: Kind, row: int, column: str) -> object:
        """What a column of a thing's row says."""
        return self._db.value(f"SELECT {column} FROM {kind.table} WHERE id = ?", (row,))

    def first_text(self, article: int) -> int:
        """The row of the first text of an article, 0 where none is here yet."""
        sql = "SELECT id FROM versions WHERE article_id = ? ORDER BY number LIMIT 1"
        return self._db.value(sql, (article,)) or 0

    def shows_text(self, article: int) -> bool:
        """Whether the text is here that an article shows."""
        sql = """SELECT 1 FROM versions JOIN articles ON articles.id = article_id
            WHERE number = version AND articles.id = ?"""
        return self._db.value(sql, (article,)) is not None

    def article_of(self, table: str, row: int) -> int:
        """The article that something stands in."""
        return int(self._db.value(f"SELECT article_id FROM {table} WHERE id = ?", (row,)))

    def is_taken(self, dot: Dot) -> bool:
        """Whether what stands in a segment was taken in."""
        return bool(
            self._db.value("SELECT is_taken FROM sync_segments WHERE library = ? AND number = ?", tuple(dot))
        )

    def taken(self, library: str) -> set[int]:
        """The numbers of a library's segments of which what stands in them was taken in."""
        sql = "SELECT number FROM sync_segments WHERE library = ? AND is_taken"
        return set(self._db.column(sql, (library,)))

    def who(self, library: str) -> str:
        """Who wrote the last segment of a library, "" where none was read."""
        sql = "SELECT who FROM sync_segments WHERE library = ? ORDER BY number DESC LIMIT 1"
        return str(self._db.value(sql, (library,)) or "")
