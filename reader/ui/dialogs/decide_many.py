"""Accept or reject many suggestions at once: above a confidence, of a speaker, of a type."""

from collections.abc import Iterator, Mapping, Sequence

from textual import on

from reader.i18n import _, number, percent
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
    placeholder = _("a few letters, or a name; %75 accepts all that are at least 75% sure")
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

    @on(PickInput.Changed)
    def _offer(self) -> None:
        """The decisions that hold what is typed, the numbered ones where that is nothing."""
        typed = "" if self._level is not None else self.typed.casefold()
        rows = [(label, ids, status) for label, ids, status in self._fitting(typed.split()) if ids]
        self.choices.choices = [
            Choice(
                label, number(len(ids)), str(place) if place < 10 and not typed else "", value=(ids, status)
            )
            for place, (label, ids, status) in enumerate(rows, 1)
        ]
        labels = [label for label, _ids, _status in rows]
        self.choices.cursor = labels.index(USUAL) if USUAL in labels else 0
        self.say_hint(self.hint if rows else _("Nothing that can be decided is called that · Esc leaves"))

    @property
    def _level(self) -> float | None:
        """The confidence that is typed, as "75" or "%75"; None where something else is."""
        typed = self.typed.strip("% ")
        return int(typed) / 100 if typed.isdecimal() and int(typed) <= 100 else None

    def _fitting(self, words: Sequence[str]) -> Iterator[tuple[str, tuple[int, ...], Status]]:
        """The usual decisions, and where words are typed those about all other speakers."""
        offered = [*self._decisions(), *(self._about_others() if words else ())]
        return (one for one in offered if all(word in one[0].casefold() for word in words))

    def _about_others(self) -> Iterator[tuple[str, tuple[int, ...], Status]]:
        known = self._names.get(self._current.id, "") if self._current else ""
        for name in sorted({self._names[quote.id] for quote in self._waiting} - {known, ""}):
            yield _("Accept all of {name}").format(name=name), self._said_by(name), Status.ACCEPTED

    def _said_by(self, name: str) -> tuple[int, ...]:
        return tuple(quote.id for quote in self._waiting if name and self._names[quote.id] == name)

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
            yield _("Accept all of {name}").format(name=name), self._said_by(name), Status.ACCEPTED
        doubtful = tuple(quote.id for quote in self._waiting if quote.confidence < DOUBTFUL)
        yield _("Reject all below {level}").format(level=percent(DOUBTFUL)), doubtful, Status.REJECTED
        yield _("Reject all"), self._sure(0.0), Status.REJECTED

    def _sure(self, level: float) -> tuple[int, ...]:
        return tuple(quote.id for quote in self._waiting if quote.confidence >= level)

    @on(PickInput.Submitted)
    def _decide_typed(self) -> None:
        level = self._level
        if level is None:
            self.picked(self.choices.cursor)
        elif sure := self._sure(level):
            self.dismiss((sure, Status.ACCEPTED))
        else:
            self.say_hint(_("No suggestion is as sure as that."))

    def picked(self, index: int) -> None:
        """Decide."""
        if self.choices.choices:
            value = self.choices.choices[index].value
            self.dismiss(value if isinstance(value, tuple) else None)
