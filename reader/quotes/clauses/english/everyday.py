"""Verbs of told acts where they tell none: "denied Kane a goal", "blasted the ball", "a sign says"."""

from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.noun_phrases import chain_end, phrase_end
from reader.quotes.clauses.english.verb_groups import VerbGroup
from reader.quotes.text.nouns import is_role
from reader.quotes.text.sentences import Range

_AHEAD = 12
"""Tokens behind a verb in which a word of games gives it away at most."""
_TRANSITIVE = frozenset(("attack", "defend", "challenge", "protest"))
"""Verbs that tell an act only with an object right behind: not "attacked at dawn", "protested outside"."""
_PARTICLES = frozenset(("home", "back", "out", "away", "wide"))
_AGAINST = frozenset(("against", "over", "about"))


def is_everyday(text: ClauseText, group: VerbGroup, sentence: Range) -> bool:
    """Whether a verb tells what somebody did with a person, a ball or a body, not what was said."""
    lists, at = text.lexicon.lists, group.last
    if group.lemma in lists["game_acts"] and _plays(text, at, sentence[1]):
        return True
    if group.lemma in _TRANSITIVE and text.tag(at) in "It" and text.lower(at) not in _AGAINST:
        return True
    if group.lemma in lists["acts_on_people"]:
        return _takes_person(text, at, sentence[1])
    return False


def _plays(text: ClauseText, at: int, stop: int) -> bool:
    """Whether a verb has to do with a ball, a game or a body: "appealed for a penalty"."""
    # "slammed home the rebound", "hit back with two goals"
    led = at + (text.lower(at) in _PARTICLES)
    end = chain_end(text, led + (text.tag(led) in "It"), min(stop, at + _AHEAD))
    heads = (place for place in range(at, end) if text.tag(place + 1) not in "NSEJ")
    return any(text.isin(place, "games") and text.tags[place] in "NS" for place in heads)


def _takes_person(text: ClauseText, at: int, stop: int) -> bool:
    """Whether the object is somebody: "denied Hall a goal", "dismissed the keeper", not "as a clown"."""
    if text.tag(at) == "O":
        return text.lower(at + 1) != "as"
    end = phrase_end(text, at, stop)
    if end == at or "G" in text.tags[at:end] or text.lower(end) == "as":
        return False
    head = end - 1
    # "denied Kane a goal": a name, with another phrase behind or none
    named = all(tag in "E" for tag in text.tags[at:end])
    return named or text.isin(head, "persons") or is_role(text.lower(head), text.language)


def fights(text: ClauseText, group: VerbGroup, speaker: Range) -> bool:
    """Whether those who attack do it with weapons or teeth: "rebels attacked the village"."""
    return group.lemma in ("attack", "defend", "blast", "threaten") and any(
        text.isin(at, "fighters") for at in range(*speaker)
    )


def is_thing(text: ClauseText, group: VerbGroup, speaker: Range | None) -> bool:
    """Whether what "says" something is a sign or clock, or a storm "threatens" to: nobody speaks."""
    if speaker is None:
        return False
    head = next((at for at in range(*speaker) if text.tags[at] in "It,"), speaker[1]) - 1
    if group.lemma in ("threaten", "promise"):
        return text.isin(head, "forces")
    return text.isin(head, "signs") and group.lemma in ("say", "tell", "read", "state")
