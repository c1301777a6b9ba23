"""Whether a noun phrase can be the subject of a clause, and whether it names who can speak."""

from functools import lru_cache

from reader.languages.tables import Language
from reader.quotes.german import lexicon as w
from reader.quotes.german.parse import Parsed
from reader.quotes.text.sentences import Range


@lru_cache(maxsize=8)
def speaker_endings(language: Language) -> tuple[str, ...]:
    """Endings of nouns that name persons by role, and organisations."""
    return tuple(language.roles | language.groups)


def speaks(parsed: Parsed, phrase: Range) -> bool:
    """Whether a noun of the phrase names a person by role or an organisation."""
    endings = speaker_endings(parsed.analysis.language)
    return any(parsed.flags[at] & w.CAPITAL and parsed.lower(at).endswith(endings) for at in range(*phrase))


def may_speak(parsed: Parsed, phrase: Range) -> bool:
    """Whether a phrase is a pronoun, a name, or names who or what can speak: "er", "Ott", "die Behörde"."""
    first = parsed.flags[phrase[0]]
    if first & w.PRONOUN or speaks(parsed, phrase):
        return True
    nouns = [at for at in range(*phrase) if parsed.flags[at] & w.CAPITAL]
    if any(parsed.words[at] in parsed.given_names for at in nouns):
        return True
    language = parsed.analysis.language
    calls = (*language.documents, *language.person_endings, *language.anonymous)
    if nouns and parsed.lower(nouns[0]).endswith(calls):
        return True
    return bool(nouns) and not first & (w.DETERMINER | w.ADJECTIVE | w.NUMBER)


_NEVER_SUBJECTS = w.PREPOSITION | w.OBJECT_PRONOUN | w.SUBORDINATOR | w.ADVERB
"""Flags of words that no subject begins with, unless they are articles or pronouns as well ("da", "ihr")."""


def cannot_begin_subject(parsed: Parsed, at: int) -> bool:
    """Whether a word begins another part than the subject: "Ihm …", "Einen Foulelfmeter …", "Am Abend …"."""
    flag = parsed.flags[at]
    if parsed.lower(at) in parsed.table.lists.not_subjects or _is_manner(parsed, at) or _is_view(parsed, at):
        return True
    return bool(flag & _NEVER_SUBJECTS and not flag & (w.DETERMINER | w.PRONOUN))


def _is_manner(parsed: Parsed, at: int) -> bool:
    """Whether a sentence begins with how something is said: "Besorgt äußerte sich Ott"."""
    behind = parsed.flags[at + 1] if at + 1 < len(parsed.words) else 0
    # Right before the verb or a comma: "Höhnisch, …"; "Geliebte Menschen" has a noun behind.
    if parsed.sentence_of(at)[0] != at or not (behind & (w.FINITE | w.PUNCTUATION)) or behind & w.CAPITAL:
        return False
    if parsed.words[at] in parsed.given_names:
        return False
    word = parsed.lower(at)
    participle = parsed.table[word] & w.PARTICIPLE and word.endswith("t")
    return bool(participle) or word.endswith(parsed.table.endings.manners)


def _is_view(parsed: Parsed, at: int) -> bool:
    """Whether a sentence begins with how somebody sees it: "Ganz anders sieht das der Schülerrat"."""
    if parsed.sentence_of(at)[0] != at or at + 2 >= len(parsed.words) or not parsed.words[at + 1].islower():
        return False
    viewed = parsed.table.lists.viewed
    # "Anders als Ott", but "Anders Holm"
    behind_degree = parsed.lower(at + 1) in viewed and parsed.flags[at + 2] & w.FINITE
    return parsed.lower(at) in viewed or bool(behind_degree)


def can_be_subject(parsed: Parsed, phrase: Range) -> bool:
    """Whether a phrase behind the verb can be its subject."""
    barred = cannot_begin_subject(parsed, phrase[0]) or parsed.lower(phrase[0]) == "es"
    return not barred and not is_oblique(parsed, phrase)


def is_oblique(parsed: Parsed, phrase: Range) -> bool:
    """Whether a phrase with "der" is no nominative, for its noun is feminine: "Der Zeitung sagte Ott"."""
    first, end = phrase
    if parsed.lower(first) != "der":
        return False
    endings = parsed.table.endings
    nouns = (parsed.lower(at) for at in range(first + 1, end) if parsed.flags[at] & w.CAPITAL)
    # "der Deutschen Presse-Agentur", "der Frankfurter Rundschau": past adjectives; in "der Minister Jung" the
    # role is the noun.
    speaking = speaker_endings(parsed.analysis.language)
    noun = next((word for word in nouns if word.endswith(speaking) or not word.endswith(("en", "er"))), "")
    return noun.endswith(endings.feminine) and not noun.endswith(endings.masculine)
