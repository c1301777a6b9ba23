"""What later versions added to the first tables of a library, a statement or script a migration."""

STORIES = """
CREATE TABLE signatures (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  signature TEXT NOT NULL
);
CREATE TABLE story_bands (
  band INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  PRIMARY KEY (band, article_id)
) WITHOUT ROWID;
CREATE INDEX story_bands_by_article ON story_bands(article_id)
"""

FEEDS = """
ALTER TABLE articles ADD COLUMN feed TEXT NOT NULL DEFAULT '';
CREATE INDEX articles_by_feed ON articles(feed, trashed) WHERE feed <> ''
"""

LOST_WORDS = """
ALTER TABLE quotes ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quotes ADD COLUMN earlier TEXT NOT NULL DEFAULT ''
"""
"""Of a lost quote, the text version that it stands in, and of one placed on other words, what it said."""

SPEAKERS = """
ALTER TABLE quotes ADD COLUMN speaker_confidence REAL NOT NULL DEFAULT 1.0;
ALTER TABLE quotes ADD COLUMN speaker_basis TEXT NOT NULL DEFAULT '';
UPDATE quotes SET speaker_confidence = confidence
"""
"""What a speaker rests on. Of quotes stored before that is not known, and the quote's worth stands for it."""

TERMS_OF_USE = """
DROP VIEW balance_view;
DROP VIEW quotes_view;
ALTER TABLE sources RENAME COLUMN confidentiality TO use;
ALTER TABLE sources ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE sources ADD COLUMN identity_protected INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quotes ADD COLUMN use TEXT NOT NULL DEFAULT '';
ALTER TABLE quotes ADD COLUMN description TEXT NOT NULL DEFAULT '';
CREATE INDEX quotes_by_use ON quotes(use, article_id) WHERE use NOT IN ('', 'on record');
UPDATE sources SET use = 'off the record', identity_protected = 1 WHERE use = 'confidential'
"""
"""Terms of use; "confidential" said neither whether the words nor whether the name may go out: so neither."""

_TERMS_KEPT = """{side} = CASE json_extract({side}, '$.confidentiality')
    WHEN 'confidential' THEN json_set(json_remove({side}, '$.confidentiality'),
      '$.use', 'off the record', '$.identity_protected', 1)
    ELSE json_set(json_remove({side}, '$.confidentiality'),
      '$.use', json_extract({side}, '$.confidentiality'), '$.identity_protected', 0) END"""
TERMS_IN_JOURNAL = ";\n".join(
    f"""UPDATE journal_changes SET {_TERMS_KEPT.format(side=side)}
  WHERE table_name = 'sources' AND json_type({side}, '$.confidentiality') IS NOT NULL"""
    for side in ("before", "after")
)
"""Undo writes what the journal kept into the columns of now."""

FEED_ENTRIES = """
ALTER TABLE articles ADD COLUMN entry TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN entry_digest TEXT NOT NULL DEFAULT '';
CREATE INDEX articles_by_entry ON articles(entry) WHERE entry <> ''
"""

NOTE_ORIGIN = "ALTER TABLE notes ADD COLUMN origin TEXT NOT NULL DEFAULT ''"
"""Who made a note that was imported, and with which tool."""

TRANSCRIPTS = """
ALTER TABLE versions ADD COLUMN transcript TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN recording TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN played TEXT NOT NULL DEFAULT '[]';
ALTER TABLE quotes ADD COLUMN said_from REAL;
ALTER TABLE quotes ADD COLUMN said_to REAL
"""
"""Of a text that was spoken: turns and times, where its sound is and what of it was played, and of each quote
when it is said, in seconds."""

IDENTITY = "INSERT OR REPLACE INTO library VALUES ('uid', lower(hex(randomblob(16))))"
"""A restored library gets another one, though it stands in the same file."""

PAGES = """
ALTER TABLE versions ADD COLUMN pages TEXT NOT NULL DEFAULT '[]';
CREATE VIEW quote_pages AS
SELECT quotes.id AS quote_id, quotes.article_id, (
  SELECT json_extract(value, '$[1]') FROM json_each(versions.pages)
  WHERE json_extract(value, '$[0]') <= start_at ORDER BY json_extract(value, '$[0]') DESC LIMIT 1
) AS page
FROM quotes JOIN articles ON articles.id = quotes.article_id
JOIN versions ON versions.article_id = articles.id
  AND number = CASE WHEN quotes.version > 0 THEN quotes.version ELSE articles.version END
WHERE versions.pages <> '[]'
"""
"""A quote that the newest text has lost stands on its page of the text that it stood in."""

FEED_SUBSCRIPTIONS = """
CREATE TABLE feeds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  folder TEXT NOT NULL DEFAULT '',
  site TEXT NOT NULL DEFAULT '',
  tags TEXT NOT NULL DEFAULT '[]',
  keep_days INTEGER NOT NULL DEFAULT 0,
  is_off INTEGER NOT NULL DEFAULT 0,
  trouble TEXT NOT NULL DEFAULT '',
  failures INTEGER NOT NULL DEFAULT 0,
  asked TEXT NOT NULL DEFAULT '',
  not_before TEXT NOT NULL DEFAULT '',
  etag TEXT NOT NULL DEFAULT '',
  modified TEXT NOT NULL DEFAULT '',
  added TEXT NOT NULL
);
CREATE TABLE feed_entries (
  feed_id INTEGER NOT NULL REFERENCES feeds(id) ON DELETE CASCADE,
  mark TEXT NOT NULL,
  seen TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (feed_id, mark)
) WITHOUT ROWID;
CREATE INDEX articles_unread_by_feed ON articles(feed)
  WHERE feed <> '' AND state = 'unread' AND trashed = ''
"""
"""Feeds that are asked again and again, and which of their entries have been dealt with."""

RELEASES = """
ALTER TABLE articles ADD COLUMN embargo TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN embargo_until TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN undelivered TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN lifted TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN correction TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN release_number TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN contact TEXT NOT NULL DEFAULT ''
"""
"""Until when an article may not be used, and what an agency or a press office says of it besides."""

LINKS = "ALTER TABLE versions ADD COLUMN links TEXT NOT NULL DEFAULT '[]'"
"""The links on words of each text, as JSON: start, end, address."""

AUTHORISATIONS = """
ALTER TABLE authorisations ADD COLUMN agreed TEXT NOT NULL DEFAULT '';
ALTER TABLE authorisations ADD COLUMN until TEXT NOT NULL DEFAULT '';
ALTER TABLE authorisations ADD COLUMN silence TEXT NOT NULL DEFAULT '';
ALTER TABLE authorisations ADD COLUMN sheet TEXT NOT NULL DEFAULT '';
ALTER TABLE authorisations ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE authorisations ADD COLUMN shown TEXT NOT NULL DEFAULT '';
ALTER TABLE authorisations ADD COLUMN prints TEXT NOT NULL DEFAULT '';
ALTER TABLE authorisations ADD COLUMN remark TEXT NOT NULL DEFAULT '';
CREATE INDEX quotes_by_authorisation ON quotes(authorisation, article_id) WHERE authorisation <> '';
CREATE INDEX authorisations_by_sheet ON authorisations(sheet) WHERE sheet <> ''
"""
"""What was agreed with who is quoted, on which sheet and until when it went out, which wording prints."""

LEDGERS = """
CREATE TABLE ledgers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  location TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  draft INTEGER NOT NULL DEFAULT 1,
  digest TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL DEFAULT '',
  modified TEXT NOT NULL DEFAULT '',
  added TEXT NOT NULL
);
CREATE TABLE statements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  ledger_id INTEGER NOT NULL REFERENCES ledgers(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  sentence TEXT NOT NULL,
  paragraph INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'open',
  who TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '',
  sentence_before TEXT NOT NULL DEFAULT '',
  by_hand INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  against TEXT NOT NULL DEFAULT '',
  put_on TEXT NOT NULL DEFAULT '',
  put_how TEXT NOT NULL DEFAULT '',
  deadline TEXT NOT NULL DEFAULT '',
  answer TEXT NOT NULL DEFAULT '',
  answered TEXT NOT NULL DEFAULT '',
  answer_stands TEXT NOT NULL DEFAULT ''
);
CREATE TABLE proofs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  statement_id INTEGER NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  reference TEXT NOT NULL DEFAULT '',
  article_uid TEXT NOT NULL DEFAULT '',
  quote_uid TEXT NOT NULL DEFAULT '',
  side TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX statements_by_ledger ON statements(ledger_id, position);
CREATE INDEX proofs_by_statement ON proofs(statement_id);
CREATE INDEX proofs_by_quote ON proofs(quote_uid) WHERE quote_uid <> '';
CREATE INDEX proofs_by_article ON proofs(article_uid) WHERE article_uid <> ''
"""
"""Ledgers of manuscripts, their statements, and what each rests on: by that a quote knows its uses."""

ORIGINALS = """
CREATE TABLE original_bytes (
  sha256 TEXT PRIMARY KEY NOT NULL,
  size INTEGER NOT NULL,
  packed BLOB NOT NULL
);
CREATE TABLE originals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  part INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL DEFAULT 'page',
  address TEXT NOT NULL DEFAULT '',
  asked TEXT NOT NULL DEFAULT '',
  fetched TEXT NOT NULL,
  status INTEGER NOT NULL DEFAULT 0,
  content_type TEXT NOT NULL DEFAULT '',
  headers TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL REFERENCES original_bytes(sha256)
);
CREATE TABLE original_proofs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  original_id INTEGER NOT NULL REFERENCES originals(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  authority TEXT NOT NULL,
  at TEXT NOT NULL,
  address TEXT NOT NULL DEFAULT '',
  token BLOB NOT NULL DEFAULT ''
);
CREATE INDEX originals_by_article ON originals(article_id, version);
CREATE INDEX originals_by_bytes ON originals(sha256);
CREATE INDEX original_proofs_by_original ON original_proofs(original_id)
"""
"""What articles were read from: what is known of it, and apart from that the bytes, once however often they
came."""
LAST_ORIGINAL = """CREATE TRIGGER originals_deleted AFTER DELETE ON originals BEGIN
  DELETE FROM original_bytes WHERE sha256 = old.sha256
    AND NOT EXISTS (SELECT 1 FROM originals WHERE sha256 = old.sha256);
END"""
"""Bytes go with the last that was read from them."""

TRANSLATIONS = """
CREATE TABLE translations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  quote_id INTEGER NOT NULL REFERENCES quotes(id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  translator TEXT NOT NULL,
  who TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL
);
CREATE INDEX translations_by_quote ON translations(quote_id);
CREATE INDEX translations_by_language ON translations(language)
"""
"""The words of quotes in other languages, as somebody translated them."""

REGISTER = """
ALTER TABLE sources ADD COLUMN external_id TEXT NOT NULL DEFAULT '';
CREATE TABLE source_fields (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (source_id, name)
);
CREATE TABLE source_contacts (
  source_uid TEXT PRIMARY KEY NOT NULL,
  written TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE dismissed_names (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX quotes_by_voice
  ON quotes(resolved_speaker, article_id, status, speaker_basis, speaker_kind, source_id)
  WHERE source_id IS NULL AND resolved_speaker <> '';
CREATE INDEX source_fields_by_value ON source_fields(name, value)
"""
"""What is known of sources besides: a number elsewhere, fields of one's own and how to reach them, which
stand apart so that no export holds them; names that are never to be sources; and an index of voices without a
source, which covers all that counting them asks for, the source among it."""

LEDGER_DRAFTS = "ALTER TABLE ledgers ADD COLUMN earlier TEXT NOT NULL DEFAULT ''"
"""The files that earlier drafts of a manuscript were read from."""
