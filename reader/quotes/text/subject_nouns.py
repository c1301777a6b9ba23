"""The noun that a sentence begins with, whom a pronoun behind it means: "La direction rejette … Elle …"."""

from reader.quotes.text.nouns import is_name, is_role, owns_bare, particles_at
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_HEAD = 5
"""Tokens from a sentence's beginning in which its noun stands."""


def subject_noun_before(text: TableText, token: int, gender: str) -> Range | None:
    """Article and noun that begin the sentence before that of `token`, in its paragraph, if they fit.

    The noun must be one for people by role, for a group or a document; `gender` is that of the pronoun.
    """
    sentence = text.sentence_before(token)
    if sentence is None:
        return None
    begin = sentence[0]
    article, noun = text.lower(begin), text.lower(begin + 1)
    language = text.language
    # "His church is full. He …": English has "it" for what is nobody
    thing = not language.articles and language.bodies & set(language.pronouns)
    if thing and text.lower(token) not in language.bodies and not is_role(noun, language):
        return None
    speaks = is_role(noun, language) or noun in language.groups or noun in language.documents
    if article not in language.determiners or not speaks or not text.words[begin + 1][0].islower():
        return None
    # "Haar man had nachtdienst … zegt ze"
    other = {"f": language.male, "m": language.female}.get(gender, frozenset[str]())
    if noun in other and noun not in {"f": language.female, "m": language.male}[gender]:
        return None
    # "La direction": "elle", not "il"; "l'avocat" and "de wethouder" tell no gender.
    # "Zijn uitgever, Ann van Dijk van uitgeverij Bos, lachte."
    return _with_name(text, begin, begin + 1) if language.articles.get(article, gender) == gender else None


def kin_before(text: TableText, token: int, gender: str) -> Range | None:
    """A woman or man who is told by a noun alone where a sentence begins: "Mr Pratt's wife, Linda,".

    The sentence is that of `token` or the one before it in the paragraph; `gender` is that of the pronoun.
    A name in commas behind the noun belongs to it.
    """
    nouns = {"f": text.language.female, "m": text.language.male}.get(gender, frozenset[str]())
    for begin, end in filter(None, (text.sentence_of(token), text.sentence_before(token))):
        owned = text.lower(begin) in text.language.possessives
        # "Zijn vader was, zegt hij, geen boer": whose father he was
        if owned and begin < token < end:
            continue
        for at in range(begin + 1, min(begin + _HEAD, token)):
            owned = owned or text.lowered[at - 1].endswith(("'s", "’s")) or owns_bare(text, at - 1)
            if owned and text.lowered[at] in nouns and text.words[at].islower():
                return _with_name(text, begin, at)
            if (
                not (text.words[at][0].isalpha() or owns_bare(text, at))
                or text.lowered[at] in text.language.prepositions
            ):
                break
    return None


def _with_name(text: TableText, begin: int, noun: int) -> Range:
    """The noun with the name behind it, "wife, Linda" or "wife Linda Pratt"; else with what is before it."""
    told = text.words[noun + 1 : noun + 4]
    # "Son entraîneur | breton, Luc Roy,"
    if (
        text.language.articles
        and len(told) == 3
        and told[0].islower()
        and told[1] == ","
        and is_name(told[2])
    ):
        return _with_name(text, begin, noun + 1)
    first = noun + 1 + (text.lower(noun + 1) == ",")
    if first > noun + 1:  # "Su marido, el productor Juan Gil,"
        first += text.lower(first) in text.language.determiners
        while is_role(text.lower(first), text.language) and text.words[first].islower():
            first += 1
    end = first
    while text.lower(end) and (text.words[end][0].isupper() or end > first):
        step = 1 if text.words[end][0].isupper() else particles_at(text, end, len(text.words))
        if not step:
            break
        end += step
    # "Zijn vrouw, Ann van Dijk van bakkerij Bos,"
    hung = {link[0] for link in text.language.links} - text.language.joining
    closed = first == noun + 1 or text.lower(end) == "," or text.lower(end) in hung
    return (noun, end) if end > first and closed else (begin, noun + 1)
