"""The command palette: every action that has a key here, and themes."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.ui.keys import Key, keys_of


class KeyCommands(Provider):
    """The bindings that were active where the palette was called."""

    async def discover(self) -> Hits:
        """Every action, in the order of the screen."""
        for label, run, tooltip in self._commands():
            yield DiscoveryHit(label, run, help=tooltip)

    async def search(self, query: str) -> Hits:
        """The actions whose label or explanation resembles `query`."""
        matcher = self.matcher(query)
        for label, run, tooltip in self._commands():
            score = max(matcher.match(label), matcher.match(tooltip) * 0.6)
            if score > 0:
                yield Hit(score, matcher.highlight(label), run, text=label, help=tooltip)

    def _commands(self) -> Iterator[tuple[str, Callable[[], None], str]]:
        for key in keys_of(self.screen.active_bindings):
            if key.enabled:
                yield _label(key), partial(self._press, key), key.binding.tooltip
        for name in self.app.available_themes:
            yield f"Theme: {name}", partial(self._use_theme, name), "Change the colours"

    def _press(self, key: Key) -> None:
        self.app.call_later(self.app.run_action, key.binding.action, key.node)

    def _use_theme(self, name: str) -> None:
        self.app.theme = name


def _label(key: Key) -> str:
    return f"{key.binding.description}  [{' '.join(key.keys)}]"
