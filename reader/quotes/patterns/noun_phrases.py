"""Find the noun phrase that names a speaker beside a verb of saying, by the name tables of any language."""

from reader.quotes.text.nouns import is_name, is_nominal, link_at, owns_bare, particles_at
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_LONGEST = 12
"""Tokens of a noun phrase at most."""
_UNSURE = 4
"""Tokens without a name or known noun among them after which a phrase is given up: "the tall grey old …"."""


def phrase_from(text: TableText, first: int, last: int) -> Range | None:
    """The noun phrase that begins at token `first`, or `None`."""
    return _phrase(text, first, min(last, first + _LONGEST))


def phrase_before(text: TableText, first: int, last: int) -> Range | None:
    """The noun phrase that ends before token `last` and not before `first`, or `None`."""
    words = text.words
    if last > first and words[last - 1] == ",":
        return _with_apposition(text, first, last - 1)
    best = None
    for at in range(last - 1, max(first, last - _LONGEST) - 1, -1):
        if words[at][0] in ",;:.!?()":
            break
        phrase = _phrase(text, at, last)
        if phrase and phrase[1] == last and at == phrase[0]:
            best = phrase  # the widest one that still ends here
    return best


def _with_apposition(text: TableText, first: int, last: int) -> Range | None:
    """The noun phrase before an apposition in commas: "Ann Lee, the minister," gives both."""
    for at in range(last - 1, max(first, last - _LONGEST) - 1, -1):
        if text.words[at] == ",":
            phrase = phrase_before(text, first, at)
            return (phrase[0], last) if phrase else None
    return None


def _leads(text: TableText, at: int) -> bool:
    """Whether an article may follow on a word within a phrase: "of", "and", "all"."""
    lower, language = text.lower(at), text.language
    linking = any(lower == words[-1] for words in language.links)
    return linking or lower in language.joining | language.determiners | language.prepositions


def is_time(text: TableText, first: int, last: int) -> bool:
    """Whether a time with its article begins at a token: "this Monday", not "the recently built bridge"."""
    times, behind = text.language.times, first + 2
    if text.lowered[first] not in text.language.determiners or text.lower(first + 1) not in times:
        return False
    more = behind < last and text.words[behind][0].islower() and not text.says(behind)
    return not more or text.lowered[behind] in text.language.prepositions


def _phrase(text: TableText, first: int, last: int) -> Range | None:
    if first >= last or is_time(text, first, last):
        return None
    if _is_whole(text, first, last):
        return first, first + 1
    at, end = _behind_particles(text, first, last), first
    free, owned = text.lowered[first] in text.language.determiners, 0
    # "del | segretario regionale Ugo Neri": the article is in the preposition
    joined = first > 0 and text.lowered[first - 1] in text.language.contracted
    free = free or (joined and (is_nominal(text, first) or _is_called(text, first, last)))
    while at < last and at - end < _UNSURE:
        step = link_at(text, at, last) if end > first else 0
        if step:
            at += step
            free = True
        elif is_nominal(text, at):
            at += 1
            end = at
            if text.words[at - 1][0] == "@":  # "@pepe en X"
                break
        elif end == at > first and owns_bare(text, at):  # "Beddoes' lawyer": never Beddoes
            owned, free, at = at, True, at + 1
        elif at in text.nicknames and end == at > first:  # Robert “Stilts” Manning
            at = text.nicknames[at]
        elif _goes_on(text, at, first, noun_behind=end == at > first, free=free):
            at += 1
        else:
            break
    return (first, end) if end > first and end != owned else None


def _is_called(text: TableText, first: int, last: int) -> bool:
    """Whether a noun that no table knows has a name behind it: "della | velina Ada Neri", "dell' | ex"."""
    former = text.lowered[first] in text.language.former_prefixes
    plain = text.words[first].isalpha() and text.words[first].islower() and first + 2 < last
    return former or (plain and is_name(text.words[first + 1]) and is_name(text.words[first + 2]))


def _is_whole(text: TableText, first: int, last: int) -> bool:
    """Whether a pronoun is a phrase of its own, whatever follows: "she", but not "her mum", "one fan"."""
    lower, language = text.lowered[first], text.language
    if lower not in language.pronouns:
        return False
    if first + 1 >= last:
        return True
    counts = lower == "one" and text.words[first + 1].isalpha()
    small = language.verbs | language.prepositions | language.times
    determines = lower in language.determiners and is_nominal(text, first + 1)
    return not (determines or (counts and text.lowered[first + 1] not in small))


def _behind_particles(text: TableText, first: int, last: int) -> int:
    """Behind the particles that a name begins with: "von der | Leyen"; "de la" of "la Cour" is a link."""
    lower = text.lowered[first]
    if lower not in text.language.particles and text.words[first] not in "'’":
        return first
    # "respondió De la Torre": with a capital within a sentence it is of the name.
    capital = text.words[first][0].isupper() and first > text.sentence_of(first)[0]
    linked = any(lower in link for link in text.language.links)
    named = capital or lower[-1] in "'’" or not linked
    return first + particles_at(text, first, last) if named else first


def _goes_on(text: TableText, at: int, first: int, *, noun_behind: bool, free: bool) -> bool:
    """Whether a word that is no noun may stand in a phrase: "the head of the recently built bridge".

    An article at the start or behind a link, and behind either any word that is no verb of saying.
    """
    lower, language = text.lowered[at], text.language
    if lower in language.determiners:
        # "a la salida | su abogada"
        return at == first or (free and (at == first + 1 or _leads(text, at - 1)))
    if not free or not text.words[at][0].isalpha() or lower in language.verbs:
        return False
    # "the mayor on Monday": what no link joins begins something else
    return not (noun_behind and lower in language.prepositions)
