"""Who is quoted and in no register yet: taken in with all quotes, given to a source, or left out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from reader.i18n import _
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
    Binding(
        "x,d,delete", "never", _("Dismiss"), tooltip=_("Do not suggest this name again"), id="sources.never"
    ),
    Binding("r", "again", _("Reopen"), tooltip=_("Suggest this name again"), id="sources.again"),
)
THERE = {
    "take": (SUGGESTED, NEVER),
    "join": (SUGGESTED, NEVER),
    "never": (SUGGESTED,),
    "again": (NEVER,),
}
"""In which views there is something to take, give or leave out."""


class SourceSuggestions(ListScreen):
    """What is done to suggestions; the screen that derives from it has the list."""

    voices: dict[int, Voice]
    """Those that are listed, by number."""

    is_listed = True
    """Whether the list shows what was asked for last; keys that come earlier wait."""

    def __init__(self, list_state: ListState) -> None:
        super().__init__(list_state)
        self.voices = {}
        self._waiting: list[Callable[[], object]] = []

    def do_waiting(self) -> None:
        """Do what keys asked for before the list was there."""
        self.is_listed = True
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do()

    def _when_listed(self, do: Callable[[], object]) -> None:
        if self.is_listed:
            do()
        else:
            self._waiting.append(do)

    @property
    def _chosen_voices(self) -> list[Voice]:
        ids = self.pop_chosen()
        return [self.voices[number] for number in ids if number in self.voices]

    def action_take(self) -> None:
        """Enter who is chosen, with all quotes that surely are theirs."""
        self._when_listed(self._take_chosen)

    def _take_chosen(self) -> None:
        if voices := self._chosen_voices:
            self.change(lambda store: _take(store, voices))

    def action_join(self) -> None:
        """Ask whose quotes they are, and give them to that source."""
        self._when_listed(self._ask_whose)

    @work(group="ask", exit_on_error=False)
    async def _ask_whose(self) -> None:
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
        self._when_listed(self._leave_out)

    def _leave_out(self) -> None:
        names = [name for voice in self._chosen_voices for name in voice.spellings]

        def never(store: "Store") -> str:
            store.voices.dismiss(names)
            return _("{named} no longer suggested; f shows who is left out, u takes it back.").format(
                named=_named(names)
            )

        if names:
            self.change(never)

    def action_again(self) -> None:
        """Suggest these names again."""
        self._when_listed(self._bring_back)

    def _bring_back(self) -> None:
        names = [name for voice in self._chosen_voices for name in voice.spellings]

        def again(store: "Store") -> str:
            store.voices.bring_back(names)
            return _("{named} suggested again.").format(named=_named(names))

        if names:
            self.change(again)


def _named(names: Sequence[str]) -> str:
    return (
        _("{names} is").format(names=names[0])
        if len(names) == 1
        else _("{names} names are").format(names=len(names))
    )


def _whose(voices: Sequence[Voice]) -> str:
    quotes = sum(voice.quotes for voice in voices)
    told = f"{quotes} quote{'' if quotes == 1 else 's'}"
    name = f"“{voices[0].name}”" if len(voices) == 1 else _("these {voices} names").format(voices=len(voices))
    return _("Who is {name}? All {told} go there").format(name=name, told=told)


def _offered(store: "Store", voices: Sequence[Voice]) -> tuple[list[Source], list[Source]]:
    """Recent sources, and those that the voices probably are."""
    same = dict.fromkeys(voice.same_id for voice in voices if voice.same_id)
    likely = [store.sources.get(number) for number in same]
    likely += store.sources.suggest(voices[0].name, limit=3) if voices else []
    return store.sources.recent(), likely


def _take(store: "Store", voices: Sequence[Voice]) -> str:
    """Take voices in, as one step; what was done, in a sentence."""
    with store.step(_label(_("Take in"), voices)):
        store.voices.bring_back(name for voice in voices for name in voice.spellings)
        taken = [take(store, voice) for voice in store.voices.described(voices)]
    if len(taken) == 1:
        return _("{sentence} u takes it back.").format(sentence=taken[0].sentence())
    quotes, left = sum(one.quotes for one in taken), sum(one.left for one in taken)
    rest = _(" {left} that may be by somebody else were left.").format(left=left) if left else ""
    return _("{taken} taken in, with {quotes} quotes.{rest} u takes it back.").format(
        taken=len(taken), quotes=quotes, rest=rest
    )


def _give(store: "Store", voices: Sequence[Voice], source: Source) -> str:
    """Give all quotes of voices to one source, as one step; what was done, in a sentence."""
    with store.step(f"{_label('Give', voices)} to {source.name}"):
        store.voices.bring_back(name for voice in voices for name in voice.spellings)
        first = store.voices.described(voices[:1])[0]
        known = replace(source, kind=first.kind, role=first.role, affiliation=first.affiliation)
        stored = source if source.id else store.sources.add(known)
        given = sum(take(store, voice, stored, everything=True).quotes for voice in voices)
    return f"{given} quote{'' if given == 1 else 's'} given to {stored.name}. u takes it back."


def _label(verb: str, voices: Sequence[Voice]) -> str:
    return (
        f"{verb} {voices[0].name}"
        if len(voices) == 1
        else _("{verb} {voices} names").format(verb=verb, voices=len(voices))
    )
