"""Say who spoke: recent sources by number, any source by a few letters, a new one by its name."""

from collections.abc import Sequence

from textual import on, work
from textual.widgets import Input

from reader.i18n import _
from reader.models import Source, TermsOfUse
from reader.texts.manners import in_marks
from reader.ui.dialogs.dialog import PickDialog
from reader.ui.widgets.article.find import fold
from reader.ui.widgets.lists.choices import Choice, PickInput

MOST = 9
"""Sources offered: those that a digit chooses."""


_NEW_HERE = _("quoted here · new source")
FIRST_SOURCE = _("Enter creates a source of this name · type another one · Esc leaves")


class SourcePicker(PickDialog[Source]):
    """Gives a source of the register, one with id 0 that is to be made, or None."""

    heading = _("Who spoke?")
    placeholder = _("a name, or the number of one below")
    hint = _("1–9 or Enter takes one · type to find or create · Esc leaves")

    def __init__(
        self,
        recent: Sequence[Source],
        *,
        written: str = "",
        likely: Sequence[Source] = (),
        nearby: Sequence[Source] = (),
        language: str = "",
    ) -> None:
        """Offer the `likely` sources for a speaker as `written`, then those `nearby`, then `recent` ones.

        Who speaks nearby in the article may be in no register yet, with id 0. Enter alone takes a likely
        source, or makes one of that name: never somebody who is only nearby or recent.
        Names stand in the quotation marks of `language`.
        """
        super().__init__()
        offered = {source.id or source.name: source for source in (*likely, *nearby, *recent)}
        self._first = list(offered.values())[:MOST]
        self._unregistered = [source for source in nearby if not source.id]
        self._answered = ""
        self._entered = False
        self._likely = bool(likely)
        self._language = language
        self._written = " ".join(written.split()).rstrip(" ,;:")
        if self._written:
            self.heading = _("Who spoke? The text says {in_marks}").format(
                in_marks=in_marks(self._written, language)
            )

    def on_mount(self) -> None:
        """Show the first offers."""
        self._offer(self._first, self._written)
        if not self._likely and self._written:
            self.choices.cursor = len(self.choices.choices) - 1

    def _offer(self, sources: Sequence[Source], new: str) -> None:
        rows = [
            Choice(source.name, _about(source) if source.id else _NEW_HERE, str(number), value=source)
            for number, source in enumerate(sources, 1)
        ]
        if new:
            namesake = any(source.name.casefold() == new.casefold() for source in sources)
            rows.append(_another(new, self._language) if namesake else _created(new, self._language))
        self.choices.choices = rows
        self.say_hint(self.hint if sources else FIRST_SOURCE)

    @on(Input.Changed)
    def _typed(self) -> None:
        if self.typed:
            self._suggest(self.typed)
        else:
            self._offer(self._first, self._written)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _suggest(self, text: str) -> None:
        with self.session.store() as store:
            found = store.sources.suggest(text, limit=MOST)
        self.app.call_from_thread(self._answer, text, found)

    def _answer(self, text: str, found: Sequence[Source]) -> None:
        if self.is_attached and text == self.typed:
            letters = fold(text)[0]
            here = [source for source in self._unregistered if letters in fold(source.name)[0]]
            self._offer([*found, *here][:MOST], text)
            self.choices.cursor = 0
            self._answered = text
            if self._entered:
                self._pick_or_enter()

    @on(PickInput.Submitted)
    def _pick_or_enter(self) -> None:
        chosen = self.choices.chosen
        typed = self.typed
        self._entered = typed not in ("", self._answered)
        if self._entered:
            return
        if chosen is None or (typed and not self._answers(typed)):
            self.dismiss(Source(typed) if typed else None)
        else:
            self.picked(self.choices.cursor)

    def _answers(self, typed: str) -> bool:
        """Whether a name in the list has what is typed: a new name is not taken for one a little like it."""
        chosen = self.choices.chosen
        source = chosen.value if chosen else None
        if not isinstance(source, Source):
            return False
        names = (source.name, *source.aliases)
        letters = fold(typed)[0]
        return (source.id == 0 and source.name == typed) or any(letters in fold(name)[0] for name in names)

    def picked(self, index: int) -> None:
        """Take that one."""
        value = self.choices.choices[index].value
        self.dismiss(value if isinstance(value, Source) else None)


def _created(name: str, language: str) -> Choice:
    return Choice(
        _("Create {in_marks}").format(in_marks=in_marks(name, language)),
        _("new source"),
        "",
        value=Source(name),
    )


def _another(name: str, language: str) -> Choice:
    """Somebody else of a name that the register has: with a uid, so that nobody takes the two for one."""
    from uuid import uuid4  # only where there are namesakes

    label = _("Create another {in_marks}").format(in_marks=in_marks(name, language))
    return Choice(label, _("somebody else of this name"), "", value=Source(name, uid=str(uuid4())))


def _about(source: Source) -> str:
    """What is known of a source, first what must not be overlooked where there is no room for all."""
    parts = [_("identity protected") if source.identity_protected else ""]
    parts.append(source.use.label if source.use is not TermsOfUse.ON_RECORD else "")
    parts += [source.role, source.affiliation]
    return " · ".join(part for part in parts if part)
