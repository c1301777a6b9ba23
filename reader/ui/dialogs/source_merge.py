"""Before sources are made one: who stays, what goes over, and which value is kept where they differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader import amounts
from reader.i18n import _, either
from reader.models import Source
from reader.store.joining import Joining, joining
from reader.store.source_labels import field_label, value_label
from reader.ui.dialogs.dialog import MiddleDialog
from reader.ui.keys import task
from reader.ui.session import plain
from reader.visible import visible

_HINT = _("1–9 takes the other · Enter makes them one · Esc changes nothing")


@dataclass(frozen=True, slots=True)
class MergeWanted:
    """Which sources are to be made one, and how."""

    keep_id: int
    other_ids: tuple[int, ...]
    taken: Mapping[str, str]
    """The value of each field in which they differ."""


class SourceMerge(MiddleDialog[MergeWanted]):
    """Tells what will be done, and gives how."""

    BINDINGS = [
        *task(
            _("Dialog"),
            Binding("enter", "make", _("Make one"), tooltip=_("Make them one"), id="source_merge.make"),
        ),
        *(Binding(digit, f"next({digit})", _("Take another"), show=False) for digit in "123456789"),
    ]
    DEFAULT_CSS = """
    SourceMerge .merge--choice { height: auto; }
    SourceMerge #merge-plan { height: auto; margin: 1 0; }
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        """`sources` are at least two; the first stays, unless another one is taken."""
        super().__init__()
        self._sources = list(sources)
        self._places: dict[str, int] = {}

    def compose(self) -> ComposeResult:
        """Title, what can be chosen, what will be done, keys."""
        with Vertical():
            yield Static(plain(_("Make these sources one?")), classes="dialog--title")
            yield Static(self._choices(), id="merge-choices", classes="merge--choice")
            yield Static(self._plan_sentences(), id="merge-plan")
            yield Static(plain(_HINT), classes="dialog--hint")

    @property
    def _plan(self) -> Joining:
        return joining(self._sources[0], self._sources[1:])

    @property
    def _chosen_values(self) -> dict[str, str]:
        questions = self._plan.questions
        return {name: offer[self._places.get(name, 0) % len(offer)] for name, offer in questions.items()}

    def _choices(self) -> Content:
        stays = self._sources[0]
        quotes = amounts.quotes(stays.quotes, digits=True)
        lines = [_("1  stays: {name} ({quotes})").format(name=stays.name, quotes=quotes)]
        for number, (name, offer) in enumerate(self._plan.questions.items(), 2):
            value = self._chosen_values[name]
            left = either([value_label(name, one) for one in offer if one != value])
            lines.append(
                _("{number}  {name}: {value}   (not {left})").format(
                    number=number, name=field_label(name), value=value_label(name, value), left=left
                )
            )
        return Content(visible("\n".join(lines)))

    def _plan_sentences(self) -> Content:
        return Content(visible("\n".join(self._plan.taking(self._chosen_values).sentences())))

    def action_next(self, number: int) -> None:
        """Take the next source, or the next value of the field on that line."""
        names = list(self._plan.questions)
        if number == 1:
            self._sources.append(self._sources.pop(0))
            self._places.clear()
        elif number - 2 < len(names):
            name = names[number - 2]
            self._places[name] = self._places.get(name, 0) + 1
        self.query_one("#merge-choices", Static).update(self._choices())
        self.query_one("#merge-plan", Static).update(self._plan_sentences())

    def action_make(self) -> None:
        """Give what was chosen."""
        keep, *others = (source.id for source in self._sources)
        self.dismiss(MergeWanted(keep, tuple(others), self._chosen_values))
