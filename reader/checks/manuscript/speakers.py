"""Whether two speakers are the same: by their names, with what is known of them; often that is open."""

import re
from collections.abc import Iterable
from enum import Enum

from reader.checks.manuscript.values import Speaker
from reader.languages.press import everywhere
from reader.languages.senses import senses
from reader.models import Quote, Source, SourceKind, words_of

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SHORTEST = 2


class Relation(Enum):
    """How two speakers stand to each other."""

    SAME = 0
    OPEN = 1
    OTHER = 2


def speaker_of(quote: Quote | None, source: Source | None, text: str) -> Speaker:
    """Who said a quote, by all that is known."""
    if quote is None:
        return Speaker()
    written = "" if quote.is_pointed_to or quote.is_lost else words_of(text, quote.speaker)
    role = quote.speaker_role or (source.role if source else "")
    aliases = (*((source.name, *source.aliases) if source else ()), quote.resolved_speaker)
    kind = quote.speaker_kind or (source.kind if source else SourceKind.UNKNOWN)
    return Speaker(quote.name_read(text), written, kind, role, tuple(filter(None, aliases)))


def relation(here: Speaker, there: Speaker) -> Relation:
    """Whether the speaker of a manuscript is the one of an article."""
    if not here.name or not there.name:
        return Relation.OPEN
    if _is_part(_name_words(here.name, ()), _name_words(there.name, ())):
        return Relation.SAME
    # "Fischer Lang" beside "Bodo Lang, Fischer": a role of one of them is no given name of the other
    roles = _roles(here) | _roles(there)
    found = [_named_alike(one, other) for one in _names(here, roles) for other in _names(there, roles)]
    if Relation.SAME in found:
        return Relation.SAME
    if is_role(here) or is_role(there):
        return _of_roles(here, there)
    return Relation.OTHER if Relation.OTHER in found else Relation.OPEN


def _is_part(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names or roles are written alike, or one is a longer form: "Chef der Bank in Köln"."""
    shorter, longer = sorted((set(one), set(other)), key=len)
    return shorter == longer or (len(shorter) > 1 and shorter <= longer)


def _roles(speaker: Speaker) -> set[str]:
    return {word.casefold() for word in _WORD.findall(speaker.role)}


def _names(speaker: Speaker, roles: Iterable[str]) -> set[tuple[str, ...]]:
    return {name for one in (speaker.name, *speaker.aliases) if (name := _name_words(one, roles))}


def _name_words(name: str, roles: Iterable[str]) -> tuple[str, ...]:
    """The words of a name in lower case, without titles, roles and the genitive's s."""
    titles = {*roles, *everywhere().articles, *_TITLES}
    words = [_bare(word) for word in _WORD.findall(name)]
    return tuple(word for word in words if word not in titles and len(word) >= _SHORTEST)


_TITLES = frozenset(
    [
        "herr",
        "herrn",
        "frau",
        "dr",
        "prof",
        "professor",
        "professorin",
        "mr",
        "mrs",
        "ms",
        "sir",
        "dame",
        "lord",
        "lady",
        "monsieur",
        "madame",
    ]
)


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.casefold())


def _named_alike(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    ours, theirs = set(one), set(other)
    if ours <= theirs or theirs <= ours:
        return Relation.SAME
    if not _same_word(one[-1], other[-1]):
        return Relation.OTHER
    # Anna Weber and A. Weber, but not Anna Weber and Petra Weber.
    given, other_given = one[:-1], other[:-1]
    initials = any(a[0] == b[0] and min(len(a), len(b)) <= _SHORTEST for a in given for b in other_given)
    return (
        Relation.SAME
        if not given or not other_given or ours & set(other_given) or initials
        else Relation.OTHER
    )


def _same_word(one: str, other: str) -> bool:
    return one == other or one + "s" == other or other + "s" == one


def is_role(speaker: Speaker) -> bool:
    """Whether somebody speaks who is not named: "der Sprecher", "the Mexican president"."""
    return bool(speaker.name) and (
        speaker.kind is SourceKind.ANONYMOUS or not _names(speaker, _roles(speaker))
    )


def _of_roles(here: Speaker, there: Speaker) -> Relation:
    """Of two of whom one is not named: "ein Sprecher" is nobody who is named, "der Minister" may be."""
    if is_role(here) and is_role(there):
        return Relation.OPEN
    nobody, named = (here, there) if is_role(here) else (there, here)
    words = {word.casefold() for word in _WORD.findall(nobody.name)}
    if words & {word.casefold() for word in _WORD.findall(named.role)}:
        return Relation.SAME
    begins = nobody.written.casefold().split()[:1]
    is_vague = bool(begins) and begins[0] in senses("").no_one
    # A manuscript may leave out a name that the article has, and not put one in.
    return Relation.OTHER if is_vague and nobody is there else Relation.OPEN
