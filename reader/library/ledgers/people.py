"""Where a draft names somebody in full for the first time: there the spelling is checked."""

import re
from collections.abc import Iterable, Iterator

from reader.languages.ledger_words import ledger_words
from reader.models import Article, Quote, SourceKind, Span

_DETERMINER = r"(?:[Dd](?:e[rmns]|ie|as)|(?:[Ee]|[Kk]e|[Ss]e)in(?:e[rnms]?)?|[Ii]hre?[rnms]?)"

_ROLE_BEHIND = re.compile(r"^, ([^,.;:!?\n]{3,80})(?=[,.;])")
_ROLE_BEFORE = re.compile(r"([^\W\d_][\w-]{3,})\s+$")


def people(text: str, language: str, quotes: Iterable[Quote]) -> Iterator[Span]:
    """The place of each full name where it stands first."""
    from reader.quotes.full_names import all_names  # the list of given names

    persons = (one.resolved_speaker for one in quotes if one.speaker_kind is SourceKind.PERSON)
    speakers = [name for name in persons if _is_name(name)]
    written = (_without_noun(name, text, language) for name in (*all_names(text), *speakers))
    for name in dict.fromkeys(written):
        if " " in name and (at := text.find(name)) >= 0:
            yield Span(at, at + len(name))


def _is_name(speaker: str) -> bool:
    """Whether a speaker is named: "Anna Kolb", not "Vorsitzende des Fördervereins"."""
    from reader.languages.interview_labels import interview_labels  # the tables of interviews

    small = (word for word in speaker.split() if word[0].islower())
    return all(word in interview_labels().particles for word in small)


def _without_noun(name: str, text: str, language: str) -> str:
    """A German name without the noun behind it, which has a capital too: "wirft Tom Beck Betrug vor"."""
    from reader.languages.given_names import given_names  # the list of given names

    words = name.split()
    while len(words) > 2 and words[-2] not in given_names() and _is_noun(words[-1], name, text, language):
        words.pop()
        name = " ".join(words)
    return name


def _is_noun(word: str, name: str, text: str, language: str) -> bool:
    """Whether a word behind a surname is a thing: by its ending, an article before it, or as a gift."""
    table = ledger_words(language)
    if table.noun is None or table.giving is None:
        return False
    if table.noun.fullmatch(word) or re.search(rf"\b{_DETERMINER} {re.escape(word)}\b", text):
        return True
    before = re.split(r"[.!?\n]", text[: max(0, text.find(name))])[-1]
    return table.giving.search(before) is not None


def roles(article: Article, named: Iterable[Span]) -> Iterator[Span]:
    """What somebody is said to be, wherever they are named: "Kanzler Jan Roth", "Berg, Sprecherin des Amts".

    What is said of one person twice in the same words is given once.
    """
    text, told = article.text, set[tuple[str, str]]()
    for name in sorted({text[one.start : one.end] for one in named}, key=text.find):
        surname = name.rpartition(" ")[2]
        for mention in re.finditer(rf"(?<![\w-])(?:{re.escape(name)}|{re.escape(surname)})(?!\w)", text):
            for span in _beside(Span(*mention.span()), article):
                said = (surname, text[span.start : span.end].casefold())
                if said not in told:
                    told.add(said)
                    yield span


def _beside(mention: Span, article: Article) -> Iterator[Span]:
    """The roles right before and behind a name."""
    from reader.languages.tables import load  # the tables of a language
    from reader.quotes.text.nouns import is_role

    text, language = article.text, load(article.language)
    before = _ROLE_BEFORE.search(text[max(0, mention.start - 60) : mention.start])
    if before and is_role(before[1].casefold(), language):
        start = mention.start - len(before[0])
        yield Span(start, start + len(before[1]))
    behind = _ROLE_BEHIND.match(text[mention.end : mention.end + 90])
    if behind and any(is_role(word.casefold(), language) for word in behind[1].split()):
        yield Span(mention.end + behind.start(1), mention.end + behind.end(1))
