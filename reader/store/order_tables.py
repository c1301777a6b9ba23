"""Indexes that lists of a million articles are read from, in each order that they can have."""

ARTICLE_ORDERS = """
CREATE INDEX articles_by_starred ON articles(trashed, starred, id);
CREATE INDEX articles_by_words ON articles(trashed, words, id);
CREATE INDEX articles_by_quotes ON articles(trashed, quotes, id);
CREATE INDEX articles_by_open ON articles(trashed, open, id);
CREATE INDEX articles_by_language_published ON articles(trashed, language, published, id);
DROP INDEX articles_by_state;
CREATE INDEX articles_by_state ON articles(trashed, state, id);
DROP INDEX articles_by_title;
CREATE INDEX articles_by_title ON articles(trashed, title_key, id DESC);
DROP INDEX articles_by_outlet;
CREATE INDEX articles_by_outlet ON articles(trashed, outlet, id DESC);
DROP INDEX articles_by_language;
CREATE INDEX articles_by_language ON articles(trashed, language, id DESC)
"""
"""Each covers the order of a column as lists begin with it: titles, outlets and languages from A, the others
from the most; where the column says the same, the newest first. The one by language and day answers
`lang:fr after:2020`."""

ARTICLE_COUNTS = """
CREATE TABLE article_counts (
  outlet TEXT NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL,
  published TEXT NOT NULL,
  starred INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (outlet, language, state, published, starred)
) WITHOUT ROWID
"""
"""How many articles that are not in the trash have the same outlet, language, state, month and star: some ten
thousand rows of a million articles, from which facets are counted."""

COUNTED_ARTICLES = """SELECT outlet, language, state, substr(published, 1, 7), starred, count(*)
    FROM articles WHERE trashed = '' GROUP BY 1, 2, 3, 4, 5"""
"""What must stand in `article_counts`."""

_SAME = """outlet = {0}.outlet AND language = {0}.language AND state = {0}.state
      AND published = substr({0}.published, 1, 7) AND starred = {0}.starred"""
_IN = """INSERT INTO article_counts
        SELECT new.outlet, new.language, new.state, substr(new.published, 1, 7), new.starred, 1
        WHERE new.trashed = '' ON CONFLICT DO UPDATE SET number = number + 1;"""
_OUT = f"""UPDATE article_counts SET number = number - 1 WHERE old.trashed = '' AND {_SAME.format("old")};
      DELETE FROM article_counts WHERE number < 1 AND {_SAME.format("old")};"""
_COUNTED = ("outlet", "language", "state", "published", "starred", "trashed")
_DIFFERS = " OR ".join(f"old.{column} IS NOT new.{column}" for column in _COUNTED)

COUNTING = (
    f"CREATE TRIGGER articles_counted_in AFTER INSERT ON articles BEGIN {_IN} END",
    f"CREATE TRIGGER articles_counted_out AFTER DELETE ON articles BEGIN {_OUT} END",
    f"""CREATE TRIGGER articles_counted_again AFTER UPDATE OF {", ".join(_COUNTED)} ON articles
    WHEN {_DIFFERS} BEGIN {_OUT} {_IN} END""",
)
"""Keep `article_counts` in step, so that the journal may restore any article by itself."""

SPEAKER_KEY = """lower(coalesce(nullif(resolved_speaker, ''),
    CASE WHEN speaker = cue THEN '' ELSE spoken_by END))"""
"""What a quote without a source is sorted by: the fullest name that the article gives, else as written."""

QUOTE_ORDERS = f"""
CREATE INDEX quotes_by_speaker ON quotes({SPEAKER_KEY}, article_id DESC, start_at) WHERE source_id IS NULL;
CREATE INDEX quotes_by_confidence ON quotes(confidence, article_id, start_at DESC)
"""
"""The list of quotes by speaker, as it opens, and by how sure they are."""

DAYS_BY_ADDED = """
DROP INDEX articles_by_added;
CREATE INDEX articles_by_added ON articles(trashed, id, published)
"""
"""Thousands of articles found are put in the order of their days without a look at each: an entry here is a
twentieth of an article's row, so that they lie close together."""
