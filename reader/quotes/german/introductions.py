"""The full names that a German text introduces, by the family names that stand for them later."""

from collections.abc import Iterator
from itertools import pairwise

from reader.models import SourceKind
from reader.quotes.german import lexicon as w
from reader.quotes.german.parse import Parsed
from reader.quotes.german.speaker_phrases import SpeakerPhrases
from reader.quotes.german.whole_names import is_elided
from reader.quotes.people import Person
from reader.quotes.text.sentences import Range

_LONGEST_NAME = 6
"""Tokens of a name at most."""


def full_names(phrases: SpeakerPhrases, forms: frozenset[str]) -> dict[str, Person]:
    """Full names of the text by their last part, with role and affiliation of their first mention."""
    found: dict[str, Person] = {}
    words, size = phrases.parsed.words, len(phrases.parsed.words)
    behind = 0
    for at in _where_names_may_begin(phrases):
        if at < behind:
            continue
        run = next(phrases.runs(at, _end_of_line(phrases, at, min(size, at + _LONGEST_NAME))), None)
        # „Frau Ott“ and „Minister Ott“ introduce a name of one word; „Ott“ alone does not.
        titled = run and run[0] == at + 1 and phrases.describes(at)
        # "dem Umfeld von Bader" is nobody's name; "der Ministerin Ursula von der Leyen" has a given name.
        if run and _hangs_on_noun(phrases, run):
            continue
        # "Arends Bücher" are hers
        if run and words[run[0]].endswith("s") and words[run[0]][:-1] in found:
            continue
        run = _behind_noun(phrases, run) if run else None
        # A name that begins further on is left to its own turn.
        if run is None or run[0] > at + 1 or (run[1] - run[0] < 2 and not titled):
            continue
        for end in range(run[0] + 2, run[1]):
            if words[end - 1].endswith("s"):
                _introduce(phrases, forms, found, (run[0], end))
        _introduce(phrases, forms, found, run)
        behind = run[1]
    return found


def _end_of_line(phrases: SpeakerPhrases, first: int, end: int) -> int:
    """Where a paragraph ends among tokens: a heading "Freibad" is no given name of who comes below."""
    tokens, text = phrases.parsed.analysis.tokens, phrases.parsed.analysis.text
    for at in range(first + 1, end):
        if "\n\n" in text[tokens.ends[at - 1] : tokens.starts[at]]:
            return at
    return end


def _hangs_on_noun(phrases: SpeakerPhrases, run: Range) -> bool:
    """Whether a particle joins a name to a noun with an article before it: "das Umfeld von Bader"."""
    first, end = run
    words, flags = phrases.parsed.words, phrases.parsed.flags
    if words[first] in phrases.given or not first or not flags[first - 1] & w.DETERMINER:
        return False
    return any(words[at] in phrases.language.particles for at in range(first + 1, end))


def _behind_noun(phrases: SpeakerPhrases, run: Range) -> Range:
    """A run without the noun that an article stands before: "Tom Baders" of "einem Freund Tom Baders"."""
    first, end = run
    words = phrases.parsed.words
    if words[first] in phrases.given or not first or not phrases.parsed.flags[first - 1] & w.DETERMINER:
        return run
    return next(((at, end) for at in range(first + 1, end - 1) if words[at] in phrases.given), run)


def _where_names_may_begin(phrases: SpeakerPhrases) -> Iterator[int]:
    """Capitalised words before another or before a particle of names."""
    words, flags = phrases.parsed.words, phrases.parsed.flags
    capital, particles = w.CAPITAL, phrases.language.particles
    elided = "’" in phrases.parsed.analysis.text or "'" in phrases.parsed.analysis.text
    for at, (flag, after) in enumerate(pairwise(flags)):
        # „Karl Ott“, „Ursula von der Leyen“, „Emmanuel d’Aubigné“, „Karl „Kalle“ Ott“.
        if flag & capital and (
            after & capital
            or words[at + 1] in particles
            or (elided and is_elided(words[at + 1]))
            or (words[at] in phrases.given and at + 1 in phrases.parsed.passages)
        ):
            yield at


def _introduce(phrases: SpeakerPhrases, forms: frozenset[str], found: dict[str, Person], run: Range) -> None:
    parsed = phrases.parsed
    last = bare(parsed.words[run[1] - 1], forms)
    names = [*_spellings(last), last.rpartition("-")[2]]
    first = run[0]
    while first > 0 and phrases.describes(first - 1):
        first -= 1
    phrase = (first, run[1])
    role, affiliation = phrases.role(phrase, run)
    person = Person(
        _name_before(parsed, run) + last,
        SourceKind.PERSON,
        role,
        affiliation or phrases.bracket_behind(run[1]),
        phrases.gender(phrase, run),
        run[0],
    )
    for name in names:
        if len(person.name.split()) > len(found[name].name.split() if name in found else ()):
            found[name] = person


def bare(name: str, forms: frozenset[str]) -> str:
    """A name without a genitive ending, where the text has it without one among its `forms` too."""
    return name[:-1] if name.endswith("s") and name[:-1] in forms else name


def _name_before(parsed: Parsed, run: Range) -> str:
    """A name as written, up to its last word."""
    if run[1] - run[0] == 2:
        return f"{parsed.words[run[0]]} "  # most names, and quicker than to look at the text
    return " ".join(parsed.text(run).split()).removesuffix(parsed.words[run[1] - 1])


def _spellings(name: str) -> tuple[str, ...]:
    """How a family name may be written again: "al-Harbi" and "Al-Harbi", "O’Neill" and "O'Neill"."""
    if "-" not in name[:3] and "’" not in name[:3] and "'" not in name[:3]:
        return (name,)
    small = name[:2].lower() in ("d’", "d'", "l’", "l'") or name[2:3] == "-"
    begun = (name[0].lower() + name[1:], name[0].upper() + name[1:]) if small else (name,)
    return tuple(
        dict.fromkeys(
            form for word in begun for form in (word, word.replace("’", "'"), word.replace("'", "’"))
        )
    )
