"""The register fills itself: a voice found in articles becomes a source, with all its quotes, in one step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader import amounts
from reader.errors import NotFoundError
from reader.i18n import _, ngettext, number
from reader.models import Source, Voice
from reader.store.folding import folded
from reader.store.names import can_be_name
from reader.texts.voices import without_role

if TYPE_CHECKING:
    from reader.store import Store


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a voice."""

    source: Source
    quotes: int
    """Quotes that were given to the source."""
    left: int
    """Quotes of the name that stay without a source, since somebody else may have said them."""
    doubt: str
    """Why."""
    is_new: bool
    """Whether the source was entered for it."""

    def sentence(self) -> str:
        """What was done, for a person to read."""
        if self.is_new:
            told = ngettext(
                "{name} is in the register, with {count} quote.",
                "{name} is in the register, with {count} quotes.",
                self.quotes,
            )
        else:
            told = ngettext("{count} quote given to {name}.", "{count} quotes given to {name}.", self.quotes)
        return told.format(name=self.source.name, count=number(self.quotes)) + self.rest()

    def rest(self) -> str:
        """What is said of the quotes that were left, after a blank; "" where none were."""
        if not self.left:
            return ""
        told = ngettext(
            "One more of that name is left: somebody else may have said them ({doubt}).",
            "{count} more of that name are left: somebody else may have said them ({doubt}).",
            self.left,
        )
        return " " + told.format(count=number(self.left), doubt=self.doubt)


def found(store: "Store", name: str) -> Voice:
    """The voice of a name, whether it is suggested or not. Raises NotFoundError where no quote has it."""
    spellings = store.voices.written_like(name)
    if not spellings:
        raise NotFoundError(
            _(
                "No quote without a source is by “{name}”: `reader sources suggest` lists who is quoted."
            ).format(name=name)
        )
    every = store.voices.suggested(store.sources.all())
    suggested = next((one for one in every if set(one.spellings) & set(spellings)), None)
    voice = suggested or Voice(max(spellings, key=len), tuple(spellings))
    return store.voices.described([voice])[0]


def take(store: "Store", voice: Voice, source: Source | None = None, *, everything: bool = False) -> Taken:
    """Give all quotes of a voice to a source; without one it is entered, unless one of its name is there.

    Quotes that may be by somebody else of the name are left, but for `everything`.
    """
    ours = source or _of_that_name(store, voice)
    belonging = store.voices.belonging(voice.spellings, ours)
    ids = (*belonging.sure, *belonging.doubtful) if everything else belonging.sure
    if ours is not None and not ids:
        return Taken(ours, 0, len(belonging.doubtful), belonging.doubt, is_new=False)
    label = _("Give {name} to {source}") if ours else _("Take in {name}")
    with store.step(label.format(name=voice.name, source=ours.name if ours else "")):
        stored = ours or store.sources.add(entered(voice))
        if ours is not None:
            stored = known_as(store, ours, voice.spellings)
        changed = store.sources.assign(ids, stored.id)
    left = 0 if everything else len(belonging.doubtful)
    return Taken(store.sources.get(stored.id), changed, left, belonging.doubt, is_new=ours is None)


def said_by(source: Source) -> str:
    """How much a source has said, for a person to read after it was given something."""
    quotes = amounts.quotes(source.quotes, digits=True)
    articles = amounts.in_articles(source.articles, digits=True)
    return _("{name} has {quotes} in {articles} now; u takes it back.").format(
        name=source.name, quotes=quotes, articles=articles
    )


def entered(voice: Voice) -> Source:
    """The source that a voice becomes."""
    return Source(
        voice.name, voice.kind, voice.role, voice.affiliation, _others(voice.name, (), voice.spellings)
    )


def known_as(store: "Store", source: Source, names: Sequence[str]) -> Source:
    """A source with other names that articles give it, kept as its aliases."""
    more = _others(source.name, source.aliases, names)
    return store.sources.update(replace(source, aliases=(*source.aliases, *more))) if more else source


def _of_that_name(store: "Store", voice: Voice) -> Source | None:
    """The one source that is called as the voice is; of several nobody knows which."""
    same = store.sources.named(voice.name)
    return same[0] if len(same) == 1 else None


def _others(name: str, aliases: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Names that are new for a source.

    One with a role before it is not: "Ratsherr" would count as a part of the name, and be covered as one.
    """
    known = {folded(one) for one in (name, *aliases)}
    new = {folded(one): one for one in names if folded(one) not in known and can_be_name(one)}
    every = frozenset((name, *names))
    return tuple(one for one in new.values() if without_role(one, every) == one)
