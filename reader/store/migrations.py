"""Named migrations of the schema, only ever appended to; statements: `tables`, `additions`, `views`."""

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from reader.store.additions import (
    AUTHORISATIONS,
    FEED_ENTRIES,
    FEED_SUBSCRIPTIONS,
    FEEDS,
    IDENTITY,
    LAST_ORIGINAL,
    LEDGER_DRAFTS,
    LEDGERS,
    LINKS,
    LOST_WORDS,
    NOTE_ORIGIN,
    ORIGINALS,
    PAGES,
    REGISTER,
    RELEASES,
    SPEAKERS,
    STORIES,
    TERMS_IN_JOURNAL,
    TERMS_OF_USE,
    TRANSCRIPTS,
    TRANSLATIONS,
)
from reader.store.codebook_tables import CODEBOOK
from reader.store.lost_quotes import date_lost_quotes
from reader.store.notices import read_notices
from reader.store.order_tables import (
    ARTICLE_COUNTS,
    ARTICLE_ORDERS,
    COUNTED_ARTICLES,
    COUNTING,
    DAYS_BY_ADDED,
    QUOTE_ORDERS,
)
from reader.store.schema import MIGRATION_SET
from reader.store.stored_addresses import clean_addresses
from reader.store.sync_tables import SYNC
from reader.store.tables import INDEXES, SEARCH, TABLES, TRIGGERS
from reader.store.views import VIEWS, VIEWS_WITH_UNDECIDED, VIEWS_WITH_USE

if TYPE_CHECKING:
    from sqlite_utils.db import Database

library = Migrations(MIGRATION_SET)


def _run(db: "Database", script: str) -> None:
    for statement in script.split(";\n"):
        db.conn.execute(statement)


@library(name="m001_library")
def m001_library(db: "Database") -> None:
    """Articles with versions, quotes, sources, notes, tags, checks, the journal and full-text search."""
    for script in (TABLES, INDEXES, SEARCH):
        _run(db, script)
    for trigger in TRIGGERS:
        db.conn.execute(trigger)


@library(name="m002_views")
def m002_views(db: "Database") -> None:
    """Views to read by hand: quotes, balance of speakers, spans, journal."""
    _run(db, VIEWS)


@library(name="m003_stories")
def m003_stories(db: "Database") -> None:
    """Signatures of texts, and the keys under which copies of one report meet."""
    _run(db, STORIES)


@library(name="m004_feeds")
def m004_feeds(db: "Database") -> None:
    """The feed that an article came from."""
    _run(db, FEEDS)


@library(name="m005_words")
def m005_words(db: "Database") -> None:
    """The text version that a lost quote stands in, and what a quote said before it was placed elsewhere."""
    _run(db, LOST_WORDS)
    date_lost_quotes(db.conn)


@library(name="m006_speakers")
def m006_speakers(db: "Database") -> None:
    """What the speaker of a quote rests on, and how sure that is."""
    _run(db, SPEAKERS)
    _run(db, VIEWS_WITH_UNDECIDED)


@library(name="m007_terms")
def m007_terms(db: "Database") -> None:
    """How statements may be used: a default of the source, and what differs of a quote."""
    for script in (TERMS_OF_USE, VIEWS_WITH_USE, TERMS_IN_JOURNAL):
        _run(db, script)


@library(name="m008_feed_entries")
def m008_feed_entries(db: "Database") -> None:
    """What a feed calls an entry, so that it meets its article again; addresses without passwords."""
    _run(db, FEED_ENTRIES)
    clean_addresses(db.conn)


@library(name="m009_identity")
def m009_identity(db: "Database") -> None:
    """What tells this library from another one under the same name."""
    _run(db, IDENTITY)


@library(name="m010_transcripts")
def m010_transcripts(db: "Database") -> None:
    """Who speaks when in a text that was spoken, and when each quote is said."""
    _run(db, TRANSCRIPTS)


@library(name="m016_pages")
def m016_pages(db: "Database") -> None:
    """Where the pages of a PDF begin in the text of an article, and on which one each quote stands."""
    _run(db, PAGES)


@library(name="m010_feed_subscriptions")
def m010_feed_subscriptions(db: "Database") -> None:
    """Feeds that are asked again and again."""
    _run(db, FEED_SUBSCRIPTIONS)


@library(name="m014_releases")
def m014_releases(db: "Database") -> None:
    """Embargoes, words not said yet, corrections of agencies, number, place and contact of press releases."""
    _run(db, RELEASES)
    read_notices(db.conn)


@library(name="m015_links")
def m015_links(db: "Database") -> None:
    """The links on words of each text."""
    _run(db, LINKS)


@library(name="m013_note_origin")
def m013_note_origin(db: "Database") -> None:
    """Who made a note that was imported, and with which tool."""
    _run(db, NOTE_ORIGIN)


@library(name="m011_originals")
def m011_originals(db: "Database") -> None:
    """What articles were read from, and what others say of it."""
    _run(db, ORIGINALS)
    db.conn.execute(LAST_ORIGINAL)


@library(name="m019_authorisations")
def m019_authorisations(db: "Database") -> None:
    """What was agreed about an authorisation, its sheet and deadline, and which wording prints."""
    _run(db, AUTHORISATIONS)


@library(name="m020_ledgers")
def m020_ledgers(db: "Database") -> None:
    """Ledgers of manuscripts, and with them where a quote was used."""
    _run(db, LEDGERS)


@library(name="m021_translations")
def m021_translations(db: "Database") -> None:
    """Quotes in other languages, and who translated them."""
    _run(db, TRANSLATIONS)


@library(name="m022_register")
def m022_register(db: "Database") -> None:
    """Voices without a source by name, names that are none, and what is known of sources besides."""
    _run(db, REGISTER)


@library(name="m023_codebook")
def m023_codebook(db: "Database") -> None:
    """What tags mean and in which order they stand; memos on the library and on stories."""
    _run(db, CODEBOOK)


@library(name="m018_ledger_drafts")
def m018_ledger_drafts(db: "Database") -> None:
    """Which files were earlier drafts of a manuscript."""
    _run(db, LEDGER_DRAFTS)


@library(name="m024_sync")
def m024_sync(db: "Database") -> None:
    """What keeps this library in step with others through a shared folder."""
    _run(db, SYNC)


@library(name="m026_article_orders")
def m026_article_orders(db: "Database") -> None:
    """Indexes for every order of the list of articles."""
    _run(db, ARTICLE_ORDERS)


@library(name="m027_article_counts")
def m027_article_counts(db: "Database") -> None:
    """How many articles an outlet, a language, a state and a month have, kept by triggers."""
    _run(db, ARTICLE_COUNTS)
    db.conn.execute(f"INSERT INTO article_counts {COUNTED_ARTICLES}")
    for trigger in COUNTING:
        db.conn.execute(trigger)


@library(name="m028_quote_orders")
def m028_quote_orders(db: "Database") -> None:
    """Indexes for the list of quotes by speaker and by how sure they are."""
    _run(db, QUOTE_ORDERS)


@library(name="m029_days_by_added")
def m029_days_by_added(db: "Database") -> None:
    """When an article is of, beside when it was added."""
    _run(db, DAYS_BY_ADDED)


@library(name="m030_story_bands")
def m030_story_bands(db: "Database") -> None:
    """Copies of reports are found by other keys: their signatures are made anew when they are asked for."""
    _run(db, "DELETE FROM story_bands;\nDELETE FROM signatures")
