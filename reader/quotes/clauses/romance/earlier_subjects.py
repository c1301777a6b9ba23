"""Whom the sentence before a verb without subject is about: "La autora calla. «Cada cual verá», apunta."""

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.openings import over_opening
from reader.quotes.clauses.romance.speakers import before_unlisted_verb, main_subject
from reader.quotes.patterns import noun_phrases
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range

_BACK = 3
"""Sentences before a verb without subject that are asked for one at most."""
_HEAD = 3
"""Tokens of a phrase among which its noun stands: "la nueva jefa"."""


def subject_before_sentence(text: ClauseText, last: int, at: int) -> Range | None:
    """The subject of the sentence before that of token `at`, or of its half behind a semicolon.

    It begins behind token `last`, where somebody spoke before, and in the same paragraph.
    """
    start = text.sentence_of(at)[0]
    # "El ministro lo descarta: «No», zanja"
    if at > start and text.words[at - 1] == ":" and start >= last and _subject(text, start, at - 1):
        return subject_of_sentence(text, start, at - 1)
    for _ in range(_BACK):
        if start == 0 or text.block_of(start - 1) != text.block_of(at):
            return _closing_before(text, start, last)
        first, end = text.sentence_of(start - 1)
        first = next((i + 1 for i in range(end - 2, max(first, last - 1), -1) if text.words[i] == ";"), first)
        if first < last:
            return None
        subject = _subject(text, first, end)
        # "Alza le spalle", "E i premi?": no one who could speak, so whoever was spoken of before
        empty = subject and _is_nothing(text, subject) and text.language.null_subject
        if subject and not empty:
            return subject_of_sentence(text, first, end)
        start = first
    return None


def _is_nothing(text: ClauseText, subject: Range) -> bool:
    """Whether a subject, or what looks like one, is a thing, and neither a name, a role nor a group.

    "Nata a Rho, | figlia di un oste": nor is what tells more of who is left out.
    """
    first, end = subject
    bare = text.words[first].islower() and text.lower(first) not in text.articles
    if bare and text.words[first - 1] == "," and is_role(text.lower(first), text.language):
        return True
    head = range(first, min(end, first + _HEAD))
    named = any(text.words[at][0].isupper() for at in range(first + 1, end))
    known = named or any(text.lower(at) in text.speaking for at in head)
    return not (known or _is_person(text, subject))


def _closing_before(text: ClauseText, start: int, last: int) -> Range | None:
    """Whom the last sentence of the paragraph before is about, where nobody speaks in it.

    "Di lui Neri non parla.\n\nAlza le spalle. «Non so»"
    """
    first, end = text.sentence_of(start - 1) if start else (0, 0)
    if not text.language.null_subject or first < max(last, 1):
        return None
    found = _subject(text, first, end)
    return found if found and _is_person(text, found) else None


def subject_of_sentence(text: ClauseText, first: int, end: int) -> Range | None:
    """The person whom a sentence is about; None where it is nobody."""
    found = _subject(text, first, end)
    if found is None:  # "Perguntado se teme, | o técnico | riu": a verb that no book has
        begin = over_opening(text, first, end)
        found = noun_phrases.phrase_from(text, begin, end) if begin < end else None
        found = found if found and found[0] == begin and text.words[found[1]][0].islower() else None
    return found if found and _is_person(text, found) else None


def _subject(text: ClauseText, first: int, end: int) -> Range | None:
    """The subject that a sentence begins with; None where it is left out."""
    topic = _topic(text, first, end) or _who_answers(text, first, end)
    if topic:
        return topic
    found = main_subject(text, first, end) or _pronoun(text, first, end) or _surname(text, first, end)
    # "En el acto ha hablado Ana Gil, de 72 años, usuaria": its clause ends before the comma
    behind = found and text.words[found[0] - 1] == "," and text.is_clause(first, found[0] - 1)
    if not found or behind or not _is_person(text, found):
        found = _inverted(text, first, end) or found
    found = _apposed(text, first, found) or found
    if found and found[1] >= end - 1:  # "Il sindaco alza le spalle": no book has the verb
        found = noun_phrases.phrase_from(text, found[0], end)
    # "La experta | distingue entre pueblos que mueren": a verb that no book has
    verb = before_unlisted_verb(text, *found) if found and found[1] - found[0] > _HEAD else end
    leads = text.grammar.prepositions - text.grammar.complements
    return (found[0], verb) if found and verb + 1 < found[1] and text.lower(verb + 1) in leads else found


def _apposed(text: ClauseText, first: int, found: Range | None) -> Range | None:
    """The name before a comma behind which a role stands: "Ao fundo estava Rita Sá, | filha de Rui"."""
    if not found or text.words[found[0] - 1] != "," or not is_role(text.lower(found[0]), text.language):
        return None
    comma = begin = found[0] - 1
    while begin > first and is_name(text.words[begin - 1]):
        begin -= 1
    given = begin < comma and text.words[begin] in text.given
    return (begin, comma) if given else None


def _topic(text: ClauseText, first: int, end: int) -> Range | None:
    """Whom a sentence begins with as an object: "A la autora, las reseñas no le importan"."""
    if text.lower(first) not in text.grammar.datives or not text.words[first][0].isupper():
        return None
    found = noun_phrases.phrase_from(text, first + 1, end)
    # "Al alcalde": the article is in the preposition
    found = found if found and found[0] == first + 1 and found[1] < end else None
    taken = found and (text.words[found[1]] == "," or text.lower(found[1]) in text.grammar.clitics)
    return found if found and taken and _is_person(text, found) else None


def _who_answers(text: ClauseText, first: int, end: int) -> Range | None:
    """Whose answer a sentence is about: "La respuesta de Gil no se hizo esperar. «No»"."""
    told = text.lower(first) in text.language.definite and text.lower(first + 1) in text.grammar.answers
    led = told and text.lower(first + 2) in text.grammar.complements
    return noun_phrases.phrase_from(text, first + 3, end) if led else None


def _inverted(text: ClauseText, first: int, end: int) -> Range | None:
    """The person behind the verb of a sentence: "Eso no lo cree Ana Gil, líder del gremio"."""
    for at in range(first, end - 1):
        if text.is_finite(at) and text.lower(at + 1) not in text.grammar.that:
            # "ha participado también | Ana Gil"
            begin = at + 1
            while begin < end - 1 and (text.is_participle(begin) or text.is_adverb(begin)):
                begin += 1
            found = noun_phrases.phrase_from(text, begin, end)
            named = found and found[0] == begin and _is_person(text, found)
            return found if named else None
    return None


def _surname(text: ClauseText, first: int, end: int) -> Range | None:
    """The known surname right before a verb: "Di lui | Neri | parla ancora"."""
    governing = text.grammar.prepositions | text.articles
    for at in range(first, end - 1):
        if text.words[at] in text.surnames and text.is_finite(at + 1):
            return (at, at + 1) if text.lower(at - 1) not in governing else None
    return None


def _pronoun(text: ClauseText, first: int, end: int) -> Range | None:
    """The pronoun that a clause begins with: "ella no está de acuerdo"."""
    at = over_opening(text, first, end)
    return (at, at + 1) if at < end and text.language.pronouns.get(text.lower(at), "") in ("m", "f") else None


def _is_person(text: ClauseText, phrase: Range) -> bool:
    """Whether a subject is a person by role, by a name of two words or by a pronoun: no place, no plan."""
    first, end = phrase
    if text.language.pronouns.get(text.lower(first), "") in ("m", "f") and end == first + 1:
        return True
    led = text.lower(first) in text.language.determiners
    if any(is_role(text.lower(i), text.language) for i in range(first, min(first + led + _HEAD, end))):
        return is_somebody(text, phrase)
    # "Tomás, que reparte cartas, ironiza"
    joint = text.words[first + 1] == "," or text.lower(first + 1) in text.language.joining
    # "Questionado sobre Rui, Amorim riu"
    if end == first + 1 and text.words[first] in text.surnames:
        return True
    alone = text.words[first] in text.given and (end == first + 1 or joint)
    return not led and (
        alone or (end > first + 1 and all(is_name(text.words[i]) for i in (first, first + 1)))
    )
