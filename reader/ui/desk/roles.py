"""Setting speaker, cue, addressee and frame from the text: what is selected, or what one points at next."""

from typing import cast

from reader.i18n import _
from reader.library import edits
from reader.library.edits import Role
from reader.models import Span
from reader.ui.desk.desk import Desk
from reader.ui.desk.modes import POINT, SELECT, StatusWords
from reader.ui.widgets.article import motions

_NAMES = {"cue": _("verb of saying"), "frame": _("whole clause")}
"""Roles with a plainer name than their own."""


class Roles:
    """The role that is pointed at."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._role: Role | None = None

    def role(self) -> None:
        """Ask which role; the selection takes it, or what is pointed at next."""
        from reader.ui.dialogs.menus import RoleMenu  # a dialog is loaded when it is first asked for

        if self._desk.quote is not None:
            self._desk.open(RoleMenu(), self.role_as)

    def role_as(self, role: str | None) -> None:
        """Set that role to the selection, or to what is pointed at next; None for none."""
        if role is None:
            return
        self._role = cast("Role", role)
        if self._desk.mode == SELECT and self._desk.text.selection is not None:
            self.take_role()
        else:
            self._desk.enter(POINT)

    def take_role(self) -> None:
        """The selection, or the word under the caret, is the role."""
        desk, quote, text = self._desk, self._desk.quote, self._desk.text
        held = text.selection or motions.word_at(text.text, text.caret)
        desk.leave_mode()
        if quote is not None and self._role is not None:
            desk.apply(edits.set_role(desk.page, quote, self._role, (Span(*held),)))
            text.place_caret(quote.start)

    def status(self) -> StatusWords:
        """What a pointing finger waits for."""
        return (
            f"POINT AT THE {_NAMES.get(self._role or '', self._role or '').upper()}",
            _("go to it or click it; v selects several words"),
        )
