"""Listening: play a quote of a transcript in its recording, correct words while it is played."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.errors import ReaderError
from reader.i18n import _
from reader.transcripts import Period, clock, joined
from reader.ui.desk.desk import Desk
from reader.ui.desk.modes import StatusWords
from reader.ui.desk.saving import Job

if TYPE_CHECKING:
    from reader.library.playing import Player, Stretch
    from reader.store import Store

_LOOK = 0.2
"""Seconds between two looks whether it still plays."""


class Listening:
    """Plays, and keeps what was heard."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._player: Player | None = None
        self._timer: Timer | None = None

    # -- playing -----------------------------------------------------------------------------------------

    def play(self) -> None:
        """Play the current quote, else the turn at the caret; stop what is being played."""
        if self._player is not None and self._player.is_playing:
            self.stop()
            return
        try:
            self._made().play(self._wanted())
        except ReaderError as error:
            self._desk.say(error.message, warn=True)
            return
        if self._timer is None:
            self._timer = self._desk.screen.set_interval(_LOOK, self._look)
        self._desk.show_status()

    def _made(self) -> "Player":
        from reader.library.playing import Player  # subprocess: 10 ms

        if self._player is None:
            self._player = Player(self._desk.session.config.sound.play)
        return self._player

    def _wanted(self) -> "Stretch":
        """What to play. Raises ReaderError where nobody knows."""
        from reader.library.playing import Stretch  # subprocess: 10 ms
        from reader.library.recordings import recording_of

        desk, article = self._desk, self._desk.page.article
        file = recording_of(article)
        period = desk.quote.period if desk.quote else None
        turn = article.transcript.turn_at(desk.text.caret) if article.transcript and not desk.quote else None
        if turn and article.transcript:
            period = article.transcript.period_of(turn.said, turn.end)
        if period is None:
            raise ReaderError(_("It is not known when this is said: the transcript has no time here."))
        return Stretch(file, period.said_from, period.said_to if period.said_to > period.said_from else None)

    def stop(self) -> None:
        """Stop; what was played so far is kept."""
        if self._player is not None and (heard := self._player.stop()):
            self._keep(heard)
        self._rest()

    def _look(self) -> None:
        """Show where one is; keep what was played to its end."""
        player = self._player
        if player is None or player.is_playing:
            self._desk.show_status()
            return
        try:
            heard = player.finish()
        except ReaderError as error:
            self._desk.say(error.message, warn=True)
        else:
            if heard:
                self._keep(heard)
        self._rest()

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._desk.show_status()

    def _keep(self, heard: Period) -> None:
        desk = self._desk
        desk.show(replace(desk.page, played=joined((*desk.page.played, heard))))
        desk.saving.save(Job("", partial(_note, article_id=desk.article_id, heard=heard)))

    def status(self) -> StatusWords | None:
        """Where in the recording one is, while it plays."""
        if self._player is None or not self._player.is_playing:
            return None
        return "PLAY", _("{clock}   ; stops").format(clock=clock(self._player.position))

    # -- correcting --------------------------------------------------------------------------------------

    def correct(self) -> None:
        """Correct words and speakers while the recording is played."""
        from reader.library.recordings import recording_of
        from reader.ui.dialogs.transcript import Sound, TranscriptEditor  # loaded when it is first asked for

        desk, article = self._desk, self._desk.page.article
        if article.transcript is None:
            desk.say(_("This is no transcript: its text stays as it was published."), warn=True)
            return
        self.stop()
        try:
            sound = Sound(self._made(), recording_of(article))
        except ReaderError as error:
            sound = Sound(self._made(), "", error.message)
        editor = TranscriptEditor(article, article.transcript, sound, self._keep)
        desk.open(editor, partial(self._store, version=article.version))

    def _store(self, text: str | None, *, version: int) -> None:
        if text is not None:
            work = partial(_correct, article_id=self._desk.article_id, text=text, version=version)
            self._desk.saving.save(Job(_("Correct the transcript"), work, self._stored, typed=text))

    def _stored(self, changed: int) -> None:
        words = "1 word" if changed == 1 else _("{changed} words").format(changed=changed)
        self._desk.say(
            _("{words} corrected: a new version; W shows the machine's.").format(words=words)
            if changed
            else _("No change.")
        )
        self._desk.screen.show_changed()


def _note(store: "Store", _ids: object, *, article_id: int, heard: Period) -> None:
    store.articles.note_played(article_id, heard)


def _correct(store: "Store", _ids: object, *, article_id: int, text: str, version: int) -> int:
    from reader.library.correcting import correct_transcript  # the ways in

    return correct_transcript(store, article_id, text, version)
