"""The reading desk: one article, who is quoted saying what, and everything one does about it."""

from reader.ui.desk.checking import DeskChecking
from reader.ui.desk.chords import DeskBehind
from reader.ui.desk.copying import DeskTaking
from reader.ui.desk.finding import DeskFinding
from reader.ui.desk.keys import DESK_BINDINGS
from reader.ui.desk.marking import DeskMarking
from reader.ui.desk.reading import DeskReading
from reader.ui.desk.writing import DeskWriting
from reader.ui.screens.comparing import COMPARE_KEYS, Comparing


class DeskScreen(
    DeskFinding, DeskTaking, DeskChecking, DeskWriting, DeskMarking, DeskReading, DeskBehind, Comparing
):
    """Read an article, correct its quotes, tag, check and annotate."""

    BINDINGS = [*DESK_BINDINGS, *COMPARE_KEYS]

    @property
    def compared_id(self) -> int:
        """The article on the desk."""
        return self.article_id
