"""The keys of the screen of a ledger."""

from textual.binding import Binding, BindingType

from reader.ui.keys import task


def _key(key: str, action: str, label: str, tooltip: str, *, name: str = "", show: bool = True) -> Binding:
    return Binding(key, action, label, tooltip=tooltip, id=f"ledger.{name or action}", show=show)


LEDGER_KEYS: list[BindingType] = [
    *task(
        "Check",
        _key("c", "judge('checked')", "Check", "It holds", name="checked"),
        _key("W", "judge('wrong')", "Wrong", "It does not hold", name="wrong"),
        _key("r", "judge('open')", "Reopen", "It is to be checked again", name="open_again", show=False),
        _key("x", "judge('dropped')", "Dismiss", "There is nothing to check", name="dropped"),
        _key("m", "evidence", "Evidence", "What it rests on, for or against, a remark"),
        _key("d,delete", "disprove", "Remove", "The evidence that was entered last", show=False),
        _key("n", "allegation", "Allegation", "Against whom, put to them when and how, deadline, answer"),
        _key("a", "enter_row", "Add", "Enter a sentence of the draft as a row", show=False),
        _key("u", "undo", "Undo", "Take the last change back", show=False),
        _key("ctrl+r", "redo", "Redo", "Do it again", show=False),
    ),
    *task(
        "Ledger",
        _key("enter", "open", "Open", "Open the article at the passage that it rests on"),
        _key("f", "only", "Filter", "All rows, then open, wrong, allegations, dropped ones"),
        _key("R", "read_again", "Read again", "Take the draft in again, after it was changed", show=False),
        _key("P", "published", "Published", "Say when it was printed", show=False),
        _key("e", "export", "Export", "Write a sheet for editor or lawyer"),
    ),
    *task("Program", _key("escape,q", "back", "Back", "Go back to where you were")),
]
