"""What a check of a manuscript can find, how grave it is, and its sentence."""

from enum import StrEnum


class Level(StrEnum):
    """How grave a finding is; the names are those of SARIF."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    """Told, and no fault."""
    NONE = "none"
    """As it should be."""


class Kind(StrEnum):
    """What is found of a quotation: first how its words compare, then what else is to be said of it."""

    WORD_FOR_WORD = "word for word"
    AS_AUTHORISED = "as authorised"
    SMOOTHED = "smoothed"
    TRANSLATED = "translated"
    AS_TRANSLATED = "as translated"
    BESIDE_TRANSLATION = "compared with a translation"
    UNMARKED = "not said to be translated"
    INFLECTED = "inflected"
    SENSE = "out of its sentence"
    CUT = "cut"
    JOINED = "joined"
    ALTERED = "altered"
    OPPOSITE = "the opposite"
    NOT_FOUND = "not found"
    SPEAKER = "another speaker"
    SPEAKER_OPEN = "speaker to check"
    NO_QUOTATION = "no quotation"
    RENDERED = "rendered, not quoted"
    ELSEWHERE = "given to others"
    AUTHORISED = "another wording authorised"
    WITHDRAWN = "withdrawn"
    WAITING = "not authorised yet"
    DISPUTED = "disputed"
    UNCHECKED = "not yet checked"
    EMBARGO = "embargoed"
    UNDELIVERED = "not said yet"
    OFF_RECORD = "off the record"
    NAMED = "must not be named"


LEVELS: dict[Kind, Level] = {
    Kind.WORD_FOR_WORD: Level.NONE,
    Kind.AS_AUTHORISED: Level.NONE,
    Kind.SMOOTHED: Level.NOTE,
    Kind.TRANSLATED: Level.NOTE,
    Kind.AS_TRANSLATED: Level.NONE,
    Kind.BESIDE_TRANSLATION: Level.NOTE,
    Kind.UNMARKED: Level.NOTE,
    Kind.INFLECTED: Level.WARNING,
    Kind.SENSE: Level.WARNING,
    Kind.NO_QUOTATION: Level.WARNING,
    Kind.RENDERED: Level.WARNING,
    Kind.ELSEWHERE: Level.WARNING,
    Kind.WAITING: Level.WARNING,
    Kind.UNDELIVERED: Level.WARNING,
    Kind.SPEAKER_OPEN: Level.WARNING,
    Kind.UNCHECKED: Level.NOTE,
}
"""How grave each kind is; what is not named is an error."""

_GRAVEST = (
    Kind.OFF_RECORD,
    Kind.NAMED,
    Kind.WITHDRAWN,
    Kind.OPPOSITE,
    Kind.EMBARGO,
    Kind.SPEAKER,
    Kind.ALTERED,
    Kind.JOINED,
    Kind.CUT,
    Kind.SENSE,
    Kind.NOT_FOUND,
    Kind.DISPUTED,
    Kind.AUTHORISED,
)

TOLD: dict[Kind, str] = {
    Kind.WORD_FOR_WORD: "Word for word.",
    Kind.AS_AUTHORISED: "In the wording that was authorised.",
    Kind.SMOOTHED: "Smoothed: the transcript has hesitations or restarts that are left out.",
    Kind.TRANSLATED: "Given as translated: compare it with the original.",
    Kind.AS_TRANSLATED: "As it was translated.",
    Kind.BESIDE_TRANSLATION: "Compared with a translation.",
    Kind.UNMARKED: "A translation, and the manuscript does not say so.",
    Kind.INFLECTED: "A word has another ending than in the article, and no brackets.",
    Kind.SENSE: "Taken out of a longer sentence, and what is left out changes the sense.",
    Kind.CUT: "Words are left out without a sign.",
    Kind.JOINED: "Joined from two places.",
    Kind.ALTERED: "The words are altered.",
    Kind.OPPOSITE: "It says the opposite.",
    Kind.NOT_FOUND: "Not in the library.",
    Kind.SPEAKER: "Somebody else said it.",
    Kind.SPEAKER_OPEN: "The article names a role alone: check who it was.",
    Kind.NO_QUOTATION: "The article says this itself: there it is nobody's words.",
    Kind.RENDERED: "The article renders this in its own words: it does not quote them.",
    Kind.ELSEWHERE: "Other articles give the same words to somebody else.",
    Kind.AUTHORISED: "Another wording was authorised.",
    Kind.WITHDRAWN: "The speaker has withdrawn it.",
    Kind.WAITING: "Sent for authorisation, no answer yet.",
    Kind.DISPUTED: "Disputed.",
    Kind.UNCHECKED: "Not checked against anything yet.",
    Kind.EMBARGO: "The article is under embargo.",
    Kind.UNDELIVERED: "Handed out before it was said: check it against delivery.",
    Kind.OFF_RECORD: "Off the record: not for publication.",
    Kind.NAMED: "The source must not be named.",
}
"""A sentence for each kind, before what is known more exactly."""


def level_of(kind: Kind) -> Level:
    """How grave a kind is."""
    return LEVELS.get(kind, Level.ERROR)


def gravity(kind: Kind) -> int:
    """Where a kind comes among all: 0 for the gravest; last, what is so of nearly every quote at first."""
    if kind in _GRAVEST:
        return _GRAVEST.index(kind)
    if kind is Kind.UNCHECKED:
        return len(_GRAVEST) + len(Level)
    return len(_GRAVEST) + list(Level).index(level_of(kind))


def is_fault(kind: Kind) -> bool:
    """Whether it is something to mend or to answer for."""
    return level_of(kind) in (Level.ERROR, Level.WARNING)
