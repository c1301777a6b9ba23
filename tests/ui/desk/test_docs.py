"""Every key of the desk is described, has a tooltip, and is told when it makes sense."""

from pathlib import Path
from typing import get_type_hints

import pytest
from textual.binding import Binding

from reader.i18n import SOURCE, spoken
from reader.ui.desk.key_modes import MODES, NEEDS_QUOTE, is_there
from reader.ui.desk.keys import DESK_BINDINGS
from reader.ui.desk.parts import Parts
from reader.ui.desk.screen import DeskScreen
from reader.ui.dialogs.menus import CopyMenu, RoleMenu, UseMenu
from reader.ui.keys import key_name
from reader.ui.widgets.article.text import ArticleText

DOCS = (Path(__file__).parents[3] / "docs" / "desk.md").read_text(encoding="utf-8")
SPELLED = {"⏎": "Enter", "⇧Tab": "shift+Tab", "Space": "space", "↓": "arrows", "↑": "arrows"}


def bindings() -> list[Binding]:
    """All bindings of the desk that have an id."""
    menus = [*CopyMenu.BINDINGS, *RoleMenu.BINDINGS, *UseMenu.BINDINGS]
    every = [*DESK_BINDINGS, *ArticleText.BINDINGS, *menus]
    every += list(ArticleText.__mro__[1].BINDINGS)
    return [binding for binding in every if isinstance(binding, Binding) and binding.id]


@pytest.mark.skipif(spoken() != SOURCE, reason="the docs name keys in English")
def test_every_key_is_described() -> None:
    missing = [
        (binding.id, binding.key)
        for binding in bindings()
        if not any(described(key) for key in binding.key.split(","))
    ]
    assert missing == []


def described(key: str) -> bool:
    """Whether the documentation names a key."""
    name = key_name(key)
    name = SPELLED.get(name, name)
    if name.startswith("^") and len(name) > 1:
        return f"ctrl+{name[1:]}" in DOCS or f"ctrl+{key.removeprefix('ctrl+').title()}" in DOCS
    return f"`{name}`" in DOCS or name in DOCS


def test_every_key_says_what_it_does() -> None:
    assert [binding.id for binding in bindings() if not (binding.tooltip and binding.description)] == []


def test_actions_of_the_tables_exist() -> None:
    parts = get_type_hints(Parts)
    for name in {*MODES, *NEEDS_QUOTE}:
        part, dot, method = name.rpartition(".")
        assert callable(getattr(parts[part], method) if dot else getattr(DeskScreen, f"action_{name}")), name


def test_every_action_says_in_which_modes_it_is_there() -> None:
    named = {binding.action.split("'")[1] for binding in DESK_BINDINGS if binding.action.startswith("do(")}
    assert named <= set(MODES)


def test_a_quote_is_needed_to_decide_and_nothing_is_decided_while_writing() -> None:
    assert not is_there("deciding.accept", "", has_quote=False)
    assert is_there("deciding.accept", "", has_quote=True)
    assert not is_there("deciding.accept", "write", has_quote=True)
    assert is_there("marking.mark_quote", "select", has_quote=False)
