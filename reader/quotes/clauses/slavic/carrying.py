"""Give a verb without a subject the one who spoke before, whom its form allows: "Dodała, że"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reader.languages.given_names import given_names
from reader.quotes.clauses.slavic.mentions import SlavicMentions
from reader.quotes.clauses.slavic.noun_phrases import behind_name, is_aged, plain_end
from reader.quotes.clauses.slavic.predicates import Predicate, plain_verb, predicate_at
from reader.quotes.clauses.slavic.slavic_text import MARKS, SlavicText
from reader.quotes.clauses.slavic.subjects import subject_behind
from reader.quotes.clauses.slavic.tags import said_by
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range
from reader.quotes.text.tickers import entry_of

_PARAGRAPHS = 1
"""Paragraphs from one who spoke to a verb without a subject at most."""
_KEPT = 4
"""Speakers before a verb that are looked at."""
_LAST_SPEAKER = "last speaker"
_DIALOGUE = "dialogue"
_BACK = 3
"""Sentences before a verb without subject that are asked for one at most."""


@dataclass(frozen=True, slots=True)
class _Spoke:
    """Somebody who spoke, with what tells of their gender."""

    phrase: Range
    gender: str
    block: int


def with_speakers(text: SlavicText, mentions: SlavicMentions, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts in order, those whose verb has no subject with the one who goes on speaking."""
    spoke: list[_Spoke] = []
    last = 0
    said: tuple[Range, ...] = ()
    for draft in drafts:
        block = text.block_of(draft.start)
        if draft.speaker and spoke and spoke[-1].block == block and _is_bare_paper(text, draft):
            draft = replace(draft, speaker=spoke[-1].phrase)
        if not draft.speaker and not draft.hearsay:
            found = _goes_on(text, mentions, draft, spoke, last, block)
            draft = replace(draft, speaker=found) if found else draft
        asked = all(text.lower(at) in text.grammar.question_nouns for at in draft.cue)  # "Na dotaz, zda"
        if not draft.speaker and draft.cue and not draft.nested and not asked:
            # Whoever speaks here unnamed is not the one before: behind it nobody is carried over.
            spoke = []
        # "Zeznał, że oskarżony powtarzał: „…”. – Krzyczał – dodał.": whom it tells of does not go on
        told = draft.speaker and any(begin < draft.speaker[0] < end for begin, end in said)
        if draft.speaker and not told:
            phrase = _person_of(text, draft, spoke, said)
            # "Jak wynika z ustaleń, mężczyzna pił. Dodał, że": the one it is about, no finding
            spoke = [*spoke[-_KEPT:], _Spoke(phrase, _gender(text, draft), block)] if phrase else []
        last, said = max(last, draft.end), said if told else draft.content
        yield draft


def _is_bare_paper(text: SlavicText, draft: Draft) -> bool:
    """Whether a paper that nobody is told to have written says something: "czytamy w mailu"."""
    assert draft.speaker
    first, end = draft.speaker
    verb = _verb(text, draft)
    return (
        end == first + 1
        and bool(verb and verb.impersonal)
        and text.lower(first) in text.grammar.document_nouns
    )


def _person_of(text: SlavicText, draft: Draft, spoke: list[_Spoke], said: tuple[Range, ...]) -> Range | None:
    """Who is carried on from a draft: for a pronoun whoever it means, for a finding whom this is about."""
    assert draft.speaker
    first, end = draft.speaker
    found = any(text.lower(at) in text.grammar.results for at in draft.cue)
    if found and text.lower(first) not in text.grammar.own_sources:
        return _before(text, draft.content[0], None)
    # "jej zdaniem", "jej" alone; "według niej" stays as it is written
    owned = any(text.stands(end, phrase) for phrase in text.grammar.behind_sources)
    if end > first + 1 or text.lower(first) not in text.grammar.own_sources or not owned:
        return draft.speaker
    gender, before = text.grammar.own_sources[text.lower(first)], text.sentence_before(first)
    # "– Ten szpital to dom – mówiła. Jej zdaniem": what somebody said is not about who speaks
    spoken = before is not None and any(begin <= before[0] < end for begin, end in said)
    about = _before(text, before, None) if before and not spoken else None
    if about and _gender_of(text, about, None) in (gender, ""):
        return about
    near = (one.phrase for one in reversed(spoke) if one.gender in (gender, ""))
    return next(near, draft.speaker)


def _goes_on(
    text: SlavicText, mentions: SlavicMentions, draft: Draft, spoke: list[_Spoke], last: int, block: int
) -> Range | None:
    """Who speaks on in a draft without a speaker."""
    if draft.rule == _DIALOGUE and not draft.cue:
        return _leading(text, draft) or _led_on(text, draft, spoke, block)
    if draft.rule == _LAST_SPEAKER and not draft.frame:
        latest = spoke[-1] if spoke else None
        return latest.phrase if latest and block - latest.block <= _PARAGRAPHS else None
    verb = _verb(text, draft)
    if verb is None or verb.impersonal:
        return None
    first, end = text.sentence_of(verb.first)
    # "Podkreślił, że gmina traci, i ostrzegł, że": the second verb of one subject
    second = text.lower(verb.first - 1) in text.language.joining and first < last <= draft.start
    if second and spoke and _fits(spoke[-1].gender, verb):
        return spoke[-1].phrase
    if not said_by(text, verb, first, end).dropped:
        return None
    begin = min(first, text.sentence_of(draft.start)[0])
    # "Jego kolega milczy, bo liczy, że zostanie": whom the sentence is about so far
    main = _before(text, (first, verb.first), verb) if last <= first < verb.first - 1 else None
    if main and not draft.content[0][0] < verb.first:
        return main
    between, alone = _between(text, mentions, last, begin, verb)
    if between or not alone:
        return between
    entry = entry_of(text.analysis, draft.start)
    named = mentions.subject_between(max(last, entry), min(verb.first, draft.start))
    if named and _fits(_gender_of(text, named, None), verb):
        return named
    near = [one for one in reversed(spoke) if block - one.block <= _PARAGRAPHS and one.phrase[0] >= entry]
    if near and _fits(near[0].gender, verb):
        return near[0].phrase
    # "Dodała" behind what a man said: the woman who spoke before him.
    before = next((one.phrase for one in near if verb.gender and one.gender == verb.gender), None)
    # where somebody spoke in this paragraph it may be one whose name was not understood
    opens = not last or text.block_of(last - 1) != block
    sole = opens and verb.gender in ("m", "f")
    return before or (mentions.only_one(verb.gender, entry, draft.start) if sole else None)


def _leading(text: SlavicText, draft: Draft) -> Range | None:
    """Whom the sentence before an untagged line is about: "Nowak wzrusza ramionami. – Trudno."."""
    dash = draft.start - 1
    if dash < 1 or text.block_of(dash - 1) != text.block_of(dash):
        return None
    return _before(text, text.sentence_of(dash - 1), None)


def _led_on(text: SlavicText, draft: Draft, spoke: list[_Spoke], block: int) -> Range | None:
    """Who goes on behind a verb without subject and a colon: "Ale studził nastroje: – To inna bajka."."""
    dash = draft.start - 1
    latest = spoke[-1] if spoke else None
    if dash < 2 or text.words[dash - 1] != ":" or latest is None or latest.block != block:
        return None
    first, end = text.sentence_of(dash - 1)
    at = next((at for at in range(first, end) if text.is_verb(at)), None)
    alone = at is not None and not any(text.begins_nominative(i) for i in range(first, dash))
    return latest.phrase if alone else None


def _between(
    text: SlavicText, mentions: SlavicMentions, last: int, begin: int, verb: Predicate
) -> tuple[Range | None, bool]:
    """The subject of the nearest sentence between a quote and one with a verb of saying, in its paragraph.

    With it whether nobody else is named there, so that whoever was quoted may go on.
    """
    for _ in range(_BACK):
        sentence = text.sentence_of(begin - 1) if begin else (0, 0)
        if not last <= sentence[0] < begin or text.block_of(sentence[0]) != text.block_of(begin):
            break
        found = _before(text, sentence, verb)
        if found:
            return found, False
        # "Kondrowa to nie przekonuje. – Nie – ironizuje.": whom it is about, in another case
        if mentions.is_inflected(sentence[0]) and not any(text.is_person(at) for at in range(*sentence)):
            return (sentence[0], sentence[0] + 1), False
        if any(text.begins_nominative(at) for at in range(*sentence)):
            # "Druga to Anna Lis, którą wybrano. – Rządzę – mówi.": who alone is named there
            one = mentions.subject_between(*sentence) if len(mentions.people_in(*sentence)) == 1 else None
            return (one if one and _fits(_gender_of(text, one, None), verb) else None), False
        begin = sentence[0]
    return None, True


def _before(text: SlavicText, sentence: Range, verb: Predicate | None) -> Range | None:
    """The subject of a sentence in which nobody was quoted: "Wójt wstał. Powiedział, że"."""
    first, end = sentence
    at = next((at for at in range(first, end) if text.is_verb(at)), None)
    found = said_by(text, plain_verb(text, at), first, end).speaker if at is not None else None
    # "Wybuchła panika.", "Spadł deszcz.": behind the verb somebody by name or a pronoun alone
    if found and at is not None and found[0] > at and not _is_known(text, found):
        found = None
    if found is None or not _may_speak(text, found, first):
        # "Autorem pomysłu jest radny Jan Nowak."
        behind = subject_behind(text, plain_verb(text, at), end).speaker if at is not None else None
        found = behind if behind and _is_known(text, behind) else None
    if found is None:
        found = _named(text, first, end)
    # "Wisła przegrała, ale prezes Jan Nowak milczy": a club is no one to speak where somebody is named
    if found and not any(text.begins_nominative(i) for i in range(*found)):
        found = _named(text, found[1], end) or found
    fits = found and (verb is None or _fits(_gender_of(text, found, None), verb))
    return found if fits else None


def _may_speak(text: SlavicText, phrase: Range, start: int) -> bool:
    """Whether a subject is somebody: known, or with a capital that is not that of the sentence."""
    first, end = phrase
    alone = end == first + 1 == start + 1 and text.words[first] not in text.families
    named = text.words[end - 1][0].isupper() and not alone
    # "Portugalski szkoleniowiec"
    described = first + 1 < end and text.is_person(first + 1) and text.lower(first)[-1] in "yia"
    return text.begins_nominative(first) or is_aged(text, first) or named or described


def _is_known(text: SlavicText, phrase: Range) -> bool:
    """Whether a phrase is a person by role or a pronoun, or ends in a name."""
    return (
        text.is_person(phrase[0])
        or is_aged(text, phrase[0])
        or text.words[phrase[1] - 1][0].isupper()
        or text.lower(phrase[0]) in text.language.pronouns
    )


def _named(text: SlavicText, first: int, end: int) -> Range | None:
    """The role and name that a clause begins with, whose verb no book holds: "Wójt Jan Nowak nie krył"."""
    joints = text.language.adversatives | {","}
    starts = (first, *(at + 1 for at in range(first, end - 1) if text.lower(at) in joints))
    for start in starts:
        at = start
        while at < end and text.words[at][0].isalpha() and (text.words[at][0].isupper() or text.is_noun(at)):
            at += 1
        named = at > start + 1 and text.begins_nominative(start)
        # "Kobieta stoi", "Nowak wzrusza ramionami": one word, known to name a person
        alone = at == start + 1 == first + 1 and (text.is_person(start) or text.words[start] in text.families)
        if named or alone:
            # "Jej córka, Maria Lis, rozkłada ręce", "Założyciel firmy, Jan Lis, milczy"
            role = plain_end(text, start, end)
            return start, max(at, behind_name(text, start, at, end), behind_name(text, start, role, end))
    return _titled(text, first, end)


def _titled(text: SlavicText, first: int, end: int) -> Range | None:
    """The role and name that are a nominative, behind a verb of no book: "Sklep odwiedza wójt Jan Maj"."""
    for role in range(first + 1, end - 1):
        name = role + 1
        while name < end and text.lower(role) in text.language.honorifics and _is_title(text, name):
            name += 1  # "Centrum kieruje dr hab. Anna Lis"
        called = text.is_person(role) or text.lower(role) in text.language.honorifics
        named = called and text.is_name(name) and name < end and not text.is_preposition(role - 1)
        if named and text.words[role - 1] not in MARKS:
            return role, plain_end(text, role, end)
    return None


def _is_title(text: SlavicText, at: int) -> bool:
    return text.lower(at) in text.language.honorifics


def _verb(text: SlavicText, draft: Draft) -> Predicate | None:
    """The verb of saying of a draft."""
    for at in reversed(draft.cue):
        if text.lower(at) in text.grammar.said:
            first, end = text.sentence_of(at)
            # "Nie chce jednak ujawnić, kto"
            return predicate_at(text, at, first, end) or predicate_at(text, at, first, end, modal=True)
    return None


def _fits(gender: str, verb: Predicate) -> bool:
    """Whether somebody may be the subject of a form: "Dodała" is no man, "Dodaje" are not several."""
    if gender == "p" or verb.gender == "p":
        return gender == verb.gender or not gender
    return not verb.gender or not gender or gender == verb.gender


def _gender(text: SlavicText, draft: Draft) -> str:
    """The gender of a draft's speaker, by words and the verb."""
    assert draft.speaker
    return _gender_of(text, draft.speaker, _verb(text, draft))


def _gender_of(text: SlavicText, phrase: Range, verb: Predicate | None) -> str:
    """ "f", "m", "p" for several, or empty where nothing tells."""
    if verb is not None and verb.gender:
        return verb.gender
    words = text.lowered[slice(*phrase)]
    if words[0] in text.language.pronouns:
        return text.language.pronouns[words[0]]
    names = (given_names(text.language.code).get(text.words[at], "") for at in range(*phrase))
    told = next((gender for gender in names if gender), "")
    if told:
        return told
    if any(word in text.language.female for word in words):
        return "f"
    return "m" if any(word in text.language.male for word in words) else ""
