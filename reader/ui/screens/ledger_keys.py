"""The keys of the screen of a ledger."""

from textual.binding import Binding, BindingType

from reader.i18n import _, pgettext
from reader.ui.keys import task


def _key(key: str, action: str, label: str, tooltip: str, *, name: str = "", show: bool = True) -> Binding:
    return Binding(key, action, label, tooltip=tooltip, id=f"ledger.{name or action}", show=show)


LEDGER_KEYS: list[BindingType] = [
    *task(
        _("Check"),
        _key("c", "judge('checked')", _("Check"), _("It holds"), name="checked"),
        _key("W", "judge('wrong')", _("Wrong"), _("It does not hold"), name="wrong"),
        _key(
            "r", "judge('open')", _("Reopen"), _("It is to be checked again"), name="open_again", show=False
        ),
        _key("x", "judge('dropped')", _("Dismiss"), _("There is nothing to check"), name="dropped"),
        _key("m", "evidence", _("Evidence"), _("What it rests on, for or against, a remark")),
        _key("d,delete", "disprove", _("Remove"), _("The evidence that was entered last"), show=False),
        _key(
            "n", "allegation", _("Allegation"), _("Against whom, put to them when and how, deadline, answer")
        ),
        _key(
            "a",
            "enter_row",
            pgettext("what keys do", "Add"),
            _("Enter a sentence of the draft as a row"),
            show=False,
        ),
        _key("u", "undo", _("Undo"), _("Take the last change back"), show=False),
        _key("ctrl+r", "redo", _("Redo"), _("Do it again"), show=False),
    ),
    *task(
        _("Ledger"),
        _key("enter", "open", _("Open"), _("Open the article at the passage that it rests on")),
        _key("f", "only", _("Filter"), _("All rows, then open, wrong, allegations, dropped ones")),
        _key(
            "R", "read_again", _("Read again"), _("Take the draft in again, after it was changed"), show=False
        ),
        _key("P", "published", _("Published"), _("Say when it was printed"), show=False),
        _key("e", "export", _("Export"), _("Write a sheet for editor or lawyer")),
    ),
    *task(_("Program"), _key("escape,q", "back", _("Back"), _("Go back to where you were"))),
]
