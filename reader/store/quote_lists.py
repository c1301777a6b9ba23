"""Lists of quotes across articles: ids in an order and rows to show."""

from collections.abc import Iterable, Sequence

from reader.errors import StoreError
from reader.i18n import _
from reader.models import Anchor, QuoteRow, QuoteType, SpeakerBasis, Status, Verification
from reader.store.article_lists import HELD
from reader.store.columns import Column, Columns, term, values_of
from reader.store.connection import Connection
from reader.store.id_lists import ids_of
from reader.store.order_tables import SPEAKER_KEY
from reader.store.steps import AMONG, listed
from reader.store.taggings import tags_of

SPEAKER = """coalesce(sources.name, nullif(resolved_speaker, ''),
    CASE WHEN quotes.speaker = quotes.cue THEN '' ELSE spoken_by END)"""
"""The name to show: of the source, else the fullest the article gives, else as written; none of "Demnach"."""

BASIS = "CASE WHEN source_id IS NULL THEN speaker_basis ELSE 'person' END"
"""What the speaker rests on; a source assigned is said by a person."""

SORTS = {
    "article": "article_id DESC, start_at",
    "published": "(SELECT published FROM articles WHERE articles.id = article_id)",
    "speaker": f"""(SELECT nullif(lower({SPEAKER}), '') FROM (SELECT 1)
        LEFT JOIN sources ON sources.id = source_id)""",
    "type": "type",
    "status": "status",
    "verification": "verification",
    "confidence": "confidence",
    "added": "id",
}
"""What a list can be sorted by, and how."""

_OF_SOURCE = f"coalesce(lower((SELECT name FROM sources WHERE sources.id = source_id)), {SPEAKER_KEY})"
_BY_SPEAKER = f"""SELECT id FROM (
      SELECT id, {SPEAKER_KEY} AS key, article_id, start_at FROM quotes
        WHERE source_id IS NULL AND {SPEAKER_KEY} > '' AND ({{where}})
      UNION ALL SELECT id, {_OF_SOURCE} AS key, article_id, start_at FROM quotes
        WHERE source_id IS NOT NULL AND {_OF_SOURCE} > '' AND ({{where}})
      ORDER BY key {{direction}}, article_id DESC, start_at)
    UNION ALL SELECT id FROM (
      SELECT id, article_id, start_at FROM quotes
        WHERE source_id IS NULL AND {SPEAKER_KEY} = '' AND ({{where}})
      UNION ALL SELECT id, article_id, start_at FROM quotes
        WHERE source_id IS NOT NULL AND {_OF_SOURCE} = '' AND ({{where}})
      ORDER BY article_id DESC, start_at)"""
"""By the name shown (`SPEAKER`), nobody named last: those without a source come from an index in that order,
and the others are only merged with them."""

_ROW = Columns(
    Column("quotes.id"),
    Column("article_id"),
    Column("start_at", field="start"),
    Column("type", term(QuoteType)),
    Column("status", term(Status)),
    Column("verification", term(Verification)),
    Column(SPEAKER, field="speaker"),
    Column("quotes.words"),
    Column("title", field="article_title"),
    Column("outlet"),
    Column("published"),
    Column("confidence"),
    Column(BASIS, term(SpeakerBasis), field="speaker_basis"),
    Column("quotes.anchor", term(Anchor), field="anchor"),
    Column("said_from"),
    Column("said_to"),
    Column(HELD, field="held"),
)


def _order(sort: str, direction: str) -> str:
    if sort == "article":
        return SORTS[sort]
    # where nothing can be missing, an index has this order
    nulls = "" if sort in ("confidence", "type", "status", "verification") else " NULLS LAST"
    return f"{SORTS[sort]} {direction}{nulls}, article_id DESC, start_at"


class QuoteLists:
    """Reads lists of quotes."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def ids(self, query: str, *, sort: str, descending: bool, limit: int) -> Sequence[int]:
        """Ids that the query finds; by default the latest articles first, each in the order of its text."""
        if sort not in SORTS:
            raise StoreError(
                _("Quotes cannot be sorted by {sort}: take one of {sorts}.").format(
                    sort=sort, sorts=", ".join(SORTS)
                )
            )
        from reader.store.filters import quotes_where  # the desk has no filter

        where = quotes_where(query)
        direction = "DESC" if descending else "ASC"
        if sort == "speaker":
            found = _BY_SPEAKER.format(where=where.sql, direction=direction)
        else:
            found = f"SELECT id FROM quotes WHERE {where.sql} ORDER BY {_order(sort, direction)}"
        return ids_of(self._db, f"{found} LIMIT {int(limit)}", where.parameters)

    def count(self, query: str) -> int:
        """How many the query finds."""
        from reader.store.filters import quotes_where  # the desk has no filter

        where = quotes_where(query)
        return int(self._db.value(f"SELECT count(*) FROM quotes WHERE {where.sql}", where.parameters))

    def rows(self, ids: Iterable[int]) -> list[QuoteRow]:
        """Rows to show, in the order of `ids`."""
        ids = list(ids)
        sql = f"""SELECT {_ROW.selected} FROM quotes JOIN articles ON articles.id = article_id
            LEFT JOIN sources ON sources.id = source_id WHERE quotes.id {AMONG}"""
        found = self._db.rows(sql, (listed(ids),))
        table = _ROW.read(found)
        table["tags"] = tags_of(self._db, "quote_id", table["id"])
        by_id = dict(zip(table["id"], values_of(QuoteRow, table), strict=True))
        return [by_id[quote_id] for quote_id in ids if quote_id in by_id]
