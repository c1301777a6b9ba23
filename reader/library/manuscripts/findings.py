"""What a check found, in words that may be shown: a report with a finding for each quotation."""

from dataclasses import dataclass

from reader.checks.manuscript.kinds import Kind, Level, is_fault, level_of
from reader.library.manuscripts.reading import Place
from reader.models import Span
from reader.texts.differences import Difference


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is found, in a sentence."""

    kind: Kind
    message: str

    @property
    def level(self) -> Level:
        """How grave it is."""
        return level_of(self.kind)


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place of an article, as it may be shown."""

    article: int
    title: str
    outlet: str
    published: str
    paragraph: int
    page: str
    start: int
    """Code point in the article's text."""
    end: int
    quote: int
    """Number of the quote, 0 for none."""
    speaker: str
    words: str
    before: str
    after: str
    difference: Difference
    """The words of the article and of the manuscript in one row; empty where they are the same."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is found of one quotation of a manuscript, or of a name in it."""

    place: Place
    span: Span
    """In the manuscript's text."""
    words: str
    speaker: str
    remarks: tuple[Remark, ...]
    """The gravest first."""
    places: tuple[ShownPlace, ...] = ()
    """Where it is taken from, or what is nearest."""
    others: tuple[ShownPlace, ...] = ()
    """The same words, given to somebody else."""
    is_beside: bool = False
    """Whether it is no quotation: a name, or words that stand outside of marks."""

    @property
    def kind(self) -> Kind:
        """The gravest kind."""
        return self.remarks[0].kind

    @property
    def level(self) -> Level:
        """How grave it is, the gravest of all that is found."""
        return min((remark.level for remark in self.remarks), key=list(Level).index)

    @property
    def is_fault(self) -> bool:
        """Whether anything in it is to be mended or answered for."""
        return any(is_fault(remark.kind) for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class Report:
    """A manuscript with what was found."""

    name: str
    location: str
    language: str
    text: str
    """The manuscript, covered."""
    findings: tuple[Finding, ...]
    quotations: int
    missing: str = ""
    """What of it could not be read, as a sentence."""

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that are to be mended or answered for."""
        return tuple(one for one in self.findings if one.is_fault)
