"""One sync of a library: notice what changed here, take in what others say, and say what is new."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from reader.i18n import _
from reader.store.merging import PlaceAgain
from reader.store.steps import Recorder, new_uid, now
from reader.store.syncing.checking import checked
from reader.store.syncing.conflicts import Conflict, Conflicts
from reader.store.syncing.keys import Keys
from reader.store.syncing.kinds import AUTHORISATION, QUOTE, SOURCE
from reader.store.syncing.merging import Merging
from reader.store.syncing.moments import Moments
from reader.store.syncing.noticing import Noticing, Pen
from reader.store.syncing.placing import Placing
from reader.store.syncing.registers import Dot
from reader.store.syncing.renaming import Renaming
from reader.store.syncing.rivals import holding
from reader.store.syncing.rows import Rows
from reader.store.syncing.segments import Segment, named_moments
from reader.store.syncing.telling import CoverOver, Telling
from reader.store.syncing.things import Thing, Things
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
    trashed: int = 0
    """Articles that went to the trash here by what others did."""
    restored: int = 0
    """Articles that came back from the trash here by what others did."""
    who: list[str] = field(default_factory=list)
    """Whose segments were taken in."""
    waiting: int = 0
    """Things that came and cannot be shown, since what they belong to has not come yet."""
    conflicts: int = 0
    """Conflicts that are new."""
    forgotten: list[int] = field(default_factory=list)
    """Sources of this library that somebody else had forgotten for good: it is to forget them too."""
    troubles: list[str] = field(default_factory=list)


class Syncing:
    """Takes part in a desk, inside one step of the journal that the caller opens."""

    def __init__(
        self, recorder: Recorder, place: PlaceAgain, cover: Callable[[], CoverOver] | None = None
    ) -> None:
        """`cover` gives what covers names, as the library has them then."""
        self._recorder = recorder
        self._db = recorder.db
        self._place = place
        self.moments = Moments(self._db)
        self.things = Things(self._db, Keys(self._db), self.moments)
        self.rows = Rows(self._db, self.things.keys)
        self._touched: dict[tuple[str, str], Thing] = {}
        self.library = str(self._db.value("SELECT library FROM sync_desk"))
        self._next = Dot(self.library, self.moments.seen().get(self.library, 0) + 1)
        self._cover = cover
        self._see_covered()

    def _see_covered(self) -> None:
        """Look who is covered: after others were heard, it may be more."""
        cover = self._cover() if self._cover else None
        self.things.keys.covers = cover.covers if cover else None
        self._telling = Telling(self.rows, self.things, cover, self._next)

    def is_taken(self, dot: Dot) -> bool:
        """Whether what stands in a segment was taken in."""
        return self.moments.is_taken(dot)

    def run(
        self,
        segments: Iterable[Segment],
        who: str,
        send: Callable[[Segment], None],
        lost: Iterable[int] = (),
        *,
        says_all: bool = False,
    ) -> Synced:
        """Take segments in, and `send` those that say what is new here, and the `lost` ones of ours again.

        With `says_all`, all that this library ever said goes once more, as it may go now.
        """
        done = Synced()
        pen = Pen(self.library, who, self.moments)
        noticing = Noticing(self._db, self.rows, self.things, pen)
        noticing.notice(whole=not watch(self._db))
        merging = Merging(self._db, noticing)
        placing = Placing(self._recorder, noticing, merging, self._place)
        for segment in segments:
            self._take(segment, merging, placing)
            done.who.append(segment.moment.who)
        placing.place_waiting()
        placing.take_out_unused()
        self._see_covered()
        Renaming(self._db, noticing).rename()
        noticing.name_new()
        placing.place_waiting()  # what waited for an article that this library has named just now
        for things in pen.written.values():
            self._touched |= things
        done.conflicts = Conflicts(self._db, self.things, self.rows).note(self._touched)
        self._db.run("DELETE FROM sync_changed")
        done.forgotten = merging.forgotten
        self._say_again(pen, says_all=says_all)
        self._note_said(pen)
        for number in lost:  # only now do things say what their rows have
            send(self._again(number))
        done.went = self._send(pen, send)
        done.came, done.changed, done.troubles = placing.came, placing.changed, placing.troubles
        done.trashed, done.restored = placing.moved()
        done.waiting = sum(one.row is None for one in self.things.waiting())
        return done

    def _say_again(self, pen: Pen, *, says_all: bool) -> None:
        """Have said what was forgotten or covered since it went out; with `says_all`, all that is ours."""
        for thing in self.things.forgotten():
            pen.say_again(thing)
            thing.forgotten = 2
            self.things.keep(thing)
        for thing in self.things.all() if says_all else ():
            if any(dot.library == self.library for dot in thing.dots()):
                pen.say_again(thing)
        if any(thing.kind in (SOURCE, QUOTE) for thing in self._touched.values()):
            for thing in self._telling.unveiled():  # who is covered may be others now
                pen.say_again(thing)

    def _send(self, pen: Pen, send: Callable[[Segment], None]) -> dict[str, int]:
        """Send the segments that were written; how many things of each kind went."""
        went: dict[tuple[str, str], None] = {}
        for segment in self._written(pen):
            send(segment)
            went |= {(state["kind"], state["key"]): None for state in segment.states}
        return dict(Counter(kind for kind, _ in went))

    def _take(self, segment: Segment, merging: Merging, placing: Placing) -> None:
        for dot, moment in segment.moments.items():
            self.moments.hear(dot, moment)
        self.moments.hear(segment.dot, segment.moment, is_taken=True)
        merging.take(self._sound(segment, placing.troubles))
        placing.place(merging.touched)
        self._touched |= merging.touched
        merging.touched.clear()

    def _sound(self, segment: Segment, troubles: list[str]) -> Iterator[dict[str, Any]]:
        """The things of a segment that are as a library writes them; one that is not spoils itself alone."""
        for state in segment.states:
            try:
                sound = checked(state, self.moments)
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                who = segment.moment.who or segment.dot.library
                told = _("Something in segment {number} of {who} was left out: {reason}.")
                troubles.append(told.format(number=segment.dot.number, who=who, reason=error))
            else:
                yield sound

    def _note_said(self, pen: Pen) -> None:
        """Note which things are said again, so that their segment can be made anew should it be lost."""
        for number, things in pen.written.items():
            for thing in things.values():
                if Dot(self.library, number) not in thing.dots():
                    thing.said_in = number
                    self.things.keep(thing)

    def _written(self, pen: Pen) -> Iterator[Segment]:
        for number, things in sorted(pen.written.items()):
            yield self._segment(Dot(self.library, number), things.values())

    def _segment(self, dot: Dot, things: Iterable[Thing]) -> Segment:
        states = list(self._telling.states(things, dot))
        return Segment(dot, self.moments[dot], states, named_moments(states, self.moments))

    def _again(self, number: int) -> Segment:
        """A segment of this library made anew, of all that still stands as it said."""
        dot = Dot(self.library, number)
        said = [
            one for one in self.things.all() if number in (one.said_in, one.asked_in) or dot in one.dots()
        ]
        # as they were first told: the steps of an authorisation have an order
        return self._segment(dot, sorted(said, key=lambda one: one.row or 0))

    def settle(self, conflict: Conflict, *, take: bool) -> None:
        """Have one side of a conflict stand; the next sync says so to the others."""
        thing = self.things.get(conflict.kind, conflict.key)
        if thing is None or thing.row is None:
            return
        pen = Pen(self.library, "", self.moments)
        noticing = Noticing(self._db, self.rows, self.things, pen)
        placing = Placing(self._recorder, noticing, Merging(self._db, noticing), self._place)
        with self._recorder.step(_("Settle what two wrote ({kind})").format(kind=thing.kind.label)):
            told: Thing | None = thing
            if thing.kind is AUTHORISATION:
                told = self._settle_step(thing, conflict, take=take)
            elif take:
                placing.set_field(thing, thing.row, conflict.field, conflict.other)
            if told is not None:
                told.digests[conflict.field] = "settled"  # told as if it had been changed
                self.things.keep(told)
                self._db.run("INSERT OR IGNORE INTO sync_changed VALUES (?, ?)", (told.kind.name, told.row))
            self._db.run("UPDATE sync_conflicts SET settled = ? WHERE id = ?", (now(), conflict.id))
            self._recorder.touch()

    def _settle_step(self, step: Thing, conflict: Conflict, *, take: bool) -> Thing | None:
        """Enter a step of an authorisation once more, which then holds; else the one to tell that holds."""
        if not take:
            return holding(self.things, self.rows, step)
        values = {"uid": new_uid(), "quote_id": conflict.quote, **conflict.other}
        self._recorder.insert(step.kind.table, values)
        return None

    def own(self) -> dict[int, str]:
        """The segments of this library, each with the digest of its file."""
        sql = "SELECT number, digest FROM sync_segments WHERE library = ? AND is_taken"
        return {int(number): str(digest) for number, digest in self._db.rows(sql, (self.library,))}
