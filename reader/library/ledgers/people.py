"""Where a draft names somebody in full for the first time: there the spelling is checked."""

import re
from collections.abc import Iterable, Iterator

from reader.languages.ledger_words import ledger_words
from reader.models import Quote, SourceKind, Span

_DETERMINER = r"(?:[Dd](?:e[rmns]|ie|as)|(?:[Ee]|[Kk]e|[Ss]e)in(?:e[rnms]?)?|[Ii]hre?[rnms]?)"


def people(text: str, language: str, quotes: Iterable[Quote]) -> Iterator[Span]:
    """The place of each full name where it stands first."""
    from reader.quotes.full_names import all_names  # the list of given names

    speakers = [one.resolved_speaker for one in quotes if one.speaker_kind is SourceKind.PERSON]
    written = (_without_noun(name, text, language) for name in (*all_names(text), *speakers))
    for name in dict.fromkeys(written):
        if " " in name and (at := text.find(name)) >= 0:
            yield Span(at, at + len(name))


def _without_noun(name: str, text: str, language: str) -> str:
    """A German name without the noun behind it, which has a capital too: "wirft Tom Beck Betrug vor"."""
    from reader.languages.given_names import given_names  # the list of given names

    words = name.split()
    while len(words) > 2 and words[-2] not in given_names() and _is_noun(words[-1], name, text, language):
        words.pop()
        name = " ".join(words)
    return name


def _is_noun(word: str, name: str, text: str, language: str) -> bool:
    """Whether a word behind a surname is a thing, by its ending, an article elsewhere, or as what is given."""
    table = ledger_words(language)
    if table.noun is None or table.giving is None:
        return False
    if table.noun.fullmatch(word) or re.search(rf"\b{_DETERMINER} {re.escape(word)}\b", text):
        return True
    before = re.split(r"[.!?\n]", text[: max(0, text.find(name))])[-1]
    return table.giving.search(before) is not None
