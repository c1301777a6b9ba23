"""A given name alone that is somebody's, by what stands beside it: "Su hijo Jorge", "Pani Zofia"."""

from collections.abc import Container

from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.table_text import TableText


def is_presented(text: TableText, at: int, given: Container[str]) -> bool:
    """Whether a given name alone stands beside what somebody is."""
    word, behind = text.words[at], "".join(text.words[at + 1 : at + 2])
    if behind == "-" or not (_is_called(text, at, behind) or _is_related(text, at)):
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


def _is_related(text: TableText, at: int) -> bool:
    """Whether a sentence begins with a name and tells whose it is: "Jeanette, de zus van Pol,"."""
    opens = text.lower(at + 1) == "," and at == text.sentence_of(at)[0]
    definite = opens and text.lower(at + 2) in text.language.definite
    return definite and is_role(text.lower(at + 3), text.language)
