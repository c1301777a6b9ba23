"""What all forms have in common: a box in the middle with a labelled line for each field."""

from typing import TypeVar

from reader.ui.dialogs.dialog import Dialog

Result = TypeVar("Result")


class Form(Dialog[Result]):
    """A `Vertical` of the class `form` with `.form-heading`, a `Horizontal` a field, and `.form-hint`."""

    DEFAULT_CSS = """
    Form {
        align: center middle;
        .form { width: 84; max-width: 98%; height: auto; padding: 1 2; background: $surface; }
        Horizontal { height: 1; margin-top: 1; }
        Horizontal Static { width: 14; color: $muted; }
        Input { height: 1; width: 1fr; border: none; padding: 0 1; background: $panel; }
        Input:focus { border: none; }
        .form-heading { text-style: bold; height: auto; max-height: 3; }
        .form-hint { color: $muted; margin-top: 1; height: auto; }
    }
    """
