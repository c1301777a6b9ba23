"""What other tools make of a library, and whether its page says all there is."""

import re
from pathlib import Path

import sqlite_utils

from reader.models import Note, Source
from reader.store import Store

PAGE = (Path(__file__).parents[2] / "docs" / "database.md").read_text(encoding="utf-8")


def test_sqlite_utils_sees_references_and_search(store: Store, article: int, library: Path) -> None:
    store.notes.save(Note("Übersetzung prüfen", article))
    source = store.sources.add(Source("Anna"))
    store.sources.assign([store.quotes.of(article)[0].id], source.id)
    database = sqlite_utils.Database(library)
    references = {(key.column, key.other_table) for key in database["quotes"].foreign_keys}
    assert references == {("article_id", "articles"), ("source_id", "sources")}
    assert database["quotes"].detect_fts() == "quotes_fts"
    assert [row["body"] for row in database["notes"].search("ubersetzung")] == ["Übersetzung prüfen"]
    assert [row["id"] for row in database["quotes"].search("zufrieden")] == [2]
    database.close()


def test_changes_by_other_hands_keep_counters_and_search_in_step(
    store: Store, article: int, library: Path
) -> None:
    database = sqlite_utils.Database(library)
    database["quotes"].update(1, {"status": "rejected"})
    database["articles"].update(article, {"title": "Vesuv ruht"})
    database.close()
    assert store.articles.rows([article])[0].quotes == 2
    assert store.articles.ids("vesuv") == [article]
    assert not [finding for finding in store.doctor() if finding.serious]


def test_the_page_names_every_table_and_view(store: Store) -> None:
    names = store.sql("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").rows
    internal = re.compile(r"_fts_(data|idx|docsize|config)$|^sqlite_")
    missing = [name for (name,) in names if not internal.search(str(name)) and f"`{name}`" not in PAGE]
    assert missing == []


def test_the_queries_of_the_page_run(store: Store, article: int) -> None:
    blocks = re.findall(r"(?:^    (?:select|where|--|order).*\n)+", PAGE, flags=re.MULTILINE)
    queries = [block.strip().rstrip(";") for block in blocks]
    assert len(queries) >= 4
    for query in queries:
        store.sql(query)
