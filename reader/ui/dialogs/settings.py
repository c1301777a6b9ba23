"""The settings: each line one of the configuration, changed where it stands and kept at once.

What is only in the file (feeds of one's own, keys, commands, proxy) stays there, with its comments.
"""

import asyncio
import os
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from reader.config import Config, actor, config_path
from reader.i18n import _, languages, name_of
from reader.ui.dialogs.ask import Ask
from reader.ui.dialogs.dialog import LowDialog
from reader.ui.keys import task
from reader.ui.library_session import Session
from reader.ui.session import plain
from reader.ui.themes import THEMES, theme_label
from reader.ui.widgets.lists.choices import Choice, ChoiceList
from reader.visible import visible

NOW, NEXT_ARTICLE, NEXT_START, WHEN_FOUND, WRITTEN = (
    "",
    _("from the next article opened"),
    _("from the next start"),
    _("for what is added from now on"),
    _("in what is written from now on"),
)
YES_OR_NO = ((True, _("yes")), (False, _("no")))
NARROW = 60
"""Cells of a terminal below which values stand at the right edge, and are cut before names are."""


class Setting(NamedTuple):
    """A line of the configuration."""

    name: str
    label: str
    when: str
    """From when on it holds."""
    choices: tuple[tuple[Any, str], ...] = ()
    """Values, each with how a person reads it; none where it is typed."""


SETTINGS = (
    Setting("theme", _("Colours"), NOW, tuple((one.name, theme_label(one.name)) for one in THEMES)),
    Setting(
        "measure",
        _("Width of the text"),
        NEXT_ARTICLE,
        tuple(
            (width, _("{count} columns").format(count=width))
            for width in (50, 56, 64, 70, 76, 84, 92, 100, 120)
        ),
    ),
    Setting(
        "density",
        _("Rows of lists"),
        NEXT_START,
        (("comfortable", _("two lines")), ("compact", _("one line"))),
    ),
    Setting("ascii", _("Letters only, no line drawing"), NEXT_START, YES_OR_NO),
    Setting("actor", _("Who works here"), NEXT_START),
    Setting(
        "interface",
        _("Language of the program"),
        NEXT_START,
        (("", _("that of this machine")), *((one, name_of(one)) for one in languages())),
    ),
    Setting(
        "labels",
        _("Labels in exports"),
        WRITTEN,
        (("", _("language of the program")), ("de", _("German")), ("en", _("English"))),
    ),
    Setting(
        "citation",
        _("Citations"),
        WRITTEN,
        (
            ("house", _("as newspapers do")),
            ("chicago", _("Chicago")),
            ("dgps", "DGPs"),
            ("presse", _("German press")),
            ("author-date", _("author and date")),
        ),
    ),
    Setting(
        "language",
        _("Where the language is unclear"),
        WHEN_FOUND,
        (
            ("de", _("German")),
            ("en", _("English")),
            ("fr", _("French")),
            ("es", _("Spanish")),
            ("it", _("Italian")),
            ("pt", _("Portuguese")),
            ("nl", _("Dutch")),
            ("pl", _("Polish")),
        ),
    ),
    Setting(
        "engine",
        _("Quotes are found by"),
        WHEN_FOUND,
        (
            ("auto", _("the best way of each language")),
            ("rules", _("only rules of grammar")),
            ("learned", _("training")),
        ),
    ),
    Setting(
        "weights",
        _("Trained on"),
        WHEN_FOUND,
        (
            ("default", _("what suits the language best")),
            ("licensed", _("also texts for non-commercial use")),
            ("open", _("only texts with open licences")),
        ),
    ),
    Setting("keep_originals", _("Keep the originals of articles"), WHEN_FOUND, YES_OR_NO),
    Setting(
        "feeds_every",
        _("Ask feeds for new articles"),
        NEXT_START,
        (
            (0, _("only when asked")),
            *((minutes, _("every {count} minutes").format(count=minutes)) for minutes in (15, 30, 60, 180)),
        ),
    ),
)


class SettingsDialog(LowDialog[None]):
    """Shows and changes settings."""

    heading = _("Settings")
    hint = _("l or Enter next value · h value before · j k move · Esc closes")
    BINDINGS = task(
        _("Settings"),
        Binding("j,down", "move(1)", _("Down"), tooltip=_("Next setting"), id="settings.down"),
        Binding("k,up", "move(-1)", _("Up"), tooltip=_("Setting before"), id="settings.up"),
        Binding(
            "l,right,enter,space", "turn(1)", _("Next value"), tooltip=_("Or type it"), id="settings.next"
        ),
        Binding("h,left", "turn(-1)", _("Value before"), tooltip=_("Or type it"), id="settings.before"),
        Binding(
            "q,comma", "cancel", _("Close"), tooltip=_("Everything is saved already"), id="settings.close"
        ),
    )

    def body(self) -> Iterator[Widget]:
        """The settings, and what is wrong with the keys."""
        yield ChoiceList()
        yield Static("", classes="dialog-hint", id="settings-keys")

    def on_mount(self) -> None:
        """Show what holds now."""
        self._show()

    @property
    def _config(self) -> Config:
        return self.session.config

    @property
    def _setting(self) -> Setting:
        return SETTINGS[self.query_one(ChoiceList).cursor]

    def _show(self) -> None:
        narrow = self.app.size.width < NARROW
        self.query_one(ChoiceList).choices = [
            Choice(one.label, self._told(one), value=one.name)
            if narrow
            else Choice(f"{one.label:<34}{self._told(one)}", value=one.name)
            for one in SETTINGS
        ]
        self._say_when()

    def _say_when(self) -> None:
        when = self._setting.when
        title = _("Settings · this one holds {when}").format(when=when) if when else _("Settings")
        self.query_one(".dialog-title", Static).update(plain(title))

    def _told(self, setting: Setting) -> str:
        """A value as a person reads it."""
        value = self._value(setting)
        if setting.name == "actor":
            by = _(" (READER_ACTOR says so)") if os.environ.get("READER_ACTOR", "").strip() else ""
            return visible(value or actor(self._config)) + by
        return dict(self._choices(setting)).get(value) or visible(str(value))

    def _choices(self, setting: Setting) -> tuple[tuple[Any, str], ...]:
        """What is offered: for colours, those of Textual come behind ours."""
        if setting.name != "theme":
            return setting.choices
        ours = dict(setting.choices)
        others = sorted(name for name in self.app.available_themes if name not in ours)
        return (*setting.choices, *((name, name) for name in others))

    def _value(self, setting: Setting) -> Any:
        # a theme may have been changed by its key as well
        return self.app.theme if setting.name == "theme" else getattr(self._config, setting.name)

    def say_keys(self, problems: Sequence[str]) -> None:
        """Say what is wrong with the keys of the configuration."""
        right = _("Keys: all right. Others are set under [keymap] in {path}").format(path=config_path())
        told, left = "\n".join(problems[:3]) or right, len(problems) - 3
        more = "\n" + _("… and {count} more").format(count=left) if left > 0 else ""
        self.query_one("#settings-keys", Static).update(plain(told + more))

    def action_move(self, step: int) -> None:
        """Go to another setting."""
        self.query_one(ChoiceList).move(step)
        self._say_when()

    @on(ChoiceList.Picked)
    def _clicked(self, event: ChoiceList.Picked) -> None:
        self.query_one(ChoiceList).cursor = event.index
        self.action_turn(1)

    def action_turn(self, step: int) -> None:
        """Take the next value, or ask for it where it is typed."""
        setting = self._setting
        if not setting.choices:
            self.app.push_screen(
                Ask(setting.label, _("Enter keeps; nothing stands for the login"), self._value(setting)),
                partial(self._typed, setting),
            )
            return
        values, value = [one for one, _words in self._choices(setting)], self._value(setting)
        if value not in values:  # written by hand, as a width between two of ours
            values.insert(0, value)
        self._keep(setting, values[(values.index(value) + step) % len(values)])

    def _typed(self, setting: Setting, value: str | None) -> None:
        if value is not None:
            self._keep(setting, value)

    def _keep(self, setting: Setting, value: Any) -> None:
        if setting.name == "theme":
            self.app.theme = value
        self.session.config = self._config._replace(**{setting.name: value})
        kept = _kept(self.session, setting.name, value)
        # by the app: this box may be gone before the file is written
        self.app.run_worker(kept, group="settings", exit_on_error=False)
        self._show()


async def _kept(session: Session, name: str, value: Any) -> None:
    """Write a setting into the configuration, after those changed before it."""
    from reader.config import save  # brings tomlkit

    async with session.in_order:
        await asyncio.to_thread(save, session.config.path, **{name: value})
