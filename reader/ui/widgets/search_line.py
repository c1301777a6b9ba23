"""One line to search and filter in, with what is wrong about the query under it."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from reader.ui.keys import task

PLACEHOLDER = 'Search and filter:  putin  "the phrase"  outlet:dpa  speaker:merkel  is:starred'


class QueryInput(Input):
    """The input itself; Enter and Down go on to the list."""

    BINDINGS = [
        *task(
            "Search",
            Binding("escape", "leave", "Clear", tooltip="Clear the query, then leave", id="search.leave"),
            Binding("down", "list", "To the list", tooltip="Go on to the list", id="search.list"),
        )
    ]

    class Left(Message):
        """The person goes on to the list."""

    def action_leave(self) -> None:
        """Clear the query; on an empty line go back to the list."""
        if self.value:
            self.value = ""
        else:
            self.post_message(self.Left())

    def action_list(self) -> None:
        """Go to the list."""
        self.post_message(self.Left())


class SearchLine(Vertical):
    """The query as typed, and an error with its place."""

    DEFAULT_CSS = """
    SearchLine {
        height: auto;
        padding: 0 1;
        Input {
            border: none;
            height: 1;
            padding: 0;
            background: $background;
            &:focus { border: none; background: $surface; }
        }
        #query-row { height: 1; layout: horizontal; }
        #slash { width: 3; color: $faint; }
        &:focus-within #slash { color: $primary; text-style: bold; }
        #query-error { color: $error; height: auto; padding-left: 3; display: none; }
        &.-wrong #query-error { display: block; }
    }
    """
    problem: reactive[tuple[str, int]] = reactive(("", 0))
    """What is wrong with the query, and at which character."""

    def __init__(self, placeholder: str = PLACEHOLDER) -> None:
        super().__init__()
        self._placeholder = placeholder

    @dataclass
    class Changed(Message):
        """Another query was typed."""

        query: str

        def can_replace(self, message: Message) -> bool:
            """Only the last query counts."""
            return isinstance(message, SearchLine.Changed)

    class Submitted(Message):
        """Enter was pressed, or the line left: on to the list."""

    def compose(self) -> ComposeResult:
        """The input and its error."""
        with Vertical(id="query-row"):
            yield Static("/", id="slash")
            yield QueryInput(placeholder=self._placeholder, id="query", select_on_focus=False)
        yield Static(id="query-error")

    @property
    def query_text(self) -> str:
        """What is typed."""
        return self.query_one(QueryInput).value

    def set_query(self, text: str) -> None:
        """Replace what is typed."""
        line = self.query_one(QueryInput)
        line.value = text
        line.cursor_position = len(text)

    def focus_input(self) -> None:
        """Go to the line."""
        self.query_one(QueryInput).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Submitted())

    @on(QueryInput.Left)
    def _left(self, event: QueryInput.Left) -> None:
        event.stop()
        self.post_message(self.Submitted())

    def watch_problem(self, problem: tuple[str, int]) -> None:
        """Point at what is wrong."""
        message, place = problem
        self.set_class(bool(message), "-wrong")
        self.query_one("#query-error", Static).update(Content(f"{' ' * place}^ {message}" if message else ""))
