"""Lists of quotes across articles: ids in an order and rows to show."""

from collections.abc import Iterable
from json import loads

from reader.errors import StoreError
from reader.models import Anchor, QuoteRow, QuoteType, SpeakerBasis, Status, Verification
from reader.store.article_lists import HELD
from reader.store.columns import Column, Columns, term, values_of
from reader.store.connection import Connection
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


class QuoteLists:
    """Reads lists of quotes."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def ids(self, query: str, *, sort: str, descending: bool, limit: int) -> list[int]:
        """Ids that the query finds; by default the latest articles first, each in the order of its text."""
        if sort not in SORTS:
            raise StoreError(f"Quotes cannot be sorted by {sort}: take one of {', '.join(SORTS)}.")
        from reader.store.filters import quotes_where  # the desk has no filter

        where = quotes_where(query)
        order = (
            SORTS[sort]
            if sort == "article"
            else f"{SORTS[sort]} {'DESC' if descending else 'ASC'} NULLS LAST, article_id DESC, start_at"
        )
        found = f"SELECT id FROM quotes WHERE {where.sql} ORDER BY {order} LIMIT {int(limit)}"
        sql = f"SELECT group_concat(id) FROM ({found})"
        return loads(f"[{self._db.value(sql, where.parameters) or ''}]")  # type: ignore[no-any-return]  # a list of ids

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
