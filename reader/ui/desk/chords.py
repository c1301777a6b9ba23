"""The keys behind `y` and `s`, so that help and palette tell of them like of any other."""

from collections.abc import Iterator
from dataclasses import replace

from textual.binding import Binding

from reader.ui.desk.base import DeskBase
from reader.ui.keys import Key, heading_of, key_name, keys_of


class DeskBehind(DeskBase):
    """Two keys in a row are one action here."""

    def keys_behind(self) -> list[Key]:
        """What a second key does after the key of a menu, where that menu is there now."""
        from reader.ui.dialogs.menus import CopyMenu, RoleMenu

        leads = {key.binding.id: key for key in keys_of(self.active_bindings)}
        menus = (("desk.copy", "copy_as", CopyMenu), ("desk.role", "role_as", RoleMenu))
        return [
            key
            for lead, action, menu in menus
            if lead in leads
            for binding in menu.BINDINGS
            if isinstance(binding, Binding)
            for key in self._behind(leads[lead], action, binding)
        ]

    def _behind(self, lead: Key, action: str, binding: Binding) -> Iterator[Key]:
        """The one key, with the key before it, as the person's own keymap has them."""
        number = binding.id or ""
        second = key_name(self.session.config.keymap.get(number, binding.key).split(",")[0])
        word = number.partition(".")[2]
        told = f"{lead.binding.description}: {binding.description}"
        does = replace(binding, action=f"{action}('{word}')", description=told)
        enabled = bool(self.check_action(action, (word,)))
        yield Key(does, (f"{lead.keys[0]} {second}",), self, enabled, heading_of(binding))
