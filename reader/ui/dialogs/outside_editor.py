"""Giving the terminal to the person's own editor until it ends, for notes on the desk and memos."""

from textual.app import App, SuspendNotSupported

from reader.errors import ReaderError
from reader.i18n import _
from reader.ui.widgets.note_editor import NoteEditor


def write_outside(app: App[object], shown: NoteEditor) -> str:
    """Let a note be written on in the person's own editor; what went wrong as a sentence, or ""."""
    from reader.library.editing_outside import edited, editor  # seldom wanted

    failure = ""
    try:
        words = editor()
        with app.suspend():
            try:
                shown.take(edited(shown.body, words))
            except ReaderError as error:  # Textual takes the terminal back only where nothing is raised
                failure = error.message
    except SuspendNotSupported:
        failure = _("Your own editor needs a terminal; in a browser there is none.")
    except ReaderError as error:
        failure = error.message
    return failure
