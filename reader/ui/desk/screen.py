"""The reading desk: one article, who is quoted saying what, and everything one does about it."""

from reader.ui.desk.checking import DeskChecking
from reader.ui.desk.chords import DeskBehind
from reader.ui.desk.copying import DeskTaking
from reader.ui.desk.finding import DeskFinding
from reader.ui.desk.keys import DESK_BINDINGS
from reader.ui.desk.marking import DeskMarking
from reader.ui.desk.reading import DeskReading
from reader.ui.desk.writing import DeskWriting
from reader.ui.places import COMPARE_KEYS, StoryWanted, VersionsWanted


class DeskScreen(DeskFinding, DeskTaking, DeskChecking, DeskWriting, DeskMarking, DeskReading, DeskBehind):
    """Read an article, correct its quotes, tag, check and annotate."""

    BINDINGS = [*DESK_BINDINGS, *COMPARE_KEYS]

    def action_story(self) -> None:
        """Show who else tells what the article tells."""
        self.post_message(StoryWanted(self.article_id))

    def action_versions(self) -> None:
        """Show what changed in the article."""
        self.post_message(VersionsWanted(self.article_id))
