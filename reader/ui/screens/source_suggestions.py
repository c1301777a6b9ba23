"""Who is quoted and in no register yet: taken in with all quotes, given to a source, or left out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from reader import amounts
from reader.i18n import _, ngettext, npgettext, number
from reader.library.register import take
from reader.models import Source, Voice
from reader.ui.dialogs.source_picker import SourcePicker
from reader.ui.keys import task
from reader.ui.screens.list_screen import ListScreen
from reader.ui.screens.list_state import ListState

if TYPE_CHECKING:
    from reader.store import Store

REGISTER, SUGGESTED, NEVER = "", "suggested", "never"
VIEWS = (REGISTER, SUGGESTED, NEVER)
"""What the screen lists, in the order in which a key goes through it."""

SUGGESTION_KEYS = task(
    _("Found in articles"),
    Binding(
        "f", "view", _("Filter"), tooltip=_("The register, who is quoted, who is left out"), id="sources.view"
    ),
    Binding(
        "A", "take", _("Accept"), tooltip=_("Take into the register, with all quotes"), id="sources.take"
    ),
    Binding("m", "join", _("Give to"), tooltip=_("Give all quotes to a source"), id="sources.join"),
    Binding("x", "never", _("Dismiss"), tooltip=_("Do not suggest this name again"), id="sources.never"),
    Binding("r", "again", _("Reopen"), tooltip=_("Suggest this name again"), id="sources.again"),
)
THERE = {
    "take": (SUGGESTED, NEVER),
    "join": (SUGGESTED, NEVER),
    "never": (SUGGESTED,),
    "again": (NEVER,),
}
"""In which views there is something to take, give or leave out."""


class SourceSuggestions(ListScreen, abstract=True):
    """What is done to suggestions; the screen that derives from it has the list."""

    voices: dict[int, Voice]
    """Those that are listed, by number."""

    def __init__(self, list_state: ListState) -> None:
        super().__init__(list_state)
        self.voices = {}

    @property
    def _chosen_voices(self) -> list[Voice]:
        ids = self.pop_chosen()
        return [self.voices[one] for one in ids if one in self.voices]

    def action_take(self) -> None:
        """Enter who is chosen, with all quotes that surely are theirs."""
        if voices := self._chosen_voices:
            self.change_rows(lambda store: _take(store, voices))

    @work(group="ask", exit_on_error=False)
    async def action_join(self) -> None:
        """Ask whose quotes they are, and give them to that source."""
        voices = self._chosen_voices
        if not voices:
            return
        recent, likely = await self.session.write(lambda store: _offered(store, voices))
        picker = SourcePicker(recent, written=voices[0].name, likely=likely)
        picker.heading = _whose(voices)
        source = await self.app.push_screen_wait(picker)
        if source is not None:
            self.change(lambda store: _give(store, voices, source))

    def action_never(self) -> None:
        """Suggest these names no more."""
        names = [name for voice in self._chosen_voices for name in voice.spellings]

        def never(store: "Store") -> str:
            store.voices.dismiss(names)
            told = ngettext(
                "{name} is no longer suggested; f shows who is left out, u takes it back.",
                "{count} names are no longer suggested; f shows who is left out, u takes it back.",
                len(names),
            )
            return told.format(name=names[0], count=number(len(names)))

        if names:
            self.change_rows(never)

    def action_again(self) -> None:
        """Suggest these names again."""
        names = [name for voice in self._chosen_voices for name in voice.spellings]

        def again(store: "Store") -> str:
            store.voices.bring_back(names)
            told = ngettext("{name} is suggested again.", "{count} names are suggested again.", len(names))
            return told.format(name=names[0], count=number(len(names)))

        if names:
            self.change_rows(again)


def _whose(voices: Sequence[Voice]) -> str:
    quotes = amounts.quotes(sum(voice.quotes for voice in voices), digits=True)
    told = ngettext(
        "Who is “{name}”? All {quotes} go there",
        "Who are these {count} names? All {quotes} go there",
        len(voices),
    )
    return told.format(name=voices[0].name, count=number(len(voices)), quotes=quotes)


def _offered(store: "Store", voices: Sequence[Voice]) -> tuple[list[Source], list[Source]]:
    """Recent sources, and those that the voices probably are."""
    same = dict.fromkeys(voice.same_id for voice in voices if voice.same_id)
    likely = [store.sources.get(one) for one in same]
    likely += store.sources.suggest(voices[0].name, limit=3) if voices else []
    return store.sources.recent(), likely


def _take(store: "Store", voices: Sequence[Voice]) -> str:
    """Take voices in, as one step; what was done, in a sentence."""
    label = npgettext("voices", "Take in {name}", "Take in {count} names", len(voices))
    with store.step(label.format(name=voices[0].name, count=number(len(voices)))):
        store.voices.bring_back(name for voice in voices for name in voice.spellings)
        taken = [take(store, voice) for voice in store.voices.described(voices)]
    if len(taken) == 1:
        return _("{sentence} u takes it back.").format(sentence=taken[0].sentence())
    quotes, left = sum(one.quotes for one in taken), sum(one.left for one in taken)
    told = _("{count} taken in, with {quotes}.").format(
        count=number(len(taken)), quotes=amounts.with_quotes(quotes, digits=True)
    )
    rest = ngettext(
        "{count} that may be by somebody else was left.",
        "{count} that may be by somebody else were left.",
        left,
    )
    said = [told, *([rest.format(count=number(left))] if left else []), _("u takes it back.")]
    return " ".join(said)


def _give(store: "Store", voices: Sequence[Voice], source: Source) -> str:
    """Give all quotes of voices to one source, as one step; what was done, in a sentence."""
    label = npgettext("voices", "Give {name} to {source}", "Give {count} names to {source}", len(voices))
    with store.step(label.format(name=voices[0].name, count=number(len(voices)), source=source.name)):
        store.voices.bring_back(name for voice in voices for name in voice.spellings)
        first = store.voices.described(voices[:1])[0]
        known = replace(source, kind=first.kind, role=first.role, affiliation=first.affiliation)
        stored = source if source.id else store.sources.add(known)
        given = sum(take(store, voice, stored, everything=True).quotes for voice in voices)
    told = ngettext(
        "{count} quote given to {name}. u takes it back.",
        "{count} quotes given to {name}. u takes it back.",
        given,
    )
    return told.format(count=number(given), name=stored.name)
