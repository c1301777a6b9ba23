"""Direct quotes of a sentence: which passages in marks are somebody's words, and whose."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.languages.given_names import given_names
from reader.models import QuoteType
from reader.quotes.drafts import Before, Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import Sentence
from reader.quotes.german.cues import predicate
from reader.quotes.german.noun_phrases import noun_phrase, with_apposition
from reader.quotes.german.parse import Parsed
from reader.quotes.german.roles import speaks, subject
from reader.quotes.text.sentences import Range

_VERB_TO_SUBJECT = 4
"""Words between the verb of a tag and its subject."""
_LONG = 6
"""Words from which a passage outside any frame is taken for speech."""
_SENTENCE_END = frozenset((".", "!", "?", "…", ","))


@dataclass(frozen=True, slots=True)
class PassageFeatures:
    """What a passage in marks looks like."""

    first: int
    end: int
    size: int
    """Number of words."""
    worded: bool
    """Whether it holds an adjective, adverb or verb, as names and titles seldom do."""
    clausal: bool
    """Whether it holds a finite verb beside other words, or ends as a sentence."""
    after_noun: bool
    """Whether a noun stands right before it that it may be the name of ("Film", "Organisation")."""
    capitalised: bool
    """Whether it begins with a capital letter."""
    name_like: bool
    """Whether the word before tells that a name or title comes: "Film", "Motto", an article."""
    in_phrase_position: bool
    """Whether it stands where a phrase does and a name seldom: behind a preposition or "ein"."""
    linked: bool
    """Whether small words join its nouns: "Angriff gegen die Belegschaft"."""


def passage_features(parsed: Parsed, first: int, end: int) -> PassageFeatures:
    """The looks of the passage of tokens `[first, end)`."""
    inner = [at for at in range(first, end) if parsed.words[at][0].isalnum()]
    flags = [parsed.flags[at] for at in inner]
    capital = bool(inner) and not parsed.words[inner[0]][:2].islower()
    small = [at for at in inner if parsed.words[at][0].islower() and not parsed.flags[at] & _LINKING]
    finite = any(flag & w.FINITE and not flag & w.CAPITAL for flag in flags)
    final = end - 2 >= first and parsed.words[end - 2] in _SENTENCE_END
    before = parsed.flags[first - 1] if first else 0
    linked = any(parsed.flags[at] & _LINKING and parsed.words[at][0].islower() for at in inner)
    return PassageFeatures(
        first,
        end,
        len(inner),
        bool(small),
        len(inner) > 2 and (finite or final),
        bool(before & w.CAPITAL and not before & w.TIME),
        capital,
        _is_name_like(parsed, inner, (first, end), capital and not small),
        bool(before & w.PREPOSITION) or _indefinite(parsed, first),
        linked,
    )


def _is_name_like(parsed: Parsed, inner: list[int], extent: Range, nouns: bool) -> bool:
    """Whether the word before a passage announces a name or title, or its own words are those of one."""
    word = parsed.lower(extent[0] - 1)
    lists, language = parsed.table.lists, parsed.analysis.language
    if word in language.scare or word.endswith(tuple(language.heralds)) or word in lists.source_prepositions:
        return True
    if len(inner) == 1 and "." in parsed.words[inner[0]].strip("."):
        return True
    if len(inner) < _LONG and any(parsed.lower(at) in lists.foreign for at in inner):
        return True
    if word == "wie" and extent[1] < len(parsed.words) and parsed.flags[extent[1]] & w.FINITE:
        return True
    return nouns and word in lists.definite


def _indefinite(parsed: Parsed, first: int) -> bool:
    """Whether "ein" or "kein" stands before a passage, an adjective between aside."""
    before = first - 2 if parsed.flags[first - 1] & (w.ADJECTIVE | w.PARTICIPLE) else first - 1
    return any(parsed.lower(at) in parsed.table.lists.unnamed for at in (first - 1, before))


_LINKING = w.PREPOSITION | w.DETERMINER | w.COORDINATOR


def direct(parsed: Parsed, sentence: Sentence, hosts: list[Draft], before: Before) -> Iterator[Draft]:
    """Direct quotes of a sentence, given its other quotes and what went before."""
    split: Draft | None = None
    for first, end in passages_in_marks(parsed, sentence):
        if split and split.frame and split.frame[-1][1] == first:
            split = replace(split, content=(*split.content, (first, end)))
            continue
        if split:
            yield split
            split = None
        passage = passage_features(parsed, first, end)
        host = next((draft for draft in hosts if draft.holds(max(first, sentence.first), end)), None)
        if first < sentence.first or (end > sentence.end and _verb_behind(parsed, end)):
            if host and fills(parsed, host, first, end):
                yield _in_host(parsed, host, passage)
            continue
        if host and (fills(parsed, host, first, end) or word_for_word(parsed, passage, host.saying)):
            split = _in_host(parsed, host, passage)
        elif host is None:
            tagged = _with_verb_behind(parsed, sentence, passage)
            if tagged:
                split = tagged
            elif (_is_speech_alone(parsed, passage) and _stands_as_speech(parsed, sentence, passage)) or (
                before.near and _is_whole_sentence(parsed, sentence, passage)
            ):
                yield _behind_colon(parsed, sentence, passage) or _without_frame(passage, before)
    if split:
        yield split


def _stands_as_speech(parsed: Parsed, sentence: Sentence, passage: PassageFeatures) -> bool:
    """Whether a passage that nothing frames stands where speech does: it ends as a sentence or begins one."""
    before = passage.first - 1
    if passage.first <= sentence.first or not parsed.words[before][0].isalnum():
        return True
    return passage.size >= _LONG or parsed.words[passage.end - 2] in _SENTENCE_END


def _without_frame(passage: PassageFeatures, before: Before) -> Draft:
    """Speech without any frame in its sentence: whoever spoke right before speaks on."""
    content = ((passage.first, passage.end),)
    rule = "marks alone" if passage.size >= _LONG else "short marks alone"
    if not before.near:
        return Draft(QuoteType.DIRECT, content, rule, speaker=before.speaker)
    return Draft(
        QuoteType.DIRECT,
        content,
        "marks go on",
        before.frame,
        before.cue,
        before.speaker,
        saying=before.saying,
    )


def _with_verb_behind(parsed: Parsed, sentence: Sentence, passage: PassageFeatures) -> Draft | None:
    """Speech that opens its sentence, any verb and a speaker behind it: "„Endlich“, seufzt Anna Kolb"."""
    at = passage.end + (parsed.words[passage.end : passage.end + 1] == [","])
    if passage.first != sentence.first or at >= sentence.last or (at == passage.end and not passage.clausal):
        return None
    if not parsed.flags[at] & w.FINITE or parsed.flags[at] & (w.AUXILIARY | w.MODAL | w.CAPITAL):
        return None
    named = _speaker_behind_verb(parsed, at + 1, sentence.last)
    if not named or parsed.words[named[1] - 1].lower().endswith(tuple(parsed.analysis.language.heralds)):
        return None
    named = with_apposition(parsed, named, sentence.last)
    frame = (passage.end, max(named[1], sentence.clauses[sentence.clause_at(at)].last))
    content = ((passage.first, passage.end),)
    return Draft(QuoteType.DIRECT, content, "tag", (frame,), (at,), named)


def _speaker_behind_verb(parsed: Parsed, first: int, limit: int) -> Range | None:
    """Who is named behind a verb, adverbs and "sich" aside: a person or a pronoun, no thing."""
    for at in range(first, min(first + _VERB_TO_SUBJECT, limit)):
        phrase = noun_phrase(parsed, at, limit) if not parsed.flags[at] & w.ADVERB else None
        if phrase:
            given = any(parsed.words[i] in given_names() for i in range(*phrase))
            known = parsed.lower(at) in parsed.table.lists.subject_pronouns or speaks(parsed, phrase)
            return phrase if given or known else None
        if not parsed.flags[at] & (w.ADVERB | w.OBJECT_PRONOUN):
            return None
    return None


def _behind_colon(parsed: Parsed, sentence: Sentence, passage: PassageFeatures) -> Draft | None:
    """Speech after a colon whatever the words before it: "BKA-Präsident Ziercke: …"."""
    colon = passage.first - 1
    if colon <= sentence.first or parsed.words[colon] != ":":
        return None
    cue: tuple[int, ...] = ()
    for clause in sentence.clauses:
        found = (
            predicate(parsed, clause.finite, clause.first, colon)
            if sentence.first <= clause.finite < colon
            else None
        )
        cue = found.tokens if found else cue
    named = subject(parsed, sentence, colon) or noun_phrase(parsed, sentence.first, colon)
    content = ((passage.first, passage.end),)
    return Draft(QuoteType.DIRECT, content, "colon", ((sentence.first, passage.first),), cue, named)


def passages_in_marks(parsed: Parsed, sentence: Sentence) -> Iterator[Range]:
    """Outermost passages in marks that begin in the sentence, and one that only ends in it."""
    at = sentence.first
    if at in parsed.marked and at not in parsed.passages:
        at = next((i + 1 for i in range(at, sentence.end) if i in parsed.begins), sentence.end)
        if at - 1 in parsed.begins:
            yield parsed.begins[at - 1], at
    openings = parsed.openings
    for number in range(bisect_left(openings, at), len(openings)):
        first = openings[number]
        if first >= sentence.end:
            break
        if first >= at:
            at = parsed.ends[first]
            yield first, at


def word_for_word(parsed: Parsed, passage: PassageFeatures, saying: str, next_to: bool = False) -> bool:
    """Whether a passage beside a verb of saying is quoted word for word: no name, title or scare quote.

    `next_to` tells that it follows the verb itself ("witterte „Verrat am Wähler“").
    """
    if passage.name_like and not (passage.clausal and passage.size >= _LONG):
        return False
    named = saying in parsed.table.lists.naming
    judged = named and parsed.lower(passage.first - 1) in parsed.table.lists.before_judgements
    if passage.size == 1:
        return (passage.worded or judged) and not (passage.after_noun and passage.capitalised)
    if not passage.capitalised:
        return True
    if passage.after_noun:
        return passage.clausal and passage.size >= _LONG
    return (
        passage.clausal
        or passage.worded
        or judged
        or (passage.linked and (passage.in_phrase_position or (named and next_to)))
    )


def _is_speech_alone(parsed: Parsed, passage: PassageFeatures) -> bool:
    """Whether a passage outside any frame is speech."""
    if passage.name_like:
        return False
    if parsed.words[passage.first - 1] == ":" and parsed.words[passage.end - 2] in _SENTENCE_END:
        return True
    if passage.size >= _LONG:
        return passage.clausal or (passage.worded and not passage.capitalised)
    definite = parsed.lower(passage.first - 1) in parsed.table.lists.definite
    return (
        passage.clausal
        and passage.size > 2
        and not passage.after_noun
        and passage.capitalised
        and not definite
    )


def _is_whole_sentence(parsed: Parsed, sentence: Sentence, passage: PassageFeatures) -> bool:
    """Whether a passage is a sentence of its own, its full stop inside the marks."""
    final = parsed.words[passage.end - 2] in _SENTENCE_END
    return final and passage.first == sentence.first and passage.end >= sentence.last


def _verb_behind(parsed: Parsed, end: int) -> bool:
    """Whether a verb stands behind the closing mark of a passage over several paragraphs."""
    behind = end + 1 if end < len(parsed.words) and parsed.words[end] == "," else end
    return behind < len(parsed.words) and bool(parsed.flags[behind] & w.FINITE)


def _in_host(parsed: Parsed, host: Draft, passage: PassageFeatures) -> Draft:
    first, end = passage.first, passage.end
    if fills(parsed, host, first, end):
        return replace(host, type=QuoteType.DIRECT, content=((first, end),), rule="direct, " + host.rule)
    rule = "fragment" if passage.size > 2 else "short fragment"
    return replace(
        host,
        type=QuoteType.DIRECT,
        content=((first, end),),
        rule=rule,
        nested=True,
    )


def fills(parsed: Parsed, host: Draft, first: int, end: int) -> bool:
    """Whether a passage in marks is all that the host's content holds."""
    return all(
        at in parsed.marked or parsed.flags[at] & (w.PUNCTUATION | w.COORDINATOR)
        for a, b in host.content
        for at in range(a, b)
    )
