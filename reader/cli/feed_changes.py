"""`reader feeds edit, remove, rename`: what a person decides about feeds."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import Number, json_option, pass_invocation
from reader.cli.output import put_json, put_json_list, say, tell
from reader.errors import UsageError
from reader.feeds import Feed
from reader.i18n import _

if TYPE_CHECKING:
    from reader.store import Store


def named(store: "Store", words: Sequence[str]) -> list[Feed]:
    """The feeds that words mean: numbers, names, addresses or folders, each once."""
    return list({feed.id: feed for word in words for feed in store.feeds.find(word)}.values())


@click.command("edit", help=_("Change what is done with FEEDs, by number, name, address or folder."))
@click.argument("feeds", nargs=-1, required=True, metavar="FEED…")
@click.option("--folder", metavar="PATH", help=_('Folder to put them in; "" for none.'))
@click.option("-t", "--tag", "tags", multiple=True, metavar="TAG", help=_("One more tag for their articles."))
@click.option("--untag", "untags", multiple=True, metavar="TAG", help=_("A tag that they no longer get."))
@click.option("--keep", type=Number(0), help=_("Days to keep articles nobody works with; 0 for ever."))
@click.option("--off/--on", "is_off", default=None, help=_("Do not ask them any more, or do again."))
@json_option
@pass_invocation
def edit(
    invocation: Invocation,
    feeds: Sequence[str],
    folder: str | None,
    tags: Sequence[str],
    untags: Sequence[str],
    keep: int | None,
    is_off: bool | None,
    as_json: bool,
) -> None:
    """Change what is done with FEEDs, by number, name, address or folder."""
    said: dict[str, Any] = {"folder": folder, "keep_days": keep, "is_off": is_off}
    settings = {name: value for name, value in said.items() if value is not None}
    if not (settings or tags or untags):
        raise UsageError(_("What is to change? Give --folder, --tag, --untag, --keep, --off or --on."))
    with invocation.open() as store:
        chosen = named(store, feeds)
        with store.step(_("Change feeds")):
            for feed in chosen:
                own = [tag for tag in feed.tags if tag not in untags]
                store.feeds.update([feed.id], **settings, tags=tuple(dict.fromkeys((*own, *tags))))
        changed = [store.feeds.get(feed.id) for feed in chosen]
    if as_json:
        put_json_list(changed)
    else:
        say(_("Changed: {feeds}.").format(feeds=", ".join(feed.name for feed in changed)))


@click.command("rename", help=_("Call FEED otherwise; its articles bear the new name too."))
@click.argument("feed")
@click.argument("name")
@json_option
@pass_invocation
def rename(invocation: Invocation, feed: str, name: str, as_json: bool) -> None:
    """Call FEED otherwise; its articles bear the new name too."""
    with invocation.open() as store:
        (one, *more) = named(store, [feed])
        if more:
            raise UsageError(
                _("“{feed}” is a folder with several feeds: name one of them.").format(feed=feed)
            )
        renamed = store.feeds.rename(one.id, name)
    put_json(renamed) if as_json else say(_("Feed {id}: {name}.").format(id=renamed.id, name=renamed.name))


@click.command(
    "remove",
    help=_("End the subscription to FEEDs, by number, name, address or folder; their articles stay."),
)
@click.argument("feeds", nargs=-1, required=True, metavar="FEED…")
@click.option("--articles", "with_articles", is_flag=True, help=_("Move their articles to the trash too."))
@json_option
@pass_invocation
def remove(invocation: Invocation, feeds: Sequence[str], with_articles: bool, as_json: bool) -> None:
    """End the subscription to FEEDs, by number, name, address or folder; their articles stay."""
    with invocation.open() as store:
        chosen = named(store, feeds)
        label = (
            _("Unsubscribe from “{name}”").format(name=chosen[0].name)
            if len(chosen) == 1
            else _("Unsubscribe from feeds")
        )
        with store.step(label):
            doomed = [number for feed in chosen for number in store.feeds.article_ids(feed)]
            trashed = store.articles.trash(doomed) if with_articles else 0
            removed = store.feeds.remove([feed.id for feed in chosen])
    told = _("{feeds} removed; `reader undo` takes it back.")
    if with_articles:
        told = _("{feeds} removed, {articles} moved to the trash; `reader undo` takes it back.")
    feeds_told, articles = amounts.at_the_start(amounts.feeds(removed)), amounts.articles(trashed)
    tell(as_json, told.format(feeds=feeds_told, articles=articles), removed=removed, trashed=trashed)
