"""Correct the words and speakers of a transcript while its recording is played."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Static, TextArea

from reader.errors import ReaderError
from reader.i18n import _, ngettext, number
from reader.library.playing import SPEEDS, Player, Stretch
from reader.models import Article
from reader.texts.retiming import retimed
from reader.transcripts import Period, Transcript, clock
from reader.ui.dialogs.dialog import Dialog, broken_between_parts
from reader.ui.keys import task
from reader.ui.session import plain
from reader.ui.widgets.note_editor import in_lines
from reader.ui.widgets.transcript_area import TranscriptArea
from reader.visible import visible

BACK = 3.0
"""Seconds that one goes back."""
_LOOK = 0.2
"""Seconds between two looks where in the recording one is."""
_PAUSE = 0.3
"""Seconds without a key after which times are brought up to the words."""
_LARGE = 300_000
"""Characters from which that would hold up typing: then it is done only where times are asked for."""
_WIDEST, _BESIDE = 100, 4
"""Cells of the box in a wide terminal, and cells beside what stands in it."""
_KEYS = _(
    "F5 play · F6 back 3 s · F7 F8 slower, faster · F9 loop · F4 next unsure word · ^s keep · Esc leave"
)


@dataclass(frozen=True, slots=True)
class Sound:
    """The recording of a transcript."""

    player: Player
    file: str
    why_not: str = ""
    """Why there is nothing to play, as a sentence; empty where there is."""


class TranscriptEditor(Dialog[str]):
    """The text in an area, below it where in the recording one is; gives the text, None for no change."""

    BINDINGS = task(
        _("Correct while listening"),
        *(
            Binding(key, action, label, tooltip=tooltip, id=f"transcript.{action}", priority=True, show=False)
            for key, action, label, tooltip in (
                ("f5,ctrl+@", "play", _("Play"), _("Play from the cursor, or stop")),
                ("f6", "back", _("Back 3 s"), _("Go back three seconds in the recording")),
                ("f7", "slower", _("Slower"), _("Play slower")),
                ("f8", "faster", _("Faster"), _("Play faster")),
                ("f9", "loop", _("Loop"), _("Play the turn at the cursor again and again, or once")),
                ("f4", "unsure", _("Unsure word"), _("To the next word that the machine is unsure of")),
                ("ctrl+s", "keep", _("Keep"), _("Keep the corrections as a new version")),
            )
        ),
    )
    DEFAULT_CSS = """
    TranscriptEditor {
        align: center middle; background: $background;
        & > Vertical { width: 100%; max-width: 100; height: 100%; padding: 0 2; background: $surface; }
        .transcript-title { text-style: bold; height: 1; }
        .transcript-hint, .transcript-place { color: $muted; height: auto; max-height: 2; }
        TextArea { border: none; padding: 0; height: 1fr; margin: 1 0; background: $surface; }
        TextArea:focus { border: none; }
        &:nocolor .text-area--cursor { text-style: reverse; }
    }
    """

    def __init__(
        self, article: Article, transcript: Transcript, sound: Sound, heard: Callable[[Period], None]
    ) -> None:
        """Correct an article that is a transcript; `heard` is told what was played."""
        super().__init__()
        self._article, self._transcript, self._sound, self._heard = article, transcript, sound, heard
        self._shown = in_lines(article.text)
        self._now = transcript
        self._timed_text = article.text
        self._speed = 1.0
        self._loops = False
        self._is_sure = False
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """Title, text, place, keys."""
        with Vertical():
            yield Static(
                plain(_("Correct while listening: {title}").format(title=self._article.title)),
                classes="transcript-title",
            )
            yield TranscriptArea(self._shown)
            yield Static("", classes="transcript-place", markup=False)
            keys = broken_between_parts(_KEYS, self._room)
            yield Static(plain(keys), classes="transcript-hint", markup=False)

    def on_mount(self) -> None:
        """Begin at the top."""
        self.area.focus()
        self._bring_times()
        self._say(self._sound.why_not or _("F5 plays from the cursor."))
        self.set_interval(_LOOK, self._look)

    @property
    def _room(self) -> int:
        """Cells of a line."""
        return min(_WIDEST, self.app.size.width) - _BESIDE

    @property
    def area(self) -> TranscriptArea:
        """The words."""
        return self.query_one(TranscriptArea)

    # -- times -------------------------------------------------------------------------------------------

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._is_sure = False
        if self._pause is not None:
            self._pause.stop()
        if len(self.area.text) <= _LARGE:
            self._pause = self.set_timer(_PAUSE, self._bring_times)

    def _bring_times(self) -> None:
        """Find when the words are said that stand there now."""
        text = self.area.text
        if text != self._timed_text:
            self._now = retimed(self._article.text, self._transcript, text)
            self._timed_text = text
        self.area.take_times(self._now.times, self._now.unsure)

    # -- playing -----------------------------------------------------------------------------------------

    def action_play(self) -> None:
        """Play from the cursor, or stop."""
        if self._sound.player.is_playing:
            self._stop()
            self._say(_("Stopped."))
            return
        self._bring_times()
        self._play(self.area.moment)

    def action_back(self) -> None:
        """Go back three seconds, and play from there."""
        at = self._sound.player.position if self._sound.player.is_playing else self.area.moment
        self._play(None if at is None else max(0.0, at - BACK))

    def action_slower(self) -> None:
        """Play slower."""
        self._change_speed([speed for speed in SPEEDS if speed < self._speed][-1:])

    def action_faster(self) -> None:
        """Play faster."""
        self._change_speed([speed for speed in SPEEDS if speed > self._speed][:1])

    def _change_speed(self, wanted: list[float]) -> None:
        if not self._sound.player.can_change_speed:
            told = _("The player of your configuration takes no {field}: add it to play under [sound].")
            self._say(told.format(field="{speed}"))
            return
        self._speed = wanted[0] if wanted else self._speed
        if self._sound.player.is_playing:
            self._play(self._sound.player.position)
        else:
            self._say(_("Speed {speed:g}").format(speed=self._speed))

    def action_loop(self) -> None:
        """Play the turn at the cursor again and again, or no longer."""
        self._loops = not self._loops
        if not self._loops:
            self._say(_("No longer again and again."))
            return
        self._bring_times()
        self._play(self.area.moment)

    def _play(self, moment: float | None) -> None:
        if self._sound.why_not or moment is None:
            self._say(self._sound.why_not or _("No time is known at or behind the cursor."))
            return
        self._stop()
        period = self._turn_period() if self._loops else None
        begins, ends = (period.said_from, period.said_to) if period else (moment, None)
        try:
            self._sound.player.play(Stretch(self._sound.file, begins, ends, self._speed))
        except ReaderError as error:
            self._say(error.message)

    def _turn_period(self) -> Period | None:
        """When the turn at the cursor is said, where its end is known."""
        turn = self._now.turn_at(self.area.caret)
        period = self._now.period_of(turn.said, turn.end) if turn else None
        return period if period and period.said_to > period.said_from else None

    def _look(self) -> None:
        """Say where one is; tell what was played to its end, and begin again in a loop."""
        player = self._sound.player
        if player.is_playing:
            loop = _(", again and again") if self._loops else ""
            self._say(
                _("Playing {clock} × {speed:g}{loop}").format(
                    clock=clock(player.position), speed=player.stretch.speed, loop=loop
                )
            )
            self.area.follow(player.position)
            return
        try:
            heard = player.finish()
        except ReaderError as error:
            self._loops = False
            self._say(error.message)
            return
        if heard is None:
            return
        self._heard(heard)
        self.area.follow(None)
        if self._loops and heard.said_to > heard.said_from:
            self._play(heard.said_from)
        else:
            self._say(_("Played {heard}.").format(heard=heard))

    def _stop(self) -> None:
        if heard := self._sound.player.stop():
            self._heard(heard)
        self.area.follow(None)

    def _say(self, sentence: str) -> None:
        unsure = len(self._now.unsure)
        told = ngettext("{count} unsure word", "{count} unsure words", unsure)
        count = " · " + told.format(count=number(unsure)) if unsure else ""
        self.query_one(".transcript-place", Static).update(plain(visible(sentence) + count))

    # -- words -------------------------------------------------------------------------------------------

    def action_unsure(self) -> None:
        """Go to the next unsure word."""
        self._bring_times()
        if not self.area.go_to_unsure():
            self._say(_("The machine is unsure of no word here."))

    def action_keep(self) -> None:
        """Give the text, where it was changed."""
        self._stop()
        text = self.area.text
        self.dismiss(None if text == self._shown else text)

    def action_cancel(self) -> None:
        """Leave; what was corrected goes only when one says so twice."""
        self._stop()
        if self.area.text != self._shown and not self._is_sure:
            self._is_sure = True
            self._say(_("^s keeps your corrections; Esc once more throws them away."))
            return
        self.dismiss(None)

    def on_unmount(self) -> None:
        """The program ends: so does the player."""
        self._sound.player.stop()
