"""Where to write the article to, and in which format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual import events, on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.cells import cells, cut
from reader.formats import Format
from reader.i18n import _, ngettext, number
from reader.ui.dialogs.ask import Confirm
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.keys import task
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.lists.choices import Choice, ChoiceList, PickInput

BOX = 82
"""Cells of the box at most."""
_ELSE = _("as below; Tab comes here to type another")


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What to write."""

    format_name: str
    target: str
    """A file, or a folder where it ends in a slash."""
    accepted: bool
    """Whether only accepted quotes go out."""
    memos: bool = False
    """Whether all memos of the library go along."""


def replacing(paths: Sequence[Path]) -> Confirm:
    """Asks whether files that are there already may be replaced."""
    count = len(paths) - 1
    told = (
        ngettext(
            "{path} and {count} more file are there already.",
            "{path} and {count} more files are there already.",
            count,
        )
        if count
        else _("{path} is there already.")
    )
    said = told.format(path=paths[0], count=number(count))
    return Confirm(said, _("Enter replaces it · Esc leaves it"))


class ExportDialog(PickDialog[ExportWish]):
    """Formats by number or a few letters; Enter writes to the file shown, or to the one typed in its line."""

    heading = _("Export")
    placeholder = _("a number, or a few letters of a format")
    BINDINGS = [
        *task(
            _("Export (after e)"),
            Binding(
                "ctrl+a", "only_accepted", _("Only accepted"), tooltip=_("Leave suggestions out"),
                id="export.accepted", priority=True, show=False,
            ),
            Binding(
                "ctrl+n", "with_memos", _("With memos"), tooltip=_("Take all memos along, or leave them"),
                id="export.memos", priority=True, show=False,
            ),
        )
    ]  # fmt: skip

    def __init__(self, formats: dict[str, Format], stem: str, folder: Path) -> None:
        """Offer `formats`; a file is called `stem` and lies in `folder` unless another is typed."""
        super().__init__()
        self._formats = list(formats.values())
        self._stem = stem
        self._folder = folder
        self._accepted = False
        self._memos = False
        self._offered = ""
        """The file last offered in its line; left as it is, it follows the format."""

    def body(self) -> Iterator[Widget]:
        """What narrows the formats down, the formats, and the file in a line of its own."""
        yield PickInput(placeholder=self.placeholder, id="export-format")
        yield ChoiceList()
        yield Horizontal(*self._file_line(), id="export-line")

    def _file_line(self) -> Iterator[Widget]:
        name, file = (
            Static(" " + _("File") + " ", markup=False),
            LineInput(placeholder=_ELSE, id="export-file"),
        )
        name.styles.width, file.styles.width = 7, "1fr"
        file.styles.border, file.styles.height, file.styles.padding = ("none", "transparent"), 1, (0, 1)
        yield from (name, file)

    def on_mount(self) -> None:
        """Show the formats."""
        line = self.query_one("#export-line").styles
        line.height, line.margin = 1, (1, 0, 0, 0)
        self._narrow()

    @property
    def _file(self) -> LineInput:
        return self.query_one("#export-file", LineInput)

    def _narrow(self) -> None:
        """The formats that hold what is typed; all are numbered as far as there are digits."""
        words = self.typed.casefold().split()
        fitting = [one for one in self._formats if all(word in _searched(one) for word in words)]
        numbers = [""] * len(fitting) if words else [str(number) for number in range(1, 10)]
        self.choices.choices = [
            Choice(item.label.rstrip("."), item.suffix, "".join(numbers[place : place + 1]), value=item)
            for place, item in enumerate(fitting)
        ]
        self._show_target()

    @property
    def _format(self) -> Format | None:
        chosen = self.choices.chosen
        return chosen.value if chosen is not None and isinstance(chosen.value, Format) else None

    @property
    def _usual(self) -> str:
        """The file that is written where none is typed."""
        return str(self._folder / f"{self._stem}{self._format.suffix}") if self._format else ""

    @property
    def _target(self) -> str:
        typed = self._file.value.strip()
        return self._usual if typed in ("", self._offered) else typed

    def _show_target(self) -> None:
        if self._format is None:
            self.say_hint(_("No format is called that · Tab goes to the line of the file · Esc leaves"))
            return
        if self.has_class("-tiny"):  # a single line, for the name alone
            self.say_hint(
                cut(_("Writes {name}").format(name=Path(self._target).name), self.app.size.width - 6)
            )
            return
        switches = " · ".join(self._switches(self._format))
        target = _its_end(self._target, min(self.app.size.width, BOX) - 8 - len(_("Enter writes ")))
        self.say_hint(
            _("Enter writes {target}\n{switches} · Tab: another file").format(
                target=target, switches=switches
            )
        )

    def _switches(self, chosen: Format) -> Iterator[str]:
        """What goes out, and the keys that change it."""
        yield _("only accepted quotes (^a)") if self._accepted else _("all but rejected quotes (^a)")
        if chosen.holds_memos:
            yield _("with all memos (^n)") if self._memos else _("without memos (^n)")

    @on(Input.Changed, "#export-format")
    def _typed(self) -> None:
        self._narrow()

    @on(events.DescendantFocus, "#export-file")
    def _offer_file(self) -> None:
        """The usual file, to be changed rather than typed."""
        self._offered = self._usual if self._target == self._usual else self._offered
        self._file.value = self._target

    @on(Input.Changed, "#export-file")
    def _another_file(self) -> None:
        self._show_target()

    def on_pick_input_moved(self) -> None:
        """Another format has another ending."""
        self.call_after_refresh(self._show_target)

    def action_only_accepted(self) -> None:
        """Take suggestions along, or leave them."""
        self._accepted = not self._accepted
        self._show_target()

    def action_with_memos(self) -> None:
        """Take the memos of the library along, or leave them."""
        if self._format is not None and self._format.holds_memos:
            self._memos = not self._memos
            self._show_target()
        else:
            holding = (one.suffix for one in self._formats if one.holds_memos)
            told = _("This format holds no memos; those that end in {endings} do")
            self.say_hint(told.format(endings=", ".join(holding)))

    def picked(self, index: int) -> None:
        """A digit chooses; Enter writes."""
        self._show_target()

    @on(Input.Submitted)
    def _write(self) -> None:
        if self._format is None:
            return
        memos = self._memos and self._format.holds_memos
        is_folder = self._target.endswith("/") or Path(self._target).expanduser().is_dir()
        if memos and is_folder and not self._format.is_folder:
            self.say_hint(
                _("Memos go into one file: name a file instead of a folder, or leave them out (^n)")
            )
            return
        self.dismiss(ExportWish(self._format.name, self._target, self._accepted, memos))


def _its_end(path: str, width: int) -> str:
    """A path on one line: of a long one its end, which tells files apart."""
    if cells(path) <= width:
        return path
    kept = path[-width + 1 :]
    while cells(kept) >= width:
        kept = kept[1:]
    return f"…{kept}"


def _searched(one: Format) -> str:
    return f"{one.name} {one.label} {one.suffix}".casefold()
