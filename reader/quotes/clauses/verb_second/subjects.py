"""Who is the subject of a verb, by its place: before it, or behind it where something else stands first."""

from reader.languages.given_names import given_names
from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.clauses.verb_second.noun_phrases import begins, end_before, is_closed, phrase_from
from reader.quotes.patterns.names_in_commas import with_name
from reader.quotes.patterns.subjects import with_others
from reader.quotes.text.nouns import is_name, is_nominal, is_role, particles_at
from reader.quotes.text.sentences import Range

_MIDDLE = 12
"""Tokens of adverbs and phrases between a verb and its subject at most."""


def subject_behind(text: ClauseText, at: int, stop: int) -> Range | None:
    """The subject behind a verb, over adverbs and pronouns: "zei gisteren de minister"."""
    limit = min(stop, at + _MIDDLE)
    # "zei dat": a conjunction, though it is an article too.
    if text.lower(at) in text.grammar.that | text.grammar.whether:
        return None
    while at < limit:
        word = text.lower(at)
        if text.is_pronoun(at) or not (
            text.is_adverb(at) or word in text.grammar.objects or text.is_time(at)
        ):
            break
        # "zei haar woordvoerder": a possessive is no object.
        if (
            word in text.language.determiners
            and begins(text, at)
            and phrase_from(text, at, stop) != (at, at + 1)
        ):
            break
        at += 1
    found = phrase_from(text, at, stop) if at < limit else None
    return _whole(text, found, stop) if found else None


def _whole(text: ClauseText, found: Range, stop: int) -> Range:
    """A phrase with the name behind its comma, and with who speaks too."""
    if found[1] - found[0] == 1 and text.is_pronoun(found[0]):
        return found
    return with_others(text, with_name(text, found, stop, definite=_is_definite(text, found)), stop)


def _is_definite(text: ClauseText, found: Range) -> bool:
    """Whether a phrase is a noun with its article behind it: "ministern", "Vidnet"; no name: "Helen"."""
    first, end = found
    small = text.words[first][0].islower() or first == text.sentence_of(first)[0]
    ends = text.lower(first).endswith(text.grammar.definite_endings or ("\0",))
    return end - first == 1 and small and ends and text.words[first] not in given_names()


def subject_of(text: ClauseText, verb: int, first: int, stop: int) -> Range | None:
    """The subject of the finite verb `verb` of a clause that begins at `first`."""
    if verb <= first:
        return subject_behind(text, verb + 1, stop)
    opener = subordinator(text, verb, first)
    if opener is not None:
        return _in_subordinate(text, opener, verb, first)
    behind = _follows(text, first, verb)
    if behind or text.words[verb - 1] == "," or is_fronted(text, first, verb):
        closed = _aside(text, first, verb) if text.words[verb - 1] == "," and not behind else None
        return closed or subject_behind(text, verb + 1, stop)
    return before(text, first, verb)


def _follows(text: ClauseText, first: int, verb: int) -> bool:
    """Whether a pronoun behind a verb is its subject: "Dat zei hij"; not "Direktøren sier han forstår"."""
    objects = text.grammar.objects - set(text.language.pronouns)
    if not text.is_pronoun(verb + 1) or text.lower(verb + 1) in objects:
        return False
    bare = text.grammar.bare_clauses and verb + 2 < len(text.words) and text.is_finite(verb + 2)
    return not bare or is_fronted(text, first, verb)


def before(text: ClauseText, first: int, verb: int) -> Range | None:
    """The subject that stands before a verb: all from the clause's start, without adverbs."""
    while first < verb and text.lower(first) in text.grammar.focus | text.grammar.coordinators:
        first += 1
    if first >= verb or not begins(text, first):
        return None
    if text.is_pronoun(first) and text.lower(first) not in text.language.determiners:
        return first, first + 1
    comma = next((at for at in range(first, verb) if text.words[at] in (",", "–", "-")), verb)
    end = end_before(text, first, comma)
    # "Marian Bos (PvdD) zegt".
    bracket = next((at for at in range(first + 1, end) if text.words[at] == "("), end)
    if text.words[end - 1] == ")" and bracket < end:
        end = bracket
    if end <= first or any(text.is_finite(at) for at in range(first + 1, end)):
        return None
    return _whole(text, (first, end), verb)


def is_fronted(text: ClauseText, first: int, verb: int) -> bool:
    """Whether something that is no subject opens the clause: "In haar brief", "Vorige week", "Daarom"."""
    while first < verb and text.lower(first) in text.grammar.coordinators:
        first += 1
    if first >= verb:
        return True
    word = text.lower(first)
    if word in text.grammar.demonstratives and verb - first == 1:
        return True
    # "Gevraagd naar de planning hield de wethouder zich stil"
    if verb - first > 1 and text.is_participle(first) and text.lower(first + 1) in text.grammar.prepositions:
        return True
    focused = word in text.grammar.focus and verb - first > 1 and begins(text, first + 1)
    if focused:
        return False
    if not begins(text, first) and is_closed_opening(text, first):
        return True
    # "Twee jaar na zijn vertrek", "De afgelopen dagen": a phrase whose noun is a time.
    if begins(text, first) and phrase_from(text, first, verb) is None:
        return True
    return all(
        text.is_time(at)
        or text.is_adverb(at)
        or text.lower(at) in text.language.determiners
        or text.words[at][0].isdigit()
        for at in range(first, verb)
    )


def is_closed_opening(text: ClauseText, at: int) -> bool:
    """Whether a small word or time opens a clause; its capital tells nothing."""
    return is_closed(text, at) or text.is_time(at) or text.lower(at) in text.grammar.prepositions


def subordinator(text: ClauseText, verb: int, first: int) -> int | None:
    """The word that makes the clause of a verb subordinate, where no finite verb stands between."""
    grammar = text.grammar
    for at in range(verb - 1, first - 1, -1):
        word = text.lower(at)
        if at < verb - 1 and text.is_finite(at) and text.words[at][0].islower():
            return None
        if text.words[at] == "," and at < verb - 1:
            opens = text.lower(at + 1) in grammar.subordinators
            return at + 1 if opens else None
        # "de man van wie zij zegt": behind a preposition.
        piped = text.lower(at - 1) in grammar.prepositions and word in grammar.questions
        # "de man die de koning vroeg": behind a noun.
        piped = piped or (word in grammar.relatives - grammar.that and not is_closed(text, at - 1))
        opening = at == first or text.words[at - 1] == "," or word in grammar.that | grammar.binding or piped
        if word in grammar.subordinators and opening and at < verb - 1 and not _is_determiner(text, at, verb):
            # "Systern Ida, som läst manus, säger": its auxiliary is left out, and the comma closes it
            if text.words[verb - 1] == "," and any(text.is_participle(i) for i in range(at + 1, verb - 1)):
                return None
            # "Als straf eiste de keizer dat": a preposition here, with the subject behind the verb.
            governs = (
                word in grammar.conditions
                and begins(text, verb + 1)
                and text.lower(verb + 1) not in grammar.objects | grammar.that
            )
            return None if governs else at
        if word in grammar.relatives and at == verb - 1 and at > first:
            return at
    return None


def _is_determiner(text: ClauseText, at: int, verb: int) -> bool:
    """Whether a word that opens a clause elsewhere stands before its noun: "Die minister zei"."""
    if text.lower(at) not in text.language.determiners:
        return False
    found = phrase_from(text, at, verb)
    return found is not None and found[1] == verb


def _in_subordinate(text: ClauseText, opener: int, verb: int, first: int) -> Range | None:
    """The subject of a subordinate clause: behind its first word, or what a relative pronoun stands for."""
    found = phrase_from(text, opener + 1, verb) if opener + 1 < verb else None
    # "die de koning vroeg of": whom somebody tells is the object.
    if text.lower(opener) in text.grammar.relatives and text.lemmas(verb) & text.grammar.addressed:
        found = found if found and text.is_pronoun(found[0]) else None
    if found and text.lower(found[0]) not in text.grammar.objects - text.language.determiners:
        return _whole(text, found, verb)
    if text.lower(opener) in text.grammar.relatives:
        return antecedent(text, opener, first)
    return None


def antecedent(text: ClauseText, relative: int, first: int) -> Range | None:
    """The noun phrase before a relative pronoun: "de man" of "de man, die zegt dat"."""
    end = relative - (text.words[relative - 1] == ",")
    # "minister Ann Pol (VVD), die zegt"
    if text.words[end - 1] == ")":
        end = next((at for at in range(end - 2, first, -1) if text.words[at] == "("), end)
    best = None
    for at in range(end - 1, max(first, end - _MIDDLE) - 1, -1):
        found = phrase_from(text, at, end) if begins(text, at) else None
        if found and found[1] == end:
            # "de wind van voren van voorzitter Bos, die vindt": of the two, the person
            hangs = best and text.lower(best[0] - 1) in text.grammar.of and _is_named(text, best)
            if best and hangs and not is_nominal(text, _head_of(text, found)):
                break
            best = found
        elif text.words[at] == "," or text.is_finite(at):
            break
    return best


def _is_named(text: ClauseText, phrase: Range) -> bool:
    """Whether a phrase is somebody by role and name: "voorzitter Bart Bos"."""
    first, last = phrase[0], phrase[1] - 1
    role = is_role(text.lower(first), text.language) or "-" in text.words[first]
    return role and first < last and text.words[last][0].isupper()


def _head_of(text: ClauseText, phrase: Range) -> int:
    """The first noun of a phrase, behind its determiner."""
    led = text.lower(phrase[0]) in text.language.determiners and phrase[0] + 1 < phrase[1]
    return phrase[0] + led


def name_before_verb(text: ClauseText, first: int, end: int) -> Range | None:
    """The name that opens a sentence whose verb no file holds: "Bos schudt het hoofd."."""
    at = first
    while at < end and (is_name(text.words[at]) or particles_at(text, at, end)):
        at += particles_at(text, at, end) + 1
    if at in (first, end) or not text.words[at][0].islower() or is_closed(text, at) or is_closed(text, first):
        return None
    # "Stilte valt": a single word must be a name elsewhere
    places = (i for i, word in enumerate(text.words) if word == text.words[first] and i != first)
    known = at > first + 1 or any(i != text.sentence_of(i)[0] for i in places)
    return (first, at) if known else None


def _aside(text: ClauseText, first: int, verb: int) -> Range | None:
    """The subject before a pair of commas that ends before a verb: "De minister, een arts, zegt dat"."""
    comma = next((at for at in range(first, verb - 1) if text.words[at] == ","), verb - 1)
    if comma >= verb - 1 or not begins(text, first) or is_fronted(text, first, comma):
        return None
    if (
        any(text.is_finite(at) for at in range(first, comma))
        or text.lower(first) in text.grammar.subordinators
    ):
        return None
    found = phrase_from(text, first, comma)
    return _whole(text, (first, comma), verb) if found else None
