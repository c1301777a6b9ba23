"""`reader feeds refresh`: ask the feeds what is new; made for a person and for cron alike."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.feed_changes import named
from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation, private_option
from reader.cli.output import put_json_list, say
from reader.cli.renewed_line import clear_line, renew_line
from reader.feeds import Feed
from reader.i18n import _, day, ngettext

if TYPE_CHECKING:
    from reader.library.detecting import DetectionSettings
    from reader.library.refreshing import FeedProgress
    from reader.store import Store


@click.command(
    "refresh",
    help=_(
        "Ask all feeds, or FEEDs, what is new, and add it.\n\n"
        "A feed that failed, or whose server asked for it, is left alone for a while; one that is named, "
        "by number, name, address or folder, is asked all the same. Ctrl+C keeps what is done. Exit code "
        "1 if a feed failed."
    ),
)
@click.argument("feeds", nargs=-1, metavar="[FEED…]")
@click.option(
    "--now", "at_once", is_flag=True, help=_("Ask also those that are to be left alone for a while.")
)
@click.option("-q", "--quiet", is_flag=True, help=_("Only say what failed, as cron wants it."))
@private_option
@json_option
@pass_invocation
def refresh(
    invocation: Invocation,
    feeds: Sequence[str],
    at_once: bool,
    quiet: bool,
    allow_private: bool,
    as_json: bool,
) -> None:
    """Ask all feeds, or FEEDs, what is new, and add it."""
    from reader.library.refreshing import due  # the store, which help does without

    allowed = allow_private or invocation.config.allow_private
    with invocation.open() as store:
        every = named(store, feeds) if feeds else store.feeds.all()
        wanted = [feed for feed in every if not feed.is_off]
        asked = wanted if feeds or at_once else due(wanted)
        if not quiet and not as_json:
            _say_left_out(every, wanted, asked)
        run_refresh(store, asked, invocation.detection(), allowed, as_json=as_json, quiet=quiet)


def _say_left_out(every: Sequence[Feed], wanted: Sequence[Feed], asked: Sequence[Feed]) -> None:
    if off := len(every) - len(wanted):
        told = ngettext("{count} feed is off: left out.", "{count} feeds are off: left out.", off)
        say(told.format(count=off))
    if waiting := [feed for feed in wanted if feed not in asked]:
        first = min(feed.not_before for feed in waiting)
        told = _("{feeds} left alone until {time} UTC or later: --now asks all the same.")
        time = f"{day(first)} {first[11:16]}"
        say(told.format(feeds=amounts.feeds(len(waiting)), time=time))


def run_refresh(
    store: "Store",
    feeds: Sequence[Feed],
    detection: "DetectionSettings",
    allow_private: bool,
    *,
    as_json: bool,
    quiet: bool = False,
) -> None:
    """Ask feeds, and report as it goes; exit code 1 if one failed."""
    from reader.library.preparing import Preparation
    from reader.library.refreshing import RefreshSettings, refresh  # the detector and lxml

    settings = RefreshSettings(Preparation(detection, allow_private=allow_private))
    counts: dict[str, int] = {}
    with closing(refresh(store, feeds, settings)) as steps:
        shown = _shown(steps, counts, quiet)
        if as_json:
            put_json_list(step for step in shown if step.outcome != "under way")
        else:
            for _step in shown:
                pass
    if not (quiet or as_json):
        say(_summary(len(feeds), counts))
    if counts.get("failed"):
        raise click.exceptions.Exit(1)


def _shown(steps: "Iterable[FeedProgress]", counts: dict[str, int], quiet: bool) -> "Iterator[FeedProgress]":
    """Every step, counted and said."""
    articles: dict[int, int] = {}
    unreachable: list[FeedProgress] = []
    for step in steps:
        articles[step.feed_id] = step.new
        if step.outcome != "under way":
            counts[step.outcome] = counts.get(step.outcome, 0) + 1
            for name in ("new", "changed", "outlived"):
                counts[f"{name} articles"] = counts.get(f"{name} articles", 0) + getattr(step, name)
            if step.is_unreachable:
                unreachable.append(step)
            else:
                _say_step(step, quiet)
        if sys.stderr.isatty() and not quiet:
            news = amounts.new_articles(sum(articles.values()))
            told = ngettext("{done} of {count} feed, {news}", "{done} of {count} feeds, {news}", step.total)
            renew_line(told.format(done=step.done, count=step.total, news=news))
        yield step
    clear_line()
    _say_unreachable(unreachable, counts)


def _say_unreachable(unreachable: "Sequence[FeedProgress]", counts: dict[str, int]) -> None:
    """One sentence where no feed could be reached, which is no fault of theirs; else one for each."""
    reached = counts.get("same", 0) + counts.get("new", 0)
    if len(unreachable) > 1 and len(unreachable) == counts["failed"] and not reached:
        say(
            _("None of {count} feeds could be reached: you seem to be offline.").format(
                count=len(unreachable)
            )
        )
        return
    for step in unreachable:
        _say_step(step, quiet=False)


def _say_step(step: "FeedProgress", quiet: bool) -> None:
    new, changed = _("{count} new").format(count=step.new), _("{count} changed").format(count=step.changed)
    news = ", ".join(told for count, told in ((step.new, new), (step.changed, changed)) if count)
    if step.message and (step.outcome == "failed" or not quiet):
        clear_line()
        say(f"{step.name}: {', '.join(filter(None, (news, step.message)))}")
    elif news and not quiet:
        clear_line()
        say(f"{step.name}: {news}")


def _summary(total: int, counts: dict[str, int]) -> str:
    if not total:
        return _("No feed to ask.")
    parts = [amounts.new_articles(counts.get("new articles", 0))]
    if count := counts.get("changed articles"):
        parts.append(_("{count} changed").format(count=count))
    if count := counts.get("outlived articles"):
        parts.append(_("{count} moved to the trash, kept long enough").format(count=count))
    if failed := counts.get("failed"):
        parts.append(_("{feeds} failed").format(feeds=amounts.feeds(failed)))
    return _("{feeds} asked: {news}.").format(feeds=amounts.feeds(total), news=", ".join(parts))
