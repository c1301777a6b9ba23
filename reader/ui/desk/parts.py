"""The parts of the desk, how they are put together, and what each mode means to them."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.ui.desk.arranging import Arranging
from reader.ui.desk.attributing import Attributing
from reader.ui.desk.borders import Borders
from reader.ui.desk.chaining import Chaining
from reader.ui.desk.checking import Checking
from reader.ui.desk.copying import Copying
from reader.ui.desk.deciding import Deciding
from reader.ui.desk.desk import Desk
from reader.ui.desk.detecting import Detecting
from reader.ui.desk.explaining import Explaining
from reader.ui.desk.exporting import Exporting
from reader.ui.desk.facts import Change, Facts
from reader.ui.desk.finding import TextFinding
from reader.ui.desk.handing import Handing
from reader.ui.desk.linting import Linting
from reader.ui.desk.listening import Listening
from reader.ui.desk.loading import Loading
from reader.ui.desk.marking import Marking
from reader.ui.desk.modes import BORDER, POINT, READ, SEEK, SELECT, WRITE, Mode
from reader.ui.desk.notes import NoteWriting
from reader.ui.desk.opening import Opening
from reader.ui.desk.position import Position
from reader.ui.desk.reading import Reading
from reader.ui.desk.repeating import Repeating
from reader.ui.desk.roles import Roles
from reader.ui.desk.tagging import Tagging
from reader.ui.desk.translating import Translating


@dataclass(frozen=True, slots=True)
class Parts:
    """Who does what on the desk: each field is the first half of the names in `keys`."""

    loading: Loading
    position: Position
    reading: Reading
    arranging: Arranging
    finding: TextFinding
    repeating: Repeating
    deciding: Deciding
    attributing: Attributing
    marking: Marking
    borders: Borders
    roles: Roles
    notes: NoteWriting
    tagging: Tagging
    checking: Checking
    linting: Linting
    listening: Listening
    detecting: Detecting
    explaining: Explaining
    copying: Copying
    exporting: Exporting
    facts: Facts
    translating: Translating
    opening: Opening
    handing: Handing
    chaining: Chaining


def parts_of(desk: Desk, opened: Callable[[], None], change: Change) -> Parts:
    """The parts of a desk; `opened` is called when its article is shown for the first time.

    `change` changes the library behind what is queued.
    """
    loading, repeating, notes = Loading(desk, opened), Repeating(desk), NoteWriting(desk)
    deciding, checking = Deciding(desk, repeating), Checking(desk, repeating)
    attributing = Attributing(desk, loading, repeating)
    tagging = Tagging(desk, loading, repeating, notes)
    opens = {"note": notes.note, "speaker": attributing.speaker, "check": checking.check}
    return Parts(
        loading=loading,
        position=Position(desk),
        reading=Reading(desk),
        arranging=Arranging(desk),
        finding=TextFinding(desk),
        repeating=repeating,
        deciding=deciding,
        attributing=attributing,
        marking=Marking(desk),
        borders=Borders(desk),
        roles=Roles(desk),
        notes=notes,
        tagging=tagging,
        checking=checking,
        linting=Linting(desk, deciding, attributing, checking),
        listening=Listening(desk),
        detecting=Detecting(desk),
        explaining=Explaining(desk),
        copying=Copying(desk),
        exporting=Exporting(desk),
        facts=Facts(desk, change),
        translating=Translating(desk, change),
        opening=Opening(desk),
        handing=Handing(desk),
        chaining=Chaining(desk, loading, repeating, tagging, opens),
    )


def modes_of(desk: Desk, parts: Parts) -> dict[str, Mode]:
    """What each mode means, by its name."""
    reading, borders = parts.reading, parts.borders
    at_rest = (
        reading.count_status,
        parts.listening.status,
        parts.finding.status,
        parts.attributing.status,
        reading.quote_status,
    )

    def stay(_offset: int) -> None:
        desk.show_status()

    modes = (
        Mode(READ, at_rest, reading.choose_under, desk.back_to_reading),
        Mode(SELECT, (reading.selection_status,), stay, desk.back_to_reading),
        Mode(BORDER, (borders.status,), borders.show_moved, borders.leave),
        Mode(POINT, (parts.roles.status,), stay, desk.back_to_reading),
        Mode(WRITE, at_rest, stay, desk.back_to_reading),
        Mode(SEEK, at_rest, stay, desk.back_to_reading),
    )
    return {mode.name: mode for mode in modes}
