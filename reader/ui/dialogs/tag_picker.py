"""Put tags on something and take them off: recent ones by number, any by a few letters, new ones by name."""

import re
from collections.abc import Iterable, Sequence

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from reader.cells import cells, cut, fit
from reader.i18n import _
from reader.library.note_edits import TagChange
from reader.models import Tag
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.widgets.lists.choices import Choice, PickInput
from reader.visible import visible

MOST = 9
"""Tags offered: those that a digit chooses."""
_BESIDE = 33
"""Cells of a meaning that stand beside any tag: half of a line in a dialog."""
_COMMA = re.compile(r"[,;]")
"""Divides tags typed one after the other; a tag that holds one is put by the command."""

FIRST_TAG = _("Type the first tag, such as politik/syrien · Enter keeps it · Esc leaves")


class TagPicker(PickDialog[TagChange]):
    """Gives what changes about the tags of something, or None."""

    BINDINGS = [Binding("tab", "complete", _("Complete"), id="tags.complete", priority=True)]
    placeholder = _("a tag such as politik/syrien, or the number of one below")
    hint = _("1–9 puts or takes · commas divide · Enter keeps · Esc leaves")

    def __init__(
        self, recent: Sequence[Tag], every: Sequence[Tag], has: Iterable[str] = (), *, on: str = ""
    ) -> None:
        """Offer `recent` tags and all of `every`; `has` are those already there, `on` what is tagged."""
        super().__init__()
        self.heading = _("Tags of {on}").format(on=on) if on else _("Tags")
        self._had = tuple(has)
        self._wanted = set(self._had)
        self._recent = [tag.path for tag in recent]
        self._every = [tag.path for tag in every]
        self._known = {tag.path: tag for tag in (*recent, *every)}

    def on_mount(self) -> None:
        """Show recent tags, those in use first."""
        if not self._known:
            self.query_one(PickInput).placeholder = _("a tag such as politik/syrien")
        self._offer()

    def _offer(self) -> None:
        *_earlier, last = self._parts
        known = self._paths() if last else dict.fromkeys((*self._recent, *self._had, *self._every))
        paths = fitting(last, known)
        rows = _in_line([self._choice(number, path) for number, path in enumerate(paths[:MOST], 1)])
        if last and last not in paths:
            rows.append(Choice(_("New tag #{last}").format(last=last), "", "", last in self._wanted, last))
        self.choices.choices = rows
        self._say_meaning()

    def _choice(self, number: int, path: str) -> Choice:
        tag = self._known.get(path, Tag(path))
        # beside each its meaning begins; that of the current line stands below as a whole
        room = max(0, min(_BESIDE, self.app.size.width // 2 - 8))
        begun = cut(visible(" ".join(tag.description.split())), room)
        return Choice(f"#{path}", begun, str(number), path in self._wanted, path, tag.colour)

    def _say_meaning(self) -> None:
        """Say what the tag under the cursor is put on, and the keys."""
        chosen = self.choices.chosen
        known = self._known.get(str(chosen.value)) if chosen else None
        meaning = known.description if known else ""
        keys = self.hint if chosen else FIRST_TAG
        # a tiny terminal has one line for both, and its digits say which keys there are
        told = (meaning,) if meaning and self.has_class("-tiny") else (meaning, keys)
        self.say_hint("\n".join(filter(None, told)))

    @on(PickInput.Moved)
    def _follow(self) -> None:
        """Say what the tag means to which the cursor has gone."""
        self.call_after_refresh(self._say_meaning)

    @property
    def _parts(self) -> list[str]:
        """What is typed, divided at its commas; the last part may be the beginning of a tag."""
        return [part.strip() for part in _COMMA.split(self.typed)]

    def _take_typed(self) -> None:
        """Want the tags typed: each before a comma as it stands, the last as the list has it."""
        *earlier, last = self._parts
        self._wanted |= {part for part in earlier if part}
        chosen = self.choices.chosen
        if last and chosen is not None:
            self._wanted.add(str(chosen.value))

    def _paths(self) -> list[str]:
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
        if self.typed:
            self._take_typed()
            self.query_one(PickInput).value = ""

    @on(PickInput.Submitted)
    def _keep(self) -> None:
        chosen = self.choices.chosen
        if self.typed:
            self._take_typed()
        elif self._wanted == set(self._had) and chosen is not None:
            self._wanted ^= {str(chosen.value)}
        put = tuple(path for path in sorted(self._wanted) if path not in self._had)
        take = tuple(path for path in self._had if path not in self._wanted)
        self.dismiss(TagChange(put, take) if put or take else None)


def fitting(typed: str, paths: Iterable[str]) -> list[str]:
    """The tags in which the letters typed stand in their order, the likeliest first; all for none typed."""
    letters = typed.casefold()
    if not letters:
        return list(paths)
    return sorted((path for path in paths if _fits(letters, path)), key=lambda path: _rank(letters, path))


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


def _in_line(rows: Sequence[Choice]) -> list[Choice]:
    """Choices whose details begin one below the other: a list shows them at the right."""
    longest = max((cells(row.detail) for row in rows), default=0)
    return [row._replace(detail=fit(row.detail, longest)) if row.detail else row for row in rows]
