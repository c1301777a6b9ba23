"""Phrases that name a source: "według policji", "jego zdaniem", "jak mówi Nowak", "z raportu wynika"."""

from dataclasses import dataclass, replace

from reader.quotes.clauses.slavic.slavic_text import DASHES, MARKS, STOPS, SlavicText
from reader.quotes.clauses.slavic.subjects import TITLED
from reader.quotes.clauses.slavic.tags import tag_at
from reader.quotes.patterns.attributions import Attribution
from reader.quotes.text.sentences import Range

_LONGEST = 14
"""Tokens of a source at most."""
_COMPLEMENT = 3
"""Words in small letters that may hang on the noun of a source at most."""
_BREAKS = STOPS | MARKS | DASHES | {",", "(", ")"}


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """An attribution with the tokens it takes."""

    found: Attribution
    tokens: Range


def phrase_at(text: SlavicText, at: int, sentence: Range) -> SourcePhrase | None:
    """The source phrase that begins at a token of a sentence."""
    word, grammar = text.lower(at), text.grammar
    if word in grammar.own_sources:
        return _own(text, at, sentence)
    for phrase in grammar.sources:
        if phrase[0] == word and text.stands(at, phrase):
            begin = _behind_nouns(text, at + len(phrase), sentence[1])
            end = source_end(text, begin, sentence[1])
            if end:
                found = Attribution("according to", tuple(range(at, begin)), (begin, end))
                return SourcePhrase(found, (at, _behind_aside(text, end, sentence[1])))
    return _compared(text, at, sentence) if word in text.language.comparisons else None


def _behind_nouns(text: SlavicText, at: int, stop: int) -> int:
    """Behind nouns of what a source has, where the source follows: "wstępnych ustaleń" of the police."""
    for noun in range(at, min(at + _COMPLEMENT, stop - 1)):
        if text.lower(noun) in text.grammar.source_nouns:
            owner = noun + 1
            sure = text.words[owner][0].isupper() or text.lower(owner) in text.grammar.oblique_nouns
            return owner if sure or _is_adjective(text, owner) else at
        if not _is_adjective(text, noun):
            break
    return at


def _own(text: SlavicText, at: int, sentence: Range) -> SourcePhrase | None:
    """ "jego zdaniem", "w jej ocenie"."""
    governed = at > sentence[0] and text.is_preposition(at - 1)
    for phrase in text.grammar.behind_sources:
        # "w jej ocenie", but "wymiana ich opinii".
        if text.stands(at + 1, phrase) and (governed or phrase in text.grammar.sources):
            first = at - governed
            end = at + 1 + len(phrase)
            cue = tuple(i for i in range(first, end) if i != at)
            return SourcePhrase(Attribution("according to", cue, (at, at + 1)), (first, end))
    return None


def _compared(text: SlavicText, at: int, sentence: Range) -> SourcePhrase | None:
    """A clause like "jak mówi Nowak" where a sentence begins or behind a comma, dash or bracket."""
    first, last = sentence
    timed = at == first + 1 and text.words[first][0].isdigit()  # "13:40 Jak przekazał Nowak, …"
    opens = at == first or timed or text.words[at - 1] in (",", "(") or text.words[at - 1] in DASHES
    # "Synowi nie radzi, ale jak mówi, przeżył już trzy kryzysy"
    joint = at - 1 if text.lower(at - 1) in text.language.adversatives else at
    opens = opens or joint == first or text.words[joint - 1] == ","
    # "powiedział, jak mówił Nowak": a question that hangs on a verb.
    # "na pytanie, jak ocenia": a noun.
    asked = text.lower(at - 2) if at > first + 1 else ""
    if not opens or asked in text.grammar.said or asked in text.grammar.question_nouns:
        return None
    found = tag_at(text, at, last)
    if found is None or found.rule != "as said":
        return None
    end = max(found.end, found.addressee[1] if found.addressee else 0)
    closing = next((i for i in range(end, min(end + _LONGEST, last)) if text.words[i] in _BREAKS), None)
    # "Jak poinformowała policja kierowca jechał": without a comma the subject ends it.
    end = closing if closing is not None and at > first else end
    if at == first and closing is not None and text.words[closing] == ",":
        end = closing
    return SourcePhrase(found, (at, end))


def source_end(text: SlavicText, at: int, stop: int) -> int:
    """Where the noun phrase of a source ends that begins at a token; 0 where it names none."""
    grammar = text.grammar
    stop = min(stop, at + _LONGEST)
    if at < stop and at in text.passages and text.words[at + 1][0].isupper():
        return min(stop, text.ends[at])  # według „Rzeczpospolitej”
    if at >= stop or text.lower(at) in grammar.no_sources or not text.words[at][0].isalpha():
        return 0
    owned = text.lower(at) in grammar.own_sources
    if owned and text.lower(at + 1) not in grammar.oblique_nouns:
        return at + 1
    head = at + owned  # "według ich pełnomocniczki, adwokat Anny Lis"
    # "według pani konsul": what such a title stands before.
    while head + 1 < stop and text.lower(head) in grammar.addresses and text.words[head + 1][0].isalpha():
        head += 1
    while head + 1 < stop and _is_adjective(text, head) and text.words[head + 1][0].isalpha():
        head += 1
    if any(text.lower(i) in grammar.no_sources for i in range(at, head + 1)):
        return 0
    return _behind_head(text, head, stop)


def _is_adjective(text: SlavicText, at: int) -> bool:
    """Whether a word in small letters ends as an adjective in the genitive: "łódzkiej"."""
    word = text.words[at]
    known = text.lower(at) in text.grammar.oblique_nouns
    return word[0].islower() and not known and word.endswith(text.grammar.adjective_endings)


def _behind_head(text: SlavicText, head: int, stop: int) -> int:
    """Behind what hangs on the noun of a source: "ministra zdrowia Jana Nowaka", "prokuratury w Łodzi"."""
    # "podle obránce Jana Malého": the genitive of some is as the nominative
    role = text.lower(head) in text.grammar.oblique_nouns or text.is_person(head)
    at = head + 1
    while at < stop:
        word = text.words[at]
        # "według dziennika „Fakt”"
        named = at in text.passages and at == head + 1 and text.words[at + 1][0].isupper()
        if named and text.ends[at] - at <= TITLED:
            at = text.ends[at]
            # "trenera „Iskry” | Jana Kosa"
            if role and at < stop and text.words[at][0].isupper():
                continue
            break
        if word in _BREAKS or text.is_finite(at) or text.is_adverb(at):
            break
        if at in text.nicknames:
            at = text.nicknames[at]
        # "związkowców z „Solidarności”"
        elif text.is_preposition(at) and at + 1 in text.passages and text.ends[at + 1] - at <= TITLED:
            at = text.ends[at + 1]
        elif text.is_preposition(at) or text.lower(at) in text.language.joining:
            if not _joins(text, at, stop):
                break
            at += 2
        # "politolożki z Łodzi | dr hab. Anny Lis"
        elif (role and _is_title(text, at, stop)) or _is_complement(text, head, at, stop, role):
            at += 1
        else:
            break
    return at


def _is_title(text: SlavicText, at: int, stop: int) -> bool:
    """Whether a word is one of the titles right before a name."""
    while at < stop and text.lower(at) in text.language.honorifics:
        at += 1
        if at < stop and text.words[at][0].isupper():
            return True
    return False


def _joins(text: SlavicText, at: int, stop: int) -> bool:
    """Whether a preposition or "and" goes on with a source: "prokuratury w Łodzi", "policji i straży"."""
    if at + 1 >= stop or text.begins_nominative(at + 1):
        return False
    named = text.words[at + 1][0].isupper()
    return named or (text.lower(at) in text.grammar.linking and _is_genitive(text, at + 1))


def _is_complement(text: SlavicText, head: int, at: int, stop: int, role: bool) -> bool:
    """Whether a word hangs on the noun of a source: a name, or a genitive."""
    if text.words[at][0].isupper():
        if at - 2 >= head and text.follows_name(at):
            return False
        # "zdaniem historyka sztuki Malinowska kłamie": a woman's name in the nominative
        if text.words[at].endswith(text.grammar.female_surnames or ("\0",)):
            return False
        # "zdaniem śledczej Drela kłamie": no woman's name in the genitive
        womans = text.grammar.oblique_nouns.get(text.lower(at - 1), "").endswith("a")
        goes_on = at + 1 < stop and (at + 1 in text.passages or text.is_finite(at + 1))
        if at == head + 1 and womans and text.words[at].endswith("a") and goes_on:
            return False
        # "według policji Jan Nowak jechał": a name in the nominative is the subject.
        return role or not text.is_name(at) or text.words[at - 1][0].isupper()
    # "místopředsedkyně | hnutí | Jany Malé": as the nominative
    grouped = role and at == head + 1 and text.lower(at) in text.language.groups
    if grouped and at + 1 < stop and text.words[at + 1][0].isupper():
        return True
    if not _is_genitive(text, at):
        return False
    # "z komisji zdrowia rząd": more hangs on it where a nominative follows.
    near = all(text.words[i][0].islower() and not text.is_preposition(i) for i in range(head + 1, at))
    headed = text.lower(head) in text.grammar.headed_nouns and at - head <= _COMPLEMENT and near
    # "posła opozycji Jana Nowaka"
    named = role and near and at + 1 < stop and text.words[at + 1][0].isupper()
    return headed or named or (at + 1 < stop and text.begins_nominative(at + 1))


def _is_genitive(text: SlavicText, at: int) -> bool:
    """Whether a word may be the complement of a noun: "zdrowia" of "ministra zdrowia"."""
    ends = text.lower(at).endswith(text.grammar.genitive_endings)
    return ends and not text.begins_nominative(at) and not text.is_finite(at)


def _behind_aside(text: SlavicText, end: int, stop: int) -> int:
    """Behind what commas tell of the source: "według Nowaka, który tam był, …", ", byłego posła, …"."""
    if end + 2 < stop and text.words[end] == "," and _is_apposition(text, end + 1):
        near = range(end + 2, min(end + _LONGEST, stop))
        close = next((at for at in near if text.words[at] in _BREAKS or text.is_finite(at)), end)
        return close if text.words[close] == "," else end
    if end + 1 < stop and text.words[end] == "," and text.lower(end + 1) in text.grammar.relatives:
        near = range(end + 2, min(end + 2 * _LONGEST, stop))
        return next((at for at in near if text.words[at] == ","), end)
    return end


def _is_apposition(text: SlavicText, at: int) -> bool:
    """Whether a noun in the genitive follows a name and a comma: "Nowaka, byłego posła"."""
    word, grammar = text.words[at], text.grammar
    small = text.is_small(at) or text.is_preposition(at) or text.lower(at) in grammar.subordinators
    oblique = text.lower(at) in grammar.oblique_nouns or text.lower(at).endswith(grammar.genitive_endings)
    named = text.words[at - 2][0].isupper() and word[0].islower() and not small
    return named and oblique and not text.is_finite(at) and not text.is_verb(at)


def result_before(text: SlavicText, at: int, start: int, stop: int) -> Attribution | None:
    """The source that something follows from, at the verb of that: "z raportu NIK wynika", "wynika z"."""
    for place in (*range(at - 1, max(start, at - _LONGEST) - 1, -1), *range(at + 1, stop)):
        if text.words[place] in _BREAKS:
            if place > at:
                break
            return None
        if text.lower(place) in text.grammar.result_links:
            # "wynika z niego": a paper, but the pronoun may mean a man; "z jego słów" are a man's.
            if text.lower(place + 1) in text.grammar.own_sources:
                if text.lower(place + 2) in text.grammar.source_nouns:
                    cue = tuple(sorted((place, place + 2, at)))
                    return Attribution("result", cue, (place + 1, place + 2))
                return Attribution("result", (place, at))
            end = source_end(text, place + 1, at if place < at else stop)
            return Attribution("result", tuple(sorted((place, at))), (place + 1, end)) if end else None
    return None


def framed_by(
    phrase: SourcePhrase, text: SlavicText, sentence: Range
) -> tuple[Attribution, tuple[Range, ...]]:
    """The attribution with its frame, commas or dashes beside it, and what is left of the sentence."""
    (first, last), (at, end) = sentence, phrase.tokens
    beside = DASHES | {","}
    end += end < last and text.words[end] in beside
    at -= at > first and text.words[at - 1] in beside
    first = _clause_start(text, at, first)
    content = tuple(part for part in ((first, at), (end, last)) if part[0] < part[1])
    return replace(phrase.found, frame=(at, end)), content


def _clause_start(text: SlavicText, end: int, first: int) -> int:
    """Where the clause begins that a phrase in its middle covers: "…, ale – jak podano – nikt nie zginął"."""
    grammar, language = text.grammar, text.language
    opening = grammar.subordinators | grammar.relatives | language.joining | language.adversatives
    for at in range(end - 1, first, -1):
        if text.words[at] == "," and at not in text.marked:
            cut = text.words[end] in DASHES or text.lower(at + 1) in opening
            return at + 1 if cut and at + 1 < end else first
    return first
