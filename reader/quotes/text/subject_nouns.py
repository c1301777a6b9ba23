"""The noun that the sentence before a pronoun begins with: "La direction rejette … Elle affirme …"."""

from reader.quotes.text.nouns import is_role
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText


def subject_noun_before(text: TableText, token: int, gender: str) -> Range | None:
    """Article and noun that begin the sentence before that of `token`, in its paragraph, if they fit.

    The noun must be one for people by role, for a group or a document; `gender` is that of the pronoun.
    """
    first = text.sentence_of(token)[0]
    if first == 0 or text.block_of(first - 1) != text.block_of(token):
        return None
    begin = text.sentence_of(first - 1)[0]
    article, noun = text.lower(begin), text.lower(begin + 1)
    language = text.language
    speaks = is_role(noun, language) or noun in language.groups or noun in language.documents
    if article not in language.determiners or not speaks or not text.words[begin + 1][0].islower():
        return None
    # "La direction": "elle", not "il"; "l'avocat" and "de wethouder" tell no gender.
    return (begin, begin + 2) if language.articles.get(article, gender) == gender else None
