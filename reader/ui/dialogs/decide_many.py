"""Accept or reject many suggestions at once: above a confidence, of a speaker, of a type."""

from collections.abc import Iterator, Mapping, Sequence

from textual import on

from reader.i18n import _, percent
from reader.models import Quote, Status
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.widgets.lists.choices import Choice, PickInput
from reader.ui.widgets.quote_types import LOOKS

Decision = tuple[tuple[int, ...], Status]

LEVELS = (0.9, 0.8, 0.6)
"""Confidences offered."""


def _at_least(level: float) -> str:
    return _("Accept all that are at least {level} sure").format(level=percent(level))


USUAL = _at_least(0.8)
"""What Enter alone does."""
DOUBTFUL = 0.5
"""Confidence, 0 to 1, below which all are rejected at once: no better than a coin."""


class BulkDialog(PickDialog[Decision]):
    """Gives ids and what is decided about them, or None."""

    heading = _("Decide many at once")
    placeholder = _("Enter takes the marked line; %75 accepts all that are at least 75% sure")
    hint = _("1–9 or Enter decides · u takes it back · Esc leaves")

    def __init__(self, waiting: Sequence[Quote], names: Mapping[int, str], current: Quote | None) -> None:
        """Offer decisions on the suggestions `waiting`; `names` are their speakers."""
        super().__init__()
        self._waiting = waiting
        self._names = names
        self._current = current

    def on_mount(self) -> None:
        """Show what can be decided."""
        self._offer()

    def _offer(self) -> None:
        rows = [(label, ids, status) for label, ids, status in self._decisions() if ids]
        self.choices.choices = [
            Choice(label, f"{len(ids)}", str(number) if number < 10 else "", value=(ids, status))
            for number, (label, ids, status) in enumerate(rows, 1)
        ]
        labels = [label for label, _ids, _status in rows]
        self.choices.cursor = labels.index(USUAL) if USUAL in labels else 0

    def _decisions(self) -> Iterator[tuple[str, tuple[int, ...], Status]]:
        for level in LEVELS:
            yield _at_least(level), self._sure(level), Status.ACCEPTED
        yield _("Accept all"), self._sure(0.0), Status.ACCEPTED
        current = self._current
        if current is not None:
            kind = tuple(quote.id for quote in self._waiting if quote.type == current.type)
            yield (
                _("Accept all that are {label}").format(label=LOOKS[current.type].label),
                kind,
                Status.ACCEPTED,
            )
            name = self._names.get(current.id, "")
            same = tuple(quote.id for quote in self._waiting if name and self._names[quote.id] == name)
            yield _("Accept all of {name}").format(name=name), same, Status.ACCEPTED
        doubtful = tuple(quote.id for quote in self._waiting if quote.confidence < DOUBTFUL)
        yield _("Reject all below {level}").format(level=percent(DOUBTFUL)), doubtful, Status.REJECTED
        yield _("Reject all"), self._sure(0.0), Status.REJECTED

    def _sure(self, level: float) -> tuple[int, ...]:
        return tuple(quote.id for quote in self._waiting if quote.confidence >= level)

    @on(PickInput.Submitted)
    def _decide_typed(self) -> None:
        typed = self.typed.strip("% ")
        if not typed:
            self.picked(self.choices.cursor)
        elif typed.isdigit() and int(typed) <= 100 and self._sure(int(typed) / 100):
            self.dismiss((self._sure(int(typed) / 100), Status.ACCEPTED))
        else:
            self.say_hint(_("No suggestion is as sure as that."))

    def picked(self, index: int) -> None:
        """Decide."""
        if self.choices.choices:
            value = self.choices.choices[index].value
            self.dismiss(value if isinstance(value, tuple) else None)
