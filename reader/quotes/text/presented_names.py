"""What stands beside a name tells whether it is somebody's: "Su hijo Jorge", no "une déléguée CFTC"."""

from collections.abc import Container

from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_YEAR = 4
"""Digits of a year; an age has fewer."""


def is_presented(text: TableText, at: int, given: Container[str]) -> bool:
    """Whether a given name alone stands beside what somebody is."""
    word, behind = text.words[at], "".join(text.words[at + 1 : at + 2])
    told = _is_called(text, at, behind) or _is_related(text, at) or _is_aged(text, at)
    if behind == "-" or not told:
        return False
    # "His partner Becky, 35, …": no list has all given names
    aged = behind == "," and "".join(text.words[at + 2 : at + 3]).isdigit()
    return word in given or (aged and is_name(word))


def _is_called(text: TableText, at: int, behind: str) -> bool:
    """Whether a title or role stands before a name: "Pani Zofia", "Su hijo Jorge"."""
    before, language = text.lower(at - 1) if at else "", text.language
    # "Uno de ellos, Joaquín, de Lebrija,", "Ao fundo a viúva, Rita."
    told = is_role(text.lower(at - 2), language) and behind == "."
    apposed = before == "," and (behind == "," or told)
    return apposed or before in language.honorifics or is_role(before, language)


def _is_aged(text: TableText, at: int) -> bool:
    """Whether a sentence begins with a name and an age: "Lotte (15) uit Zele", "Noah, 19 ans,"."""
    opening, age = [*text.lowered[at + 1 : at + 3], "", ""][:2]
    opens = opening in ("(", ",") and at == text.sentence_of(at)[0]
    return opens and age.isdigit() and len(age) < _YEAR


def _is_related(text: TableText, at: int) -> bool:
    """Whether a sentence begins with a name and tells whose it is: "Jeanette, de zus van Pol,"."""
    opens = text.lower(at + 1) == "," and at == text.sentence_of(at)[0]
    definite = opens and text.lower(at + 2) in text.language.definite
    return definite and is_role(text.lower(at + 3), text.language)


def is_of_house(text: TableText, first: int, name: Range) -> bool:
    """Whether capitals behind roles from a token on are a house, no person: "la revue Bois Vert"."""
    at, end = name
    language, role = text.language, text.lower(at - 1)
    # "une déléguée CFTC"; "le rappeur JUL"
    short = end - at == 1 and text.words[at].isupper() and len(text.words[at]) > 1
    if short and language.articles and is_role(role, language):
        return not any(role in row for row in language.varied)
    # "officier van justitie Ann Pol"; "El productor, Gus Peral": a word that may be a firm too
    led = language.departments if end - at > 1 else frozenset[str]()
    bodies = (language.groups | language.documents) - led
    body = any(word in bodies and not is_role(word, language) for word in text.lowered[first:at])
    return body or is_force(text, at - 1)


def is_force(text: TableText, at: int) -> bool:
    """Whether article and capital make a body of what may be a role: "la Policía Nacional"."""
    word, language = text.words[at], text.language
    led = at > 0 and text.lowered[at - 1] in language.definite | language.contracted
    return led and word.istitle() and text.lowered[at] in language.groups and bool(language.articles)
