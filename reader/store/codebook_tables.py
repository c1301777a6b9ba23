"""What the codebook and memos add to the schema."""

CODEBOOK = """
ALTER TABLE tags ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE tags ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
CREATE TABLE memos (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT ''
);
CREATE TABLE memo_taggings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
  memo_id INTEGER NOT NULL REFERENCES memos(id) ON DELETE CASCADE,
  UNIQUE (memo_id, tag_id)
)
"""
"""What a tag means and where it stands among its siblings; memos on the library as a whole or on a story.

Their tags stand apart, since a tagging is of an article, a quote or a note.
"""
