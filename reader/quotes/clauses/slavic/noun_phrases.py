"""How far the noun phrase of a subject goes, with brackets, what hangs on it, and its apposition."""

from reader.quotes.clauses.slavic.slavic_text import DASHES, MARKS, STOPS, SlavicText

LONGEST = 14
"""Tokens of a subject at most."""
PHRASE = 10
"""Tokens of a phrase with a preposition at most, or of an apposition."""
_BRACKET = 4
"""Tokens of a party or age in brackets at most."""
_TITLE = 5
"""Tokens of a role before the name that commas add to it at most."""
_AGED = ("lat", "let", "лет")
BREAKS = STOPS | MARKS | DASHES | {",", ")"}
"""What no noun phrase goes over."""


def phrase_end(text: SlavicText, at: int, stop: int) -> int:
    """Where the noun phrase that begins at a token ends, with its apposition."""
    # "ten lekarz"
    described = text.lower(at) in text.language.determiners and text.is_person(at + 1)
    if text.lower(at) in text.language.pronouns and not described:
        # "ten ostatni"
        return at + 1 + (" ".join(text.lowered[at : at + 2]) in text.language.latter)
    if is_handle(text, at):
        return at + 1
    end = plain_end(text, at, min(stop, at + LONGEST))
    return max(_behind_apposition(text, end, stop), behind_name(text, at, end, stop))


def is_handle(text: SlavicText, at: int) -> bool:
    """Whether a word is an account: "@pepe"."""
    return len(text.words[at]) > 1 and text.words[at][0] == "@"


def is_aged(text: SlavicText, at: int) -> bool:
    """Whether a word is somebody by age: "44-latek", "44letý", "44-летняя"; no "20-procentowy"."""
    return text.lower(at).lstrip("0123456789-‑").startswith(_AGED) and text.words[at][0].isdigit()


def behind_name(text: SlavicText, first: int, end: int, stop: int) -> int:
    """Behind the name that commas add to a role: "minister zdrowia, Jan Nowak"; else 0."""
    role = text.is_noun(end - 1) or text.is_person(first)
    if end + 2 >= stop + 1 or text.words[end] != "," or not role or end - first > _TITLE:
        return 0
    name = end + 1
    # "szefowa zespołu, dr hab. Anna Lis", "założyciel, 81-letni Jan Lis"
    while name < stop and (text.lower(name) in text.language.honorifics or is_aged(text, name)):
        name += 1
    at = name
    while at < stop and (text.words[at][0].isupper() or at in text.nicknames):
        at = text.nicknames.get(at, at + 1)
    closed = at >= stop or text.words[at] in BREAKS
    return at if at > name + 1 and name < stop and text.is_name(name) and closed else 0


def plain_end(text: SlavicText, first: int, stop: int) -> int:
    """Where a noun phrase ends, an apposition aside."""
    at = first + 1
    while at < stop:
        word = text.lower(at)
        if at in text.nicknames:  # Robert „Lewy” Lewandowski
            at = text.nicknames[at]
        elif at in text.passages and at + 1 < stop:  # tygodnika „Polityka”
            at = text.ends[at]
        elif word == "(" and _bracket_end(text, at, stop):
            at = _bracket_end(text, at, stop)
        elif word in BREAKS or word == "(":
            break
        elif text.is_preposition(at):
            if not _links(text, first, at, stop):
                break
            at += 2
        elif word in text.language.joining:
            if at + 1 >= stop or not (text.begins_nominative(at + 1) or _leads_to_name(text, at, stop)):
                break
            at += 1
        elif _ends_phrase(text, at) or _is_told(text, first, at) or _is_further_told(text, first, at):
            break
        else:
            at += 1
    return min(at, stop)


def _leads_to_name(text: SlavicText, joint: int, stop: int) -> bool:
    """Whether "and" joins what a role is of, before its name: "minister klimatu | i środowiska Anna Lis"."""
    for at in range(joint + 1, min(joint + _TITLE, stop)):
        if text.is_name(at):
            return at > joint + 1
        if not text.words[at].isalpha() or text.is_finite(at) or text.is_preposition(at):
            return False
    return False


def _is_told(text: SlavicText, first: int, at: int) -> bool:
    """Whether a word behind a whole name is to whom it is said: "Helena Las Sejmowi"."""
    whole = at - first > 1 and text.is_name(at - 2) and text.words[at - 1][0].isupper()
    # "Юлия Сергеевна Шойгу": behind a father's name the family's follows.
    fathers = text.words[at - 1].endswith(("вич", "вна"))
    return whole and not fathers and text.lower(at).endswith(text.grammar.dative_endings)


def _is_further_told(text: SlavicText, first: int, at: int) -> bool:
    """Whether a participle with its preposition tells more of a noun: "studentka | spotkana na dworcu"."""
    noun = at == first + 1 and text.words[first].islower() and not text.begins_nominative(at)
    told = noun and text.words[at].endswith(text.grammar.participle_endings or ("\0",))
    return told and text.words[at].islower() and text.is_preposition(at + 1)


def _ends_phrase(text: SlavicText, at: int) -> bool:
    """Whether a word belongs to no noun phrase: a verb, adverb or conjunction."""
    word = text.lower(at)
    if text.is_finite(at) or (text.is_small(at) and word not in text.grammar.clitics):
        return True
    # "řekl Beran | novinářům"
    adjective = word.endswith(text.grammar.dative_endings) and text.words[at - 1][0].isupper()
    if adjective and text.lower(at + 1) in text.grammar.datives and text.words[at].islower():
        return True  # "powiedziała Lis | greckiej telewizji"
    told = word in text.grammar.datives and word not in text.grammar.outlets
    if told and word not in text.grammar.oblique_nouns:
        return True
    # "Opozycja projekt krytykuje": a paper is no complement of a group, but "Autorzy badania".
    if word in text.language.documents:
        return text.lower(at - 1) not in text.language.creators
    return word in text.grammar.subordinators or (bool(text.readings(at)) and text.words[at].islower())


def _bracket_end(text: SlavicText, at: int, stop: int) -> int:
    """Behind a short bracket: "Jan Nowak (PO)"; else 0."""
    near = range(at + 1, min(at + _BRACKET + 1, stop))
    return next((end + 1 for end in near if text.words[end] == ")"), 0)


def _links(text: SlavicText, first: int, at: int, stop: int) -> bool:
    """Whether a preposition goes on with a noun phrase: "posłanka z Łodzi", "szef komendy w Łodzi Jan"."""
    grammar = text.grammar
    if _is_seat(text, first, at, stop):
        return True
    near = range(at + 1, min(at + 4, stop))
    if any(text.lower(i) in grammar.time_nouns or text.lower(i) in grammar.speech_nouns for i in near):
        return False
    if text.lower(at) in grammar.linking:
        return True
    # "w Łodzi Jan Nowak": a name behind it before anything ends the phrase.
    for i in range(at + 2, min(at + 5, stop)):
        if text.words[i] in BREAKS:
            return False
        if text.is_name(i) or text.lower(i) in text.language.honorifics:
            return True  # "w Krakowie prok. Jan Nowak"
    return False


def _is_seat(text: SlavicText, first: int, at: int, stop: int) -> bool:
    """Whether a place belongs to the name of a body: "Prokuratura Rejonowa | w Piszu"."""
    body = text.words[first][0].isupper() and text.lower(first) in text.language.groups and at > first + 1
    placed = at + 1 < stop and text.words[at - 1][0].isupper() and text.words[at + 1][0].isupper()
    told = text.lower(at + 1) in text.language.press | text.grammar.speech_nouns if placed else True
    return body and not told and text.lower(at) in text.grammar.seats


def _behind_apposition(text: SlavicText, end: int, stop: int) -> int:
    """Behind what a comma adds to a name: "Jan Nowak, rzecznik policji"; else where the name ends."""
    if end + 1 >= stop or text.words[end] != "," or not text.words[end - 1][0].isupper():
        return end
    at = end + 1
    grouped = text.lower(at) in text.language.groups
    if not text.is_noun(at) or grouped or text.words[at][0].isupper():
        return end
    close = plain_end(text, at, min(stop, at + PHRASE))
    far = range(close, min(close + PHRASE, stop))
    until = next((i for i in far if text.words[i] in BREAKS), min(close + PHRASE, stop))
    # "Jan Nowak, rzecznik policji w Łodzi", but not "jak mówi Jan Nowak, kierowca jechał za szybko".
    plain = close == until or text.is_preposition(close)
    return close if plain and not any(text.is_verb(i) for i in range(at, until)) else end
