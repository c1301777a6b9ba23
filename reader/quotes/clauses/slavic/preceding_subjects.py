"""Find the subject before a verb of saying: in its clause, around an aside, shared with a verb before it."""

from reader.quotes.clauses.slavic.noun_phrases import LONGEST, PHRASE, plain_end
from reader.quotes.clauses.slavic.predicates import Predicate, plain_verb
from reader.quotes.clauses.slavic.slavic_text import DASHES, SlavicText
from reader.quotes.clauses.slavic.subjects import (
    TITLED,
    Subject,
    behind_phrase,
    document_at,
    is_apart,
    office_at,
    subject_behind,
)
from reader.quotes.text.sentences import Range

_ASIDES = 3
"""Clauses in commas between a subject and its verb at most."""
_ADVERB = 2
"""Tokens from a comma to the next between which stands no more than a word."""
_SHORTEST = 5
"""Letters of an adverb of manner, more than these."""
_SHORT_PHRASE = 4
"""Tokens of a phrase that leaves no room for a subject behind it: "w liście do wyborców"."""


def subject_before(text: SlavicText, verb: Predicate, start: int) -> Subject:
    """The subject before a verb, in a sentence that begins at `start`."""
    end = verb.first
    if verb.gerund and end > start and text.words[end - 1] == ",":
        return Subject(_of_main(text, start, end - 1))  # "Związkowcy krytykują premie, nazywając je"
    if verb.impersonal or verb.gerund:
        # "W komunikacie napisano, że".
        first = _clause_start(text, end, start)
        return Subject(document_at(text, first, end) if verb.impersonal else None)
    word = text.lower(end - 1) if end > start else ""
    if word in text.grammar.relatives:
        return Subject(_antecedent(text, end - 1, start))
    if word in text.grammar.oblique_relatives and text.is_preposition(end - 2):
        return Subject(_of_main(text, start, end - 2), dropped=True)
    if end > start + 1 and word == ",":
        return _around_aside(text, verb, start, end - 1)
    if word in text.language.joining and end - 1 > start:
        return _shared(text, verb, start, end - 1)
    first = _clause_start(text, end, start)
    found = office_at(text, verb, first, end) or _in_segment(text, first, end)
    # "Nowak, uznawany za faworyta, jak dotąd milczał": what a comma opens is an apposition.
    if first > start + 1 and found and not _is_sure(text, found[0]):
        found = _in_segment(text, _clause_start(text, first - 1, start), first - 1)
        return Subject(found if found and text.words[found[1] - 1][0].isupper() else None)
    empty = found is None and _is_empty(text, first, end)
    # "Jan Nowak, rolnik, do dziś uważa": an adverbial between the aside and the verb
    if empty and first > start + 1 and text.words[first - 1] == "," and first < end:
        around = _around_aside(text, verb, start, first - 1)
        return around if around.speaker else Subject(dropped=True)
    return Subject(found, dropped=empty)


def _is_sure(text: SlavicText, at: int) -> bool:
    """Whether a subject begins at a word: a nominative that is known, or a name."""
    return text.begins_nominative(at) or text.words[at][0].isupper()


def _clause_start(text: SlavicText, end: int, start: int) -> int:
    """The start of the clause that ends at a token: behind the last comma, stop or dash."""
    opened: int | None = None
    for at in range(end - 1, max(start, end - 3 * LONGEST) - 1, -1):
        # „…,“ řekl: speech is a clause of its own, but not tygodnik „Polityka” napisał.
        if at in text.begins:
            if at + 1 - text.begins[at] > TITLED or text.words[at - 1] == ",":
                return at + 1
            continue
        # "Radny (wcześniej SLD) Jan Nowak": a bracket that is closed is passed over.
        if opened is not None and at >= opened:
            continue
        if text.words[at] == ")":
            near = range(at, max(start, at - PHRASE) - 1, -1)
            opened = next((i for i in near if text.words[i] == "("), None)
            continue
        if text.words[at] in (",", ":", ";", "(") or text.words[at] in DASHES:
            return at + 1
    return start


def _in_segment(text: SlavicText, first: int, end: int) -> Range | None:
    """The subject that fills a clause up to its verb, behind adverbs and phrases that open it."""
    joining = text.language.joining | text.language.adversatives
    while first < end and (text.is_small(first) or text.lower(first) in joining | text.grammar.subordinators):
        first += 1
    while first < end and text.is_preposition(first):
        # "W piątek na konferencji minister": the nominative behind ends the phrase.
        behind = behind_phrase(text, first, end)
        sure = behind < end and (text.begins_nominative(behind) or text.is_preposition(behind))
        if behind >= end or not (sure or not is_apart(text, behind)):
            return None
        first = behind
        while first < end and text.is_small(first):
            first += 1
    if first < end and text.lower(first) in text.grammar.asked:
        first = _behind_participle(text, first, end)
    # "„Gazeta” pisze, że"
    named = first in text.passages and text.words[first + 1][0].isupper()
    if named and text.ends[first] == end <= first + TITLED:
        return first, end
    # "PAP podaje, że": an outlet alone speaks
    while end > first and _trails(text, end - 1) and not _is_outlet(text, first, end):
        end -= 1
    # "Biegli | wstępnie | ocenili"
    while end > first + 1 and _is_manner(text, end - 1):
        end -= 1
    if not _is_subject(text, first, end):
        return None
    # "Jan Nowak w środę", "Nowak w rozmowie z PAP": what says when and where is none of it.
    cut = plain_end(text, first, end)
    # "Rządząca na Litwie koalicja": the noun may stand behind.
    if not text.begins_nominative(first) and any(text.is_noun(at) for at in range(cut + 1, end)):
        return first, end
    return (first, cut) if cut < end and _is_beside(text, first, cut, end) else (first, end)


def _behind_participle(text: SlavicText, first: int, end: int) -> int:
    """Where the subject begins behind a participle: with a nominative that is known, or the last capitals."""
    for at in range(first + 2, end):
        if text.begins_nominative(at) and not text.is_preposition(at - 1):
            return at
    at = end
    while at > first + 2 and text.words[at - 1][0].isupper():
        at -= 1
    return at if at < end and not text.is_preposition(at - 1) else end


def _is_outlet(text: SlavicText, first: int, end: int) -> bool:
    """Whether words are the name of an outlet alone: "PAP", "RMF FM"."""
    outlet = text.lower(first) in text.grammar.outlets
    return outlet and all(text.words[at][0].isupper() for at in range(first, end))


def _is_beside(text: SlavicText, first: int, cut: int, end: int) -> bool:
    """Whether words between a subject and its verb belong to the verb: "w środę", "projekt" as its object."""
    if text.is_preposition(cut):
        # "Sąd Okręgowy w Poznaniu": a place is part of a group's name.
        placed = all(text.words[at][0].isupper() for at in range(cut + 1, end))
        return not (placed and text.lower(first) in text.language.groups)
    return text.is_small(cut) or text.lower(cut) in text.language.documents


def _trails(text: SlavicText, at: int) -> bool:
    """Whether a word right before a verb is no part of its subject: "też", "mu", "PAP"."""
    word = text.lower(at)
    told = word in text.grammar.datives or word in text.grammar.negations
    return told or (text.is_small(at) and word not in text.language.pronouns)


def _is_manner(text: SlavicText, at: int) -> bool:
    """Whether a small word tells how something is said: "wstępnie"."""
    word = text.words[at]
    adverb = word.islower() and word.endswith(text.grammar.manners or ("\0",))
    return adverb and len(word) > _SHORTEST and not text.begins_nominative(at)


def _is_empty(text: SlavicText, first: int, end: int) -> bool:
    """Whether a clause has no room for a subject before its verb: "W liście napisał", "Potem dodał"."""
    joining = text.language.joining | text.language.adversatives
    if first < end and text.lower(first) in text.grammar.asked:
        # "Pytany o to odparł"
        return _behind_participle(text, first, end) == end
    while first < end:
        if text.is_small(first) or text.lower(first) in joining | text.grammar.subordinators:
            first += 1
        elif first in text.passages and text.words[first + 1][0].isupper():
            first = text.ends[first]  # "W wywiadzie dla tygodnika | „Polityka” | napisał"
        elif text.is_preposition(first):
            behind = behind_phrase(text, first, end)
            if behind >= end:
                return end - first <= _SHORT_PHRASE
            first = behind
        else:
            return False
    return True


def _is_subject(text: SlavicText, first: int, end: int) -> bool:
    """Whether a phrase may be the subject of the verb behind it."""
    if not first < end <= first + LONGEST or not text.words[first][0].isalnum():
        return False
    # "Nowak przyszedł i powiedział": a verb in it makes it a clause.
    if any(text.is_finite(at) for at in range(first, end)):
        return False
    if text.begins_nominative(first):
        return True
    # "słuchając opowiadania, spytała": what leans on the verb.
    word = text.lower(first)
    gerund = len(word) > 4 and word.endswith(text.grammar.gerund_endings or "\0")
    # "Pierwszy | autor badania": an adjective
    if word in text.grammar.negations or (gerund and not text.begins_nominative(first + 1)):
        return False
    return not text.is_oblique(first) and not text.readings(first)


def _around_aside(text: SlavicText, verb: Predicate, start: int, comma: int) -> Subject:
    """The subject before an apposition or clauses in commas: "Jan Nowak, rzecznik policji, powiedział"."""
    opened = comma
    for asides in range(_ASIDES):
        near = range(opened - 1, max(start, opened - 3 * PHRASE) - 1, -1)
        opened = next((at for at in near if text.words[at] == ","), 0)
        if not opened:
            # "Kończąc spotkanie, powiedział", "Gdy wrócił, powiedział": the subject is left out.
            return Subject(dropped=asides == 0 or _is_empty(text, start, start + 1))
        found = _in_segment(text, _clause_start(text, opened, start), opened)
        if found is not None and _is_participle(text, found):
            return Subject(dropped=True)
        if found is not None and _is_sure(text, found[0]):
            return Subject((found[0], comma if _describes(text, opened, comma) else found[1]))
    return Subject()


def _describes(text: SlavicText, opened: int, comma: int) -> bool:
    """Whether what stands in commas is an apposition: "rzecznik policji", not "niestety"."""
    if any(text.is_finite(at) for at in range(opened, comma)):
        return False
    # "Nowak, pytany o most, mówi", "Nowak, słuchając skarg, dodał": what happens meanwhile.
    endings = text.grammar.participle_endings + text.grammar.gerund_endings
    if text.lower(opened + 1).endswith(endings or "\0") and not text.is_noun(opened + 1):
        return False
    named = text.begins_nominative(opened + 1) or comma - opened > _ADVERB
    return named and text.lower(opened + 1) not in text.grammar.subordinators | text.grammar.relatives


def _is_participle(text: SlavicText, phrase: Range) -> bool:
    """Whether a word alone before a comma is a participle: "Zapytany, czy wie, odparł"."""
    first, end = phrase
    named = text.begins_nominative(first) or text.words[first] in text.families
    return end == first + 1 and not named and text.lower(first).endswith(text.grammar.participle_endings)


def _shared(text: SlavicText, verb: Predicate, start: int, joint: int) -> Subject:
    """The subject of the clause before "and": "Nowak wstał i powiedział", "Wstał Nowak i powiedział"."""
    joint -= joint > start and text.words[joint - 1] == ","
    first = _clause_start(text, joint, start)
    behind = next((at for at in range(first, joint) if text.is_verb(at)), None)
    if behind is None:
        # "posłowie bronią ustawy, ale podkreślają": a verb that no table knows.
        sure = first < joint and text.begins_nominative(first)
        return Subject((first, plain_end(text, first, joint)) if sure else None)
    found = _in_segment(text, first, behind)
    empty = _is_empty(text, first, behind)
    if found is None and empty:
        inverted = subject_behind(text, plain_verb(text, behind), joint).speaker
        found = inverted if inverted and text.begins_nominative(inverted[0]) else None
    return Subject(found, dropped=found is None and empty)


def _of_main(text: SlavicText, start: int, stop: int) -> Range | None:
    """The subject of the main clause before one: "Nowak opublikował wpis, w którym napisał"."""
    at = next((at for at in range(start, stop) if text.is_verb(at)), None)
    return subject_before(text, plain_verb(text, at), start).speaker if at is not None else None


def _antecedent(text: SlavicText, relative: int, start: int) -> Range | None:
    """The noun phrase before a relative pronoun: "Nowak" of "Nowak, który twierdzi"."""
    end = relative - (text.words[relative - 1] == ",")
    first = end
    while first > max(start, end - PHRASE) and text.words[first - 1][0].isupper():
        first -= 1
    if first > start and text.is_noun(first - 1):
        first -= 1
    if first >= end:
        return None
    feminine = text.lower(relative) in text.grammar.feminine_relatives
    # "ustawą Knesetu, która": the pronoun does not mean the last word.
    fits = any(text.lower(at).endswith(text.grammar.feminine_endings) for at in range(first, end))
    return (first, end) if fits or not feminine else None
