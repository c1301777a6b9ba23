"""What keeping libraries in step adds to the schema; all of it is empty until a library is first synced."""

SYNC = """
CREATE TABLE sync_desk (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  library TEXT NOT NULL,
  folder TEXT NOT NULL,
  desk TEXT NOT NULL,
  recipient TEXT NOT NULL,
  with_protected INTEGER NOT NULL DEFAULT 0,
  watched TEXT NOT NULL DEFAULT '',
  synced TEXT NOT NULL DEFAULT ''
);
CREATE TABLE sync_segments (
  library TEXT NOT NULL,
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL DEFAULT '',
  seen TEXT NOT NULL DEFAULT '{}',
  is_taken INTEGER NOT NULL DEFAULT 0,
  digest TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (library, number)
) WITHOUT ROWID;
CREATE TABLE sync_things (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  row_id INTEGER,
  writes TEXT NOT NULL,
  is_waiting INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE INDEX sync_things_by_row ON sync_things(kind, row_id) WHERE row_id IS NOT NULL;
CREATE INDEX sync_things_waiting ON sync_things(kind, key) WHERE is_waiting;
CREATE TABLE sync_changed (
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  PRIMARY KEY (kind, row_id)
) WITHOUT ROWID;
CREATE TABLE sync_conflicts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  field TEXT NOT NULL,
  said TEXT NOT NULL,
  who TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL DEFAULT '',
  settled TEXT NOT NULL DEFAULT ''
);
CREATE INDEX sync_conflicts_by_thing ON sync_conflicts(kind, key)
"""
"""The desk that a library is in step with; the segments of all its libraries, with what each had seen; who
wrote which field of which thing; rows that changed since; and what two people wrote at the same time."""
