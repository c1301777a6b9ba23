"""Who speaks: sources of the register, voices that could become one, and how what they say may be used."""

from dataclasses import dataclass

from reader.models.quotes import Quote
from reader.terms import SourceKind, TermsOfUse


@dataclass(frozen=True, slots=True)
class Source:
    """A person, organisation or document that speakers are resolved to."""

    name: str
    kind: SourceKind = SourceKind.UNKNOWN
    role: str = ""
    affiliation: str = ""
    aliases: tuple[str, ...] = ()
    use: TermsOfUse = TermsOfUse.ON_RECORD
    """How its words may be used, where a quote says nothing else."""
    remarks: str = ""
    id: int = 0
    uid: str = ""
    quotes: int = 0
    """Number of quotes assigned."""
    articles: int = 0
    """Number of articles they stand in."""
    description: str = ""
    """What was agreed to stand in the place of the name, such as "a person close to the talks"."""
    identity_protected: bool = False
    """Whether the name leaves in nothing, however the words may be used."""
    external_id: str = ""
    """What it is called elsewhere, as "wikidata:Q567" or "orcid:0000-0002-1825-0097"."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whom articles quote by name and who is in no register yet: a source that could be."""

    name: str
    """As it is written most, without a role before it."""
    spellings: tuple[str, ...] = ()
    """Every way in which it is written in the library, that name among them."""
    id: int = 0
    """Tells it from other voices and from sources: the number of its first quote, below nought."""
    kind: SourceKind = SourceKind.UNKNOWN
    role: str = ""
    affiliation: str = ""
    quotes: int = 0
    articles: int = 0
    same_id: int = 0
    """The source that it probably is, 0 where none is like it."""
    same_name: str = ""
    likeness: float = 0.0
    """How much it is like that source, 0 to 1."""
    doubt: str = ""
    """Why its quotes may be by several of one name; "" where nothing says so."""
    dismissed: int = 0
    """Where it is never to be a source: under which number that is kept."""


def use_of(quote: Quote, source: Source | None) -> TermsOfUse:
    """How a quote may be used: as was agreed for it, else as its source speaks by default."""
    return quote.use or (source.use if source else TermsOfUse.ON_RECORD) or TermsOfUse.ON_RECORD


def name_is_covered(source: Source) -> bool:
    """Whether the name of a source is kept out of everything that leaves, but for quotes on record."""
    return source.identity_protected or source.use not in (TermsOfUse.ON_RECORD, TermsOfUse.AS_SOURCE)
