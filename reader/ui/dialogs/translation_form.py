"""The form of a quote in another language: into which, the words, and who translated it."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.i18n import _
from reader.language_names import language_name, language_named
from reader.models import Translation
from reader.texts.quotation_marks import bare
from reader.ui.dialogs.form import Form
from reader.ui.keys import task
from reader.ui.session import plain
from reader.ui.widgets.line_input import LineInput
from reader.visible import visible

_HINT = _("Enter keeps · Tab next field · Esc leaves")
_CHANGED = _("Enter keeps, without words takes it away · Tab next field · Esc leaves")


class TranslationForm(Form[Translation]):
    """Asks for a translation of a quote."""

    BINDINGS = task(
        _("Dialog"),
        Binding("ctrl+s,enter", "keep", _("Keep"), tooltip=_("Store it"), id="translation_form.keep"),
    )

    def __init__(
        self, words: str, language: str, into: str, translator: str, known: Translation | None = None
    ) -> None:
        """`words` are in `language`; it is offered to translate them `into` one, by `translator`.

        A translation that is `known` is shown, to be changed; given back without words, it is to go.
        """
        super().__init__()
        self._known = known
        self._words, self._language = words, language
        self._filled = {"language": language_name(into), "words": "", "translator": translator}
        if known is not None:
            told = {
                "language": language_name(known.language),
                "words": known.text,
                "translator": known.translator,
            }
            self._filled = told

    def compose(self) -> ComposeResult:
        """A line for each field."""
        labels = {"words": _("Words"), "language": _("Language"), "translator": _("Translated by")}
        hints = {
            "words": _("the whole quote, without marks"),
            "language": _("its name, or a code such as de"),
            "translator": _("a person, or a program"),
        }
        with Vertical(id="translation", classes="form"):
            yield Static(_("The quote in another language"), id="translation-heading", classes="form--title")
            yield Static(plain(self._words), id="translation-words", classes="form--more")
            for name, label in labels.items():
                with Horizontal():
                    yield Static(label)
                    yield LineInput(
                        visible(self._filled[name]),
                        placeholder=hints[name],
                        id=f"translation-of-{name}",
                        select_on_focus=False,
                    )
            yield Static(_CHANGED if self._known else _HINT, id="translation-hint", classes="form--hint")

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the translation; what is missing is said, and can be put right."""
        written = {
            name: self.query_one(f"#translation-of-{name}", Input).value.strip() for name in self._filled
        }
        code = language_named(written["language"]).lower()
        if problem := self._problem(code, written["words"]):
            self.query_one("#translation-hint", Static).update(plain(problem))
        else:
            words = bare(written["words"]) or written["words"]
            self.dismiss(Translation(code, words, written["translator"]))

    def _problem(self, code: str, words: str) -> str:
        if not words and self._known is None:
            return _("Write the words in the other language, or leave with Esc.")
        if not (len(code) == 2 and code.isascii() and code.isalpha()):
            return _('"{code}" is no language: write its name, or a code such as de.').format(code=code)
        return (
            _("The article is in that language already ({name_of}).").format(name_of=language_name(code))
            if code == self._language
            else ""
        )
