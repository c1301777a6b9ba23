"""Indirect speech of a sentence: source phrases, what hangs on verbs and nouns of saying, tags, colons."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.models import QuoteType
from reader.quotes.clauses.slavic import infinitives
from reader.quotes.clauses.slavic.ends import content_end
from reader.quotes.clauses.slavic.governors import clause_range, governor_of
from reader.quotes.clauses.slavic.phrases import framed_by, phrase_at
from reader.quotes.clauses.slavic.predicates import predicate_at, takes
from reader.quotes.clauses.slavic.slavic_text import DASHES, MARKS, SlavicText
from reader.quotes.clauses.slavic.tags import said_by, tag_at
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import Attribution, attributed
from reader.quotes.patterns.indirect import parts_of
from reader.quotes.text.sentences import Range

_SHORTEST = 3
"""Tokens of a sentence with a frame and what is said at least."""
_LEAST = 2
"""Words an indirect quotation has at least."""
_ASIDE = 5
"""Tokens of a phrase between a verb or its subject and a colon at most: "powiedział Nowak w Sejmie:"."""
_PARTICLE = 4
"""Tokens from a comma to a word that makes a question of the clause: "придёт ли он"."""
_ASKED = 4
"""Tokens from a verb to the question word of what hangs on it at most: "pytał Nowaka, kiedy"."""
_TAG = 14
"""Tokens of a tag behind a clause without marks at most."""


def find(text: SlavicText, spoken: Sequence[Draft]) -> Iterator[Draft]:
    """The indirect quotations of a text beside the direct ones."""
    # A clause may hang on a verb that leads up to marks in it, none on that of a tag behind them.
    cues = {at for draft in spoken for at in draft.cue if draft.start < at}
    taken = sorted(piece for draft in spoken for piece in draft.content)
    for tokens in text.analysis.sentences:
        for sentence in parts_of(text, tokens):
            # A dash opens a line of speech, or goes on behind it.
            if sentence[1] - sentence[0] >= _SHORTEST:
                yield from _in_sentence(text, sentence, taken, cues)


def _in_sentence(
    text: SlavicText, sentence: Range, taken: Sequence[Range], cues: set[int]
) -> Iterator[Draft]:
    opened = _opens_spoken(sentence, taken)
    found = None if opened else _by_phrase(text, sentence, taken)
    if found and _words(text, found) >= _LEAST:
        # "Gmina potwierdza, że wie, ale – jak mówi wójt – nie ma pieniędzy".
        if found.start > sentence[0] + _SHORTEST:
            yield from _clauses(text, (sentence[0], found.start), taken, cues)
        yield found
        return
    several = list(_clauses(text, sentence, taken, cues))
    yield from several
    if not several and not opened:
        found = _by_tag(text, sentence, cues) or _behind_colon(text, sentence, cues)
        if found and _words(text, found) >= _LEAST:
            yield found


def within(at: int, taken: Sequence[Range]) -> bool:
    """Whether a token lies in direct speech, whose pieces are in order."""
    place = bisect_left(taken, (at + 1, 0)) - 1
    return place >= 0 and at < taken[place][1]


def _opens_spoken(sentence: Range, taken: Sequence[Range]) -> bool:
    """Whether a sentence begins within direct speech or with it."""
    return within(sentence[0], taken) or within(sentence[0] + 1, taken)


def _words(text: SlavicText, draft: Draft) -> int:
    return sum(text.words[at][0].isalnum() for tokens in draft.content for at in range(*tokens))


def _by_phrase(text: SlavicText, sentence: Range, taken: Sequence[Range]) -> Draft | None:
    """What a source phrase covers: "Według policji auto jechało za szybko"."""
    for at in range(*sentence):
        if at not in text.phrase_places or at in text.marked or within(at, taken):
            continue
        phrase = phrase_at(text, at, sentence)
        if phrase:
            found, content = framed_by(phrase, text, sentence)
            if content:
                return attributed(QuoteType.INDIRECT, content, found)
    return None


def _clauses(text: SlavicText, sentence: Range, taken: Sequence[Range], cues: set[int]) -> Iterator[Draft]:
    """The clauses that hang on something of saying, one behind the other."""
    behind, before = sentence[0], None
    verbs = infinitives.in_sentence(text, sentence)
    for at in range(sentence[0] + 1, sentence[1] - 1):
        clausal = text.words[at - 1] == ","
        if at < behind or not (clausal or at in verbs) or within(at, taken):
            continue
        rule, letters = _opened(text, at) if clausal else ("", "")
        draft = _hanging(text, at, rule, letters, before, sentence, cues) if rule else None
        if at in verbs and not rule and not cues & set(verbs[at].cue):
            draft = infinitives.hanging(text, at, verbs[at], before, sentence)
        if draft and _words(text, draft) >= _LEAST:
            yield draft
            behind, before = draft.end, draft


def _opened(text: SlavicText, at: int) -> tuple[str, str]:
    """Rule and letters of what a verb must take, by the word that opens a clause; empty for other words."""
    grammar, word = text.grammar, text.lower(at)
    if word in grammar.wishes:
        return "verb + conjunction", "i"
    if word in grammar.that:
        return "verb + conjunction", "q"
    asks = word in grammar.whether or word in grammar.questions
    # "придёт ли он".
    near = range(at + 1, min(at + _PARTICLE, len(text.words)))
    asks = asks or any(text.lower(i) in grammar.whether_particles for i in near)
    # "z czego", "na ile".
    asks = asks or (text.is_preposition(at) and text.lower(at + 1) in grammar.questions)
    return ("verb + question", "?") if asks else ("", "")


def _hanging(
    text: SlavicText,
    at: int,
    rule: str,
    letters: str,
    before: Draft | None,
    sentence: Range,
    cues: set[int],
) -> Draft | None:
    """The clause that begins at a token, with what it hangs on."""
    start = before.end if before else sentence[0]
    governor = governor_of(text, at - 1, start, rule, letters)
    if governor is None or cues & set(governor.found.cue) or governor.found.cue[0] in text.marked:
        return None
    # "odpowiedział na list, który": a question word far from its verb is a relative pronoun.
    asks = governor.verb is not None and not governor.verb.takes("q")  # "pytał na ostatniej sesji, dlaczego"
    far = governor.found.cue[-1] + (_ASKED + asks * _ASKED) < at
    if text.lower(at) in text.grammar.questions and far:
        return None
    # "Na pytanie, czy wie, milczał", "Pogłoska, że odejdzie, wraca"
    noun = governor.verb is None and (letters == "?" or governor.first == sentence[0])
    end = content_end(text, at, sentence, noun or clause_range(text, governor, sentence))
    end -= text.words[end - 1] == ","
    found, speaker = governor.found, governor.found.speaker
    verb = governor.verb
    # "powiedział, że wie, i dodał, że", ", dodając, że": the subject of the verb before.
    if before and verb and not speaker and not verb.impersonal:
        speaker = before.speaker
    elif verb and verb.gerund and not speaker:
        speaker = infinitives.main_subject(text, verb.first, sentence)
    found = Attribution(found.rule, found.cue, speaker, found.addressee, (start, at))
    return attributed(QuoteType.INDIRECT, ((at, end),), found)


def _by_tag(text: SlavicText, sentence: Range, cues: set[int]) -> Draft | None:
    """A clause with a tag behind or inside: "Rząd upadnie – uważa Nowak", "Rząd, mówi Nowak, upadnie"."""
    first, last = sentence
    for at in range(first + 1, last - 1):
        if (text.words[at] != "," and text.words[at] not in DASHES) or at in text.marked or at in cues:
            continue
        found = tag_at(text, at + 1, last)
        if not found or not found.speaker or found.rule != "tag after" or cues & set(found.cue):
            continue
        if found.cue[0] == at + 1 and text.words[at - 1] not in MARKS and _may_tag(text, at, found):
            return _beside(text, sentence, at, found)
    return None


def _may_tag(text: SlavicText, at: int, found: Attribution) -> bool:
    """Whether what a comma or dash opens is surely a tag, and no clause that goes on with the sentence."""
    assert found.speaker
    first = found.speaker[0]
    # „Gazeta Polska”
    named = text.words[first][0].isupper() or first in text.passages
    sure = text.begins_nominative(first) or named
    endings = text.grammar.adjective_endings + text.grammar.oblique_endings
    if not sure and (text.words[at] == "," or text.lower(first).endswith(endings)):
        return False
    return takes(text, found.cue[-1], "q")


def _beside(text: SlavicText, sentence: Range, at: int, found: Attribution) -> Draft | None:
    """What stands before a tag, and behind it where the same sign closes it again."""
    first, last = sentence
    end = max(found.end, found.addressee[1] if found.addressee else 0)
    close = next((i for i in range(end, min(end + _TAG, last)) if text.words[i] == text.words[at]), None)
    if close is None and last - end > _TAG:
        return None
    first_end = at - (text.words[at - 1] == ",")
    rest = ((close + 1, last),) if close is not None and close + 1 < last else ()
    frame = (first_end, close + 1 if close is not None else last)
    found = Attribution("tag after, a clause", found.cue, found.speaker, found.addressee, frame)
    return attributed(QuoteType.INDIRECT, ((first, first_end), *rest), found)


def _leads_up(text: SlavicText, verb: int, speaker: Range | None, colon: int) -> bool:
    """Whether between a verb and a colon nothing stands that it lists: not "wymienił trzy powody:"."""
    if speaker and speaker[0] >= verb:
        named = text.begins_nominative(speaker[0]) or text.words[speaker[0]][0].isupper()
        return named and colon - speaker[1] <= _ASIDE
    at = verb
    while at < colon and (text.is_small(at) or text.lower(at) in text.grammar.datives):
        at += 1
    return at == colon or (text.is_preposition(at) and colon - at <= _ASIDE)


def _behind_colon(text: SlavicText, sentence: Range, cues: set[int]) -> Draft | None:
    """What follows a verb of saying and a colon, without marks: "Argumentuje: nikt nie pytał"."""
    first, last = sentence
    for at in range(first + 1, last - 1):
        if text.words[at] != ":" or at in text.marked:
            continue
        # "powiedział: „Nie mamy pieniędzy." with a mark that was forgotten to be closed.
        unclosed = text.words[at + 1] in MARKS and at + 1 not in text.passages
        if text.words[at + 1] in DASHES or at + 1 in text.passages:
            return None
        for place in reversed(text.sayings_in((first, at))):
            verb = predicate_at(text, place, first, at)
            if verb is None or verb.negated or not verb.takes("qt") or cues & set(verb.cue):
                continue
            subject = said_by(text, verb, first, at)
            if not unclosed and (verb.impersonal or not _leads_up(text, verb.last, subject.speaker, at)):
                return None
            if unclosed:
                found = Attribution(
                    "colon before", verb.cue, subject.speaker, subject.hearer, (first, at + 1)
                )
                return attributed(QuoteType.DIRECT, ((at + 1, last),), found)
            found = Attribution("verb + colon", verb.cue, subject.speaker, subject.hearer, (first, at + 1))
            return attributed(QuoteType.INDIRECT, ((at + 1, last),), found)
        return None
    return None
