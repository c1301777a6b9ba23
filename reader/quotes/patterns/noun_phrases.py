"""Find the noun phrase that names a speaker beside a verb of saying, by the name tables of any language."""

from reader.languages.tables import Language
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.sentences import Range

_LONGEST = 12


def behind(analysis: Analysis, first: int, last: int) -> Range | None:
    """The noun phrase that begins at token `first`, or `None`."""
    return _phrase(analysis, first, min(last, first + _LONGEST))


def ahead(analysis: Analysis, first: int, last: int) -> Range | None:
    """The noun phrase that ends before token `last` and not before `first`, or `None`."""
    words = analysis.tokens.words
    if last > first and words[last - 1] == ",":
        return _with_apposition(analysis, first, last - 1)
    best = None
    for at in range(last - 1, max(first, last - _LONGEST) - 1, -1):
        if words[at][0] in ",;:.!?()":
            break
        phrase = _phrase(analysis, at, last)
        if phrase and phrase[1] == last and at == phrase[0]:
            best = phrase
    return best


def _with_apposition(analysis: Analysis, first: int, last: int) -> Range | None:
    """The noun phrase before an apposition in commas: "Ann Lee, the minister," gives both."""
    words = analysis.tokens.words
    for at in range(last - 1, max(first, last - _LONGEST) - 1, -1):
        if words[at] == ",":
            phrase = ahead(analysis, first, at)
            return (phrase[0], last) if phrase else None
    return None


def _phrase(analysis: Analysis, first: int, last: int) -> Range | None:
    words, language = analysis.tokens.words, analysis.language
    if first >= last:
        return None
    if words[first].lower() in language.pronouns:
        return first, first + 1
    at, end, free = first, first, words[first].lower() in language.determiners
    while at < last and at - end < 4:
        step = _link(words, at, last, language) if end > first else 0
        if step:
            at += step
            free = True
        elif _nominal(words[at], language):
            at += 1
            end = at
        elif (words[at].lower() in language.determiners and (at == first or free)) or (
            free and words[at][0].isalpha() and words[at].lower() not in language.verbs
        ):
            at += 1
        else:
            break
    return (first, end) if end > first else None


def _nominal(word: str, language: Language) -> bool:
    lower = word.lower()
    if lower in language.roles or lower in language.groups or lower in language.documents:
        return True
    return word[0].isupper() or lower in language.anonymous or lower in language.honorifics


def _link(words: list[str], at: int, last: int, language: Language) -> int:
    """Number of tokens of the link or name particle at `at`, 0 where there is none."""
    if words[at].lower() in language.particles and at + 1 < last and words[at + 1][0].isupper():
        return 1
    for link in language.links:
        if at + len(link) < last and tuple(w.lower() for w in words[at : at + len(link)]) == link:
            return len(link)
    return 0
