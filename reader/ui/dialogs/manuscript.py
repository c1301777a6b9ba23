"""Asks for a manuscript to check: a file, the clipboard, or the text itself, pasted."""

from reader.i18n import _
from reader.ui.dialogs.add import AddDialog

HINT = _("A file, a web address, clip: for the clipboard; or paste the text. Nothing is stored.")


class ManuscriptDialog(AddDialog):
    """Gives the location, `clip:`, or of a pasted text the text itself, which has several lines."""

    heading, hint, placeholder = _("Check a manuscript against the library"), HINT, _("~/draft.docx")
    keys = _("Enter checks · Esc leaves")

    def take_pasted(self, text: str) -> None:
        """Give the text itself: a draft is kept nowhere."""
        self.dismiss(f"{text}\n")
