"""What goes along when libraries are kept in step: the kinds of things, and how a field of each is told."""

from reader.i18n import pgettext
from reader.models import TermsOfUse
from reader.store.syncing.shapes import Field, Hanging, Kind, Values

_LABELS = {
    "colour": pgettext("what two differ about", "colour"),
    "description": pgettext("what two differ about", "description"),
    "place": pgettext("what two differ about", "place"),
    "remarks": pgettext("what two differ about", "remarks"),
    "external_id": pgettext("what two differ about", "external id"),
    "byline": pgettext("what two differ about", "byline"),
    "outlet": pgettext("what two differ about", "outlet"),
    "section": pgettext("what two differ about", "section"),
    "agency": pgettext("what two differ about", "agency"),
    "url": pgettext("what two differ about", "url"),
    "published": pgettext("what two differ about", "published"),
    "language": pgettext("what two differ about", "language"),
    "correction": pgettext("what two differ about", "correction"),
    "release_number": pgettext("what two differ about", "release number"),
    "contact": pgettext("what two differ about", "contact"),
    "status": pgettext("what two differ about", "status"),
    "verification": pgettext("what two differ about", "verification"),
    "authorisation": pgettext("what two differ about", "authorisation"),
}
"""What columns are called where two differ about them."""


def _each(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, (name,), _LABELS[name]) for name in names)


def _tags(owner: str, table: str = "taggings") -> tuple[Hanging, ...]:
    return (Hanging("tags", table, owner),)


PLACED = ("start_at", "end_at", "exact", "prefix", "suffix", "anchor", "in")
_FOUND = (  # not shown
    "type medium words spoken_by resolved_speaker speaker_kind speaker_role speaker_affiliation spans "
    "speaker cue addressee frame confidence nested rule origin suggested_spans earlier "
    "speaker_confidence speaker_basis said_from said_to"
)
TAG = Kind(
    "tag",
    "tags",
    pgettext("kind of thing", "tag"),
    (Field("path", ("name",), is_fixed=True), *_each("colour", "description", "place")),
    called="name",
)
SOURCE = Kind(
    "source",
    "sources",
    pgettext("kind of thing", "source"),
    (
        Field("name", ("name", "kind"), pgettext("what two differ about", "name")),
        Field("role", ("role", "affiliation"), pgettext("what two differ about", "role")),
        Field("use", ("use", "description"), pgettext("what two differ about", "use"), is_strict=True),
        Field(
            "protected",
            ("identity_protected",),
            pgettext("what two differ about", "protection"),
            is_strict=True,
        ),
        *_each("remarks", "external_id"),
    ),
    hanging=(Hanging("names", "aliases", "source_id"), Hanging("own", "source_fields", "source_id", "value")),
    called="name",
)
ARTICLE = Kind(
    "article",
    "articles",
    pgettext("kind of thing", "article"),
    (
        Field("came", ("location", "feed", "entry", "entry_digest", "added"), is_fixed=True),
        Field("title", ("title",), pgettext("what two differ about", "title")),
        Field("text", ("in",), pgettext("what two differ about", "newest text")),
        *_each("byline", "outlet", "section", "agency", "url", "published", "language", "correction"),
        *_each("release_number", "place", "contact"),
        Field("recording", ("recording",)),
        Field(
            "embargo",
            ("embargo", "embargo_until", "undelivered", "lifted"),
            pgettext("what two differ about", "embargo"),
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
    pgettext("kind of thing", "text"),
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
    pgettext("kind of thing", "quote"),
    (
        Field(
            "place",
            (*PLACED, *_FOUND.split()),
            pgettext("what two differ about", "words"),
            ("type", "medium", "spans", "speaker"),
        ),
        Field("person", ("by_person",)),
        *_each("status", "verification", "authorisation"),
        Field("source", ("source_id",), pgettext("what two differ about", "who spoke")),
        Field("use", ("use", "description"), pgettext("what two differ about", "use"), is_strict=True),
    ),
    "article",
    "article_id",
    _tags("quote_id"),
    called="words",
)
NOTE = Kind(
    "note",
    "notes",
    pgettext("kind of thing", "note"),
    (
        Field("body", ("body", "modified"), pgettext("what two differ about", "text"), ("body",)),
        Field("place", PLACED, pgettext("what two differ about", "passage"), ("start_at", "end_at")),
        Field("quote", ("quote_id",), pgettext("what two differ about", "quote")),
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
    pgettext("kind of thing", "memo"),
    (
        Field("body", ("body", "modified"), pgettext("what two differ about", "text"), ("body",)),
        Field("story", ("story",), pgettext("what two differ about", "story")),
        Field("made", ("created", "origin"), is_fixed=True),
    ),
    hanging=_tags("memo_id", "memo_taggings"),
    called="body",
)
EVIDENCE = Kind(
    "evidence",
    "evidence",
    pgettext("kind of thing", "check"),
    (
        Field(
            "all",
            ("verification", "kind", "reference", "remark", "who", "at"),
            pgettext("what two differ about", "check"),
        ),
    ),
    "quote",
    "quote_id",
    called="reference",
)
_STEP = "state spoken approved who at agreed until silence sheet number shown prints remark"  # not shown
AUTHORISATION = Kind(
    "authorisation",
    "authorisations",
    pgettext("kind of thing", "authorisation"),
    (Field("all", tuple(_STEP.split()), pgettext("what two differ about", "authorisation")),),
    "quote",
    "quote_id",
    called="approved",
)
TRANSLATION = Kind(
    "translation",
    "translations",
    pgettext("kind of thing", "translation"),
    (
        Field(
            "all",
            ("language", "text", "translator", "who", "at"),
            pgettext("what two differ about", "translation"),
            ("text", "translator"),
        ),
    ),
    "quote",
    "quote_id",
    called="text",
)
LEDGER = Kind(
    "ledger",
    "ledgers",
    pgettext("kind of thing", "ledger"),
    (
        Field("name", ("name",), pgettext("what two differ about", "name")),
        Field(
            "draft",
            ("draft", "digest", "location", "earlier", "modified"),
            pgettext("what two differ about", "draft"),
            ("digest",),
        ),
        *_each("language", "published"),
        Field("made", ("added",), is_fixed=True),
    ),
    called="name",
)
STATEMENT = Kind(
    "statement",
    "statements",
    pgettext("kind of thing", "statement"),
    (
        Field(
            "words",
            ("kind", "words", "sentence", "paragraph", "position", "sentence_before", "by_hand", "gone"),
            pgettext("what two differ about", "words"),
            ("words", "sentence", "gone"),
        ),
        Field(
            "state",
            ("state", "who", "at", "remark"),
            pgettext("what two differ about", "state"),
            ("state", "remark"),
        ),
        Field(
            "put",
            ("against", "put_on", "put_how", "deadline", "answer", "answered", "answer_stands"),
            pgettext("what two differ about", "answer"),
        ),
    ),
    "ledger",
    "ledger_id",
    called="words",
)
PROOF = Kind(
    "proof",
    "proofs",
    pgettext("kind of thing", "proof"),
    (
        Field(
            "all",
            ("kind", "reference", "article_uid", "quote_uid", "side", "remark", "who", "at"),
            pgettext("what two differ about", "proof"),
        ),
    ),
    "statement",
    "statement_id",
    called="reference",
)
DISMISSED = Kind(
    "dismissed",
    "dismissed_names",
    pgettext("kind of thing", "name that is not suggested"),
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
CALLED_BY_KEY = (TAG, DISMISSED)
"""Kinds whose key is a name."""
REFERENCES = {"source_id": "source", "quote_id": "quote", "article_uid": "article", "quote_uid": "quote"}
"""Columns that name another thing, whose key goes along in their place."""


def rank(kind: Kind, field: Field, values: Values) -> int:
    """Which of two written at the same time stands, before the time is asked."""
    if kind is ARTICLE and field.is_strict:
        return int(bool(values.get("embargo") or values.get("undelivered")) and not values.get("lifted"))
    if "use" in values:
        return _STRICTNESS.get(values["use"], 0)
    by_hand = int(values.get("by_person") or 0) + int(values.get("identity_protected") or 0)
    return int(values.get("set") not in (0, None)) + by_hand


BLOCK = "█"
"""What covers a letter."""
_STRICTNESS = {str(use): place for place, use in enumerate(TermsOfUse)}
