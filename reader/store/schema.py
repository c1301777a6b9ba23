"""Names that tell whether a file is a library of this version; the schema itself is in `migrations`.

Kept apart so that opening a library that is up to date imports nothing but the standard library.
"""

MIGRATION_SET = "reader"
"""Name of our set in the table `_sqlite_migrations` of sqlite-utils."""

MIGRATIONS = (
    "m001_library",
    "m002_views",
    "m003_stories",
    "m004_feeds",
    "m005_words",
    "m006_speakers",
    "m007_terms",
    "m008_feed_entries",
    "m009_identity",
    "m010_transcripts",
    "m016_pages",
    "m010_feed_subscriptions",
    "m014_releases",
    "m015_links",
    "m013_note_origin",
    "m011_originals",
    "m019_authorisations",
    "m020_ledgers",
    "m021_translations",
    "m022_register",
    "m023_codebook",
    "m018_ledger_drafts",
    "m024_sync",
    "m026_article_orders",
    "m027_article_counts",
    "m028_quote_orders",
    "m029_days_by_added",
    "m030_story_bands",
)
"""Every migration in its order. Append only: a library in which another name stands is a newer one."""
