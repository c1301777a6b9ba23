"""Find the subject of a verb of saying: the noun phrase before or behind it, over what stands between."""

from reader.quotes.patterns import noun_phrases
from reader.quotes.patterns.names_in_commas import with_name
from reader.quotes.patterns.sayings import VerbOfSaying
from reader.quotes.patterns.unlisted_subjects import (
    begins_addressee,
    is_closed,
    unlisted_before,
    unlisted_behind,
)
from reader.quotes.text import nouns
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

LONGEST = 7
"""Tokens of a noun phrase that is known only by where it begins and ends."""
_OBJECTS = 3
"""Tokens before a verb that may be pronoun objects or adverbs ("Lee me lo ha detto")."""
_BREAKS = frozenset((",", ":", ";", "(", ")"))


def subject_of(
    text: TableText, verb: VerbOfSaying, start: int, stop: int, *, unlisted: bool = False
) -> Range | None:
    """The subject of a verb: the noun phrase before it, over pronoun objects, else the one behind it.

    With `unlisted`, also one whose nouns no table knows.
    """
    start = text.behind_place(start)
    beside = noun_phrases.phrase_before(text, start, verb.first)
    # "The headline read", "One user wrote", not "The" and "One": nouns that no table knows.
    whole = None if beside else unlisted_before(text, start, verb.first)
    if _is_governed(text, start, beside or whole, verb.first):
        inverted = subject_behind(text, verb.last, stop, unlisted=unlisted)
        if inverted or not _is_document(text, beside or whole):
            return inverted
    if beside:
        return _with_first(text, _without_adverbial(text, beside, start), start)
    found = _over_objects(text, start, verb.first) or _from_start(text, start, verb.first)
    begins = whole is not None and text.words[whole[0]][0].isupper()
    if whole and (unlisted or begins or (found and whole[0] <= found[0])):
        return whole
    found = found or _shared(text, start, verb)
    if not found and text.language.verb_first:
        found = noun_phrases.phrase_from(text, verb.last, stop)
    return found


def _with_first(text: TableText, found: Range, start: int) -> Range:
    """A phrase with who is named before it: "Ann Lee, 40, and Bo Hall", where the two begin a sentence."""
    first, end = found
    joins = first - 2 > start and text.lower(first - 1) in text.language.joining - text.language.adversatives
    before = noun_phrases.phrase_from(text, start, first - 1) if joins else None
    if before and with_others(text, before, end)[1] >= first:
        return before[0], end
    return found


def _is_governed(text: TableText, start: int, before: Range | None, end: int) -> bool:
    """Whether the words before a verb are one phrase with a preposition: "In gesprek met de NOS zei"."""
    language = text.language
    if not language.verb_first or not before or "," in text.words[start:end]:
        return False
    leading = {words[0] for words in (*language.links, *language.addressing)} | language.prepositions
    leading -= language.joining
    # "Op X schreef", "In de rechtbank zei"; "Van den Brink zei" begins with a name.
    if before[0] == start:
        return text.lower(start) in language.prepositions
    return text.lower(start) in leading and text.lower(before[0] - 1) in leading


def _is_document(text: TableText, phrase: Range | None) -> bool:
    """Whether a document is among the words of a phrase: "Uit een rapport blijkt dat"."""
    return phrase is not None and not text.language.documents.isdisjoint(text.lowered[slice(*phrase)])


def _over_objects(text: TableText, start: int, at: int) -> Range | None:
    """The noun phrase before a verb, over pronoun objects and adverbs: "Lee me lo ha detto"."""
    for _ in range(_OBJECTS - 1):
        at -= 1
        # "Lee was there and said": a comma or another finite verb ends the search.
        if at <= start or text.lower(at) in text.language.finite or text.lower(at) in _BREAKS:
            return None
        found = noun_phrases.phrase_before(text, start, at)
        if found:
            return _without_adverbial(text, found, start)
    return None


def subject_behind(text: TableText, at: int, stop: int, *, unlisted: bool = False) -> Range | None:
    """The subject behind a verb, across an adverb of time: "said yesterday Ann Lee".

    With `unlisted`, also one whose nouns no table knows: "said shop owner Raj Patel".
    """
    found = _listed_behind(text, at, stop)
    if found and text.lower(found[0]) in text.language.pronouns:
        return found
    if found:
        found = _whole(text, found, stop)
    elif unlisted:
        found = unlisted_behind(text, at, stop)
    return with_others(text, with_name(text, _without_addressee(text, found), stop), stop) if found else None


def with_others(text: TableText, found: Range, stop: int) -> Range:
    """A phrase with those who speak too: "Jana Kolb, Max Ott and Eva Lang", "Ann Lee, 31, and Bo Hall"."""
    first, end = found
    if not nouns.is_name(text.words[end - 1]):
        return found
    at = end
    for _ in range(LONGEST):
        at = _behind_aside(text, at, stop)
        joins = at < stop and text.lower(at) in text.language.joining - text.language.adversatives
        if not joins and (at >= stop or text.words[at] != ","):
            return found
        other = noun_phrases.phrase_from(text, at + 1, stop)
        if joins and text.lower(at + 1) in text.language.determiners:
            other = unlisted_behind(text, at + 1, stop) or other  # "y su marido"
        if not other or not _is_another(text, other, stop):
            return found
        # "Max Ott and Eva Lang": the last two are one phrase.
        if joins or any(text.lower(i) in text.language.joining for i in range(*other)):
            return first, other[1]
        at = other[1]
    return found


def _behind_aside(text: TableText, at: int, stop: int) -> int:
    """Behind what tells more of a name before "and": "(31)", ", 31,", ", a nurse,"; else `at`."""
    closing = {"(": ")", ",": ","}.get(text.words[at] if at < stop else "")
    for end in range(at + 1, min(at + LONGEST, stop)) if closing else ():
        if text.words[end] == closing:
            joins = end + 1 < stop and text.lower(end + 1) in text.language.joining
            return end + 1 if joins or closing == ")" else at
        # "Ana Gil, de 31 años y León Ruiz": no comma closes.
        if text.says(end) or text.lower(end) in text.language.relatives:
            break
    return at


def _is_another(text: TableText, other: Range, stop: int) -> bool:
    """Whether a phrase behind "and" is one more who speaks, and begins no clause: "and Bo Hall agreed"."""
    behind = other[1]
    named = nouns.is_name(text.words[behind - 1])
    if not named and text.lower(other[0]) not in text.language.determiners:
        return False
    small = behind < stop and text.words[behind][0].isalpha()
    closed = text.language.prepositions | text.language.times | text.language.relatives
    links = {link[0] for link in text.language.links}
    return not small or text.says(behind) or text.lower(behind) in closed | links


def _whole(text: TableText, found: Range, stop: int) -> Range:
    """A phrase with the nouns that no table knows: not "Leeds" of "Leeds shop owner Raj Patel"."""
    first, end = found
    wider = unlisted_behind(text, first, stop)
    if not wider or wider[1] <= end:
        return found
    # "the plumber's mate", "Ten Hag's assistant".
    owned = text.lower(end - 1).endswith(("'s", "’s"))
    return (
        wider
        if owned or text.lower(first) in text.language.determiners or nouns.is_nominal(text, wider[1] - 1)
        else found
    )


def _without_addressee(text: TableText, found: Range) -> Range:
    """A phrase without whom it was said to: "Hélène Forêt" of "Hélène Forêt à l'Assemblée"."""
    first, end = found
    return first, next((at for at in range(first + 1, end) if begins_addressee(text, first, at)), end)


def _listed_behind(text: TableText, at: int, stop: int) -> Range | None:
    """The subject behind a verb that the tables know."""
    named = noun_phrases.phrase_from(text, at, stop)
    if named and text.lower(at) in text.language.pronouns:
        return named
    timed = text.lower(at) in text.language.times
    if named and text.words[at][0].isupper() and not timed:  # "Monday" is a capital too, but no speaker
        return named
    for skipped in (2, 1):
        # "the recently built …" is no time
        led = skipped == 2 and text.lower(at) in text.language.determiners
        if led and not noun_phrases.is_time(text, at, stop):
            continue
        if text.lower(at + skipped - 1) in text.language.times:
            return noun_phrases.phrase_from(text, at + skipped, stop)
    return named


def determined(text: TableText, at: int, stop: int) -> Range | None:
    """A determiner with the word behind it, whatever that is: "la glaciologue"."""
    word = text.lower(at + 1) if at + 1 < stop else ""
    # "la dit": a verb of saying behind an article is a verb behind a pronoun object.
    known = text.lower(at) in text.language.determiners and word.isalpha()
    return (at, at + 2) if known and word not in text.language.verbs | text.language.times else None


def _shared(text: TableText, start: int, verb: VerbOfSaying) -> Range | None:
    """The subject that the sentence begins with, for a second verb: "She left and promised", "…, saying"."""
    before = text.lower(verb.first - 1)
    second = before in text.language.joining
    trailing = before == "," and text.lower(verb.first).endswith(text.language.trailing or "\0")
    if not (second or trailing):
        return None
    start += is_closed(text, start)  # "But the others went on and said"
    return noun_phrases.phrase_from(text, start, verb.first) or determined(text, start, verb.first)


def _from_start(text: TableText, start: int, end: int) -> Range | None:
    """All from a determiner or name at the sentence's start to the verb, or to a relative clause between."""
    language = text.language
    closed = text.lower(end - 1) == ","
    # "The crew of the boat said": a determiner is enough. "Voorzitter Leeuw van de provincies zei": a name
    # needs a phrase that hangs on it, and no comma before the verb, where a clause would lie between.
    if text.lower(start) not in language.determiners and (closed or not _complemented(text, start, end)):
        return None
    for at in range(start + 1, min(start + LONGEST * (1 + closed) + 1, end + 1)):
        word = text.lower(at)
        # "The crew of the boat said", "The mayor, who left, said".
        if at == end or (word == "," and text.lower(at + 1) in language.relatives):
            return start, at
        # "The mayor, a lawyer, said": words, and where a comma closes, commas.
        between = word[0].isalpha() or (closed and word == ",")
        # "The man went home and said": never another verb.
        if not between or word in language.verbs or word in language.finite:
            return None
    return None


def _complemented(text: TableText, start: int, end: int) -> bool:
    """Whether a name begins the sentence and a phrase hangs on it: "Voorzitter Leeuw van de provincies"."""
    found = noun_phrases.phrase_from(text, start, end)
    return found is not None and any(text.lower(found[1]) == link[0] for link in text.language.links)


def _without_adverbial(text: TableText, found: Range, start: int) -> Range:
    """The phrase without an adverbial that leads up to a determiner: "Outside the hall a woman"."""
    first, last = found
    # In "Head of the agency" and "Karin de Vries" the determiner belongs to what stands before it.
    begins = [
        at
        for at in range(first + 1, last)
        if text.lower(at) in text.language.determiners
        and text.lower(at - 1) not in text.language.particles
        and not text.is_linked(at)
    ]
    adverbial = first == start and _may_be_preposition(text, first) and "," not in text.words[first:last]
    # "Outside the hall a woman" begins the sentence, has no comma, and at most two determiners: with more it
    # is a list ("Lee and the mayor and the vicar").
    return (begins[-1], last) if begins and adverbial and len(begins) < 3 else found


def _may_be_preposition(text: TableText, at: int) -> bool:
    """Whether a capital at a sentence's start may be that of a preposition, not of a name or known noun."""
    word, language = text.lower(at), text.language
    tables = (
        language.determiners,
        language.roles,
        language.groups,
        language.documents,
        language.honorifics,
        language.anonymous,
    )
    return not any(word in table for table in tables) and not text.words[at + 1][0].isupper()
