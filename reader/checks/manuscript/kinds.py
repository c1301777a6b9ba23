"""What a check of a manuscript can find, how grave it is, and its sentence."""

from enum import StrEnum

from reader.i18n import _, pgettext


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

    WORD_FOR_WORD = "word for word"  # not shown: the label is
    AS_AUTHORISED = "as authorised"  # not shown: the label is
    SMOOTHED = "smoothed"
    TRANSLATED = "translated"
    AS_TRANSLATED = "as translated"  # not shown: the label is
    BESIDE_TRANSLATION = "compared with a translation"  # not shown: the label is
    UNMARKED = "not said to be translated"  # not shown: the label is
    INFLECTED = "inflected"
    SENSE = "out of its sentence"  # not shown: the label is
    CUT = "cut"
    JOINED = "joined"
    ALTERED = "altered"
    OPPOSITE = "the opposite"  # not shown: the label is
    NOT_FOUND = "not found"  # not shown: the label is
    SPEAKER = "another speaker"  # not shown: the label is
    SPEAKER_OPEN = "speaker to check"  # not shown: the label is
    NO_QUOTATION = "no quotation"  # not shown: the label is
    RENDERED = "rendered, not quoted"  # not shown: the label is
    ELSEWHERE = "given to others"  # not shown: the label is
    AUTHORISED = "another wording authorised"  # not shown: the label is
    WITHDRAWN = "withdrawn"
    WAITING = "not authorised yet"  # not shown: the label is
    DISPUTED = "disputed"
    UNCHECKED = "not yet checked"  # not shown: the label is
    EMBARGO = "embargoed"
    UNDELIVERED = "not said yet"  # not shown: the label is
    OFF_RECORD = "off the record"  # not shown: the label is
    NAMED = "must not be named"  # not shown: the label is

    @property
    def label(self) -> str:
        """What people are told, in a few words."""
        return _LABELS[self]


_LABELS: dict[Kind, str] = {
    Kind.WORD_FOR_WORD: pgettext("finding", "word for word"),
    Kind.AS_AUTHORISED: pgettext("finding", "as authorised"),
    Kind.SMOOTHED: pgettext("finding", "smoothed"),
    Kind.TRANSLATED: pgettext("finding", "translated"),
    Kind.AS_TRANSLATED: pgettext("finding", "as translated"),
    Kind.BESIDE_TRANSLATION: pgettext("finding", "compared with a translation"),
    Kind.UNMARKED: pgettext("finding", "not said to be translated"),
    Kind.INFLECTED: pgettext("finding", "inflected"),
    Kind.SENSE: pgettext("finding", "out of its sentence"),
    Kind.CUT: pgettext("finding", "cut"),
    Kind.JOINED: pgettext("finding", "joined"),
    Kind.ALTERED: pgettext("finding", "altered"),
    Kind.OPPOSITE: pgettext("finding", "the opposite"),
    Kind.NOT_FOUND: pgettext("finding", "not found"),
    Kind.SPEAKER: pgettext("finding", "another speaker"),
    Kind.SPEAKER_OPEN: pgettext("finding", "speaker to check"),
    Kind.NO_QUOTATION: pgettext("finding", "no quotation"),
    Kind.RENDERED: pgettext("finding", "rendered, not quoted"),
    Kind.ELSEWHERE: pgettext("finding", "given to others"),
    Kind.AUTHORISED: pgettext("finding", "another wording authorised"),
    Kind.WITHDRAWN: pgettext("finding", "withdrawn"),
    Kind.WAITING: pgettext("finding", "not authorised yet"),
    Kind.DISPUTED: pgettext("finding", "disputed"),
    Kind.UNCHECKED: pgettext("finding", "not yet checked"),
    Kind.EMBARGO: pgettext("finding", "embargoed"),
    Kind.UNDELIVERED: pgettext("finding", "not said yet"),
    Kind.OFF_RECORD: pgettext("finding", "off the record"),
    Kind.NAMED: pgettext("finding", "must not be named"),
}
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
    Kind.WORD_FOR_WORD: _("Word for word."),
    Kind.AS_AUTHORISED: _("In the wording that was authorised."),
    Kind.SMOOTHED: _("Smoothed: the transcript has hesitations or restarts that are left out."),
    Kind.TRANSLATED: _("Given as translated: compare it with the original."),
    Kind.AS_TRANSLATED: _("As it was translated."),
    Kind.BESIDE_TRANSLATION: _("Compared with a translation."),
    Kind.UNMARKED: _("A translation, and the manuscript does not say so."),
    Kind.INFLECTED: _("A word has another ending than in the article, and no brackets."),
    Kind.SENSE: _("Taken out of a longer sentence, and what is left out changes the sense."),
    Kind.CUT: _("Words are left out without a sign."),
    Kind.JOINED: _("Joined from two places."),
    Kind.ALTERED: _("The words are altered."),
    Kind.OPPOSITE: _("It says the opposite."),
    Kind.NOT_FOUND: _("Not in the library."),
    Kind.SPEAKER: _("Somebody else said it."),
    Kind.SPEAKER_OPEN: _("The article names a role alone: check who it was."),
    Kind.NO_QUOTATION: _("The article says this itself: there it is nobody's words."),
    Kind.RENDERED: _("The article renders this in its own words: it does not quote them."),
    Kind.ELSEWHERE: _("Other articles give the same words to somebody else."),
    Kind.AUTHORISED: _("Another wording was authorised."),
    Kind.WITHDRAWN: _("The speaker has withdrawn it."),
    Kind.WAITING: _("Asked for authorisation, no answer yet."),
    Kind.DISPUTED: _("Disputed."),
    Kind.UNCHECKED: _("Not checked against anything yet."),
    Kind.EMBARGO: _("The article is under embargo."),
    Kind.UNDELIVERED: _("Handed out before it was said: check it against delivery."),
    Kind.OFF_RECORD: _("Off the record: not for publication."),
    Kind.NAMED: _("The source must not be named."),
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
