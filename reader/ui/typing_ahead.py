"""Keys typed faster than the screen follows are kept, and handled one after the other.

Textual hands a key to whatever has the focus when it arrives. Somebody who types `/putin` at once would then
lose letters to the list, since the search line gets the focus only when `/` has been handled.
"""

import time
from collections import deque
from typing import Any

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer

from reader.ui.behaviours import Behaviour

LONGEST = 1.0
"""Seconds that a key may hold those after it."""
AGAIN = 0.01
"""Seconds until looking again whether a dialog has come."""
ROUNDS = 3
"""How often word goes up from where a key was typed, for messages that its handling sets off on the way."""
ASKING = "ask"
"""Group of the workers that open a dialog."""
LEAVING = frozenset({"escape", "ctrl+q"})
"""Keys that leave what is still opening; whatever was typed before them is forgotten."""


class KeyDone(Message):
    """A key has gone up all the way from where it was typed to the app."""

    def __init__(self, number: int, target: MessagePump, rounds: int = ROUNDS) -> None:
        super().__init__()
        self.number = number
        self.target = target
        self.rounds = rounds


class TypingAheadApp(Behaviour, App[None], abstract=True):
    """An app that handles the next key when the one before is done."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._ahead: deque[events.Key] = deque()
        self._number = 0
        self._handling = False
        self._since = 0.0
        self._guard: Timer | None = None
        self.alt_keys: frozenset[str] = frozenset()
        """Keys with alt that mean themselves wherever one is, such as those of one's own."""
        self._opening: Screen[Any] | None = None
        """The screen that keys wait for until it has opened."""

    @property
    def is_handling_keys(self) -> bool:
        """Whether keys that were typed are still to be handled."""
        return self._handling or bool(self._ahead)

    async def on_event(self, event: events.Event) -> None:
        """Keep keys that come too early."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._is_escape_and_letter(event):
            await self.on_event(events.Key("escape", "\x1b"))
            await self.on_event(events.Key(event.character or "", event.character))
        elif self._opening is not None and event.key in LEAVING:
            self._ahead.clear()
            await self._handle(event)
        elif self._handling:
            self._ahead.append(event)
        elif getattr(self.screen, "awaits_focus", False) or self._is_opening():
            self._handling, self._since = True, time.monotonic()
            self._ahead.append(event)
            self.set_timer(AGAIN, self._go_on)
        else:
            await self._handle(event)

    def _is_escape_and_letter(self, event: events.Key) -> bool:
        """Whether Esc and a letter came in one burst, which terminals send for alt and the letter too."""
        letter = event.character or ""
        if not event.key.startswith("alt+") or not letter.isalpha():
            return False
        return event.key not in self.alt_keys and event.key not in self.screen.active_bindings

    async def _handle(self, event: events.Key) -> None:
        self._handling, self._since = True, time.monotonic()
        self._number += 1
        target = self.focused or self.screen
        await super().on_event(event)
        if target.post_message(KeyDone(self._number, target)):
            self._guard = self.set_timer(LONGEST, self._go_on)
        else:
            await self._go_on()

    def pop_screen(self) -> AwaitComplete:
        """Close a screen; word of the key that closed it would never come from there, and held the next."""
        done = super().pop_screen()
        if self._handling:
            target = self.focused or self.screen
            target.post_message(KeyDone(self._number, target))
        return done

    def on_key_done(self, event: KeyDone) -> None:
        """Go on after everything this key has set off in the app's own queue."""
        if event.number != self._number:
            return
        if self._ahead and event.rounds > 1:
            again = KeyDone(event.number, event.target, event.rounds - 1)
            if event.target.post_message(again):
                return
        self.call_later(self._go_on)

    async def _go_on(self) -> None:
        if not self._handling:
            return
        if self._waits_for_opening():
            self.set_timer(AGAIN, self._go_on)
            return
        if self._ahead and self._dialog_is_coming() and time.monotonic() - self._since < LONGEST:
            self.set_timer(AGAIN, self._go_on)
            return
        if self._guard is not None:
            self._guard.stop()
        self._handling = False
        if self._ahead:
            await self._handle(self._ahead.popleft())

    def _is_opening(self) -> bool:
        """Whether the screen is still reading what it is about; keys are kept for it until then."""
        return bool(getattr(self.screen, "is_opening", False))

    def _waits_for_opening(self) -> bool:
        """Whether keys wait for a screen to open; where it failed to, they were for nothing else."""
        if self._opening not in (None, self.screen):
            self._ahead.clear()
        self._opening = self.screen if self._ahead and self._is_opening() else None
        return self._opening is not None

    def _dialog_is_coming(self) -> bool:
        screen = self.screen
        if getattr(screen, "awaits_focus", False):
            return True
        if not screen.is_modal and any(one.group == ASKING and not one.is_finished for one in self.workers):
            return True
        return screen.focused is None and (not screen.is_mounted or bool(screen.focus_chain))
