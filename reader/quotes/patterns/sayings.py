"""Find verbs of saying with their auxiliaries: "said", "a déclaré", "dit-il"."""

from dataclasses import dataclass

from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_AUXILIARY = 3
"""Tokens from an auxiliary to its participle at most ("has not yet said")."""
_PARTICIPLE = 2
"""The same behind a pronoun on the auxiliary ("a-t-il ainsi déclaré")."""
_NEVER = "\0"
"""An ending that no word has, for a language that lists none."""


@dataclass(frozen=True, slots=True)
class VerbOfSaying:
    """A verb of saying in the text: its cue, the tokens `[first, last)` it takes, and a subject within it."""

    first: int
    last: int
    cue: tuple[int, ...]
    subject: Range | None = None
    """The token of the verb itself where a pronoun hangs on it ("dit-il")."""


def saying_at(text: TableText, at: int, stop: int) -> VerbOfSaying | None:
    """The verb of saying that begins at a token, with its auxiliary: "said", "a déclaré", "dit-il"."""
    if at >= stop or at not in text.saying_places:
        return None
    # "Will Smith said": a capital within a sentence is a name.
    if text.words[at][0].isupper() and at != text.sentence_of(at)[0]:
        return None
    if text.halves(at):
        return _inverted(text, at, stop)
    if text.is_auxiliary(at):
        first = text.behind_inserted(at + 1)
        for verb in range(first, min(first + _AUXILIARY, stop)):
            if text.says(verb) and not text.is_auxiliary(verb):
                return VerbOfSaying(at, verb + 1, (at, verb))
    return VerbOfSaying(at, at + 1, (at,)) if text.says(at) else None


def participle_at(text: TableText, at: int, stop: int) -> VerbOfSaying | None:
    """An auxiliary with any participle, which behind a quotation says how it was said ("s'est emporté")."""
    if not text.is_auxiliary(at):
        return None
    done = text.behind_inserted(at + 1)
    word = text.lower(done) if done < stop else ""
    if not word.endswith(text.language.participles or _NEVER):
        return None
    return VerbOfSaying(at, done + 1, (at, done))


def _inverted(text: TableText, at: int, stop: int) -> VerbOfSaying | None:
    """A verb with its pronoun, alone ("dit-il") or as auxiliary of a participle ("a-t-il déclaré")."""
    if text.verb_of((at,)) in text.language.verbs:
        return VerbOfSaying(at, at + 1, (at,), (at, at + 1))
    endings = text.language.participles or (_NEVER,)
    for behind in range(at + 1, min(at + 1 + _PARTICIPLE, stop)):
        if text.says(behind) or text.lower(behind).endswith(endings):
            return VerbOfSaying(at, behind + 1, (at, behind), (at, at + 1))
    return None


def last_saying(text: TableText, start: int, stop: int) -> VerbOfSaying | None:
    """The last verb of saying in `[start, stop)` that no passage in marks lies between."""
    for at in range(stop - 1, start - 1, -1):
        if text.words[at] in '“”„«»";':
            return None
        if at in text.saying_places and (text.says(at) or text.halves(at)):
            return _with_auxiliary(text, at, start, stop) or saying_at(text, at, stop)
    return None


def _with_auxiliary(text: TableText, at: int, start: int, stop: int) -> VerbOfSaying | None:
    """The verb at a token with an auxiliary before it, if it has one."""
    for auxiliary in range(max(start, text.before_inserted(at) - _AUXILIARY), at):
        found = saying_at(text, auxiliary, stop) if text.is_auxiliary(auxiliary) else None
        if found and found.last == at + 1:
            return found
    return None
