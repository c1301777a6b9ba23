"""The command palette: every action that has a key here, and themes."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.markup import escape

from reader.i18n import _
from reader.ui.keys import Key, by_task, in_letters, keys_on
from reader.ui.session import SessionApp
from reader.ui.themes import theme_label


class Command(NamedTuple):
    """One line of the palette."""

    label: str
    keys: str
    run: Callable[[], None]
    help: str


class KeyCommands(Provider):
    """The bindings that were active where the palette was called."""

    async def discover(self) -> Hits:
        """Every action, in the order of the screen."""
        for command in self._commands():
            shown = Content(command.label) + self._keys(command)
            yield DiscoveryHit(shown, command.run, text=command.label, help=escape(command.help))

    async def search(self, query: str) -> Hits:
        """The actions whose label or explanation resembles `query`."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.label), matcher.match(command.help) * 0.6)
            if score > 0:
                shown = matcher.highlight(escape(command.label)) + self._keys(command)
                yield Hit(score, shown, command.run, text=command.label, help=escape(command.help))

    def _commands(self) -> Iterator[Command]:
        keys = keys_on(self.screen)
        groups = by_task(in_letters(keys) if getattr(self.app, "ascii", False) else keys)
        for key in (key for group in groups.values() for key in group if key.enabled):
            binding = key.binding
            yield Command(
                binding.description, "  ".join(key.keys), partial(self._press, key), binding.tooltip
            )
        for name in self.app.available_themes:
            yield Command(
                _("Theme {name}").format(name=theme_label(name)),
                "",
                partial(self._use_theme, name),
                _("Change the colours"),
            )

    def _keys(self, command: Command) -> Content:
        return Content.styled(f"   {command.keys}", "dim") if command.keys else Content("")

    def _press(self, key: Key) -> None:
        self.app.call_later(self.app.run_action, key.binding.action, key.node)

    def _use_theme(self, name: str) -> None:
        self.app.theme = name
        if isinstance(self.app, SessionApp):
            self.app.run_worker(partial(self.app.session.keep_theme, name), thread=True, exit_on_error=False)
