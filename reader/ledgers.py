"""The ledger of a manuscript: every statement in it that can be checked, and what it rests on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reader.i18n import pgettext


class StatementKind(StrEnum):
    """What is to be checked of a statement."""

    QUOTE = "quote"
    NAME = "name"
    ROLE = "role"
    AGE = "age"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ALLEGATION = "allegation"
    OTHER = "other"
    """A statement that a person entered."""

    @property
    def label(self) -> str:
        """What people are told."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    StatementKind.QUOTE: pgettext("kind of statement", "quote"),
    StatementKind.NAME: pgettext("kind of statement", "name"),
    StatementKind.ROLE: pgettext("kind of statement", "role"),
    StatementKind.AGE: pgettext("kind of statement", "age"),
    StatementKind.NUMBER: pgettext("kind of statement", "number"),
    StatementKind.DATE: pgettext("kind of statement", "date"),
    StatementKind.PLACE: pgettext("kind of statement", "place"),
    StatementKind.ALLEGATION: pgettext("kind of statement", "allegation"),
    StatementKind.OTHER: pgettext("kind of statement", "other"),
}


class StatementState(StrEnum):
    """Whether a statement holds."""

    OPEN = "open"
    CHECKED = "checked"
    WRONG = "wrong"
    DROPPED = "dropped"
    """Nothing to be checked, as a person said."""

    @property
    def label(self) -> str:
        """What people are told."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    StatementState.OPEN: pgettext("state of a statement", "open"),
    StatementState.CHECKED: pgettext("state of a statement", "checked"),
    StatementState.WRONG: pgettext("state of a statement", "wrong"),
    StatementState.DROPPED: pgettext("state of a statement", "dropped"),
}


class Side(StrEnum):
    """What evidence speaks for, where that is asked."""

    NONE = ""
    FOR = "for"
    AGAINST = "against"

    @property
    def label(self) -> str:
        """What people are told; "" where nothing is said."""
        return _SIDE_LABELS.get(self, "")


_SIDE_LABELS = {
    Side.FOR: pgettext("what evidence speaks for", "for"),
    Side.AGAINST: pgettext("what evidence speaks for", "against"),
}


class EarlierDraft(NamedTuple):
    """A file that was a draft of a manuscript before its last one."""

    number: int
    location: str
    digest: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of one manuscript, through all its drafts."""

    name: str
    location: str = ""
    """Where its last draft was read from."""
    language: str = ""
    draft: int = 1
    """Number of the last draft."""
    digest: str = ""
    """Of the text of the last draft."""
    published: str = ""
    """ISO 8601 day on which it was printed; empty until then."""
    earlier: tuple[EarlierDraft, ...] = ()
    """Other files that drafts were read from."""
    modified: str = ""
    added: str = ""
    id: int = 0
    uid: str = ""
    statements: int = 0
    """Rows that stand in the last draft and are to be checked."""
    open: int = 0
    wrong: int = 0


@dataclass(frozen=True, slots=True)
class Proof:
    """What a statement rests on."""

    kind: str
    """passage for one of the library, else as a person calls it: notebook, call, mail, link, file."""
    reference: str = ""
    article_uid: str = ""
    quote_uid: str = ""
    side: Side = Side.NONE
    remark: str = ""
    who: str = ""
    at: str = ""
    statement_id: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class Allegation:
    """What is alleged of whom, and how it was put to them."""

    against: str = ""
    put_on: str = ""
    put_how: str = ""
    deadline: str = ""
    answer: str = ""
    answered: str = ""
    answer_stands: str = ""
    """Words of the manuscript that give the answer."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One row of a ledger."""

    kind: StatementKind
    words: str
    sentence: str
    paragraph: int = 0
    position: int = 0
    """Its place in the order of the draft."""
    state: StatementState = StatementState.OPEN
    who: str = ""
    at: str = ""
    remark: str = ""
    before: str = ""
    """The sentence in the draft before, where it has changed since."""
    is_by_hand: bool = False
    is_gone: bool = False
    """Whether the last draft has it no more."""
    allegation: Allegation = Allegation()
    proofs: tuple[Proof, ...] = ()
    ledger_id: int = 0
    id: int = 0
    uid: str = ""
    number: int = 0
    """As commands name it: its place among the rows of the last draft."""
