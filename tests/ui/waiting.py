"""Waiting for a running app by its state: keys held back, messages, short timers, workers, painting.

Nothing here looks at the clock but to give up. A pilot's own wait looks at how busy the processor is, which
on a machine that has other things to do says "done" too early.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from textual._context import active_app
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker, get_current_worker

from reader.ui.typing_ahead import TypingAheadApp

PATIENCE = 30.0
"""Seconds after which a test gives up."""
SHORT = 0.3
"""Seconds up to which a timer holds back what a key has set off; longer ones guard or take something away."""
LOOK = 0.01
"""Seconds between two looks."""
_UNPAINTED = ("_layout_required", "_repaint_required", "_scroll_required", "_dirty_widgets", "_callbacks")
"""What widgets and screens note until they are painted again."""
_ASKING: set[Worker[Any]] = set()
"""Workers that have opened a dialog, and go on when it is answered."""
_push_screen_wait = App.push_screen_wait
ROUNDS = 3
"""So often nothing may be left to do until it counts: a message that is being handled may set off others."""


async def handled(app: App[Any], *, timers: bool = False) -> None:
    """Wait until all keys and messages are handled and painted; with `timers` until short ones ran out."""
    end = time.monotonic() + PATIENCE
    still = 0
    while still < ROUNDS and app._running and time.monotonic() < end:
        await asyncio.sleep(0)
        await Pilot(app)._wait_for_screen(timeout=PATIENCE)
        if _is_busy(app, timers):
            still = 0
            await asyncio.sleep(0.004)
        else:
            still += 1


def _is_busy(app: App[Any], timers: bool) -> bool:
    if not app._running or not app.screen_stack:
        return False
    if isinstance(app, TypingAheadApp) and (app._handling or app._ahead):
        return True
    nodes: list[DOMNode] = [app, *app.screen.walk_children(with_self=True)]
    if any(not node._message_queue.empty() or (timers and _waits(node)) for node in nodes):
        return True
    if any(isinstance(node, Widget) and _wants_painting(node) for node in nodes):
        app.screen._on_timer_update()  # what a screen does sixty times a second
        return True
    return False


def _waits(node: MessagePump) -> bool:
    """Whether a short timer of it is running that runs out once."""
    return any(_is_short(timer) for timer in list(node._timers))


def _is_short(timer: Timer) -> bool:
    task = timer._task
    return timer._repeat == 0 and timer._interval <= SHORT and task is not None and not task.done()


def _wants_painting(node: Widget) -> bool:
    return bool(
        node.is_attached
        and node.display
        and node.screen.is_current
        and any(getattr(node, name, None) for name in _UNPAINTED)
    )


async def until_handled(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """In place of Textual's `wait_for_idle`."""
    await asyncio.sleep(max(min_sleep, 0))
    del max_sleep
    await handled(active_app.get())


async def idle(app: App[Any]) -> None:
    """Wait until no worker runs; one that has opened a dialog and waits for its answer counts as none."""
    end = time.monotonic() + PATIENCE
    while working := at_work(app):
        if time.monotonic() > end:
            raise AssertionError(f"these workers never ended: {working}")
        await asyncio.sleep(LOOK)


def at_work(app: App[Any]) -> list[Worker[Any]]:
    """The workers that still do something."""
    asks = _ASKING if app._running and app.screen_stack and app.screen.is_modal else ()
    return [worker for worker in app.workers if not worker.is_finished and worker not in asks]


async def asked(app: App[Any], screen: Screen[Any], *, mode: str | None = None) -> Any:
    """In place of Textual's `push_screen_wait`: notes which worker waits for the answer."""
    worker = get_current_worker()
    _ASKING.add(worker)
    try:
        return await _push_screen_wait(app, screen, mode=mode)
    finally:
        _ASKING.discard(worker)


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until no worker and no short timer runs, and everything that they told is painted."""
    await handled(pilot.app, timers=True)
    while at_work(pilot.app):
        await idle(pilot.app)
        await handled(pilot.app, timers=True)


async def until(pilot: Pilot[Any], holds: Callable[[], bool], otherwise: str = "it never came") -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(otherwise)
        await pilot.pause(LOOK)


async def settled_dialog(pilot: Pilot[Any]) -> None:
    """Wait until a dialog asks; its worker goes on waiting for the answer."""
    await until(pilot, lambda: pilot.app.screen.is_modal, "no dialog came")
    await handled(pilot.app)


async def shows(pilot: Pilot[Any], text: str) -> None:
    """Wait until a text is on the screen."""
    await until(pilot, lambda: text in shown(pilot.app), f"{text} did not appear")


def shown(app: App[Any]) -> str:
    """What stands on the screen, a line each."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())
