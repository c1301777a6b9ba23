"""The feeds of a library: subscribed to, named and put in folders as steps to undo; their state is none.

A feed and its articles belong together by the name, which is why no two feeds have one: `feed:"Blatt"` finds
what `Blatt` brought. What was asked when, and what came of it, is written without a step.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from json import dumps, loads
from typing import Any

from reader.errors import NotFoundError, StoreError
from reader.feeds import Feed, feed_address, in_folder, tidy_folder
from reader.i18n import _
from reader.store.columns import FLAG, TEXT, Column, Columns, Kind, Use, values_of
from reader.store.connection import Connection
from reader.store.feed_entries import FeedEntries
from reader.store.folding import folded
from reader.store.names import clean_name
from reader.store.steps import AMONG, Recorder, assignments, listed, new_uid, now
from reader.store.tags import clean

_TAGS = Kind(lambda stored: tuple(loads(stored)), lambda tags: dumps(list(tags), ensure_ascii=False))
_SETTINGS = ("folder", "tags", "keep_days", "is_off")
"""What a person sets of a feed, besides its name."""
_STATE = ("address", "site", "trouble", "failures", "asked", "not_before", "etag", "modified", "is_off")
"""What asking a feed changes."""
FEED = Columns(
    Column("feeds.id"),
    Column("uid"),
    Column("address", TEXT, (Use.TAKEN,)),
    Column("name", TEXT, (Use.TAKEN,)),
    Column("folder", TEXT, (Use.TAKEN, Use.EDITED)),
    Column("site", TEXT, (Use.TAKEN,)),
    Column("tags", _TAGS, (Use.TAKEN, Use.EDITED)),
    Column("keep_days", uses=(Use.TAKEN, Use.EDITED)),
    Column("is_off", FLAG, (Use.TAKEN, Use.EDITED)),
    Column("trouble"),
    Column("failures"),
    Column("asked"),
    Column("not_before"),
    Column("etag"),
    Column("modified"),
    Column("added"),
    Column("coalesce(among.number, 0)", field="articles"),
    Column("coalesce(unread.number, 0)", field="unread"),
)
"""The fields of a `Feed`, with how many articles of it there are."""
_COUNTED = """LEFT JOIN (SELECT feed, count(*) AS number FROM articles INDEXED BY articles_by_feed
      WHERE feed <> '' AND trashed = '' GROUP BY feed) AS among ON among.feed = feeds.name
    LEFT JOIN (SELECT feed, count(*) AS number FROM articles INDEXED BY articles_unread_by_feed
      WHERE feed <> '' AND state = 'unread' AND trashed = '' GROUP BY feed) AS unread
      ON unread.feed = feeds.name"""


class Feeds:
    """What a person has subscribed to."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db
        self.entries = FeedEntries(recorder)

    def all(self) -> list[Feed]:
        """Every feed, those without a folder first, by folder and name."""
        return sorted(self._feeds(""), key=_place)

    def get(self, feed_id: int) -> Feed:
        """The feed of a number. Raises NotFoundError where there is none."""
        for feed in self._feeds("WHERE feeds.id = ?", feed_id):
            return feed
        raise NotFoundError(
            _("There is no feed number {feed_id}: `reader feeds` lists them.").format(feed_id=feed_id)
        )

    def at(self, address: str) -> Feed | None:
        """The feed of an address, if one is subscribed to."""
        return next(iter(self._feeds("WHERE address = ?", feed_address(address))), None)

    def find(self, text: str) -> list[Feed]:
        """The feeds meant by a number, a name, an address or a folder. Raises NotFoundError for none."""
        if text.strip().isdecimal():
            return [self.get(int(text))]
        every, wanted = self.all(), folded(text.strip())
        named = [feed for feed in every if wanted in (folded(feed.name), folded(feed.address))]
        named = named or [feed for feed in every if feed.address == feed_address(text)]
        path = folded(tidy_folder(text))
        found = named or [feed for feed in every if path and in_folder(folded(feed.folder), path)]
        if not found:
            raise NotFoundError(
                _("There is no feed or folder “{text}”: `reader feeds` lists them.").format(text=text)
            )
        return found

    def _feeds(self, where: str, *values: object) -> list[Feed]:
        sql = f"SELECT {FEED.selected} FROM feeds {_COUNTED} {where}"
        return values_of(Feed, FEED.read(self._db.rows(sql, values)))

    def add(self, feed: Feed) -> Feed:
        """Subscribe to a feed; one that is there already stays as it is."""
        address = feed_address(feed.address)
        if known := self.at(address):
            return known
        with self._recorder.step(_("Subscribe to “{name}”").format(name=feed.name)):
            feed = replace(feed, address=address, name=self.free_name(feed.name), folder=_folder(feed.folder))
            feed = replace(feed, tags=tuple(map(clean, feed.tags)))
            values = FEED.stored(feed, Use.TAKEN) | {"uid": feed.uid or new_uid(), "added": now()}
            return self.get(self._recorder.insert("feeds", values))

    def names(self) -> dict[int, str]:
        """How every feed is called, by its number."""
        return dict(self._db.rows("SELECT id, name FROM feeds"))

    def free_name(self, name: str) -> str:
        """A name that no feed has: the wanted one, or with a number behind it."""
        name = clean_name(name, "feed")
        taken = {folded(one) for one in self._db.column("SELECT name FROM feeds")}
        numbered = (f"{name} {number}" for number in range(2, len(taken) + 3))
        return next(one for one in (name, *numbered) if folded(one) not in taken)

    def rename(self, feed_id: int, name: str) -> Feed:
        """Call a feed otherwise; its articles bear the new name. Raises StoreError where it is taken."""
        feed, name = self.get(feed_id), clean_name(name, "feed")
        others = self._db.column("SELECT name FROM feeds WHERE id <> ?", (feed_id,))
        if folded(name) in map(folded, others):
            raise StoreError(_("Another feed is called “{name}”: choose another name.").format(name=name))
        with self._recorder.step(_("Rename feed “{old}” to “{new}”").format(old=feed.name, new=name)):
            self._recorder.update("feeds", [feed_id], {"name": name})
            self._recorder.update("articles", self.article_ids(feed), {"feed": name})
        return self.get(feed_id)

    def update(self, ids: Iterable[int], **settings: Any) -> int:
        """Set folder, tags, keep_days or is_off of feeds; returns how many changed."""
        unknown = sorted(set(settings) - set(_SETTINGS))
        if unknown:
            raise StoreError(_("These cannot be set on a feed: {fields}.").format(fields=", ".join(unknown)))
        if "folder" in settings:
            settings["folder"] = _folder(settings["folder"])
        if "tags" in settings:
            settings["tags"] = tuple(map(clean, settings["tags"]))
        with self._recorder.step(_("Change feeds")):
            values = FEED.stored_fields(settings, Use.EDITED)
            return len(self._recorder.update("feeds", ids, values))

    def remove(self, ids: Sequence[int]) -> int:
        """End subscriptions; articles stay. Returns how many there were."""
        label = (
            _("Unsubscribe from “{name}”").format(name=self.get(ids[0]).name)
            if len(ids) == 1
            else _("Unsubscribe from feeds")
        )
        with self._recorder.step(label):
            return self._recorder.delete("feeds", ids)

    def article_ids(self, feed: Feed) -> list[int]:
        """Articles that a feed brought, those in the trash too."""
        sql = "SELECT id FROM articles WHERE feed <> '' AND feed = ?"
        return self._db.column(sql, (feed.name,))

    def note(self, feed_id: int, **state: object) -> None:
        """Keep what came of asking a feed; no step to undo."""
        values = {name: value for name, value in state.items() if name in _STATE}
        with self._recorder.step(_("Ask a feed")):
            self._db.run(f"UPDATE feeds SET {assignments(values)} WHERE id = ?", (*values.values(), feed_id))

    def move(self, feed: Feed, address: str) -> bool:
        """Let a feed and the places of its articles follow to a new address; no step to undo.

        False, and nothing done, where another feed has that address.
        """
        if self._db.value("SELECT 1 FROM feeds WHERE address = ? AND id <> ?", (address, feed.id)):
            return False
        with self._recorder.step(_("A feed moved")):
            self.note(feed.id, address=address)
            self._db.run(
                f"""UPDATE articles SET location = ? || substr(location, ?) WHERE id {AMONG}
                AND (location = ? OR substr(location, 1, ?) = ? || '#')""",
                (
                    *(address, len(feed.address) + 1, listed(self.article_ids(feed))),
                    *(feed.address, len(feed.address) + 1, feed.address),
                ),
            )
        return True

    def outlived(self, feed: Feed, before: str) -> list[int]:
        """Articles of a feed that came in before a time and that nobody has worked with."""
        own = [clean(tag) for tag in feed.tags]
        return self._db.column(
            _UNTOUCHED, {"feed": feed.name, "before": before, "own": dumps(own, ensure_ascii=False)}
        )


def take_feeds(recorder: Recorder, other: Connection) -> int:
    """Take over what another library subscribes to; returns how many feeds were not here.

    They come in switched off: nothing is fetched for which nobody here has asked.
    """
    ours = Feeds(recorder)
    stored = other.rows(f"SELECT {FEED.selected} FROM feeds {_COUNTED} ORDER BY feeds.id")
    new = [feed for feed in values_of(Feed, FEED.read(stored)) if ours.at(feed.address) is None]
    for feed in new:
        ours.add(replace(feed, is_off=True, uid=""))
    return len(new)


_UNTOUCHED = """SELECT id FROM articles WHERE feed <> '' AND feed = :feed AND trashed = '' AND added < :before
    AND starred = 0 AND state <> 'reading'
    AND id NOT IN (SELECT article_id FROM notes)
    AND NOT EXISTS (SELECT 1 FROM quotes WHERE article_id = articles.id AND (by_person = 1
      OR status <> 'suggested' OR verification <> 'unverified' OR authorisation <> ''
      OR source_id IS NOT NULL OR quotes.use <> ''))
    AND NOT EXISTS (SELECT 1 FROM tagged_articles JOIN tags ON tags.id = tag_id
      WHERE article_id = articles.id AND name NOT IN (SELECT value FROM json_each(:own)))"""
"""Read or not, but without a star, a note, a tag of a person's, or a quote that somebody decided on."""


def _folder(folder: str) -> str:
    return "/".join(clean_name(name, "folder") for name in tidy_folder(folder).split("/") if name)


def _place(feed: Feed) -> tuple[list[str], str]:
    return [folded(name) for name in feed.folder.split("/") if name], folded(feed.name)
