"""Put tags on something and take them off: recent ones by number, any by a few letters, new ones by name."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from reader.library.note_edits import TagChange
from reader.models import Tag
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.widgets.lists.choices import Choice, PickInput

MOST = 9
"""Tags offered: those that a digit chooses."""


FIRST_TAG = "Type the first tag, such as politik/syrien · Enter keeps it · Esc leaves"


class TagPicker(PickDialog[TagChange]):
    """Gives what changes about the tags of something, or None."""

    BINDINGS = [Binding("tab", "complete", "Complete", id="tags.complete", priority=True)]
    placeholder = "a tag such as politik/syrien, or the number of one below"
    hint = "1–9 puts or takes · Tab completes · Enter keeps · Esc leaves"

    def __init__(
        self, recent: Sequence[Tag], every: Sequence[Tag], has: Iterable[str] = (), *, on: str = ""
    ) -> None:
        """Offer `recent` tags and all of `every`; `has` are those already there, `on` what is tagged."""
        super().__init__()
        self.heading = f"Tags of {on}" if on else "Tags"
        self._had = tuple(has)
        self._wanted = set(self._had)
        self._recent = [tag.path for tag in recent]
        self._every = [tag.path for tag in every]

    def on_mount(self) -> None:
        """Show recent tags, those in use first."""
        self._offer()

    def _offer(self) -> None:
        typed = self.typed.casefold()
        if typed:
            paths = sorted(
                filter(lambda path: _fits(typed, path), self._known()), key=lambda p: _rank(typed, p)
            )
        else:
            paths = list(dict.fromkeys((*self._recent, *self._had, *self._every)))
        rows = [
            Choice(f"#{path}", "", str(number), path in self._wanted, path)
            for number, path in enumerate(paths[:MOST], 1)
        ]
        if typed and self.typed not in paths:
            rows.append(Choice(f"New tag #{self.typed}", "", "", self.typed in self._wanted, self.typed))
        self.choices.choices = rows
        self.say_hint(self.hint if rows else FIRST_TAG)

    def _known(self) -> list[str]:
        return list(dict.fromkeys((*self._recent, *self._every, *sorted(self._wanted))))

    @on(Input.Changed)
    def _typed(self) -> None:
        self.choices.cursor = 0
        self._offer()

    def picked(self, index: int) -> None:
        """Put or take that tag."""
        path = str(self.choices.choices[index].value)
        self._wanted ^= {path}
        self._offer()

    def action_complete(self) -> None:
        """Take what is typed so far, or the line below, as a tag and go on."""
        chosen = self.choices.chosen
        if self.typed and chosen is not None:
            self._wanted.add(str(chosen.value))
            self.query_one(PickInput).value = ""

    @on(PickInput.Submitted)
    def _keep(self) -> None:
        chosen = self.choices.chosen
        if self.typed and chosen is not None:
            self._wanted.add(str(chosen.value))
        elif not self.typed and self._wanted == set(self._had) and chosen is not None:
            self._wanted ^= {str(chosen.value)}
        put = tuple(path for path in sorted(self._wanted) if path not in self._had)
        take = tuple(path for path in self._had if path not in self._wanted)
        self.dismiss(TagChange(put, take) if put or take else None)


def _fits(typed: str, path: str) -> bool:
    """Whether the letters typed stand in the path in their order."""
    letters = iter(path.casefold())
    return all(letter in letters for letter in typed)


def _rank(typed: str, path: str) -> tuple[int, int]:
    """Letters at the beginning of a part first, then letters together, the short before the long."""
    folded = path.casefold()
    place = folded.find(typed)
    starts = place == 0 or (place > 0 and folded[place - 1] == "/")
    return (0 if starts else 1 if place >= 0 else 2, len(path))
