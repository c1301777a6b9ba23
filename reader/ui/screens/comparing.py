"""From an article to its story and to its versions: keys that library and desk share."""

from textual.binding import Binding

from reader.ui.keys import task
from reader.ui.session import ReaderScreen

COMPARE_KEYS = task(
    "Compare",
    Binding(
        "S", "story", "Story", tooltip="The same report in other outlets, quotes compared",
        id="compare.story", show=False,
    ),
    Binding(
        "W", "versions", "Versions", tooltip="Texts of the article, what changed, lost quotes",
        id="compare.versions", show=False,
    ),
)  # fmt: skip


class Comparing(ReaderScreen):
    """A screen with a current article that can be compared.

    To be named last among base classes: Textual takes the looks of a screen from its first.
    """

    @property
    def compared_id(self) -> int:
        """The current article, 0 where there is none."""
        raise NotImplementedError

    def action_story(self) -> None:
        """Show who else tells what the article tells."""
        from reader.ui.screens.stories import StoriesScreen

        if self.compared_id:
            self.app.push_screen(StoriesScreen(self.compared_id))

    def action_versions(self) -> None:
        """Show what changed in the article."""
        from reader.ui.screens.versions import VersionsScreen

        if self.compared_id:
            self.app.push_screen(VersionsScreen(self.compared_id))
