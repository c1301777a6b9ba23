"""Classes between Textual's and ours that add a behaviour and are never shown by themselves."""

from typing import Any


class Behaviour:
    """What a screen, an app or a widget derives from that is built up in classes of one behaviour each.

    `class Exporting(ListScreen, abstract=True)` leaves out the tables that Textual makes of every class: of
    bindings, reactives and names for style sheets, which the class that is shown makes of all its bases anew.
    They would take a tenth of the time to the first paint. So such a class is only derived from, and has no
    style sheet of its own.
    """

    def __init_subclass__(cls, *, abstract: bool = False, **options: Any) -> None:
        if not abstract:
            super().__init_subclass__(**options)
