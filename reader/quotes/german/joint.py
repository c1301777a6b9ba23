"""Several who speak together: "sagten Jana Kolb und Peter Ott" names both, never one of the two."""

from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.noun_phrases import noun_phrase
from reader.quotes.german.parse import Parsed
from reader.quotes.german.speaker_phrases import SpeakerPhrases
from reader.quotes.text.sentences import Range

_SHORTEST = 3
"""Tokens of a phrase that names two: "Kolb und Ott"."""
_LONGEST_ASIDE = 9
"""Tokens of an age or trade behind a name, with its commas, at most."""
_AND = frozenset(("und", "sowie"))


def with_another(parsed: Parsed, draft: Draft, phrase: Range, limit: int) -> Range:
    """A speaker's phrase with the second of two: "sagten Jana Kolb, 31, und Peter Ott"."""
    at = phrase[1]
    if not _is_plural(parsed, draft) or at + 1 >= limit:
        return phrase
    closing = {"(": ")", ",": ","}.get(parsed.words[at])
    if closing and parsed.lowered[at + 1] not in _AND:
        inside = range(at + 1, min(at + _LONGEST_ASIDE, limit))
        at = next((end for end in inside if parsed.words[end] == closing), at)
    at += parsed.words[at] in ",)"
    if at >= limit or parsed.lowered[at] not in _AND:
        return phrase
    other = noun_phrase(parsed, at + 1, limit)
    named = other and any(word in parsed.given_names for word in parsed.words[slice(*other)])
    return (phrase[0], other[1]) if other and named else phrase


def joint(parsed: Parsed, phrases: SpeakerPhrases, draft: Draft, phrase: Range) -> tuple[Range, ...]:
    """The phrases of each who speaks in a draft, in order; empty where it is one."""
    first, end = phrase
    if end - first < _SHORTEST:
        return ()
    words = parsed.lowered
    last = next((at for at in range(end - 2, first, -1) if words[at] in _AND and at not in parsed.marked), 0)
    if not last or _is_singular(parsed, draft):
        return ()
    parts: list[Range] = []
    start = first
    for at in (*(at for at in range(first, last) if words[at] in (",", *_AND)), last, end):
        part = (start, at)
        # "Jana Kolb, Bürgermeisterin von Arden, und …": an apposition is no second person.
        if at > start and (_is_somebody(parsed, phrases, part) or (at == last and not parts)):
            parts.append(part)
        start = at + 1
    # "Der Fraktionschef, Max Ott, und Eva Lang" are two.
    parts = [
        part
        for part, behind in zip(parts, (*parts[1:], None), strict=True)
        if not behind or phrases.name(*part) or words[part[1]] != "," or not phrases.name(*behind)
    ]
    somebody = len(parts) > 1 and parts[-1][0] == last + 1
    # "Kolb und Ott" needs a verb in the plural; "die Ministerin und ihr Staatssekretär" tells by itself.
    sure = _is_plural(parsed, draft) or all(_is_sure(parsed, part) for part in parts)
    return tuple(parts) if somebody and sure else ()


def _is_somebody(parsed: Parsed, phrases: SpeakerPhrases, part: Range) -> bool:
    return bool(parsed.flags[part[0]] & w.DETERMINER) or phrases.name(*part) is not None


def _is_sure(parsed: Parsed, part: Range) -> bool:
    """Whether a phrase begins with an article or has a given name."""
    given = any(parsed.words[at] in parsed.given_names for at in range(*part))
    return given or bool(parsed.flags[part[0]] & w.DETERMINER)


def _is_plural(parsed: Parsed, draft: Draft) -> bool:
    return any(parsed.flags[at] & w.PLURAL_VERB for at in draft.cue)


def _is_singular(parsed: Parsed, draft: Draft) -> bool:
    """Whether the verb says that it is one: "sagte der Verband Bau und Wohnen"."""
    flags = [parsed.flags[at] for at in draft.cue]
    singular = any(flag & w.FINITE and flag & w.SINGULAR_VERB for flag in flags)
    return singular and not any(flag & w.PLURAL_VERB for flag in flags)
