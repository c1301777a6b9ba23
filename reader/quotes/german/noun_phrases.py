"""Read noun phrases: where one that begins at a token ends, with names, genitives, "von" and appositions."""

from reader.quotes.german import lexicon as w
from reader.quotes.german.parse import Parsed
from reader.quotes.text.sentences import Range

_JOINERS = frozenset(("/", "&", "-", "–"))
"""Signs between two parts of a name: "Müller & Co"."""
_LONGEST_PHRASE = 30
"""Tokens of a phrase at most, so that lists of names end somewhere (chosen on the gold set)."""
_LONGEST_MARKED = 9
"""Tokens, marks included, of a title or outlet in marks within a phrase; longer ones are speech."""
_LONGEST_BRACKET = 8
"""Tokens of a party, age or short form in brackets behind a name."""
_WORDS_BEFORE_NOUN = 5
"""Words that a noun is looked for behind: "der sehr alte graue Rat" (chosen on the gold set)."""
_LONGEST_ATTRIBUTE = 10
"""Tokens from an article to a participle with words of its own, at most."""
_SHORT_ROLE = 4
"""Letters of roles that surnames end in too ("mann"), so that they count as whole words only."""


def noun_phrase(parsed: Parsed, first: int, limit: int) -> Range | None:
    """The noun phrase that begins at `first` and ends before `limit`, or `None` where none begins there."""
    end = _core_end(parsed, first, limit)
    if end is None:
        return None
    if end == first + 1 and parsed.flags[first] & w.PRONOUN:
        return first, end  # "Er aus Bonn": nothing hangs on a pronoun.
    while True:
        longer = _attachment(parsed, first, end, limit)
        if longer is None or longer > first + _LONGEST_PHRASE:
            return first, end
        end = longer


def _core_end(parsed: Parsed, first: int, limit: int) -> int | None:
    """End of determiner, adjectives and nouns or names; a lone pronoun too."""
    at = first
    if at >= limit:
        return None
    # "einer der Helfer", "einige der ältesten Mitglieder".
    if (
        parsed.lower(at) in parsed.table.lists.someone
        and at + 1 < limit
        and parsed.lower(at + 1) in parsed.table.lists.genitive_attributes
    ):
        at += 1
    # "Dieser sagte …", but "Dieser Mann sagte …"; "riefen sie Parolen" has two phrases.
    personal = parsed.lower(at) in parsed.table.lists.subject_pronouns
    if parsed.flags[at] & w.PRONOUN and (personal or not _noun_ahead(parsed, at + 1, limit)):
        return at + 1
    # "Eine andere meint", "Viele sagen": nobody is named, but somebody speaks.
    led = at + int(
        bool(parsed.flags[at] & w.DETERMINER) and parsed.lower(at) not in parsed.table.lists.others
    )
    if (
        led < limit
        and parsed.lower(led) in parsed.table.lists.others
        and not _noun_ahead(parsed, led + 1, limit)
    ):
        return led + 1
    at = _behind_attribute(parsed, at, limit)
    end = -1
    while at < limit:
        step, nominal = _next_part(parsed, first, at, end, limit)
        if not step:
            break
        at += step
        end = at if nominal else end
    return end if end >= 0 else None


def _behind_attribute(parsed: Parsed, first: int, limit: int) -> int:
    """The noun behind a participle with words of its own: "die in Ulm erscheinende | Zeitung"."""
    if not parsed.flags[first] & w.DETERMINER or first + 2 >= limit:
        return first
    # "die in …", "der als gemäßigt geltende …", "die sich wehrende …".
    if (
        not parsed.flags[first + 1] & (w.PREPOSITION | w.OBJECT_PRONOUN)
        or parsed.flags[first + 1] & w.CAPITAL
    ):
        return first
    for at in range(first + 2, min(first + _LONGEST_ATTRIBUTE, limit - 1)):
        flag = parsed.flags[at]
        if flag & w.PUNCTUATION and at not in parsed.marked:
            return first
        word = parsed.lower(at)
        small = parsed.words[at][0].islower() and not flag & (w.CLOSED | w.MODAL | w.AUXILIARY)
        participle = word.endswith(("ende", "enden", "ender")) or flag & w.PARTICIPLE
        if (
            small
            and participle
            and word.endswith(("e", "en", "er", "es"))
            and _noun_ahead(parsed, at + 1, limit)
        ):
            return at + 1
    return first


def _next_part(parsed: Parsed, first: int, at: int, end: int, limit: int) -> tuple[int, bool]:
    """Number of tokens from `at` that go on with the phrase, and whether it may end behind them."""
    flag = parsed.flags[at]
    # "die Zeitung „Neue Presse“"; a phrase may begin with marks too: "„Bild“ berichtet".
    if at in parsed.passages and (at > first or parsed.ends[at] - at < _LONGEST_MARKED):
        stop = parsed.ends[at]
        return (0, False) if stop > limit or stop - at > _LONGEST_MARKED else (stop - at, True)
    # "… starben in Rio 29 Menschen": a number before a noun begins a phrase of its own.
    if flag & w.NUMBER and end >= 0 and _counts_noun(parsed, at, limit):
        return 0, False
    # "hat die Wehr Anwohner gebeten": who is asked is no part of who asks.
    if end == at and parsed.lower(at) in parsed.language.anonymous and _is_group(parsed, at - 1):
        return 0, False
    # "sagte Ott Montag": days and months are no part of who speaks.
    if flag & (w.CAPITAL | w.NUMBER) and not flag & w.TIME:
        return 1, True
    # "laut Polizei | schwere Schäden", "Angaben israelischer Behörden": behind a noun only a genitive hangs.
    loose = end < 0 or parsed.lower(at).endswith("er") or parsed.flags[at - 1] & w.NUMBER
    if loose and _before_noun(parsed, at, end < 0, limit):
        return 1, False
    if end >= 0 and parsed.words[at] == "(":
        bracket = _bracket_end(parsed, at, limit)
        return (bracket - at, True) if bracket else (0, False)
    return (1, False) if end >= 0 and _joins_name(parsed, at, limit) else (0, False)


def _is_group(parsed: Parsed, at: int) -> bool:
    return parsed.lower(at).endswith(tuple(parsed.language.groups))


def _counts_noun(parsed: Parsed, at: int, limit: int) -> bool:
    """Whether a number stands before a noun, further digits between: "29 Menschen", "410 000 Menschen"."""
    behind = next((i for i in range(at + 1, limit) if not parsed.flags[i] & w.NUMBER), limit)
    return behind < limit and bool(parsed.flags[behind] & w.CAPITAL)


def _before_noun(parsed: Parsed, at: int, early: bool, limit: int) -> bool:
    """Whether a lower-case word is a determiner or adjective with a noun after it."""
    flag = parsed.flags[at]
    if flag & w.DETERMINER:
        return early and _noun_ahead(parsed, at + 1, limit)
    if not parsed.words[at][0].isalpha() or flag & (w.PREPOSITION | w.SUBORDINATOR | w.OBJECT_PRONOUN):
        return False
    # A verb with its object is no adjective with its noun: "sind Sportler", "entstanden Schäden", and at the
    # beginning "sagt Ott"; only forms in -e go through there, which adjectives have too: "reiche Bauern".
    is_verb = flag & (w.AUXILIARY | w.MODAL | w.PAST) or (early and not flag & w.SUBJUNCTIVE1)
    # "der pensionierte Förster": right behind an article it is an adjective.
    word = parsed.lower(at)
    led = at > 0 and bool(parsed.flags[at - 1] & w.DETERMINER) and word.endswith(("te", "ten", "ter"))
    if flag & w.FINITE and is_verb and not led:
        return False
    # By its ending even where no list of verbs knows it: "die verpennten Räte".
    adjective = flag & (w.ADJECTIVE | w.PARTICIPLE) or word.endswith(("e", "en", "er", "es", "em"))
    # "auch Mitarbeiter des Amts": adverbs stand only at the front.
    return bool(adjective or (early and flag & w.ADVERB)) and _noun_ahead(parsed, at + 1, limit)


def _noun_ahead(parsed: Parsed, at: int, limit: int) -> bool:
    """Whether a noun follows within a few words that can stand before it."""
    for place in range(at, min(limit, at + _WORDS_BEFORE_NOUN)):
        flag = parsed.flags[place]
        # "die „Seeadler“", "die alte Frau"; "die letzten Tage" is none who speaks.
        if place in parsed.passages or (flag & w.CAPITAL and not flag & w.TIME):
            return True
        if flag & (w.PREPOSITION | w.PUNCTUATION | w.DETERMINER | w.SUBORDINATOR):
            return False
        # "Er hat Mut": a verb ends the search, unless it looks like an adjective: "die reiche Frau".
        if (
            flag & w.FINITE
            and not flag & (w.ADJECTIVE | w.PARTICIPLE)
            and not parsed.lower(place).endswith("e")
        ):
            return False
    return False


def _bracket_end(parsed: Parsed, at: int, limit: int) -> int | None:
    """Behind the bracket that opens at `at`, or `None` where it is long."""
    for place in range(at + 1, min(limit, at + _LONGEST_BRACKET)):
        if parsed.words[place] == ")":
            return place + 1
    return None


def _joins_name(parsed: Parsed, at: int, limit: int) -> bool:
    """Whether a particle or joiner stands between two parts of a name or two nouns."""
    # "Ursula von der Leine"; "Ott - Montag" joins nothing.
    if at + 1 >= limit or not parsed.flags[at + 1] & w.CAPITAL or parsed.flags[at + 1] & w.TIME:
        return False
    word = parsed.words[at]
    return word in _JOINERS or word in parsed.table.lists.name_joiners


def _attachment(parsed: Parsed, first: int, end: int, limit: int) -> int | None:
    """End of a genitive, "von" phrase or coordinated noun phrase that goes on at `end`, or `None`."""
    if end >= limit:
        return None
    word = parsed.lower(end)
    if word in parsed.table.lists.genitive_attributes:
        return None if _is_outlet_addressed(parsed, first, end, limit) else _core_end(parsed, end, limit)
    # "Anna Berg aus Bonn" ends with the name, for "aus" often belongs to the verb; "Anna Berg von der Union"
    # and "Angaben aus Bonn" go on.
    bare = _is_name(parsed, first, end)
    definite = end + 1 < limit and parsed.lower(end + 1) in parsed.table.lists.definite
    attaches = word in parsed.table.lists.attaching_prepositions and (
        not bare or definite or word in parsed.table.lists.definite
    )
    # "der Bauernhof in Werne", but "sah der Bauer in einer Stadt": an indefinite place belongs to the verb.
    places = (
        word in parsed.table.lists.placing_prepositions
        and not (bare or _leads(parsed, end, limit))
        and not _counts(parsed, end + 1, limit)
    )
    if attaches or places:
        # "der Rat am Montag", "die Chefin im Gespräch mit": when and where it was said belongs to the verb.
        said_there = end + 1 < limit and parsed.lower(end + 1).endswith(parsed.table.endings.conversations)
        apart = said_there or _time_follows(parsed, end + 1, limit)
        return None if apart else _core_end(parsed, end + 1, limit)
    if word in ("und", "sowie"):
        return _core_end(parsed, end + 1, limit)
    return None


def _is_outlet_addressed(parsed: Parsed, first: int, end: int, limit: int) -> bool:
    """Whether "der" behind a person's name begins an outlet spoken to ("Ott der dpa")."""
    if parsed.words[end] not in ("der", "Der") or not parsed.flags[end - 1] & w.CAPITAL:
        return False
    # "der angesehenen Rundschau": up to two words stand before the outlet's noun.
    behind = range(end + 1, min(end + 4, limit))
    noun = next((at for at in behind if parsed.flags[at] & w.CAPITAL), limit)
    # "Ott der Rundschau", "Ott der dpa", "Ott der „Zeit“".
    outlet = (
        (noun < limit and parsed.lower(noun).endswith(parsed.table.endings.outlets))
        or (end + 1 < limit and parsed.lower(end + 1) in parsed.table.lists.agencies)
        or any(at in parsed.passages for at in behind[:2])
    )
    # "die Chefin der Rundschau": behind a role it is a genitive.
    return outlet and end - 1 not in parsed.marked and not _titled(parsed, parsed.lower(end - 1))


def _titled(parsed: Parsed, noun: str) -> bool:
    """Whether a noun is a role, an organisation, a document or a source rather than a name."""
    language = parsed.analysis.language
    roles = tuple(role for role in language.roles if len(role) > _SHORT_ROLE or role == noun)
    return noun.endswith((*roles, *language.groups, *language.documents, *parsed.table.endings.sources))


def _leads(parsed: Parsed, at: int, limit: int) -> bool:
    """Whether a preposition with an accusative says whither, as the verb wants it: "in die Luft"."""
    article = at + 1 < limit and parsed.lower(at + 1) in parsed.table.lists.definite
    entered = article and parsed.lower(at + 1) not in parsed.table.lists.dative_articles
    return entered and parsed.lower(at) in parsed.table.lists.entering


def _counts(parsed: Parsed, at: int, limit: int) -> bool:
    """Whether an indefinite article or a sum stands there: "auf eine Million", "auf rund 40.000 Euro"."""
    if at < limit and parsed.flags[at] & w.ADVERB:
        at += 1
    return at < limit and (
        bool(parsed.flags[at] & w.NUMBER) or parsed.lower(at) in parsed.table.lists.indefinite
    )


def _time_follows(parsed: Parsed, at: int, limit: int) -> bool:
    """Whether a day, month or other time noun comes next, an article and an adjective aside."""
    return any(parsed.flags[place] & w.TIME for place in range(at, min(limit, at + 3)))


def _is_name(parsed: Parsed, first: int, end: int) -> bool:
    """Whether the phrase is a bare name: few places are attached to those, unlike to "Angaben"."""
    if parsed.flags[first] & w.DETERMINER:
        return False
    return not any(parsed.lower(at).endswith(parsed.table.endings.sources) for at in range(first, end))


def with_apposition(parsed: Parsed, phrase: Range, limit: int) -> Range:
    """The phrase with an apposition in commas after it ("Ann Lee, die Ministerin,")."""
    first, end = phrase
    if end + 1 >= limit or parsed.words[end] != ",":
        return phrase
    inner = noun_phrase(parsed, end + 1, limit)
    # "Sagte Ott, er gehe": a pronoun begins the next clause, unless it can be an article too ("Ott, dieser
    # alte Fuchs, sagte").
    if inner is None or (parsed.flags[end + 1] & w.PRONOUN and not parsed.flags[end + 1] & w.DETERMINER):
        return phrase
    # "Ann Lee, die Ministerin kommt": what no comma closes is the next clause.
    closed = inner[1] >= limit or parsed.words[inner[1]] in (",", ":", "–")
    return (first, inner[1]) if closed else phrase
