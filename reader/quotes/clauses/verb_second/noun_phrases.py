"""Noun phrases of a verb-second language, told by where they begin and by the small words that end them."""

from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.text.nouns import is_name, is_nominal, is_role, particles_at
from reader.quotes.text.sentences import Range

_LONGEST = 14
"""Tokens of a phrase at most."""
_BRACKET = 5
"""Tokens of an aside in brackets before a noun at most."""
_WITHOUT_NOUN = 6
"""Tokens of a phrase that holds no name and no known noun at most."""


def phrase_from(text: ClauseText, first: int, stop: int) -> Range | None:
    """The noun phrase that begins at a token: "de wethouder van Gent", "Van den Berg", "zij"."""
    stop = min(stop, first + _LONGEST)
    if first >= stop or not begins(text, first):
        return None
    # "@pepe op X": nothing hangs on a handle.
    if text.words[first][0] == "@" or (text.is_pronoun(first) and not _determines(text, first, stop)):
        return first, first + 1
    end = _noun(text, first, stop)
    while end > first:
        longer = _longer(text, first, end, stop)
        if longer <= end:
            return first, end
        end = longer
    return None


def begins(text: ClauseText, at: int) -> bool:
    """Whether a noun phrase may begin at a token: a determiner, pronoun, number, name, or a noun."""
    if at >= len(text.words):
        return False
    word, lower = text.words[at], text.lower(at)
    if lower in text.language.determiners or text.is_pronoun(at):
        return True
    if _is_particle_of_name(text, at):
        return True
    return (word[0].isalnum() or word[0] == "@") and not is_closed(text, at) and not text.is_time(at)


def is_closed(text: ClauseText, at: int) -> bool:
    """Whether a word is one that no noun phrase goes over: a preposition, an adverb, a finite verb."""
    lower = text.lower(at)
    if lower not in text.grammar.closed and lower not in text.language.times:
        return False
    # "Forsvarer Jan Eide": a role that is a verb too, right before a name
    if lower in text.language.roles and at + 1 < len(text.words) and text.words[at + 1][0].isupper():
        return False
    # "zei de beklaagde"
    if lower in text.language.roles and text.is_noun_behind(at):
        return False
    # "minister Op de Beeck", "Wil Jansen", but "Zei" opens a sentence.
    return not (text.words[at][0].isupper() and at > text.sentence_of(at)[0] and not text.words[at].isupper())


def _determines(text: ClauseText, at: int, stop: int) -> bool:
    """Whether a word that is a pronoun too stands before its noun: "die minister", "het college"."""
    if text.lower(at) not in text.language.determiners or at + 1 >= stop:
        return False
    return text.words[at + 1][0].isalpha() and not is_closed(text, at + 1)


def _is_particle_of_name(text: ClauseText, at: int) -> bool:
    """Whether a name begins with its particle: "Van den Berg", "’t Hoen"."""
    # "In De Telegraaf" is no "Van den Berg".
    if text.lower(at) in text.grammar.prepositions - text.grammar.of:
        return False
    return bool(particles_at(text, at, min(len(text.words), at + 4))) and text.words[at][0].isupper()


def _noun(text: ClauseText, first: int, stop: int) -> int:
    """Behind the noun or name that a phrase begins with; `first` where none stands there."""
    at, end, known = first, first, False
    while at < stop and (known or at - first < _WITHOUT_NOUN):
        step = particles_at(text, at, stop)
        if step and at == end > first and _is_preposition(text, at, step):
            break
        if step:
            at, end, known = at + step + 1, at + step + 1, True
            continue
        word = text.words[at]
        # "volgens ingewijden 1,4 miljard euro": an amount begins anew
        if end == at > first and word[0].isdigit() and text.words[at - 1].islower():
            break
        named = is_name(word) and (at > text.sentence_of(at)[0] or not is_closed(text, at))
        if named and text.lower(at) not in text.language.determiners:
            at, end, known = at + 1, at + 1, True
        elif at in text.nicknames and end == at > first:
            at = end = text.nicknames[at]
        elif at == first and text.lower(at) in text.language.determiners:
            at += 1
        elif end == first < at and (behind := _before_noun(text, at, stop)):
            at = behind
        elif (
            text.lower(at) in text.language.determiners
            or text.is_pronoun(at)
            or not word[0].isalnum()
            # "De kerk verzette zich": a verb that no file lists.
            or (end > first and text.lower(at + 1) in text.grammar.reflexives)
            or is_closed(text, at)
            or text.is_time(at)
            or _ends(text, at, end, first)
        ):
            break
        else:
            known = known or is_nominal(text, at)
            at, end = at + 1, at + 1
            # "polisen säger": a noun with its article behind it is whole.
            suffixed = text.lower(at - 1).endswith(text.grammar.definite_endings or ("\0",))
            if suffixed and at - 1 == first and at < stop and not is_name(text.words[at]):
                break
    return end


def _is_preposition(text: ClauseText, at: int, step: int) -> bool:
    """Whether what is a particle elsewhere stands before a place: "de minister | in WNL"; not "van Dijk"."""
    small = text.words[at].islower() and text.words[at - 1].islower()
    return small and step == 1 and text.lower(at) in text.grammar.prepositions - text.grammar.complements


def _before_noun(text: ClauseText, at: int, stop: int) -> int:
    """Behind what stands between article and noun: "een recent (2006) rapport"; 0 where nothing does."""
    start = at
    if at + 1 < stop and text.is_adverb(at):
        at += 1
    if text.words[at] == "(":
        close = next((place for place in range(at, min(at + _BRACKET, stop)) if text.words[place] == ")"), at)
        at = close + 1 if close > at else at
    return at if start < at < stop and text.words[at][0].islower() and is_nominal(text, at) else 0


def _ends(text: ClauseText, at: int, end: int, first: int) -> bool:
    """Whether a small word stands behind the noun and tells how somebody speaks: "Bakels opgelucht"."""
    if end != at or at == first:
        return False
    word, grammar = text.lower(at), text.grammar
    before = text.words[at - 1]
    # "de Belgische overheid": a capital of an adjective.
    if (
        is_name(before)
        and text.lower(at - 2) in text.language.determiners
        and at - 2 >= first
        and before.endswith(grammar.adjective_endings)
    ):
        return False
    # Behind a name nothing small goes on but another role; behind a role its name does.
    if is_name(before) and at - 1 > text.sentence_of(at)[0] and not is_role(before.lower(), text.language):
        return not is_nominal(text, at)
    if text.lower(at - 1) in text.language.determiners or len(word) < 6:
        return False
    manner = word.endswith(grammar.participle_endings or ("\0",))
    begun = word.startswith(grammar.participle_beginnings or ("\0",)) and word.endswith(("d", "t", "en"))
    return (
        (manner or begun)
        and not is_nominal(text, at)
        and at + 1 < len(text.words)
        and not is_name(text.words[at + 1])
    )


def _longer(text: ClauseText, first: int, end: int, stop: int) -> int:
    """Behind what goes on with a phrase that ends at `end`: "van Gent", "en zijn vrouw"."""
    if end >= stop:
        return end
    word = text.lower(end)
    if word in text.grammar.complements and _complements(text, end):
        behind = end + 1
        if (
            behind < stop
            and begins(text, behind)
            and not text.is_time(behind)
            and not text.is_pronoun(behind)
        ):
            return max(end, _noun(text, behind, stop))
        possessive = behind < stop and text.lower(behind) in text.language.determiners
        return max(end, _noun(text, behind, stop)) if possessive else end
    if word in text.language.joining - text.language.adversatives:
        return _joined(text, end, stop)
    return end


def _complements(text: ClauseText, end: int) -> bool:
    """Whether a preposition goes on with the phrase before it: "van" always, others before a name alone."""
    named = end + 1 < len(text.words) and text.words[end + 1][0].isupper()
    return named or text.lower(end) in text.grammar.of


def _joined(text: ClauseText, at: int, stop: int) -> int:
    """Behind one more who speaks: "Jansen en zijn vrouw"; `at` where a clause follows "en"."""
    behind = at + 1
    if behind >= stop or not begins(text, behind):
        return at
    named = is_name(text.words[behind]) or text.lower(behind) in text.language.determiners
    end = _noun(text, behind, stop)
    if not named or text.is_pronoun(behind) or end <= behind:
        return at
    # "zei Jansen en de zaal lachte": what follows has a verb of its own.
    return at if end < len(text.words) and text.is_finite(end) else end


def end_before(text: ClauseText, first: int, at: int) -> int:
    """End of a phrase before token `at`, without the adverbs behind it: "de minister ook"."""
    while at > first and (is_closed(text, at - 1) or text.is_time(at - 1)) and not text.is_pronoun(at - 1):
        at -= 1
    return at
