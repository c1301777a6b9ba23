"""Where the phrase of a speaker ends: "il ministro | lasciando la Camera", "un uomo | al vicino"."""

from dataclasses import replace

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.speakers import antecedent
from reader.quotes.drafts import Draft
from reader.quotes.text.nouns import is_nominal, is_role

_HEAD = 2
"""Tokens that a phrase keeps at least: "il ministro"."""
_SHORTEST = 6
"""Letters of a gerund, more than these: no "Orlando", no "quando"."""


def shortened(text: ClauseText, draft: Draft) -> Draft:
    """The draft with its speaker alone, without what they did meanwhile and whom they told."""
    if draft.speaker and text.lower(draft.speaker[0]) in text.language.relatives:
        # "Le metteur en scène Luc Roy, | qui l'aime, loue": whoever the clause is about
        start = text.sentence_of(draft.speaker[0])[0]
        draft = replace(draft, speaker=antecedent(text, draft.speaker[0], start) or draft.speaker)
    if not draft.speaker or draft.speaker[1] - draft.speaker[0] <= _HEAD:
        return draft
    first, end = draft.speaker
    led = next((at for at in range(first + 1, end) if text.lower(at) in text.language.determiners), 0)
    # "Più netto | un diplomatico europeo"
    bare = text.words[first].islower() and not is_nominal(text, first) and text.words[first].isalpha()
    if led == first + 1 and bare and text.lower(first) not in text.articles | text.language.joining:
        first = led
    first = _behind_lead(text, first, end)
    cut = next((at for at in range(first + _HEAD, end) if _is_deed(text, at) or _is_told(text, at)), end)
    return replace(draft, speaker=(first, cut)) if (first, cut) != draft.speaker else draft


def _behind_lead(text: ClauseText, first: int, end: int) -> int:
    """Behind what is somebody's: "la reazione del | consigliere", "accuse respinte dalla | società"."""
    noun = first + (text.lower(first) in text.articles)
    whose = noun + 1 < end - 1 and text.lower(noun) in text.grammar.answers
    if whose and text.lower(noun + 1) in text.grammar.complements:
        return noun + 2
    # "Donos de postos ouvidos pelo Valor"
    if not text.speaking.isdisjoint((text.lower(noun), text.lower(noun).removesuffix("s"))):
        return first
    done = (at for at in range(noun, end - 1) if text.lower(at) in text.grammar.agents)
    agent = next((at for at in done if any(map(text.is_participle, range(noun, at)))), 0)
    return agent + 1 if agent else first


def _is_deed(text: ClauseText, at: int) -> bool:
    """Whether a gerund begins at a token: "il pm | rivolgendosi ai giurati", "le préfet | en quittant"."""
    if not text.language.null_subject:  # "le maire sortant": alone it is an adjective
        led = text.is_governed(at) and text.lower(at) not in text.grammar.complements | text.grammar.datives
        return led and at + 1 < len(text.words) and text.lower(at + 1).endswith(text.grammar.gerunds)
    plain = text.words[at].islower() and text.lower(at - 1) not in text.articles
    word = text.lower(at)
    glued = next((word.removesuffix(tail) for tail in text.grammar.clitics if word.endswith(tail)), word)
    ends = word.endswith(text.grammar.gerunds) or glued.endswith(text.grammar.gerunds)
    return plain and ends and len(word) > _SHORTEST and not is_role(word, text.language)


def _is_told(text: ClauseText, at: int) -> bool:
    """Whether a person who is told begins at a token: "il sindaco | ai giornalisti", no "vice al sindaco"."""
    language, told = text.language, text.grammar.datives
    # "il marito e la moglie", "o pai e a mãe": an article
    if text.lower(at) not in told or text.lower(at) in language.determiners:
        return False
    hearer = at + 1 + (text.lower(at + 1) in language.determiners)
    word = text.lower(hearer)
    person = is_role(word, language) or word in language.anonymous or word in language.press
    if text.lower(at - 1) in text.grammar.adverbial_heads:  # "fonti vicine al sindaco"
        return False
    # "assessore alla famiglia"
    several = word in language.groups and text.lower(at - 1) not in _heading(text)
    return text.words[hearer][0].islower() and (person or several)


def _heading(text: ClauseText) -> frozenset[str]:
    """Offices that are for something: "assessore", "ministra"."""
    return frozenset(word for office in text.language.offices for word in office)
