"""Full names that no list of given names knows, told by the surname alone beside a verb of saying."""

from collections.abc import Container, Iterator

from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText


def unlisted_names(text: TableText, given: Container[str]) -> Iterator[Range]:
    """ "Bettany Okafor" in a text that goes on with "Okafor says" or "Ms Okafor"; its first place."""
    families = set(_surnames(text))
    for at in range(1, len(text.words)) if families else ():
        word, before = text.words[at], text.words[at - 1]
        if word in families and before not in given and _is_given(text, at - 1):
            families.discard(word)
            yield at - 1, at + 1


def _surnames(text: TableText) -> Iterator[str]:
    """Capitalised words that stand alone beside a verb of saying or behind a title."""
    language = text.language
    for at, word in enumerate(text.words):
        if not _is_word(word) or is_role(text.lowered[at], language):
            continue
        titled = text.lower(at - 1) in language.honorifics
        alone = titled or not is_name(text.words[at - 1]) or at == text.sentence_of(at)[0]
        said = text.says(at + 1) or (text.says(at - 1) and text.words[at - 1].islower())
        if alone and (titled or said) and not text.lower(at + 1)[:1].isupper():
            yield word


def _is_given(text: TableText, at: int) -> bool:
    """Whether a word may be a given name: a capital, and nothing that a table knows."""
    word, lower, language = text.words[at], text.lowered[at], text.language
    if not _is_word(word) or word.lower() in text.words or is_role(lower, language):
        return False
    small = language.determiners | language.times | language.prepositions | language.joining
    titles = language.honorifics | language.titles | language.groups | language.documents
    other = language.adversatives | language.comparisons | language.starters | language.verbs
    return not any(lower in table for table in (small, titles, other, language.pronouns))


def _is_word(word: str) -> bool:
    """Whether a word has one capital and small letters behind it: "Okafor", not "BBC"."""
    return len(word) > 1 and word[0].isupper() and word[1:].isalpha() and not word.isupper()
