"""The whole of a phrase that names a person: particles, apostrophes, accounts, "jemand aus", "einer der"."""

import re

from reader.quotes.german import lexicon as w
from reader.quotes.german.noun_phrases import noun_phrase, with_apposition
from reader.quotes.german.parse import Parsed
from reader.quotes.text.sentences import Range

APOSTROPHE_NAME = re.compile(r"(?:[dlDL]|dell|Dell|dall|all|O|M)['’][A-ZÄÖÜÀ-Þ]\w")
"""A name behind an elided particle: "d’Aubigné", "L’Hôte", "O’Neill"."""
ACCOUNT = re.compile(r"@\w[\w.@-]+|(?=\w*[a-zäöü])(?=\w*[\d_])[a-zA-Z]\w{3,}")
"""A handle or the name of an account: "@anna", "hafenkatze99"; not "G20" nor "2024"."""
_SIBILANTS = ("s", "ß", "x", "z", "ce")
"""Ends of names whose genitive is the bare apostrophe."""
NOBILITY = frozenset(
    ("graf", "gräfin", "freiherr", "freifrau", "fürst", "fürstin", "prinz", "prinzessin", "baron", "herzog")
)
"""Titles that stand between a given and a family name."""
_PARTICLES = 3
"""Particles of a name at most, one behind the other: "von und zu", "van 't"."""
_OPENERS = frozenset(
    ("Von", "Vom", "Zu", "Zum", "Van", "Ten", "Ter", "Del", "Della", "Di", "Da", "Dos", "De", "Du")
)
"""Particles that a sentence may begin with, most of them prepositions elsewhere."""
_ATTRIBUTE = 9
"""Tokens of an attribute before its noun: "eine mit den Verhandlungen vertraute Person"."""


def is_elided(word: str) -> bool:
    """Whether a word is a name behind an elided particle: "d’Aubigné"."""
    return ("’" in word or "'" in word) and APOSTROPHE_NAME.match(word) is not None


def is_owner(parsed: Parsed, apostrophe: int) -> bool:
    """Whether an apostrophe makes the name before it that of an owner: "Hans Marx’ Anwalt"."""
    starts, ends = parsed.analysis.tokens.starts, parsed.analysis.tokens.ends
    if not parsed.lower(apostrophe - 1).endswith(_SIBILANTS) or apostrophe + 1 >= len(parsed.words):
        return False
    return ends[apostrophe - 1] == starts[apostrophe] and ends[apostrophe] < starts[apostrophe + 1]


def name_at(parsed: Parsed, first: int, end: int) -> Range | None:
    """The account, or the name with its particles, that stands right at `first`, or None."""
    if first >= end:
        return None
    word = parsed.words[first]
    if ACCOUNT.fullmatch(word) or (is_elided(word) and not parsed.flags[first] & w.CAPITAL):
        return first, first + 1
    embedded = _embedded(parsed, first, end)
    if embedded:
        return embedded
    someone = _someone(parsed, first, end)
    if someone:
        return someone
    # "sagte von der Aue", "sagte van 't Hof".
    behind = _behind_particles(parsed, first, end)
    return (first, behind) if behind else None


def opening_name(parsed: Parsed, first: int, verb: int) -> Range | None:
    """A family name whose particles open a sentence, up to its verb: "Von der Leyen sagte".

    Known where the text has it behind a given name, else where a comma or colon right behind the verb leaves
    no room for another subject.
    """
    word = parsed.words[first]
    if word not in _OPENERS or first != parsed.sentence_of(first)[0]:
        return None
    if _behind_particles(parsed, first, verb) != verb:
        return None
    written = parsed.analysis.text[
        parsed.analysis.tokens.starts[first] : parsed.analysis.tokens.ends[verb - 1]
    ]
    full = rf"[^\W\d_a-zäöü][\w.’'-]+ {re.escape(written[0].lower() + written[1:])}\b"
    closed = verb + 1 < len(parsed.words) and parsed.words[verb + 1] in ",:" and verb - first > 2
    return (first, verb) if closed or re.search(full, parsed.analysis.text) else None


def completed(parsed: Parsed, phrase: Range, limit: int) -> Range:
    """A speaker's phrase with what belongs to the name or person at either side."""
    first = phrase[0]
    before = parsed.flags[first - 1] if first else w.PUNCTUATION
    # Right behind a verb or a mark nothing of the phrase is missing: "sagte | Jana Kolb".
    whole = before & w.PUNCTUATION or (before & w.FINITE and not before & (w.ADJECTIVE | w.PARTICIPLE))
    whole = whole and not parsed.lower(first - 1).endswith(parsed.table.endings.attributes)
    if whole and not parsed.words[first - 1][0].isupper():
        return _aged(parsed, (first, _end(parsed, phrase, limit)), limit)
    embedded = _embedded_before(parsed, first)
    if embedded:
        return embedded if embedded[1] == phrase[0] else (embedded[0], max(embedded[1], phrase[1]))
    first = _begin(parsed, phrase[0])
    first += first < phrase[0] and _is_object(parsed, first)
    head = name_at(parsed, first, limit) if first < phrase[0] else None
    first, end = (first, max(phrase[1], head[1])) if head else (first, phrase[1])
    end = max(end, _end(parsed, (first, end), limit))
    return _aged(parsed, (first, end), limit)


def _is_object(parsed: Parsed, at: int) -> bool:
    """Whether a pronoun for a thing stands before the subject: "so sieht das | der Schülerrat"."""
    return parsed.lower(at) in parsed.table.lists.no_hearers and bool(parsed.flags[at + 1] & w.DETERMINER)


def _aged(parsed: Parsed, phrase: Range, limit: int) -> Range:
    """The phrase with what is written behind an age: "Jana Kolb, 74, Rentnerin aus Arden"."""
    first, end = phrase
    if parsed.flags[end - 1] & w.NUMBER and end > first + 2 and parsed.words[end - 2] == ",":
        return with_apposition(parsed, (first, end), limit)
    return first, end


def _begin(parsed: Parsed, first: int) -> int:
    """Where the phrase begins whose later part begins at `first`."""
    before = first - 1
    # "einer | der Helfer", "jemand aus dem Umfeld | des Vorstands".
    for at in range(before, max(before - _ATTRIBUTE, -1), -1):
        if parsed.lower(at) in parsed.table.lists.someone and _someone(parsed, at, first + 1):
            return at
        if parsed.flags[at] & w.PUNCTUATION or (
            parsed.flags[at] & w.FINITE and not parsed.flags[at] & w.ADJECTIVE
        ):
            break
    # "de la | Cruz", "von der | Aue": behind the verb.
    at = first
    while at > 0 and first - at < _PARTICLES and parsed.words[at - 1] in parsed.table.lists.name_particles:
        at -= 1
    # "sagte von der Aue", but "wird von den Behörden" and "Nähe von Bergen".
    verb = parsed.flags[at - 1] & w.FINITE and not parsed.flags[at - 1] & (w.CAPITAL | w.AUXILIARY)
    named = parsed.flags[first] & w.CAPITAL or parsed.words[first] in parsed.table.lists.name_particles
    # "kam vom | Verband": a common noun has its preposition there, and no particle.
    common = parsed.lower(first).endswith((*parsed.language.groups, *parsed.language.documents))
    return at if at < first and named and verb and not common else first


def _embedded_before(parsed: Parsed, first: int) -> Range | None:
    """The whole of "eine mit der Sache vertraute | Person", "ein mit ihr Vertrauter | der Zeitung"."""
    for at in range(first - 1, max(first - _ATTRIBUTE, 0), -1):
        if parsed.flags[at] & w.PREPOSITION and parsed.flags[at - 1] & w.DETERMINER:
            embedded = _embedded(parsed, at - 1, first + _ATTRIBUTE)
            return embedded if embedded and embedded[1] >= first else None
        if parsed.flags[at] & w.PUNCTUATION:
            break
    return None


def _end(parsed: Parsed, phrase: Range, limit: int) -> int:
    """Behind particles, names with an apostrophe and accounts that follow a phrase."""
    end = phrase[1]
    if end >= limit:
        return end
    word = parsed.words[end]
    if word in "'’" and is_owner(parsed, end):
        owned = noun_phrase(parsed, end + 1, limit)
        return owned[1] if owned else end
    # "Nutzer hafenkatze99", "User @pepe".
    if ACCOUNT.fullmatch(word) and parsed.lower(end - 1) in parsed.table.lists.accounts:
        return end + 1
    # "Van | den Berg": a particle that a capital made a noun.
    if end - phrase[0] == 1 and parsed.lower(end - 1) in parsed.table.lists.name_particles:
        return _behind_particles(parsed, end - 1, limit) or end
    # "Marlene Graf | zu Hohenfels".
    if parsed.lower(end - 1) in NOBILITY and end - phrase[0] > 1:
        return _behind_particles(parsed, end, limit, noble=True) or end
    given, hyphen, _ = parsed.words[end - 1].partition("-")
    if given not in parsed.given_names:
        return end
    # "Sabine | Kurz": a family name that is an adverb elsewhere.
    if word[0].isupper() and parsed.flags[end] & w.ADVERB and not parsed.flags[end] & w.CAPITAL:
        return end + 1
    # "Pierre d'Arc", "Piet van den Berg", "Karl von und zu Guttenfels".
    if is_elided(word):
        return end + 1
    return _behind_particles(parsed, end, limit, noble=bool(hyphen)) or end


def _behind_particles(parsed: Parsed, first: int, limit: int, *, noble: bool = False) -> int:
    """Behind a family name with its particles that begins at `first`; 0 where there is none.

    A lone "zu" belongs to a name only where that is `noble`: "Karl-Theodor zu Guttenfels", not "Eva zu Paul".
    """
    at = first
    while at < limit and at - first < _PARTICLES and parsed.lower(at) in parsed.table.lists.name_particles:
        at += 1
    # "van den Berg", "von und zu Stein"; "der Rat" and "zu Hause" are no names.
    particles = tuple(parsed.lower(place) for place in range(first, at))
    if not particles or particles[0] in parsed.table.lists.definite or (particles == ("zu",) and not noble):
        return 0
    named = at < limit and parsed.flags[at] & w.CAPITAL and not parsed.flags[at] & w.TIME
    return at + 1 if named else 0


def _someone(parsed: Parsed, first: int, limit: int) -> Range | None:
    """A pronoun with whom it is one of: "einer der Helfer", "jemand aus dem Umfeld des Vorstands"."""
    if parsed.lower(first) not in parsed.table.lists.someone or first + 1 >= limit:
        return None
    behind = parsed.lower(first + 1)
    if behind in parsed.table.lists.attaching_prepositions | {"unter", "aus", "in", "im", "bei"}:
        phrase = noun_phrase(parsed, first + 2, parsed.sentence_of(first)[1])
    elif behind in parsed.table.lists.genitive_attributes:
        phrase = noun_phrase(parsed, first + 1, parsed.sentence_of(first)[1])
    else:
        return None
    return (first, phrase[1]) if phrase else None


def _embedded(parsed: Parsed, first: int, limit: int) -> Range | None:
    """A person with a phrase before the noun: "ein mit der Sache Vertrauter"."""
    if (
        first + 2 >= limit
        or not parsed.flags[first] & w.DETERMINER
        or not parsed.flags[first + 1] & w.PREPOSITION
    ):
        return None
    ending = parsed.table.endings.attributes
    for at in range(first + 2, min(first + _ATTRIBUTE, limit, len(parsed.flags))):
        if parsed.flags[at] & w.PUNCTUATION:
            return None
        if parsed.lower(at).endswith(ending):
            behind = at + 1
            # "vertraute Person", but "Vertrauter der Zeitung".
            lower = not parsed.words[at][0].isupper()
            named = behind < limit and parsed.flags[behind] & w.CAPITAL
            return (first, behind + 1) if lower and named else None if lower else (first, behind)
    return None
