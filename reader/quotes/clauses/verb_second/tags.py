"""Tags beside a clause without marks: "Het is klaar, vindt hij", "Er komt, zegt Bos, geen weg"."""

from dataclasses import dataclass

from reader.models import QuoteType
from reader.quotes.clauses.verb_second.clause_text import MARKS, STOPS, ClauseText
from reader.quotes.clauses.verb_second.contents import content_behind
from reader.quotes.clauses.verb_second.noun_phrases import phrase_from
from reader.quotes.clauses.verb_second.predicates import Predicate, predicate_at
from reader.quotes.clauses.verb_second.subjects import (
    is_closed_opening,
    subject_behind,
    subject_of,
    subordinator,
)
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import Attribution, addressee_behind, apart, attributed
from reader.quotes.patterns.sayings import VerbOfSaying
from reader.quotes.text.nouns import is_nominal
from reader.quotes.text.sentences import Range

_LEAST = 3
"""Tokens of what is said at least."""
_SOUNDS = 4
"""Tokens from "klinkt het" to the preposition before whom it is heard from at most."""
_TAIL = 12
"""Tokens behind the subject of a tag at most: "zegt hij maandag tegen de NOS"."""
_VERB = 4
"""Tokens from a tag's start to its verb at most."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A verb of saying with its subject behind it."""

    verb: Predicate
    speaker: Range | None
    end: int
    """Behind its last word."""
    addressee: Range | None = None


def tag_from(text: ClauseText, at: int, stop: int) -> Tag | None:
    """The tag that begins at a token: "zegt Bos", "zo liet Bos weten", "blijkt uit het rapport"."""
    begin = at + (text.lower(at) in text.grammar.so_openers)
    if begin >= stop or text.lower(begin) not in text.grammar.meanings:
        return _auxiliary_tag(text, begin, stop)
    verb = predicate_at(text, begin, (begin, stop))
    if not verb or verb.finite != begin or not verb.takes("tq"):
        return None
    speaker = _speaker(text, verb, stop)
    return _tag(text, verb, speaker, stop)


def _tag(text: ClauseText, verb: Predicate, speaker: Range | None, stop: int) -> Tag:
    end = max(verb.last, speaker[1] if speaker else 0)
    told = VerbOfSaying(verb.finite, end, verb.cue)
    return Tag(verb, speaker, end, apart(addressee_behind(text, told, stop), speaker))


def _auxiliary_tag(text: ClauseText, at: int, stop: int) -> Tag | None:
    """ "…, heeft de politie bekendgemaakt"."""
    if at >= stop or not text.lemmas(at) & text.grammar.perfect or not text.is_finite(at):
        return None
    for said in text.sayings_in((at, min(stop, at + _TAIL))):
        verb = predicate_at(text, said, (at, stop))
        if verb and verb.finite == at and verb.takes("tq"):
            speaker = _speaker(text, verb, stop)
            return _tag(text, verb, speaker, stop) if speaker else None
    return None


def _speaker(text: ClauseText, verb: Predicate, stop: int) -> Range | None:
    """Who stands behind the verb of a tag; of "blijkt uit het rapport" the document."""
    at = verb.finite + 1
    if verb.lemma in text.grammar.impersonal:
        if text.lower(at) in text.grammar.neuter:
            # "klinkt het streng bij de bond", "klinkt het"
            near = range(at + 1, min(at + _SOUNDS, stop))
            source = next((i for i in near if text.lower(i) in text.grammar.sources), None)
            return None if source is None else subject_behind(text, source + 1, stop)
        if text.lower(at) in text.grammar.objects and not phrase_from(text, at, stop):
            at += 1
        if text.lower(at) in text.grammar.sources:
            return subject_behind(text, at + 1, stop)
    found = subject_behind(text, at, stop)
    # "geeft die eerlijk toe": who was named last
    if found and text.lower(at) in text.language.latter and not is_nominal(text, found[1] - 1):
        found = found[0], found[0] + 1
    return None if found and any(found[0] <= part < found[1] for part in verb.cue) else found


def beside_tag(text: ClauseText, sentence: Range) -> Draft | None:
    """What is said before, or around, a tag in commas."""
    first, last = sentence
    for comma in range(first + 1, last - 1):
        if text.words[comma] != "," or comma in text.marked:
            continue
        tag = tag_from(text, comma + 1, last)
        if tag and tag.speaker and tag.verb.takes("t") and not _goes_on(text, tag, last):
            draft = _beside(text, sentence, tag, comma)
            # "Hij zei dat het plan, zegt Bos, duur is": said by whoever stands before
            if draft and (len(draft.content) < 2 or not _hangs(text, first, comma)):
                return draft
    return None


def _hangs(text: ClauseText, first: int, comma: int) -> bool:
    """Whether a clause with a conjunction hangs on a verb of saying before a comma."""
    for at in text.sayings_in((first, comma)):
        if any(text.lower(i) in text.grammar.that for i in range(at + 1, comma)):
            return True
    return False


def _goes_on(text: ClauseText, tag: Tag, last: int) -> bool:
    """Whether what is said stands behind the verb: "Toen hij kwam, zei hij dat"."""
    return content_behind(text, tag.verb, tag.speaker, last) is not None


def _beside(text: ClauseText, sentence: Range, tag: Tag, comma: int) -> Draft | None:
    first, last = sentence
    close = next((at for at in range(tag.end, last) if text.words[at] == ","), last)
    # "Dat is, vindt Jansen, een slechte zaak": a verb cannot end what is said
    middle = close < last and (text.is_finite(comma - 1) or not _describes(text, close, last))
    end = close if middle else last
    # "Als het regent, zegt hij, blijven wij thuis": the main clause goes on behind the tag.
    if not _is_said(text, first, comma) and not (middle and text.is_finite(close + 1)):
        return None
    if not _is_short(text, tag, end if middle else min(close, last)) or MARKS & set(
        text.words[tag.end : end]
    ):
        return None
    content: tuple[Range, ...] = ((first, comma),)
    if middle:
        content = (*content, (close + 1, last))
    frame = comma, close + 1 if middle else last
    rule = "tag after, a clause"
    # "Han är arg. – Jag var inte där, säger han.": a dash opens speech within a paragraph, too.
    if text.words[first] in text.language.dialogue:
        content = ((first + 1, content[0][1]), *content[1:])
        found = Attribution("tag after", tag.verb.cue, tag.speaker, tag.addressee, frame)
        return attributed(QuoteType.DIRECT, content, found)
    return attributed(
        QuoteType.INDIRECT, content, Attribution(rule, tag.verb.cue, tag.speaker, tag.addressee, frame)
    )


def _is_said(text: ClauseText, first: int, comma: int) -> bool:
    """Whether a main clause stands before a comma, or words that open none: not "Toen hij kwam, zei hij"."""
    opens = is_closed_opening(text, first) or text.words[first][0].isdigit()
    verbs = [at for at in range(first, comma) if text.is_finite(at)]
    # "Op de vraag of het regent, antwoordt hij": the verb belongs to the noun.
    asked = text.grammar.that | text.grammar.whether
    hung = next((at for at in range(first + 1, comma) if text.lower(at) in asked), comma) if opens else comma
    main = (at for at in verbs if at < hung and subordinator(text, at, text.clause_start(at, first)) is None)
    # "De topman, Joris Salm, heeft het plan bevestigd": a subject with what tells more of it
    described = "," in text.words[first:comma]
    return next(main, None) is not None or not (verbs or opens or described)


def _is_short(text: ClauseText, tag: Tag, end: int) -> bool:
    """Whether behind the subject only stands when, where and to whom."""
    if end - tag.end > _TAIL:
        return False
    grammar, governed = text.grammar, tag.verb.lemma in text.grammar.addressed
    for at in range(tag.end, end):
        word = text.lower(at)
        if (text.is_finite(at) and at not in tag.verb.cue) or word in STOPS | grammar.infinitive:
            return False
        # "herhaalt men de reeks": an object, so that nothing else is said.
        if word in text.language.determiners and not governed and word not in grammar.objects:
            found = phrase_from(text, at, end)
            if found and not any(text.is_time(i) for i in range(at, min(found[1] + 1, end))):
                return False
        governed = governed or word in grammar.prepositions
    return True


def _describes(text: ClauseText, comma: int, last: int) -> bool:
    """Whether a comma begins what is told of the speaker: ", die …", ", hoogleraar in Gent"."""
    behind = text.lower(comma + 1)
    if (
        behind in text.grammar.subordinators
        or behind in text.grammar.coordinators - text.grammar.adversatives
    ):
        return True
    # "Er komt, zegt Bos, geen weg".
    goes_on = text.grammar.negations | text.grammar.prepositions | text.grammar.adverbs
    return behind not in goes_on and not any(text.is_finite(at) for at in range(comma + 1, last))


def fronted(text: ClauseText, sentence: Range) -> Draft | None:
    """A clause that its verb follows: "Dat het te duur is, vindt Bos onzin"."""
    first, last = sentence
    if text.lower(first) not in text.grammar.that or text.is_finite(first + 1):
        return None
    for comma in range(first + _LEAST, last - 1):
        if text.words[comma] != "," or comma in text.marked:
            continue
        tag = tag_from(text, comma + 1, last)
        if (
            tag
            and tag.speaker
            and tag.verb.takes("q")
            and not tag.verb.takes("c")
            and text.grammar.negations.isdisjoint(text.lowered[comma:last])
        ):
            found = Attribution("verb + conjunction", tag.verb.cue, tag.speaker, None, (comma, last))
            return attributed(QuoteType.INDIRECT, ((first, comma),), found)
    return None


def of_sentence_before(text: ClauseText, sentence: Range, before: Range | None) -> Draft | None:
    """The sentence before, to which a short one refers: "Er komt geen weg. Dat heeft de minister gezegd."."""
    first, last = sentence
    if before is None or text.lower(first) not in text.grammar.demonstratives or last - first > 30:
        return None
    if not (text.is_finite(first + 1) and text.words[before[1] - 1] in STOPS - {":", ";"}):
        return None
    marked = sum(at in text.marked for at in range(*before))
    if before[1] - before[0] <= _LEAST or 2 * marked > before[1] - before[0]:
        return None
    for said in text.sayings_in((first, last)):
        verb = predicate_at(text, said, sentence)
        thought = verb is not None and all(saying.medium == "thought" for saying in verb.says)
        # "Dat vindt Bos onzin": a judgement of what was said.
        if not verb or verb.finite != first + 1 or not verb.takes("t") or verb.passive or thought:
            continue
        speaker = (
            _speaker(text, verb, last)
            if verb.lemma in text.grammar.impersonal
            else subject_of(text, verb.finite, first, last)
        )
        if not speaker or content_behind(text, verb, speaker, last):
            return None
        found = Attribution("sentence before", verb.cue, speaker, None, sentence)
        return attributed(QuoteType.INDIRECT, ((text.behind_place(before[0]), before[1] - 1),), found)
    return None
