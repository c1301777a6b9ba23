"""One sync of a library: notice what changed here, take in what others say, and say what is new."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from reader.store.merging import PlaceAgain
from reader.store.steps import Recorder
from reader.store.syncing.keys import Keys
from reader.store.syncing.merging import Merging
from reader.store.syncing.noticing import Noticing, Pen
from reader.store.syncing.placing import Placing
from reader.store.syncing.registers import Dot
from reader.store.syncing.rows import Rows
from reader.store.syncing.segments import Segment, named_moments
from reader.store.syncing.telling import CoverOver, Telling
from reader.store.syncing.things import Moments, Thing, Things
from reader.store.syncing.watching import watch


@dataclass(slots=True)
class Synced:
    """What a sync did."""

    came: dict[str, int] = field(default_factory=dict)
    """Things that came in, by kind."""
    changed: dict[str, int] = field(default_factory=dict)
    """Things of this library that others changed, by kind."""
    went: dict[str, int] = field(default_factory=dict)
    """Things of this library that went out, by kind."""
    who: list[str] = field(default_factory=list)
    """Whose segments were taken in."""
    waiting: int = 0
    """Things that came and cannot be shown, since what they belong to has not come yet."""
    troubles: list[str] = field(default_factory=list)


class Syncing:
    """Takes part in a desk, inside one step of the journal that the caller opens."""

    def __init__(self, recorder: Recorder, place: PlaceAgain, cover: CoverOver | None = None) -> None:
        self._recorder = recorder
        self._db = recorder.db
        self._place = place
        self._moments = Moments(self._db)
        self._things = Things(self._db, Keys(self._db), self._moments)
        self._rows = Rows(self._db, self._things.keys)
        self._telling = Telling(self._rows, self._things, cover)
        self.library = str(self._db.value("SELECT library FROM sync_desk"))

    def is_taken(self, dot: Dot) -> bool:
        """Whether what stands in a segment was taken in."""
        return self._moments.is_taken(dot)

    def run(
        self, segments: Iterable[Segment], who: str, send: Callable[[Segment], None], lost: Iterable[int] = ()
    ) -> Synced:
        """Take segments in, and `send` those that say what is new here, and the `lost` ones of ours again."""
        done = Synced()
        pen = Pen(self.library, who, self._moments)
        noticing = Noticing(self._db, self._rows, self._things, pen)
        noticing.notice(whole=not watch(self._db))
        for number in lost:  # only now do things say what their rows have
            send(self._again(number))
        merging = Merging(self._db, noticing)
        placing = Placing(self._recorder, noticing, merging, self._place)
        for segment in segments:
            self._take(segment, merging, placing)
            done.who.append(segment.moment.who)
        placing.place_waiting()
        placing.take_out_unused()
        noticing.name_new()
        self._db.run("DELETE FROM sync_changed")
        for segment in self._written(pen):
            send(segment)
        for kind, _ in {name: None for things in pen.written.values() for name in things}:
            done.went[kind] = done.went.get(kind, 0) + 1
        done.came, done.changed, done.troubles = placing.came, placing.changed, placing.troubles
        done.waiting = len(self._things.waiting())
        return done

    def _take(self, segment: Segment, merging: Merging, placing: Placing) -> None:
        for dot, moment in segment.moments.items():
            self._moments.hear(dot, moment)
        self._moments.hear(segment.dot, segment.moment, is_taken=True)
        merging.take(segment.states)
        placing.place(merging.touched)
        merging.touched.clear()

    def _written(self, pen: Pen) -> Iterator[Segment]:
        for number, things in sorted(pen.written.items()):
            yield self._segment(Dot(self.library, number), things.values())

    def _segment(self, dot: Dot, things: Iterable[Thing]) -> Segment:
        states = list(self._telling.states(things))
        return Segment(dot, self._moments[dot], states, named_moments(states, self._moments))

    def _again(self, number: int) -> Segment:
        """A segment of this library made anew, of all that still stands as it said."""
        dot = Dot(self.library, number)
        return self._segment(dot, [thing for thing in self._things.all() if dot in thing.dots()])

    def own(self) -> dict[int, str]:
        """The segments of this library, each with the digest of its file."""
        sql = "SELECT number, digest FROM sync_segments WHERE library = ? AND is_taken"
        return {int(number): str(digest) for number, digest in self._db.rows(sql, (self.library,))}
