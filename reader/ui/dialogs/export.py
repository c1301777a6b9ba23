"""Where to write the article to, and in which format."""

from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from reader.formats import Format
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.keys import task
from reader.ui.widgets.lists.choices import Choice, PickInput


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What to write."""

    format_name: str
    target: str
    """A file, or a folder where it ends in a slash."""
    accepted: bool
    """Whether only accepted quotes go out."""


class ExportDialog(PickDialog[ExportWish]):
    """Formats by number; Enter writes to the file shown, or to the one typed."""

    heading = "Export"
    BINDINGS = [
        *task(
            "Export (after e)",
            Binding(
                "ctrl+a", "only_accepted", "Only accepted", tooltip="Leave suggestions out",
                id="export.accepted", priority=True, show=False,
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

    def on_mount(self) -> None:
        """Show the formats."""
        self.choices.choices = [
            Choice(f"{item.label.rstrip('.')}", item.suffix, str(number) if number < 10 else "")
            for number, item in enumerate(self._formats, 1)
        ]
        self._show_target()

    @property
    def _format(self) -> Format:
        return self._formats[self.choices.cursor]

    @property
    def _target(self) -> str:
        return self.typed or str(self._folder / f"{self._stem}{self._format.suffix}")

    def _show_target(self) -> None:
        which = "only accepted quotes" if self._accepted else "all quotes but the rejected"
        self.say_hint(f"Enter writes {self._target}\n{which}: ^a changes that · another path can be typed")

    @on(Input.Changed)
    def _typed(self) -> None:
        self._show_target()

    def on_pick_input_moved(self) -> None:
        """Another format has another ending."""
        self.call_after_refresh(self._show_target)

    def action_only_accepted(self) -> None:
        """Take suggestions along, or leave them."""
        self._accepted = not self._accepted
        self._show_target()

    def picked(self, index: int) -> None:
        """A digit chooses; Enter writes."""
        self._show_target()

    @on(PickInput.Submitted)
    def _write(self) -> None:
        self.dismiss(ExportWish(self._format.name, self._target, self._accepted))
