"""The keys behind `y`, `s` and `U`, so that help and palette tell of them like of any other."""

from collections.abc import Iterator
from dataclasses import replace

from textual.binding import Binding

from reader.ui.desk.keys import action_of
from reader.ui.keys import Key, heading_of, key_name, keys_of
from reader.ui.session import ReaderScreen


def keys_behind(screen: ReaderScreen) -> list[Key]:
    """What a second key does after the key of a menu, where that menu is there now."""
    from reader.ui.dialogs.menus import CopyMenu, RoleMenu, UseMenu  # loaded when they are first asked for

    leads = {key.binding.id: key for key in keys_of(screen.active_bindings)}
    menus = (
        ("desk.copy", "copying.copy_as", CopyMenu),
        ("desk.role", "roles.role_as", RoleMenu),
        ("desk.use", "checking.use_as", UseMenu),
    )
    return [
        key
        for lead, name, menu in menus
        if lead in leads
        for binding in menu.BINDINGS
        if isinstance(binding, Binding)
        for key in _keys_after(screen, leads[lead], name, binding)
    ]


def _keys_after(screen: ReaderScreen, lead: Key, name: str, binding: Binding) -> Iterator[Key]:
    """The one key, with the key before it, as the person's own keymap has them."""
    number = binding.id or ""
    second = key_name(screen.session.config.keymap.get(number, binding.key).split(",")[0])
    description = f"{lead.binding.description}: {binding.description}"
    does = replace(binding, action=action_of(name, number.partition(".")[2]), description=description)
    enabled = bool(screen.check_action("do", (name,)))
    yield Key(does, (f"{lead.keys[0]} {second}",), screen, enabled, heading_of(binding))
