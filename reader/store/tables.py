"""The tables, indexes and triggers of a library; `migrations` puts them in.

    articles ──< versions (the texts)          sources ──< aliases
        │                                          │
        └──< quotes >──────────────────────────────┘
               ├──< evidence, authorisations
               └──< notes (also of articles)       tags ──< taggings (articles, quotes or notes)
    journal_steps ──< journal_changes

The text of a quote is kept as `words`; spans are JSON `[[start, end], …]` in code points of the article's
current version. Triggers keep the counters of articles and the full-text indexes in step, so that the journal
may restore any row by itself.
"""

TABLES = """
CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL DEFAULT '',
  title_key TEXT NOT NULL DEFAULT '',
  byline TEXT NOT NULL DEFAULT '',
  outlet TEXT NOT NULL DEFAULT '',
  section TEXT NOT NULL DEFAULT '',
  agency TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  location TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'unread' CHECK (state IN ('unread', 'reading', 'done')),
  starred INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1,
  hash TEXT NOT NULL,
  words INTEGER NOT NULL DEFAULT 0,
  quotes INTEGER NOT NULL DEFAULT 0,
  open INTEGER NOT NULL DEFAULT 0,
  added TEXT NOT NULL,
  trashed TEXT NOT NULL DEFAULT ''
);
CREATE TABLE versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  added TEXT NOT NULL,
  hash TEXT NOT NULL,
  captions TEXT NOT NULL DEFAULT '[]',
  headings TEXT NOT NULL DEFAULT '[]',
  removed TEXT NOT NULL DEFAULT '[]',
  text TEXT NOT NULL,
  UNIQUE (article_id, number)
);
CREATE TABLE sources (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  affiliation TEXT NOT NULL DEFAULT '',
  confidentiality TEXT NOT NULL DEFAULT 'on record',
  remarks TEXT NOT NULL DEFAULT '',
  used INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE aliases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  UNIQUE (source_id, name)
);
CREATE TABLE quotes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  type TEXT NOT NULL,
  medium TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'suggested' CHECK (status IN ('suggested', 'accepted', 'rejected')),
  verification TEXT NOT NULL DEFAULT 'unverified',
  authorisation TEXT NOT NULL DEFAULT '',
  source_id INTEGER REFERENCES sources(id),
  words TEXT NOT NULL,
  spoken_by TEXT NOT NULL DEFAULT '',
  resolved_speaker TEXT NOT NULL DEFAULT '',
  speaker_kind TEXT NOT NULL DEFAULT '',
  speaker_role TEXT NOT NULL DEFAULT '',
  speaker_affiliation TEXT NOT NULL DEFAULT '',
  spans TEXT NOT NULL,
  exact TEXT NOT NULL DEFAULT '',
  prefix TEXT NOT NULL DEFAULT '',
  suffix TEXT NOT NULL DEFAULT '',
  speaker TEXT NOT NULL DEFAULT '',
  cue TEXT NOT NULL DEFAULT '',
  addressee TEXT NOT NULL DEFAULT '',
  frame TEXT NOT NULL DEFAULT '',
  confidence REAL NOT NULL DEFAULT 1.0,
  nested INTEGER NOT NULL DEFAULT 0,
  rule TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT '',
  by_person INTEGER NOT NULL DEFAULT 0,
  suggested_spans TEXT NOT NULL DEFAULT '',
  anchor TEXT NOT NULL DEFAULT 'exact'
);
CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  quote_id INTEGER REFERENCES quotes(id) ON DELETE SET NULL,
  start_at INTEGER,
  end_at INTEGER,
  exact TEXT NOT NULL DEFAULT '',
  prefix TEXT NOT NULL DEFAULT '',
  suffix TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  anchor TEXT NOT NULL DEFAULT 'exact'
);
CREATE TABLE tags (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  colour TEXT NOT NULL DEFAULT '',
  used INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE taggings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
  article_id INTEGER REFERENCES articles(id) ON DELETE CASCADE,
  quote_id INTEGER REFERENCES quotes(id) ON DELETE CASCADE,
  note_id INTEGER REFERENCES notes(id) ON DELETE CASCADE,
  CHECK ((article_id IS NOT NULL) + (quote_id IS NOT NULL) + (note_id IS NOT NULL) = 1)
);
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  quote_id INTEGER NOT NULL REFERENCES quotes(id) ON DELETE CASCADE,
  verification TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL
);
CREATE TABLE authorisations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  quote_id INTEGER NOT NULL REFERENCES quotes(id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  spoken TEXT NOT NULL DEFAULT '',
  approved TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL
);
CREATE TABLE journal_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'do' CHECK (kind IN ('do', 'undo', 'redo')),
  target INTEGER REFERENCES journal_steps(id),
  undo_top INTEGER,
  redo_top INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE journal_changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id INTEGER NOT NULL REFERENCES journal_steps(id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  before TEXT,
  after TEXT
);
CREATE TABLE library (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO library VALUES ('revision', 0)
"""

INDEXES = """
CREATE INDEX articles_by_added ON articles(trashed, id);
CREATE INDEX articles_by_published ON articles(trashed, published, id);
CREATE INDEX articles_by_title ON articles(trashed, title_key, id);
CREATE INDEX articles_by_outlet ON articles(trashed, outlet, id);
CREATE INDEX articles_by_language ON articles(trashed, language, id);
CREATE INDEX articles_by_state ON articles(trashed, state, starred, id);
CREATE INDEX articles_by_facet ON articles(trashed, outlet, language, state, published, id);
CREATE INDEX articles_by_url ON articles(url) WHERE url <> '';
CREATE INDEX articles_by_location ON articles(location);
CREATE INDEX articles_by_hash ON articles(hash);
CREATE INDEX aliases_by_source ON aliases(source_id);
CREATE INDEX quotes_by_article ON quotes(article_id DESC, start_at, status, type, verification);
CREATE INDEX quotes_by_source ON quotes(source_id, article_id) WHERE source_id IS NOT NULL;
CREATE INDEX notes_by_article ON notes(article_id);
CREATE INDEX notes_by_quote ON notes(quote_id) WHERE quote_id IS NOT NULL;
CREATE UNIQUE INDEX taggings_of_articles ON taggings(article_id, tag_id) WHERE article_id IS NOT NULL;
CREATE UNIQUE INDEX taggings_of_quotes ON taggings(quote_id, tag_id) WHERE quote_id IS NOT NULL;
CREATE UNIQUE INDEX taggings_of_notes ON taggings(note_id, tag_id) WHERE note_id IS NOT NULL;
CREATE INDEX taggings_by_tag ON taggings(tag_id, article_id);
CREATE INDEX evidence_by_quote ON evidence(quote_id);
CREATE INDEX authorisations_by_quote ON authorisations(quote_id);
CREATE INDEX journal_changes_by_step ON journal_changes(step_id);
CREATE INDEX journal_changes_by_subject ON journal_changes(subject);
CREATE INDEX journal_steps_by_target ON journal_steps(target) WHERE target IS NOT NULL
"""

SEARCH = """
CREATE VIEW tagged_articles AS
  SELECT tag_id, article_id FROM taggings WHERE article_id IS NOT NULL
  UNION SELECT tag_id, quotes.article_id FROM taggings JOIN quotes ON quotes.id = taggings.quote_id
  UNION SELECT tag_id, notes.article_id FROM taggings JOIN notes ON notes.id = taggings.note_id;
CREATE VIEW article_texts AS
  SELECT articles.id AS rowid, articles.title AS title, versions.text AS text
  FROM articles JOIN versions ON versions.article_id = articles.id AND versions.number = articles.version;
CREATE VIRTUAL TABLE article_texts_fts USING fts5(
  title, text, content="article_texts", content_rowid="rowid", tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE quotes_fts USING fts5(
  words, spoken_by, resolved_speaker, content="quotes", content_rowid="id",
  tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE notes_fts USING fts5(
  body, content="notes", content_rowid="id", tokenize="unicode61 remove_diacritics 2")
"""

TRIGGERS = (
    """CREATE TRIGGER versions_inserted AFTER INSERT ON versions
    WHEN new.number = (SELECT version FROM articles WHERE id = new.article_id) BEGIN
      INSERT INTO article_texts_fts(rowid, title, text)
        SELECT new.article_id, title, new.text FROM articles WHERE id = new.article_id;
    END""",
    """CREATE TRIGGER articles_updated AFTER UPDATE OF title, version ON articles
    WHEN old.title IS NOT new.title OR old.version IS NOT new.version BEGIN
      INSERT INTO article_texts_fts(article_texts_fts, rowid, title, text)
        SELECT 'delete', old.id, old.title, text FROM versions
        WHERE article_id = old.id AND number = old.version;
      INSERT INTO article_texts_fts(rowid, title, text)
        SELECT new.id, new.title, text FROM versions WHERE article_id = new.id AND number = new.version;
    END""",
    """CREATE TRIGGER articles_deleted BEFORE DELETE ON articles BEGIN
      INSERT INTO article_texts_fts(article_texts_fts, rowid, title, text)
        SELECT 'delete', old.id, old.title, text FROM versions
        WHERE article_id = old.id AND number = old.version;
    END""",
    """CREATE TRIGGER quotes_inserted AFTER INSERT ON quotes BEGIN
      INSERT INTO quotes_fts(rowid, words, spoken_by, resolved_speaker)
        VALUES (new.id, new.words, new.spoken_by, new.resolved_speaker);
    END""",
    """CREATE TRIGGER quotes_deleted AFTER DELETE ON quotes BEGIN
      INSERT INTO quotes_fts(quotes_fts, rowid, words, spoken_by, resolved_speaker)
        VALUES ('delete', old.id, old.words, old.spoken_by, old.resolved_speaker);
    END""",
    """CREATE TRIGGER quotes_updated AFTER UPDATE OF words, spoken_by, resolved_speaker ON quotes BEGIN
      INSERT INTO quotes_fts(quotes_fts, rowid, words, spoken_by, resolved_speaker)
        VALUES ('delete', old.id, old.words, old.spoken_by, old.resolved_speaker);
      INSERT INTO quotes_fts(rowid, words, spoken_by, resolved_speaker)
        VALUES (new.id, new.words, new.spoken_by, new.resolved_speaker);
    END""",
    """CREATE TRIGGER quotes_counted_in AFTER INSERT ON quotes WHEN new.status <> 'rejected' BEGIN
      UPDATE articles SET quotes = quotes + 1, open = open + (new.status = 'suggested')
      WHERE id = new.article_id;
    END""",
    """CREATE TRIGGER quotes_counted_out AFTER DELETE ON quotes WHEN old.status <> 'rejected' BEGIN
      UPDATE articles SET quotes = quotes - 1, open = open - (old.status = 'suggested')
      WHERE id = old.article_id;
    END""",
    """CREATE TRIGGER quotes_counted_again AFTER UPDATE OF status ON quotes
    WHEN old.status <> new.status BEGIN
      UPDATE articles SET
        quotes = quotes + (new.status <> 'rejected') - (old.status <> 'rejected'),
        open = open + (new.status = 'suggested') - (old.status = 'suggested')
      WHERE id = new.article_id;
    END""",
    """CREATE TRIGGER notes_inserted AFTER INSERT ON notes BEGIN
      INSERT INTO notes_fts(rowid, body) VALUES (new.id, new.body);
    END""",
    """CREATE TRIGGER notes_deleted AFTER DELETE ON notes BEGIN
      INSERT INTO notes_fts(notes_fts, rowid, body) VALUES ('delete', old.id, old.body);
    END""",
    """CREATE TRIGGER notes_updated AFTER UPDATE OF body ON notes BEGIN
      INSERT INTO notes_fts(notes_fts, rowid, body) VALUES ('delete', old.id, old.body);
      INSERT INTO notes_fts(rowid, body) VALUES (new.id, new.body);
    END""",
)
