"""What goes along when libraries are kept in step: which columns make one field, and how it is told.

A *thing* is a row with what hangs on it alone (its tags, its other names); a *field* is what two people may
change apart from each other without contradiction. Columns that are in no field stay in each library.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reader.models import TermsOfUse

Values = Mapping[str, Any]
"""What a field says: its columns, or a single `set` (1 or 0, or the text of a field of one's own)."""


@dataclass(frozen=True, slots=True)
class Field:
    """Columns that are changed together."""

    name: str
    columns: tuple[str, ...]
    label: str = ""
    """How a conflict about it is told; "" where two who differ are no conflict."""
    told: tuple[str, ...] = ()
    """The columns in which two who differ contradict each other; by default all."""
    is_fixed: bool = False
    """Whether it is told once, with the thing, and never changed."""
    is_strict: bool = False
    """Whether of two written at the same time the one that allows less stands."""

    @property
    def telling(self) -> tuple[str, ...]:
        """The columns in which two who differ contradict each other."""
        return self.told or self.columns


@dataclass(frozen=True, slots=True)
class Hanging:
    """Rows of another table that are part of a thing, each a field of its own: "tags/politik"."""

    prefix: str
    table: str
    owner: str
    """The column that names the row of the thing."""
    value: str = ""
    """The column with what it says; "" where it is only there or not."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of things."""

    name: str
    table: str
    label: str
    fields: tuple[Field, ...]
    parent: str = ""
    """The kind of thing that it belongs to, without which it cannot be."""
    parent_column: str = ""
    hanging: tuple[Hanging, ...] = ()
    called: str = ""
    """The column that says which one it is, where a person is told."""
    has_uid: bool = True

    def field(self, name: str) -> Field:
        """The field of a name; of what hangs on a thing, one of its own."""
        found = next((one for one in self.fields if one.name == name), None)
        return found or Field(name, ("set",))

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that go along."""
        return tuple(column for field in self.fields for column in field.columns)


def _each(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, (name,), name.replace("_", " ")) for name in names)


def _tags(owner: str, table: str = "taggings") -> tuple[Hanging, ...]:
    return (Hanging("tags", table, owner),)


PLACED = ("start_at", "end_at", "exact", "prefix", "suffix", "anchor", "in")
_FOUND = (
    "type medium words spoken_by resolved_speaker speaker_kind speaker_role speaker_affiliation spans "
    "speaker cue addressee frame confidence nested rule origin suggested_spans earlier "
    "speaker_confidence speaker_basis said_from said_to"
)
TAG = Kind(
    "tag",
    "tags",
    "tag",
    (Field("path", ("name",), is_fixed=True), *_each("colour", "description", "place")),
    called="name",
)
SOURCE = Kind(
    "source",
    "sources",
    "source",
    (
        Field("name", ("name", "kind"), "name"),
        Field("role", ("role", "affiliation"), "role"),
        Field("use", ("use", "description"), "use", is_strict=True),
        Field("protected", ("identity_protected",), "protection", is_strict=True),
        *_each("remarks", "external_id"),
    ),
    hanging=(Hanging("names", "aliases", "source_id"), Hanging("own", "source_fields", "source_id", "value")),
    called="name",
)
ARTICLE = Kind(
    "article",
    "articles",
    "article",
    (
        Field("came", ("location", "feed", "entry", "entry_digest", "added"), is_fixed=True),
        Field("title", ("title",), "title"),
        Field("text", ("in",), "newest text"),
        *_each("byline", "outlet", "section", "agency", "url", "published", "language", "correction"),
        *_each("release_number", "place", "contact"),
        Field("recording", ("recording",)),
        Field(
            "embargo",
            ("embargo", "embargo_until", "undelivered", "lifted"),
            "embargo",
            ("embargo", "embargo_until", "undelivered"),
            is_strict=True,
        ),
        Field("trashed", ("trashed",)),
    ),
    hanging=_tags("article_id"),
    called="title",
)
VERSION = Kind(
    "version",
    "versions",
    "text",
    (
        Field("text", ("text", "hash", "added", "number"), is_fixed=True),
        Field("marks", ("captions", "headings", "removed", "transcript", "pages", "links")),
    ),
    "article",
    "article_id",
    has_uid=False,
)
QUOTE = Kind(
    "quote",
    "quotes",
    "quote",
    (
        Field("place", (*PLACED, *_FOUND.split()), "words", ("type", "medium", "spans", "speaker")),
        Field("person", ("by_person",)),
        *_each("status", "verification", "authorisation"),
        Field("source", ("source_id",), "who spoke"),
        Field("use", ("use", "description"), "use", is_strict=True),
    ),
    "article",
    "article_id",
    _tags("quote_id"),
    called="words",
)
NOTE = Kind(
    "note",
    "notes",
    "note",
    (
        Field("body", ("body", "modified"), "text", ("body",)),
        Field("place", PLACED, "passage", ("start_at", "end_at")),
        Field("quote", ("quote_id",), "quote"),
        Field("made", ("created", "origin"), is_fixed=True),
    ),
    "article",
    "article_id",
    _tags("note_id"),
    called="body",
)
MEMO = Kind(
    "memo",
    "memos",
    "memo",
    (
        Field("body", ("body", "modified"), "text", ("body",)),
        Field("story", ("story",), "story"),
        Field("made", ("created", "origin"), is_fixed=True),
    ),
    hanging=_tags("memo_id", "memo_taggings"),
    called="body",
)
EVIDENCE = Kind(
    "evidence",
    "evidence",
    "check",
    (Field("all", ("verification", "kind", "reference", "remark", "who", "at"), "check"),),
    "quote",
    "quote_id",
    called="reference",
)
_STEP = "state spoken approved who at agreed until silence sheet number shown prints remark"
AUTHORISATION = Kind(
    "authorisation",
    "authorisations",
    "authorisation",
    (Field("all", tuple(_STEP.split()), "authorisation"),),
    "quote",
    "quote_id",
    called="approved",
)
TRANSLATION = Kind(
    "translation",
    "translations",
    "translation",
    (Field("all", ("language", "text", "translator", "who", "at"), "translation", ("text", "translator")),),
    "quote",
    "quote_id",
    called="text",
)
LEDGER = Kind(
    "ledger",
    "ledgers",
    "ledger",
    (
        Field("name", ("name",), "name"),
        Field("draft", ("draft", "digest", "location", "earlier", "modified"), "draft", ("digest",)),
        *_each("language", "published"),
        Field("made", ("added",), is_fixed=True),
    ),
    called="name",
)
STATEMENT = Kind(
    "statement",
    "statements",
    "statement",
    (
        Field(
            "words",
            ("kind", "words", "sentence", "paragraph", "position", "sentence_before", "by_hand", "gone"),
            "words",
            ("words", "sentence", "gone"),
        ),
        Field("state", ("state", "who", "at", "remark"), "state", ("state", "remark")),
        Field(
            "put",
            ("against", "put_on", "put_how", "deadline", "answer", "answered", "answer_stands"),
            "answer",
        ),
    ),
    "ledger",
    "ledger_id",
    called="words",
)
PROOF = Kind(
    "proof",
    "proofs",
    "proof",
    (
        Field(
            "all", ("kind", "reference", "article_uid", "quote_uid", "side", "remark", "who", "at"), "proof"
        ),
    ),
    "statement",
    "statement_id",
    called="reference",
)
DISMISSED = Kind(
    "dismissed",
    "dismissed_names",
    "name that is not suggested",
    (Field("name", ("name", "at"), is_fixed=True),),
    called="name",
)

KINDS = (
    TAG,
    SOURCE,
    ARTICLE,
    VERSION,
    QUOTE,
    NOTE,
    MEMO,
    EVIDENCE,
    AUTHORISATION,
    TRANSLATION,
    LEDGER,
    STATEMENT,
    PROOF,
    DISMISSED,
)
"""All kinds, each behind those that it names."""
BY_NAME = {kind.name: kind for kind in KINDS}
REFERENCES = {"source_id": "source", "quote_id": "quote", "article_uid": "article", "quote_uid": "quote"}
"""Columns that name another thing, whose key goes along in their place."""


def rank(kind: Kind, field: Field, values: Values) -> int:
    """Which of two written at the same time stands, before the time is asked."""
    if kind is ARTICLE and field.is_strict:
        return int(bool(values.get("embargo") or values.get("undelivered")) and not values.get("lifted"))
    if "use" in values:
        return _STRICTNESS.get(values["use"], 0)
    return (
        int(values.get("set") not in (0, None))
        + int(values.get("by_person") or 0)
        + int(values.get("identity_protected") or 0)
    )


BLOCK = "█"
"""What covers a letter."""
_STRICTNESS = {str(use): place for place, use in enumerate(TermsOfUse)}
