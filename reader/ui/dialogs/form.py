"""What forms have in common: a line for each field, with a title above and a hint below."""

from typing import TypeVar

from reader.ui.dialogs.dialog import Dialog

Result = TypeVar("Result")


class Form(Dialog[Result]):
    """A box with fields; its parts are `.form`, `.form--title`, `.form--more` and `.form--hint`."""

    DEFAULT_CSS = """
    Form {
        align: center middle;
        .form {
            width: 80; max-width: 98%; height: auto; max-height: 100%; padding: 1 2; background: $surface;
            scrollbar-size-vertical: 1;
        }
        Horizontal { height: 1; margin-top: 1; }
        Horizontal Static { width: 14; color: $muted; }
        Input { height: 1; width: 1fr; border: none; padding: 0 1; background: $panel; }
        Input:focus { border: none; }
        .form--title { text-style: bold; }
        .form--more { color: $muted; max-height: 5; }
        .form--hint { color: $muted; margin-top: 1; height: auto; }
    }
    """
