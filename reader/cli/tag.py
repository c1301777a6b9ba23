"""`reader tag`: put tags on articles, quotes and notes, and keep the tags in order."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import put_json_list, put_table, say, tell
from reader.cli.selecting import articles as chosen_articles
from reader.cli.selecting import numbers
from reader.cli.selecting import quotes as chosen_quotes
from reader.errors import UsageError
from reader.i18n import _, pgettext

if TYPE_CHECKING:
    from reader.store import Store


class Order(NamedTuple):
    """What is to be changed about the tags themselves; None for what stays."""

    rename: str | None
    colour: str | None
    describe: str | None
    under: str | None
    merge: str | None
    before: str | None
    after: str | None
    remove: bool

    @property
    def is_given(self) -> bool:
        """Whether anything is."""
        return self.remove or any(one is not None for one in self[:-1])


@click.command("tag", help=_("Put TAGs such as politik/syrien on things; without any, list the codebook."))
@click.argument("tags", nargs=-1, metavar="[TAG…]")
@click.option(
    "-a",
    "--article",
    "articles",
    multiple=True,
    metavar="ARTICLES",
    help=_("Articles, by number or query; repeatable."),
)
@click.option(
    "-q",
    "--quote",
    "quotes",
    multiple=True,
    metavar="QUOTES",
    help=_("Quotes, by number or query; repeatable."),
)
@click.option("--note", "notes", multiple=True, metavar="NUMBERS", help=_("Notes, by number; repeatable."))
@click.option("--memo", "memos", multiple=True, metavar="NUMBERS", help=_("Memos, by number; repeatable."))
@click.option("--off", is_flag=True, help=_("Take the tags off."))
@click.option("--rename", metavar="NEW", help=_("Rename the one TAG, and all below it."))
@click.option(
    "--colour", metavar="COLOUR", help=_("Colour of the TAGs: #rrggbb or a name; none for the theme's.")
)
@click.option("--describe", metavar="TEXT", help=_("What the TAGs are put on, and what not."))
@click.option("--under", metavar="PARENT", help=_('Move the TAGs under PARENT; "" for the top.'))
@click.option("--merge", metavar="INTO", help=_("Let INTO take the place of the TAGs."))
@click.option("--before", metavar="OTHER", help=_("Let the one TAG stand before OTHER, which is beside it."))
@click.option("--after", metavar="OTHER", help=_("Let the one TAG stand after OTHER."))
@click.option("--remove", is_flag=True, help=_("Remove the TAGs, and all below them, from everything."))
@click.option(
    "-o", "--output", metavar="FILE", help=_("Write the codebook: .qdc (REFI-QDA) or .csv (Taguette).")
)
@click.option("--force", is_flag=True, help=_("With --output, replace a file that is there."))
@json_option
@pass_invocation
def tag_command(
    invocation: Invocation,
    tags: Sequence[str],
    articles: Sequence[str],
    quotes: Sequence[str],
    notes: Sequence[str],
    memos: Sequence[str],
    off: bool,
    rename: str | None,
    colour: str | None,
    describe: str | None,
    under: str | None,
    merge: str | None,
    before: str | None,
    after: str | None,
    remove: bool,
    output: str | None,
    force: bool,
    as_json: bool,
) -> None:
    """Put TAGs such as politik/syrien on things; without any, list the codebook."""
    if output is not None:
        _write(invocation, tags, output, force, as_json)
        return
    if not tags:
        _list(invocation, as_json)
        return
    order = Order(rename, colour, describe, under, merge, before, after, remove)
    if order.is_given:
        _keep_in_order(invocation, tags, order)
        if as_json:
            _list(invocation, as_json)
        else:
            say(_("Done."))
        return
    if not (articles or quotes or notes or memos):
        raise UsageError(_("On what? Give --article, --quote, --note or --memo."))
    with invocation.open() as store:
        change = store.tags.detach if off else store.tags.attach
        changed = change(tags, **_things(store, articles, quotes, notes, memos))
    told = _("{tags} taken off.") if off else _("{tags} put on.")
    tell(as_json, told.format(tags=amounts.at_the_start(amounts.tags(changed))), changed=changed)


def _things(
    store: "Store", articles: Sequence[str], quotes: Sequence[str], notes: Sequence[str], memos: Sequence[str]
) -> dict[str, list[int]]:
    """The numbers of what is named, by what it is."""
    named = [number for words in quotes for number in chosen_quotes(store, [words])]
    return {
        "articles": [article_id for words in articles for article_id in chosen_articles(store, [words])],
        "quotes": [store.quotes.get(number).id for number in named],
        "notes": [store.notes.get(number).id for number in numbers(notes)] if notes else [],
        "memos": [store.memos.get(number).id for number in numbers(memos)] if memos else [],
    }


def _write(invocation: Invocation, tags: Sequence[str], output: str, force: bool, as_json: bool) -> None:
    from reader.library.codebook_files import write  # the formats, which help does without

    if tags:
        raise UsageError(_("--output writes the whole codebook: give no TAG with it."))
    with invocation.open() as store:
        written = write(
            store, Path(output).expanduser(), force=force, confidential=invocation.with_confidential
        )
    tell(as_json, _("Written: {place}").format(place=written), written=str(written))


def _list(invocation: Invocation, as_json: bool) -> None:
    with invocation.open() as store:
        every = store.tags.codebook()
    if as_json:
        put_json_list(every)
        return
    rows = [
        (tag.articles, tag.quotes, tag.notes, tag.colour, tag.path, " ".join(tag.description.split()))
        for tag in every
    ]
    heads = (
        pgettext("head of a column", "articles"),
        pgettext("head of a column", "quotes"),
        pgettext("head of a column", "notes"),
        pgettext("head of a column", "colour"),
        pgettext("head of a column", "tag"),
        pgettext("head of a column", "description"),
    )
    put_table(heads, rows)


def _keep_in_order(invocation: Invocation, tags: Sequence[str], order: Order) -> None:
    for name in ("rename", "before", "after"):
        if getattr(order, name) is not None and len(tags) != 1:
            raise UsageError(_("{option} takes one TAG.").format(option=f"--{name}"))
    places = [
        name for name in ("rename", "under", "merge", "remove") if getattr(order, name) not in (None, False)
    ]
    if len(places) > 1:
        raise UsageError(
            _("{first} and {second} cannot be done at once: give one after the other.").format(
                first=f"--{places[0]}", second=f"--{places[1]}"
            )
        )
    with invocation.open() as store, store.step(_("Change tags")):
        _change(store, tags, order)


def _change(store: "Store", tags: Sequence[str], order: Order) -> None:
    from reader.library import codebook  # the store, which help does without

    colour = None if order.colour is None else codebook.colour_of(order.colour)
    for tag in tags:
        if colour is not None:
            store.tags.colour(tag, colour)
        if order.describe is not None:
            store.tags.describe(tag, order.describe)
        for other, after in ((order.before, False), (order.after, True)):
            if other is not None:
                codebook.put_beside(store, tag, other, after=after)
    if order.rename is not None:
        store.tags.rename(tags[0], order.rename)
    if order.under is not None:
        codebook.move_under(store, tags, order.under)
    if order.merge is not None:
        codebook.merge(store, tags, order.merge)
    if order.remove:
        codebook.remove(store, tags)
