"""Indexes that lists of a million articles are read from, in each order that they can have."""

ARTICLE_ORDERS = """
CREATE INDEX articles_by_starred ON articles(trashed, starred, id);
CREATE INDEX articles_by_words ON articles(trashed, words, id);
CREATE INDEX articles_by_quotes ON articles(trashed, quotes, id);
CREATE INDEX articles_by_open ON articles(trashed, open, id);
CREATE INDEX articles_by_language_published ON articles(trashed, language, published, id);
DROP INDEX articles_by_state;
CREATE INDEX articles_by_state ON articles(trashed, state, id)
"""
"""Each covers the order of a column, the newest first where the column says the same; the one by language and
day answers `lang:fr after:2020`."""
