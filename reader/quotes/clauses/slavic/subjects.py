"""Find the subject of a verb of saying, before or behind it, and whom something is told.

No article tells where a phrase begins: a nominative that a table knows does, or the clause itself.
"""

from dataclasses import dataclass

from reader.quotes.clauses.slavic.noun_phrases import BREAKS, LONGEST, PHRASE, phrase_end
from reader.quotes.clauses.slavic.predicates import Predicate
from reader.quotes.clauses.slavic.slavic_text import DASHES, SlavicText
from reader.quotes.text.sentences import Range

_TITLED = 7
"""Tokens of the name of a newspaper in marks at most, the marks among them."""
_SHORT_PHRASE = 4
"""Tokens of such a phrase that leaves no room for a subject behind it: "w liście do wyborców"."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says something, and to whom."""

    speaker: Range | None = None
    hearer: Range | None = None
    dropped: bool = False
    """Whether the verb stands without a subject, so that who spoke before goes on."""


def subject_behind(text: SlavicText, verb: Predicate, stop: int) -> Subject:
    """The subject behind a verb: "powiedział w środę PAP rzecznik policji Jan Nowak"."""
    at, hearer, apart = verb.last, None, False
    while at < stop:
        told = _told(text, at, stop)
        if told:
            hearer, at = hearer or (at, told), told
        elif text.is_small(at):
            at += 1
        elif text.is_preposition(at):
            at = _behind_phrase(text, at, stop)
            apart = _is_apart(text, at)
        else:
            break
    if verb.impersonal or verb.gerund:
        return Subject(None, hearer)
    if at < stop and at in text.passages and text.words[at + 1][0].isupper() and text.ends[at] - at < _TITLED:
        return Subject((at, text.ends[at]), hearer)  # pisze „Gazeta Polska”
    ended = at >= stop or text.words[at] in BREAKS or text.lower(at) in text.grammar.subordinators
    if ended or not (text.begins_nominative(at) or _may_begin(text, at, apart)):
        # Whatever stands there and is not understood may be the subject: then nobody is carried over.
        return Subject(None, hearer, dropped=ended)
    return Subject((at, phrase_end(text, at, stop)), hearer)


def _may_begin(text: SlavicText, at: int, apart: bool) -> bool:
    """Whether an unknown word may be a subject: not behind a phrase that may still go on, not oblique."""
    word = text.words[at]
    if not word[0].isalpha() or apart or text.is_finite(at) or text.is_oblique(at):
        return False
    return word[0].isupper() or text.lower(at) not in text.grammar.subordinators


def _told(text: SlavicText, at: int, stop: int) -> int:
    """Behind whom it is told: "PAP", "dziennikarzom", "Polskiej Agencji Prasowej", "gazecie Fakt"; else 0."""
    named = at in text.passages and text.lower(text.ends[at] - 2).endswith(text.grammar.dative_endings)
    if named:
        return text.ends[at]  # powiedział „Rzeczpospolitej”
    if text.lower(at) not in text.grammar.datives:
        return 0
    end = at + 1
    # "agencji Reutera", "Polskiej Agencji Prasowej": names behind, but not those of who speaks.
    while end < stop and text.words[end][0].isupper() and not text.begins_nominative(end):
        if text.words[at].isupper():
            break
        end += 1
    if end < stop and end in text.passages:
        return text.ends[end]  # gazecie „Fakt”
    return end


def _behind_phrase(text: SlavicText, at: int, stop: int) -> int:
    """Behind a phrase with a preposition: before what ends it."""
    for end in range(at + 2, min(at + PHRASE, stop)):
        if text.words[end] in BREAKS or text.is_preposition(end) or text.begins_nominative(end):
            return end
        # "w środę hydraulik", "w rozmowie z PAP hydraulik": nothing hangs on a day or an agency.
        before = text.lower(end - 1)
        if (
            text.words[end] in text.families
            or before in text.language.press
            or (before in text.grammar.time_nouns and text.lower(end) not in text.grammar.time_nouns)
        ):
            return end
    return min(at + PHRASE, stop)


def _is_apart(text: SlavicText, at: int) -> bool:
    """Whether the phrase before a token may still go on there: "na spotkaniu wyborców", not "w środę"."""
    before = text.lower(at - 1)
    if text.words[at] in text.families:
        return False
    return before not in text.language.press and before not in text.grammar.time_nouns


def subject_before(text: SlavicText, verb: Predicate, start: int) -> Subject:
    """The subject before a verb, in a sentence that begins at `start`."""
    end = verb.first
    if verb.impersonal or verb.gerund:
        return Subject()
    word = text.lower(end - 1) if end > start else ""
    if word in text.grammar.relatives:
        return Subject(_antecedent(text, end - 1, start))
    if end > start + 1 and word == ",":
        return _around_aside(text, verb, start, end - 1)
    if word in text.language.joining:
        return _shared(text, verb, start, end - 1)
    first = _clause_start(text, end, start)
    found = _in_segment(text, first, end)
    # "Nowak, uznawany za faworyta, jak dotąd milczał": what a comma opens is an apposition.
    if first > start + 1 and found and not _is_sure(text, found[0]):
        found = _in_segment(text, _clause_start(text, first - 1, start), first - 1)
        return Subject(found if found and text.words[found[1] - 1][0].isupper() else None)
    return Subject(found, dropped=found is None and _is_empty(text, first, end))


def _is_sure(text: SlavicText, at: int) -> bool:
    """Whether a subject begins at a word: a nominative that is known, or a name."""
    return text.begins_nominative(at) or text.words[at][0].isupper()


def _clause_start(text: SlavicText, end: int, start: int) -> int:
    """The start of the clause that ends at a token: behind the last comma, stop or dash."""
    for at in range(end - 1, max(start, end - 3 * LONGEST) - 1, -1):
        if at in text.begins:
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
        behind = _behind_phrase(text, first, end)
        sure = behind < end and (text.begins_nominative(behind) or text.is_preposition(behind))
        if behind >= end or not (sure or not _is_apart(text, behind)):
            return None
        first = behind
        while first < end and text.is_small(first):
            first += 1
    while end > first and text.is_small(end - 1) and text.lower(end - 1) not in text.language.pronouns:
        end -= 1
    return (first, end) if _is_subject(text, first, end) else None


def _is_empty(text: SlavicText, first: int, end: int) -> bool:
    """Whether a clause has no room for a subject before its verb: "W liście napisał", "Potem dodał"."""
    joining = text.language.joining | text.language.adversatives
    while first < end:
        if text.is_small(first) or text.lower(first) in joining | text.grammar.subordinators:
            first += 1
        elif text.is_preposition(first):
            behind = _behind_phrase(text, first, end)
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
    return not text.is_oblique(first) and not text.readings(first)


def _around_aside(text: SlavicText, verb: Predicate, start: int, comma: int) -> Subject:
    """The subject before an apposition or clause in commas: "Jan Nowak, rzecznik policji, powiedział"."""
    opened = next(
        (at for at in range(comma - 1, max(start, comma - 3 * PHRASE) - 1, -1) if text.words[at] == ","), 0
    )
    if not opened:
        # "Kończąc spotkanie, powiedział", "Gdy wrócił, powiedział": the subject is left out.
        return Subject(dropped=True)
    found = _in_segment(text, _clause_start(text, opened, start), opened)
    if found is None:
        return Subject(dropped=True)
    plain = not any(text.is_finite(at) for at in range(opened, comma))
    relative = text.lower(opened + 1) in text.grammar.subordinators | text.grammar.relatives
    return Subject((found[0], comma if plain and not relative else found[1]))


def _shared(text: SlavicText, verb: Predicate, start: int, joint: int) -> Subject:
    """The subject of the clause before "and": "Nowak wstał i powiedział"."""
    first = _clause_start(text, joint, start)
    behind = next((at for at in range(first, joint) if text.is_verb(at)), None)
    found = _in_segment(text, first, behind) if behind is not None else None
    empty = behind is not None and _is_empty(text, first, behind)
    return Subject(found, dropped=found is None and empty)


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
