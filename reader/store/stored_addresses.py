"""Take names and passwords out of the addresses that older versions of reader have stored."""

import sqlite3

from reader.addresses import without_login, without_trackers

_HAS_LOGIN = "LIKE '%://%@%'"


def clean_addresses(raw: sqlite3.Connection) -> None:
    """Addresses of articles, and what the journal kept of them, without logins; of feeds, without trackers.

    A feed's entry is asked for by its address without trackers, and has to meet the article that it was.
    """
    for table, column in (
        ("articles", "url"),
        ("articles", "location"),
        ("articles", "feed"),
        ("evidence", "reference"),
        ("journal_changes", "before"),
        ("journal_changes", "after"),
        ("journal_steps", "label"),
    ):
        found = raw.execute(f"SELECT id, {column} FROM {table} WHERE {column} {_HAS_LOGIN}").fetchall()
        cleaned = [(without_login(stored), row_id) for row_id, stored in found]
        raw.executemany(f"UPDATE {table} SET {column} = ? WHERE id = ?", cleaned)
    found = raw.execute("SELECT id, url FROM articles WHERE feed <> '' AND url LIKE '%?%'").fetchall()
    raw.executemany(
        "UPDATE articles SET url = ? WHERE id = ?", [(without_trackers(url), row_id) for row_id, url in found]
    )
