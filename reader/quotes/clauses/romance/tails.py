"""What stands behind a verb that tells who spoke: "informó hoy a Efe el promotor de la obra, Juan Gil"."""

from dataclasses import dataclass

from reader.quotes.clauses.romance.clause_text import DASHES, MARKS, STOPS, ClauseText
from reader.quotes.clauses.romance.gaps import subject_at, time_at
from reader.quotes.patterns import noun_phrases
from reader.quotes.patterns.subjects import with_others
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range

_ASIDE = 14
"""Tokens of an apposition, or in brackets, at most."""
_INSERTED = 7
"""Tokens of an adverbial in commas, with these, at most."""
_OUTLET = 3
"""Words of the name of a paper or channel at most: "Radio France Bleu"."""
_HUNG = 3
"""Tokens of what hangs on a subject before the comma and name behind it at most: "di allora"."""
_TITLE = 7
"""Tokens of a name in marks, with these, at most."""
_CLOSING = STOPS | MARKS | DASHES | {","}


@dataclass(frozen=True, slots=True)
class Tail:
    """Subject and addressee behind a verb, and where the clause ends."""

    end: int
    subject: Range | None = None
    addressee: Range | None = None


def tail_behind(text: ClauseText, at: int, last: int, *, related: bool = False) -> Tail | None:
    """The clause from behind its verb to the next sign or end; None where it is no such clause.

    With `related`, it may go on with a relative clause: «…», "dijo Gil en una nota que publicó".
    """
    subject, hearer, governed = None, None, False
    at = _over_time(text, at, last) if at < last and text.words[at] == "," else at
    while at < last and (text.words[at] not in _CLOSING or _is_name(text, at, subject)):
        word = text.lower(at)
        if text.words[at] in _CLOSING and subject:
            at = text.ends[at]
            subject = subject[0], at
            continue
        led = governed and text.lower(at - 1) in text.grammar.prepositions | text.grammar.articles
        if subject is None and _is_whoever(text, at):
            return Tail(last, (at, at + 1), hearer)
        step = _over_small(text, at, last)
        if step:
            at, governed = step, not text.is_adverb(at)
        elif related and subject and word in text.grammar.that:
            break
        elif (text.is_finite(at) and word not in text.language.press) or word in text.grammar.that:
            return None  # "presse" is a verb, too
        elif word in text.grammar.prepositions and not text.is_article(at, named=True):
            hearer = hearer or _hearer(text, at, last)
            if _begins_deed(text, at, last):
                at = _comma(text, at, last)
                continue
            at, governed = (hearer[1] if hearer and hearer[0] >= at else at + 1), True
        elif subject is None and (
            not governed or (word in text.language.determiners and not led) or _is_called(text, at)
        ):
            subject = _subject(text, at, last)
            if subject is None:
                return None
            at, governed = subject[1], True
        else:
            at += 1
        if subject is None and at < last and text.words[at] == ",":
            at = _over_time(text, at, last)
    return _named(text, Tail(at, subject, hearer), last)


def _is_whoever(text: ClauseText, at: int) -> bool:
    """Whether a pronoun with a relative clause stands for who spoke last: "confie | celui qui le formait"."""
    behind = text.lower(at + 1)
    return text.lower(at) in text.language.whoever and behind in text.grammar.that | text.language.relatives


def _begins_deed(text: ClauseText, at: int, last: int) -> bool:
    """Whether a preposition leads to what somebody did when speaking: "antes de | abandonar el salón"."""
    timed = text.lower(at - 1) in text.grammar.before_that or text.lower(at) in text.grammar.before_that
    return timed and at + 1 < last and text.bare[at + 1].endswith(text.grammar.infinitives)


def _is_called(text: ClauseText, at: int) -> bool:
    """Whether a given name begins behind a small noun: "preguntó a gritos | Lupita Cantú"."""
    noun, behind = text.words[at - 1], text.words[at + 1 : at + 2]
    small = _is_outlet(text, at - 1) or (
        noun[0].islower() and text.lower(at - 1) not in text.grammar.prepositions | text.articles
    )
    named = text.words[at] in text.given and bool(behind) and (is_name(behind[0]) or behind[0] == ",")
    # "dice al telefono | Samir Abu Nada"
    occasion = text.lower(at - 1) in text.grammar.occasions and noun[0].islower()
    named = named or (occasion and is_name(text.words[at]) and bool(behind) and is_name(behind[0]))
    return small and named and text.lower(at - 1) not in text.language.particles


def _is_outlet(text: ClauseText, at: int) -> bool:
    """Whether a paper or channel behind a preposition ends at a token: "sur BFMTV", "auprès de l'AFP"."""
    first = at
    while first > at - _OUTLET and is_name(text.words[first]) and text.words[first] not in text.given:
        first -= 1
    return first < at and text.lower(first) in text.grammar.prepositions | text.articles


def _is_name(text: ClauseText, at: int, subject: Range | None) -> bool:
    """Whether a name in marks closes a subject: "o jornal de Bogotá «El Tiempo»"."""
    near = at in text.passages and subject is not None and text.ends[at] - at <= _TITLE
    return near and text.words[at + 1][0].isupper()


def _subject(text: ClauseText, at: int, last: int) -> Range | None:
    """The subject that begins at a token; None where a clause does: "diz as contas estão certas"."""
    found = subject_at(text, at, last, unlisted=True)
    # "garante a testemunha,": a noun that may be a verb, where nothing follows
    alone = found and found[1] - found[0] == 2 and (found[1] >= last or text.words[found[1]] in _CLOSING)
    if alone and text.lower(at) in text.language.determiners:
        return found
    return None if found and any(text.is_finite(i) for i in range(*found)) else found


def _over_small(text: ClauseText, at: int, last: int) -> int:
    """Behind an adverb, a pronoun, a time or brackets; 0 for another word."""
    if text.words[at] == "(":
        return next((end + 1 for end in range(at, min(at + _ASIDE, last)) if text.words[end] == ")"), 0)
    if text.is_adverb(at):
        return at + 1
    return time_at(text, at, last)


def _over_time(text: ClauseText, comma: int, last: int) -> int:
    """Behind a time or adverbial in commas: "hoy, miércoles, | el ministro"; else the comma."""
    end = time_at(text, comma + 1, last)
    if end and end < last and text.words[end] == ",":
        return end + 1
    # "respondeu, pouco depois, | o deputado"
    near = range(comma + 2, min(comma + _INSERTED, last - 1))
    close = next((at for at in near if text.words[at] == ","), 0)
    inserted = close and all(
        text.words[at].islower() and not text.is_finite(at) for at in range(comma + 1, close)
    )
    begins = inserted and text.lower(close + 1) in text.language.determiners
    # "atirou, por seu turno, | André Sá"
    named = inserted and text.words[close + 1] in text.given and is_name(text.words[close + 2])
    role = begins and is_role(text.lower(close + 2), text.language)
    return close + 1 if named or role else comma


def _hearer(text: ClauseText, at: int, last: int) -> Range | None:
    """Who is told, behind a preposition: "a Efe", "ao jornal Público", "alla Stampa"."""
    for words in text.language.addressing:
        if tuple(text.lowered[at : at + len(words)]) == words:
            # "à la presse": the article belongs to whom it is said to
            start = at + (1 if len(words) > 1 else len(words))
            press = start + (text.lower(start) in text.language.determiners)
            if press < last and text.lower(press) in text.language.press:
                named = press + 1
                # "al diario Público", "a este periódico | Maruja Sordo"
                small = text.words[press][0].islower()
                while named < last and is_name(text.words[named]) and not _is_called(text, named):
                    # "à SIC Notícias", but "à Lusa | Montenegro"
                    if not small and not _is_of_outlet(text, press, named):
                        break
                    named += 1
                return start, named
            found = noun_phrases.phrase_from(text, start, last)
            other = _begin_of_other(text, start, found[1]) if found else 0
            # "a este periódico | Maruja Sordo", "a la alcaldesa Ana Ruiz"
            return (start, other) if other else found
    return None


def _is_of_outlet(text: ClauseText, press: int, at: int) -> bool:
    """Whether a word with a capital goes on with the initials of a channel, and is no name of the text."""
    word = text.words[at]
    return text.words[press].isupper() and word not in text.given and word not in text.surnames


def _begin_of_other(text: ClauseText, start: int, end: int) -> int:
    """Where somebody else begins behind whom it is said to: "à Ouest-France | Luc Roy"; else 0."""
    for at in range(start + 1, end):
        named = _is_called(text, at) and not is_role(text.lower(at - 1), text.language)
        # "au Parisien | la mère"
        led = text.lower(at) in text.language.definite and text.words[at].islower()
        if named or (led and is_name(text.words[at - 1]) and is_role(text.lower(at + 1), text.language)):
            return at
    return 0


def _named(text: ClauseText, tail: Tail, last: int) -> Tail:
    """The tail with the appositions in commas behind its subject: "el alcalde, Juan Gil, de 50 años"."""
    subject, at = _over_brackets(text, tail), tail.end
    if subject and _is_hung(text, subject[1], at):
        subject = subject[0], at
    while subject and at < last and text.words[at] == ",":
        end = _comma(text, at + 1, min(at + _ASIDE, last))
        end = last if end == min(at + _ASIDE, last) else end
        if end - at > _ASIDE or not _is_apposition(text, at + 1, end):
            break
        if at == subject[1] and is_named(text, at + 1, end):
            subject = subject[0], end
        at = end
    if subject:
        subject = with_others(text, subject, last) if at == tail.end else subject
        at = max(at, subject[1])
    return Tail(at, subject, tail.addressee)


def _is_hung(text: ClauseText, first: int, end: int) -> bool:
    """Whether small words before a comma belong to a subject: "ricorda il sindaco | di allora, Ugo Neri"."""
    near = 0 < end - first <= _HUNG and text.words[end : end + 1] == [","]
    small = near and all(text.words[at].islower() and not text.is_finite(at) for at in range(first, end))
    return small and text.lower(first) in text.grammar.complements and is_name(text.words[end + 1])


def _over_brackets(text: ClauseText, tail: Tail) -> Range | None:
    """The subject with a name behind its brackets: "la sénatrice (LR) de l'Ain Sylvie Goy"."""
    subject, end = tail.subject, tail.end
    if not subject or subject[1] >= end or text.words[subject[1]] != "(" or not is_name(text.words[end - 1]):
        return subject
    closed = next((at + 1 for at in range(subject[1], end) if text.words[at] == ")"), end)
    small = text.grammar.prepositions | text.articles | text.language.particles
    named = all(is_name(text.words[at]) or text.lower(at) in small for at in range(closed, end))
    return (subject[0], end) if closed < end and named else subject


def _comma(text: ClauseText, at: int, last: int) -> int:
    """The next sign from a token on, over passages in marks; `last` where none stands."""
    while at < last and text.words[at] not in _CLOSING:
        at = text.ends[at] if at in text.passages else at + 1
    return text.ends[at] if at < last and at in text.passages and text.ends[at] <= last else at


def is_plain_name(text: ClauseText, first: int, end: int) -> bool:
    """Whether nothing but a name stands there: "Juan Gil", "João de Sá"."""
    # "Carlos Gil (PN)"
    opening = next((at for at in range(first + 1, end) if text.words[at] == "("), end)
    words = text.words[first : opening if text.words[end - 1] == ")" else end]
    return len(words) < 6 and all(is_name(w) or w.lower() in text.language.particles for w in words)


def is_named(text: ClauseText, first: int, end: int) -> bool:
    """Whether a name stands there, with a role before it or none: "Juan Gil", "o coronel Márcio Reis"."""
    if is_plain_name(text, first, end):
        return True
    at = first + (text.lower(first) in text.language.determiners)
    name = next((i for i in range(at, end) if text.words[i][0].isupper()), end)
    roles, descriptions = text.language.roles, text.language.descriptions
    titled = at < name and all(
        text.lower(i) in roles or text.lower(i) in descriptions for i in range(at, name)
    )
    # "la hidrogeóloga Alma Paz", "l'australiano Ugo Neri": whatever stands before a given name
    called = name == at + 1 and name < end and text.words[name] in text.given and text.words[at].isalpha()
    return (titled or called) and name < end and is_plain_name(text, name, end)


def _begins_noun(text: ClauseText, at: int) -> bool:
    """Whether an article stands behind no preposition: a subject begins."""
    linking = text.grammar.prepositions | text.language.joining | text.grammar.complements
    return (
        text.lower(at) in text.grammar.articles and text.lower(at - 1) not in linking | text.grammar.articles
    )


def _is_apposition(text: ClauseText, first: int, end: int) -> bool:
    """Whether words in commas tell more of somebody: a name, an age, "ministra de Salud", "de 30 años"."""
    if first >= end or any(text.is_finite(at) for at in range(first, end)):
        return False
    word, language = text.lower(first), text.language
    aged = any(text.words[at][0].isdigit() for at in range(first, min(first + 2, end)))
    known = word in language.roles or word in language.groups or word in language.anonymous
    led = word in language.determiners and any(
        text.lower(at) in language.roles for at in range(first, min(first + 3, end))
    )
    hangs = word in text.grammar.complements and first + 1 < end and is_name(text.words[end - 1])
    # "d'estate il ghiacciaio nutre l'Avisio"
    hangs = hangs and not any(_begins_noun(text, at) for at in range(first + 2, end))
    # "diz a Fenprof, disposta a negociar"
    bare = text.is_bare_noun(first, end) or (text.words[first][0].islower() and text.is_participle(first))
    return aged or known or led or hangs or bare or is_named(text, first, end)
