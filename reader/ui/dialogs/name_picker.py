"""Say who all are that a text names alike: the same picker, with how many quotes it is about."""

from collections.abc import Sequence

from textual import work
from textual.binding import Binding
from textual.widgets import Static

from reader.i18n import _
from reader.models import Source
from reader.texts.manners import in_marks
from reader.ui.dialogs.source_picker import SourcePicker
from reader.ui.keys import task
from reader.ui.session import plain


class NamePicker(SourcePicker):
    """Gives the source that all quotes of a name go to."""

    BINDINGS = task(
        _("Dialog"),
        Binding(
            "ctrl+l",
            "only_here",
            _("Only here"),
            tooltip=_("Only in this article, or in the library too"),
            id="name_picker.only_here",
            priority=True,
        ),
    )

    def __init__(
        self,
        recent: Sequence[Source],
        name: str,
        here: int,
        names: Sequence[str],
        article_id: int,
        likely: Sequence[Source] = (),
        language: str = "",
    ) -> None:
        """`here` quotes of the article are by `name`; `names` are looked for in the rest of the library.

        0 of them `here` where it is asked outside an article, of the whole library. The name stands in the
        marks of the `language`.
        """
        super().__init__(recent, written=name, likely=likely, language=language)
        self._in_marks, self._here = in_marks(name, language), here
        self._names, self._article_id = names, article_id
        self._elsewhere = self._unsure = ""
        self.everywhere = bool(names)
        """Whether the quotes in other articles are meant too."""
        self.carried = 0
        """Quotes here whose speaker is only carried over from one of that name: they are not given along."""
        self.heading = self._told()

    def on_mount(self) -> None:
        """Say how many it is about, and count what other articles hold."""
        super().on_mount()
        self._say()
        if self._names:
            self._count()

    @work(thread=True, exclusive=True, group="count", exit_on_error=False)
    def _count(self) -> None:
        with self.session.store() as store:
            found = store.voices.belonging(self._names, near=self._article_id)
            ours = store.quotes.among(found.sure, self._article_id) if self._here else 0
        more = len(found.sure) - ours
        self.app.call_from_thread(self._counted, more, found.articles - bool(self._here), len(found.doubtful))

    def _counted(self, more: int, articles: int, doubtful: int) -> None:
        if self.is_attached:
            other = "other " if self._here else ""
            where = f"{articles} {other}article{'' if articles == 1 else 's'}"
            self._elsewhere = f"{more} quote{'' if more == 1 else 's'} in {where}" if more else ""
            self._unsure = (
                _("{doubtful} may be by somebody else, and stay.").format(doubtful=doubtful)
                if doubtful
                else ""
            )
            self._say()

    def _told(self) -> str:
        if not self._here:
            said = (
                _("Who is {in_marks}? {elsewhere}")
                .format(in_marks=self._in_marks, elsewhere=self._elsewhere)
                .rstrip()
            )
            return f"{said}\n{self._unsure}" if self._unsure else said
        quotes = f"{self._here} quote{'' if self._here == 1 else 's'}"
        more = (
            _(", and {elsewhere}").format(elsewhere=self._elsewhere)
            if self._elsewhere and self.everywhere
            else ""
        )
        only = "" if more or not self._elsewhere else " only"
        said = _("Who is {in_marks}? {quotes} here{only}{more}").format(
            in_marks=self._in_marks, quotes=quotes, only=only, more=more
        )
        carried = f"{self.carried} only carried over stay{'s' * (self.carried == 1)}." if self.carried else ""
        left = " ".join(part for part in (carried, self._unsure if self.everywhere else "") if part)
        return f"{said}\n{left}" if left else said

    def _say(self) -> None:
        self.query_one(".dialog-title", Static).update(plain(self._told()))
        if self._elsewhere and self._here:
            here = _("only here") if self.everywhere else _("elsewhere too")
            self.hint = _("1–9 or Enter takes one · type to find or create · ^l {here} · Esc leaves").format(
                here=here
            )
            self.say_hint(self.hint)

    def action_only_here(self) -> None:
        """Only in this article, or in the others too."""
        self.everywhere = bool(self._names) and not (self.everywhere and self._here)
        self._say()
