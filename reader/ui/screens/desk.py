"""The reading desk: one article, who is quoted saying what, and everything one does about it."""

from reader.ui.desk_deciding import DeskDeciding
from reader.ui.desk_keys import DESK_BINDINGS
from reader.ui.desk_marking import DeskMarking
from reader.ui.desk_reading import DeskReading


class DeskScreen(DeskMarking, DeskDeciding, DeskReading):
    """Read an article, correct its quotes, tag, check and annotate."""

    BINDINGS = [*DESK_BINDINGS]
