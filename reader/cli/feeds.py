"""`reader feeds`: subscribe to feeds, keep them in order and ask them what is new."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.feed_changes import edit, remove, rename
from reader.cli.feed_lists import export_feeds, import_feeds
from reader.cli.feed_refreshing import refresh, run_refresh
from reader.cli.invocation import Invocation
from reader.cli.options import Number, json_option, pass_invocation, private_option
from reader.cli.output import print_text, put_json_list, put_table, say
from reader.errors import UsageError
from reader.feeds import Feed
from reader.i18n import _, day, pgettext

if TYPE_CHECKING:
    from reader.ingest.found_feeds import FoundFeed


@click.group(
    "feeds",
    invoke_without_command=True,
    help=_("List the feeds that are subscribed to; its commands add, change and ask them."),
)
@json_option
@pass_invocation
def feeds_command(invocation: Invocation, as_json: bool) -> None:
    """List the feeds that are subscribed to; its commands add, change and ask them."""
    if click.get_current_context().invoked_subcommand is None:
        _list(invocation, as_json)


@click.command(
    "list", help=_("List the feeds, by folder and name, with how many of their articles are unread.")
)
@json_option
@pass_invocation
def list_feeds(invocation: Invocation, as_json: bool) -> None:
    """List the feeds, by folder and name, with how many of their articles are unread."""
    _list(invocation, as_json)


_HEADS = (
    pgettext("head of a column", "no"),
    pgettext("head of a column", "folder"),
    pgettext("head of a column", "name"),
    pgettext("head of a column", "unread"),
    pgettext("head of a column", "articles"),
    pgettext("head of a column", "asked"),
    pgettext("head of a column", "state"),
    pgettext("head of a column", "address"),
)


def _list(invocation: Invocation, as_json: bool) -> None:
    with invocation.open() as store:
        every = store.feeds.all()
    if as_json:
        put_json_list(every)
        return
    put_table(_HEADS, [_cells(feed) for feed in every])
    if not every:
        say(_("No feed yet: `reader feeds add ADDRESS` subscribes to one, or to what a site names."))


def _cells(feed: Feed) -> tuple[object, ...]:
    asked = f"{day(feed.asked)} {feed.asked[11:16]}".strip()
    return (
        *(feed.id, feed.folder, feed.name, feed.unread, feed.articles, asked),
        *(state_of(feed), feed.address),
    )


def state_of(feed: Feed) -> str:
    """How a feed stands, in a word or two."""
    if feed.is_off:
        return pgettext("a feed", "off")
    if feed.trouble:
        return _("failed {failures}×").format(failures=feed.failures)
    return "" if feed.asked else _("not asked yet")


@click.command(
    "add",
    help=_(
        "Subscribe to the feed at ADDRESS, or to one that the site at ADDRESS names, and fetch its articles."
    ),
)
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS…")
@click.option("--folder", default="", metavar="PATH", help=_("Folder to put it in, such as Politik/Ausland."))
@click.option("--name", default="", help=_("How to call it, instead of as it calls itself."))
@click.option(
    "-t", "--tag", "tags", multiple=True, metavar="TAG", help=_("Tag for its articles; repeatable.")
)
@click.option(
    "--keep", type=Number(0), default=0, help=_("Days to keep articles nobody works with; 0 for ever.")
)
@click.option("--all", "takes_all", is_flag=True, help=_("All feeds that the site names, not one."))
@click.option("--later", is_flag=True, help=_("Only subscribe; fetch no articles yet."))
@private_option
@json_option
@pass_invocation
def add(
    invocation: Invocation,
    addresses: Sequence[str],
    folder: str,
    name: str,
    tags: Sequence[str],
    keep: int,
    takes_all: bool,
    later: bool,
    allow_private: bool,
    as_json: bool,
) -> None:
    """Subscribe to the feed at ADDRESS, or to one that the site at ADDRESS names, and fetch its articles."""
    if name and len(addresses) > 1:
        raise UsageError(_("--name is for one ADDRESS."))
    allowed = allow_private or invocation.config.allow_private
    found = [feed for address in addresses for feed in _feeds_at(address, takes_all, allowed)]
    settings = {"folder": folder, "tags": tuple(tags), "keep_days": keep} | ({"name": name} if name else {})
    with invocation.open(create=True) as store:
        before = {feed.id for feed in store.feeds.all()}
        label = _("Subscribe to “{name}”").format(name=found[0].name)
        if len(found) > 1:
            label = _("Subscribe to {feeds}").format(feeds=amounts.feeds(len(found)))
        with store.step(label):
            added = [store.feeds.add(replace(feed, **settings)) for feed in found]  # type: ignore[arg-type]  # by name
        for feed in added:
            _say_added(feed, is_new=feed.id not in before, as_json=as_json)
        if later:
            put_json_list(added) if as_json else None
            return
        run_refresh(store, added, invocation.detection(), allowed, as_json=as_json)


def _say_added(feed: Feed, *, is_new: bool, as_json: bool) -> None:
    if not as_json:
        told = _("Subscribed to “{name}” (feed {id}).")
        if not is_new:
            told = _("Already subscribed to “{name}” (feed {id}).")
        say(told.format(name=feed.name, id=feed.id))


def _feeds_at(address: str, takes_all: bool, allow_private: bool) -> list[Feed]:
    from reader.library.subscribing import chosen, offer_at  # lxml and its like

    offer = offer_at(address, allow_private=allow_private)
    if offer.feed is not None:
        return [offer.feed]
    wanted = offer.found if takes_all else _choice(address, offer.found)
    return [chosen(one, allow_private=allow_private) for one in wanted]


def _choice(address: str, found: "Sequence[FoundFeed]") -> "Sequence[FoundFeed]":
    """One of the feeds of a site: asked for where somebody sits there, else it has to be named."""
    from reader.library.subscribing import in_words

    if len(found) == 1:
        return found
    lines = in_words(found)
    if not sys.stdin.isatty():
        for line in lines:
            print_text(line)
        raise UsageError(
            _("{address} names {count} feeds: name one of these addresses, or say --all.").format(
                address=address, count=len(found)
            )
        )
    for line in lines:
        say(line)
    number = click.prompt(_("Which one"), type=click.IntRange(1, len(found)), default=1, err=True)
    return [found[number - 1]]


for _command in (add, list_feeds, edit, remove, rename, refresh, import_feeds, export_feeds):
    feeds_command.add_command(_command)
