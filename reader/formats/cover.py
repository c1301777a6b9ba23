"""The cover over the names of sources that must not go out: one value for all ways out of a library.

Names are covered with as many blocks "█" as they had code points, so that every span stays true. Where only
a person can tell whether a word is a name ("kurz" in a note without capitals), it is covered, and a doubt.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

import regex

from reader.formats.finding import find
from reader.formats.matches import Match
from reader.formats.names import Named, NameIndex, index_of
from reader.i18n import _
from reader.languages.press import press
from reader.models import Source, SourceKind, name_is_covered, on_one_line

BLOCK = "█"
EVEN = BLOCK * 5
"""What stands for a name of any length, where nothing counts its letters."""
RUN = regex.compile(f"{BLOCK}+")
_NO_PERSON = (SourceKind.ORGANISATION, SourceKind.DOCUMENT)
_DEFAULT = "en"
"""Whose words stand for a name where the article's language has none."""
_AROUND = 24
"""Characters on each side of a word in doubt that show what it stands in."""
_REMEMBERED = 64
"""Texts whose names are kept, since each is asked for more than once."""
_TELLING_WORDS = 15
"""Letters from which the words of a quote are known again in another text."""
_CODES = frozenset(
    str.split(
        "id uid url_key published language added created modified at state kind type medium status "
        "verification authorisation use rule anchor number speaker_kind speaker_basis spans "
        "agreed until silence sheet prints"
    )
)
"""Fields that hold terms, times and keys, and no words of anybody."""

Value = TypeVar("Value")


@dataclass(frozen=True)
class Cover:
    """Covers the names of an index, and stretches of words, in whatever leaves."""

    indexes: tuple[NameIndex, ...] = ()
    is_even: bool = False
    """Whether all names are covered by blocks of one length, for what has no places."""
    _find: Callable[[str, bool], tuple[Match, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Remember what stands in the last texts."""
        object.__setattr__(self, "_find", lru_cache(_REMEMBERED)(self._look))

    def __bool__(self) -> bool:
        return bool(self.indexes)

    def __call__(self, text: str, *, is_note: bool = False) -> str:
        """`text` with every name covered."""
        if not text or not self:
            return text
        covered = blackened(text, ((one.start, one.end) for one in self.matches(text, is_note=is_note)))
        return evened(covered) if self.is_even else covered

    def matches(self, text: str, *, is_note: bool = False) -> tuple[Match, ...]:
        """Where names stand in `text`."""
        return self._find(text, is_note)

    def _look(self, text: str, is_note: bool) -> tuple[Match, ...]:
        found = [one for index in self.indexes for one in find(text, index, is_note=is_note)]
        return tuple(sorted(found))

    def doubts(
        self, text: str, *, is_note: bool = False, within: Sequence[tuple[int, int]] | None = None
    ) -> list[str]:
        """Words of which only a person can tell whether they are a name, each in its context."""
        return [
            _("“{words}” in “{context}”").format(
                words=on_one_line([text[one.start : one.end]]),
                context=on_one_line([text[max(0, one.start - _AROUND) : one.end + _AROUND]]),
            )
            for one in self.matches(text, is_note=is_note)
            if not one.is_sure
            and (within is None or any(one.start < end and start < one.end for start, end in within))
        ]

    def names(self, text: str) -> bool:
        """Whether anybody who is covered is named in `text`."""
        return any(one.is_sure and one.sources for one in self.matches(text))

    def all_of(self, value: Any) -> Any:
        """A value with every text in it covered: of a dataclass, a list, a dictionary, as JSON has them."""
        if not self:
            return value
        if isinstance(value, str):
            return type(value)(value) if type(value) is not str else self(value)
        if is_dataclass(value) and not isinstance(value, type):
            return self.fields_of(value)
        if isinstance(value, dict):
            return {
                (self(key) if isinstance(key, str) else key): one if key in _CODES else self.all_of(one)
                for key, one in value.items()
            }
        if isinstance(value, (list, tuple, set, frozenset)):
            if hasattr(value, "_fields"):
                return type(value)(*map(self.all_of, value))
            return type(value)(map(self.all_of, value))
        return value

    def fields_of(self, value: Value, *, but: Collection[str] = (), is_note: bool = False) -> Value:
        """A dataclass with its texts covered, `but` for those fields, and for terms, times and keys."""
        if self._hides_people and isinstance(value, Source) and name_is_covered(value):
            return self._hidden(value)  # type: ignore[return-value]  # a Source, as it was
        changes: dict[str, Any] = {}
        for one in fields(value):  # type: ignore[arg-type]  # a dataclass, as all values are
            held = getattr(value, one.name)
            if not one.init or one.name in _CODES or one.name in but or not held:
                continue
            covered = self(held, is_note=is_note) if type(held) is str else self.all_of(held)
            if covered != held:
                changes[one.name] = covered
        return replace(value, **changes) if changes else value  # type: ignore[type-var]  # the same

    @property
    def _hides_people(self) -> bool:
        """Whether names are covered, and not only words."""
        return any(index.first_letters for index in self.indexes)

    def _hidden(self, source: Source) -> Source:
        """A source that is covered, without all that would tell who it is."""
        words = self(stand_in(source))
        bare = Source(words, source.kind, use=source.use, id=source.id, description=words)
        counted = replace(bare, quotes=source.quotes, articles=source.articles)
        return replace(counted, identity_protected=source.identity_protected)

    def with_more(self, people: Iterable[Named] = (), wordings: Iterable[str] = ()) -> "Cover":
        """This cover with further names and words, as one article has them."""
        more = index_of(people, _telling(wordings))
        return Cover((*self.indexes, more)) if more else self


NO_COVER = Cover()


@lru_cache(maxsize=8)
def cover_of(sources: tuple[Source, ...], off_record: tuple[str, ...] = ()) -> Cover:
    """The cover over the names of `sources` that are covered, and words not for publication, of a library."""
    people = [named(source) for source in sources if name_is_covered(source)]
    return NO_COVER.with_more(people, off_record)


def named(source: Source, *more: str) -> Named:
    """A source by all its names, and `more` of them."""
    names = dict.fromkeys((source.name, *source.aliases, *more))
    return Named(source.id, tuple(filter(None, names)), source.kind not in _NO_PERSON)


def stand_in(source: Source | None, language: str = "") -> str:
    """What stands for a name: the description agreed with the source, else a neutral one."""
    agreed = source.description if source else ""
    return agreed or press(language).unnamed or press(_DEFAULT).unnamed


def blackened(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """`text` with blocks in the place of stretches; line breaks stay."""
    pieces, at = [], 0
    for start, end in sorted(stretches):
        if end > at:
            start = max(start, at)
            pieces += [text[at:start], _blocks(text[start:end])]
            at = end
    return "".join((*pieces, text[at:])) if pieces else text


def _blocks(covered: str) -> str:
    if "\n" not in covered:
        return BLOCK * len(covered)
    return "\n".join(BLOCK * len(line) for line in covered.split("\n"))


def evened(text: str) -> str:
    """`text` with every run of blocks made as long as any other, so that none tells how long a name is."""
    return RUN.sub(EVEN, text) if BLOCK in text else text


def _telling(wordings: Iterable[str]) -> Iterable[str]:
    """Those that are long enough to be known again: "Nein" says everybody."""
    return (one for one in wordings if sum(map(str.isalpha, one)) >= _TELLING_WORDS and len(one.split()) > 1)
