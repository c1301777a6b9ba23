"""Direct quotes of a sentence: which passages in marks are somebody's words, and whose."""

from collections.abc import Iterator
from dataclasses import replace

from reader.languages.given_names import given_names
from reader.models import QuoteType
from reader.quotes.drafts import Draft, PriorContext
from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import MAIN, Sentence
from reader.quotes.german.cues import predicate
from reader.quotes.german.noun_phrases import noun_phrase, with_apposition
from reader.quotes.german.parse import Parsed
from reader.quotes.german.passage_features import (
    LONG,
    SENTENCE_END,
    PassageFeatures,
    passage_features,
    passages_in_marks,
    word_for_word,
)
from reader.quotes.german.roles import subject
from reader.quotes.german.subjects import speaks
from reader.quotes.text.sentences import Range

_VERB_TO_SUBJECT = 4
"""Tokens behind a verb in which its subject begins: "empört sich da die Chefin" (chosen on the gold set)."""


def direct(parsed: Parsed, sentence: Sentence, hosts: list[Draft], before: PriorContext) -> Iterator[Draft]:
    """Direct quotes of a sentence, given its other quotes and what went before."""
    split: Draft | None = None
    for first, end in passages_in_marks(parsed, sentence):
        # "„Wir“, sagte Ott, „bauen weiter.“": the frame of the passage before ends where this one begins.
        if split and split.frame and split.frame[-1][1] == first:
            split = replace(split, content=(*split.content, (first, end)))
            continue
        if split:
            yield split
            split = None
        passage = passage_features(parsed, first, end)
        if passage.titled:
            continue
        host = next((draft for draft in hosts if draft.holds(max(first, sentence.first), end)), None)
        # Speech of several sentences or paragraphs is that of the sentence with its frame: "„Es regnet. Und
        # wie“, sagt Ott".
        if first < sentence.first or (end > sentence.end and _verb_behind(parsed, end)):
            if host and fills(parsed, host, first, end):
                yield _in_host(parsed, host, passage)
            continue
        # "„Wir bauen“, sagt Ott" is all that is said; "Ott sagt, das sei „völlig richtig“" holds words of it.
        if host and (
            fills(parsed, host, first, end)
            or word_for_word(parsed, passage, host.saying)
            or _is_called(parsed, host, passage)
        ):
            split = _in_host(parsed, host, passage)
        elif host is None:
            attributed = _with_verb_behind(parsed, sentence, passage)
            if attributed:
                split = attributed
            # Without any frame what stands where speech does, and right behind a quote any whole sentence.
            elif (_is_speech_alone(parsed, passage) and _stands_as_speech(parsed, sentence, passage)) or (
                before.near and _is_whole_sentence(parsed, sentence, passage)
            ):
                yield _behind_colon(parsed, sentence, passage) or _alone(parsed, sentence, passage, before)
    if split:
        yield split


def _is_called(parsed: Parsed, host: Draft, passage: PassageFeatures) -> bool:
    """Whether a noun in marks is what somebody calls something: "Ott sagte, das sei ein „Flickwerk“"."""
    indefinite = parsed.lower(passage.first - 1) in parsed.table.lists.unnamed
    return host.type == QuoteType.INDIRECT and indefinite and not passage.name_like


def _stands_as_speech(parsed: Parsed, sentence: Sentence, passage: PassageFeatures) -> bool:
    """Whether a passage that nothing frames stands where speech does: it ends as a sentence or begins one."""
    before = passage.first - 1
    if passage.heralded or passage.first <= sentence.first or not parsed.words[before][0].isalnum():
        return True
    return passage.size >= LONG or parsed.words[passage.end - 2] in SENTENCE_END


def _alone(parsed: Parsed, sentence: Sentence, passage: PassageFeatures, before: PriorContext) -> Draft:
    """Speech without any frame in its sentence: its subject speaks, else whoever spoke right before."""
    content = ((passage.first, passage.end),)
    rule = "marks alone" if passage.size >= LONG else "short marks alone"
    own = _subject_beside(parsed, sentence)
    # "Die Aufschrift „Nie wieder“ war zu lesen": the words are part of the subject, and nobody's.
    if own and own[0] < passage.end and passage.first < own[1]:
        return Draft(QuoteType.DIRECT, content, rule)
    # "Ott verlangte einen „Neuanfang“": whose sentence it is, not who spoke before.
    if own or not before.near:
        return Draft(QuoteType.DIRECT, content, rule, speaker=own or before.speaker)
    return Draft(
        QuoteType.DIRECT,
        content,
        "marks go on",
        before.frame,
        before.cue,
        before.speaker,
        saying=before.saying,
    )


def _subject_beside(parsed: Parsed, sentence: Sentence) -> Range | None:
    """The subject of the first main clause of a sentence that has one outside marks."""
    outside = any(clause.kind == MAIN and clause.finite not in parsed.marked for clause in sentence.clauses)
    return subject(parsed, sentence) if outside else None


def _with_verb_behind(parsed: Parsed, sentence: Sentence, passage: PassageFeatures) -> Draft | None:
    """Speech that opens its sentence, any verb and a speaker behind it: "„Endlich“, seufzt Anna Kolb"."""
    # "„Endlich“, seufzt …", "„Was soll das?“ empört sich …": without a comma only behind a clause.
    at = passage.end + (parsed.words[passage.end : passage.end + 1] == [","])
    if passage.first != sentence.first or at >= sentence.last or (at == passage.end and not passage.clausal):
        return None
    # "„Nebel“, ist der Titel …": whoever speaks does more than be.
    if not parsed.flags[at] & w.FINITE or parsed.flags[at] & (w.AUXILIARY | w.MODAL | w.CAPITAL):
        return None
    named = _speaker_behind_verb(parsed, at + 1, sentence.last)
    # "„Nebel“, heißt der Film": what bears names does not speak.
    if not named or parsed.words[named[1] - 1].lower().endswith(tuple(parsed.analysis.language.title_nouns)):
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
            return phrase if _is_somebody(parsed, phrase) else None
        if not parsed.flags[at] & (w.ADVERB | w.OBJECT_PRONOUN):
            return None
    return None


def _is_somebody(parsed: Parsed, phrase: Range) -> bool:
    """Whether a phrase names a person: "Ida Ott", "die Lehrerin", "er"; not "ein Lied"."""
    first, end = phrase
    if parsed.lower(first) in parsed.table.lists.subject_pronouns or speaks(parsed, phrase):
        return True
    if any(parsed.words[at] in given_names() for at in range(first, end)):
        return True
    last = parsed.lower(end - 1)
    # "der Ghanaer", "die Mittdreißigerin"
    if parsed.flags[first] & w.DETERMINER:
        return end - first == 2 and last.endswith(parsed.language.person_endings)
    # "Senft", but "Kopfschütteln" and "Gemeinheiten": bare nouns that nobody is called by.
    plain = end - first == 1 and bool(parsed.flags[first] & w.CAPITAL)
    return plain and not last.endswith(parsed.table.endings.common)


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


def _is_speech_alone(parsed: Parsed, passage: PassageFeatures) -> bool:
    """Whether a passage outside any frame is speech."""
    if passage.heralded:
        return True
    if passage.name_like:
        return False
    # "Ott: „Nie!“".
    if parsed.words[passage.first - 1] == ":" and parsed.words[passage.end - 2] in SENTENCE_END:
        return True
    if passage.size >= LONG:
        # Long titles have no verbs, and where they have adjectives they begin with capitals.
        return passage.clausal or (passage.worded and not passage.capitalised)
    definite = parsed.lower(passage.first - 1) in parsed.table.lists.definite
    # "„Es reicht jetzt.“"; not "das „Wir schaffen das“" nor "der Song „Wir sind da“".
    return (
        passage.clausal
        and passage.size > 2
        and not passage.after_noun
        and passage.capitalised
        and not definite
    )


def _is_whole_sentence(parsed: Parsed, sentence: Sentence, passage: PassageFeatures) -> bool:
    """Whether a passage is a sentence of its own, its full stop inside the marks: "„Das reicht.“"."""
    final = parsed.words[passage.end - 2] in SENTENCE_END
    return final and passage.first == sentence.first and passage.end >= sentence.last


def _verb_behind(parsed: Parsed, end: int) -> bool:
    """Whether a verb stands behind the closing mark of a passage over several paragraphs."""
    behind = end + 1 if end < len(parsed.words) and parsed.words[end] == "," else end
    return behind < len(parsed.words) and bool(parsed.flags[behind] & w.FINITE)


def _in_host(parsed: Parsed, host: Draft, passage: PassageFeatures) -> Draft:
    """The passage as what its host says as a whole, or as a fragment in it with the same frame."""
    first, end = passage.first, passage.end
    if fills(parsed, host, first, end):
        return replace(host, type=QuoteType.DIRECT, content=((first, end),), rule="direct, " + host.rule)
    # Two words and less are right more seldom; the two rules have worths of their own.
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
