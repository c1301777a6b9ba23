"""Told speech acts and hearsay: sentences in which words are reported without being rendered."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.languages.verb_files import FINITE, PAST, VerbForm
from reader.models import QuoteType
from reader.quotes.clauses.slavic.noun_phrases import BREAKS
from reader.quotes.clauses.slavic.predicates import Predicate, predicate_at
from reader.quotes.clauses.slavic.slavic_text import DASHES, MARKS, SlavicText
from reader.quotes.clauses.slavic.tags import said_by
from reader.quotes.drafts import Draft
from reader.quotes.patterns.indirect import parts_of
from reader.quotes.text.sentences import Range

_SHORTEST = 3
"""Tokens of such a sentence at least."""
_OPENING = 4
"""Tokens before a verb of an act that has no subject at most: "W liście do kurii prosi"."""
_SUBJECT = 14
"""Tokens before a verb of hearsay in which its subject stands."""
_NEAR = 8
"""Tokens from a verb of hearsay to its infinitive at most."""


def find(text: SlavicText, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What sentences without any other quotation tell of words, and clauses beside one."""
    taken: dict[int, list[Draft]] = {}
    for draft in drafts:
        for number in dict.fromkeys(_sentences(text, draft)):
            taken.setdefault(number, []).append(draft)
    for number, tokens in enumerate(text.analysis.sentences):
        beside = taken.get(number, [])
        if beside:
            yield from _clauses_beside(text, tokens, beside)
        if beside or not _is_plain(text, tokens):
            continue
        for sentence in parts_of(text, tokens):
            found = _hearsay(text, sentence) or _told(text, sentence) if _is_told(text, sentence) else None
            if found:
                yield found


def _clauses_beside(text: SlavicText, sentence: Range, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Acts in clauses before and behind other quotations: "…, że wie, i zasugerował podwyżki"."""
    first, last = sentence
    if text.words[first] in DASHES:
        return
    pieces = [piece for draft in drafts for piece in (*draft.content, *draft.frame)]
    pieces += [(at, at + 1) for draft in drafts for at in draft.cue]
    begin = min(piece[0] for piece in pieces)
    # "skrytykowali premie, które nazwali „policzkiem”"
    comma = next((at for at in range(begin - 1, first, -1) if text.words[at] == ","), first)
    behind = max(piece[1] for piece in pieces)
    last -= text.words[last - 1] == "."
    while behind < last and (text.words[behind] in BREAKS or text.lower(behind) in _joints(text)):
        behind += 1
    for clause in ((first, comma), (behind, last)):
        if _is_told(text, clause) and not any(text.words[at] in MARKS for at in range(*clause)):
            found = _told(text, clause, shared=clause[0] == behind)
            speaker = found and (found.speaker or drafts[-1].speaker)
            if found and speaker:
                # "Pogłoskę, że odejdzie, minister zdementował": the clause is part of the act
                noun = len(drafts) == 1 and drafts[0].rule == "noun + conjunction" and clause[0] == behind
                whole = noun and text.lower(drafts[0].start) in text.grammar.that
                yield replace(found, content=((first, last),) if whole else found.content, speaker=speaker)


def _is_plain(text: SlavicText, sentence: Range) -> bool:
    """Whether marks in a sentence hold but the words of an act: "oskarżył radę o „zwykłe kłamstwo”"."""
    first = next((at for at in range(*sentence) if text.words[at] in MARKS), None)
    if first is None:
        return True
    if first not in text.passages or any(
        text.words[at] in MARKS for at in range(text.ends[first], sentence[1])
    ):
        return False
    said = text.words[first + 1][0].islower() and text.ends[first] - first > _SHORTEST
    return said and any(predicate_at(text, at, *sentence) for at in text.sayings_in((sentence[0], first)))


def _joints(text: SlavicText) -> frozenset[str]:
    return text.language.joining | text.language.adversatives


def _sentences(text: SlavicText, draft: Draft) -> Iterator[int]:
    """Numbers of the sentences that a draft reaches into."""
    for first, end in (*draft.content, *draft.frame):
        yield from range(text.analysis.sentence_at(first), text.analysis.sentence_at(end - 1) + 1)


def _is_told(text: SlavicText, sentence: Range) -> bool:
    """Whether a sentence has the length of a statement and is no question."""
    first, last = sentence
    return last - first >= _SHORTEST and (last >= len(text.words) or text.words[last] != "?")


def _hearsay(text: SlavicText, sentence: Range) -> Draft | None:
    """ "Podobno nikt nie wiedział", "Oskarżony miał grozić sąsiadom"."""
    first, last = sentence
    for at in range(first, last):
        word = text.lower(at)
        # ", jakoby": a conjunction.
        if word in text.grammar.hearsay and (at == first or text.words[at - 1] != ","):
            return _rumour(sentence, (at,))
        cue = _supposed(text, at, last, first)
        if cue:
            return _rumour(sentence, cue)
    return None


def _rumour(sentence: Range, cue: tuple[int, ...]) -> Draft:
    return Draft(QuoteType.FREE_INDIRECT, (sentence,), "hearsay", cue=cue, hearsay=True)


def _supposed(text: SlavicText, at: int, last: int, first: int) -> tuple[int, ...]:
    """The past of a verb of hearsay at a token, with its infinitive: "miał grozić"; empty if none is there.

    Of whom a court or the police speak it is one with any infinitive, of others with that of a rumour:
    "Pociąg miał odjechać" tells a plan.
    """
    readings = text.readings(at)
    if not any(r.lemma in text.grammar.hearsay_verbs and r.features & PAST for r in readings):
        return ()
    before = range(max(first, at - _SUBJECT), at)
    suspected = any(text.lower(i) in text.grammar.rumoured for i in before)
    # "Handlarz miał o tym wiedzieć": a noun that no table knows, right before the verb.
    bare = at == first + 1 and not (
        text.is_small(first) or text.is_preposition(first) or text.is_oblique(first)
    )
    if not suspected and not bare and not any(text.begins_nominative(i) for i in before):
        return ()
    for place in range(at + 1, min(at + _NEAR, last)):
        word = text.lower(place)
        if text.words[place] == ",":
            break
        if word in text.grammar.rumours or (suspected and text.is_infinitive(place)):
            return at, place
    return ()


def _told(text: SlavicText, sentence: Range, shared: bool = False) -> Draft | None:
    """ "Minister odrzucił zarzuty", "Nagrody uważa za pomyłkę"; `shared` where it may lack a subject."""
    first, last = sentence
    if text.lower(first) in text.grammar.subordinators | text.grammar.relatives:
        return None
    for at in text.sayings_in(sentence):
        verb = predicate_at(text, at, first, last)
        if verb is None or not _is_act(text, at, verb):
            continue
        subject = said_by(text, verb, first, last)
        # "Gdy padało, wójt skrytykował uchwałę": but a subject may have an apposition.
        aside = any(text.words[i] in (",", ":") for i in range(first, verb.first))
        if aside and not (subject.speaker and subject.speaker[0] == first):
            continue
        named = subject.speaker and _is_somebody(text, subject.speaker)
        opens = subject.dropped and verb.first - first <= _OPENING
        # "…, i zasugerował podwyżki": what stands behind is the object
        opens = opens or (shared and verb.first == first)
        if named or (opens and not any(text.is_verb(i) for i in range(first, verb.first))):
            sentence = first, _end(text, verb.last, last)
            return Draft(
                QuoteType.REPORTED,
                (sentence,),
                "told",
                cue=verb.cue,
                speaker=subject.speaker if named else None,
            )
    return None


def _is_act(text: SlavicText, at: int, verb: Predicate) -> bool:
    """Whether a verb tells an act by itself: not "chwali się", "ma ogłosić"."""
    if not verb.finite or verb.impersonal or not verb.takes("r"):
        return False
    if verb.negated and not any(one.lemma in text.grammar.negated_acts for one in verb.says):
        return False
    if not any(_is_done(text, reading) for reading in text.readings(at)):
        return False
    own = any(text.lower(i) in text.grammar.reflexives for i in range(verb.first, verb.last + 1))
    needing = (one for one in verb.says if text.grammar.reflexives & set(one.needs))
    return not own or any("r" in one.takes for one in needing)


def _is_done(text: SlavicText, reading: VerbForm) -> bool:
    """Whether a form tells what was or is said: "odrzuci" of a perfective verb is to come."""
    if not reading.features & FINITE:
        return False
    return bool(reading.features & PAST) or reading.lemma in text.grammar.lasting_acts


def _end(text: SlavicText, at: int, last: int) -> int:
    """Where an act ends: at ", ale …" with a verb of its own, else with its sentence."""
    for comma in range(at, last - 1):
        if text.words[comma] == "," and text.lower(comma + 1) in text.language.adversatives:
            return comma
    return last


def _is_somebody(text: SlavicText, phrase: Range) -> bool:
    return text.begins_nominative(phrase[0]) or text.words[phrase[0]][0].isupper()
