"""`reader sources assign, merge, split, alias, remove`: who spoke, and who is whom."""

import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import confirm, covered, put_json, put_json_list, say, tell
from reader.cli.selecting import numbers
from reader.cli.source_cards import public
from reader.cli.source_names import chosen, find
from reader.errors import NotFoundError, UsageError
from reader.i18n import _, either
from reader.models import Source, name_is_covered
from reader.visible import visible

if TYPE_CHECKING:
    from reader.store import Joining, Store


@click.command(
    "assign", help=_("Say that SOURCE said these quotes; a new name is entered into the register.")
)
@click.argument("source")
@click.argument("quotes", nargs=-1, required=True, metavar="QUOTE…")
@click.option("--new", is_flag=True, help=_("Somebody else of this name: enter them, whoever is called so."))
@json_option
@pass_invocation
def assign(invocation: Invocation, source: str, quotes: Sequence[str], new: bool, as_json: bool) -> None:
    """Say that SOURCE said these quotes; a new name is entered into the register."""
    with invocation.open() as store:
        ids = [store.quotes.get(n).id for n in numbers(quotes)]
        speaker = chosen(store, source, ids, new=new)
        with store.step(_("Assign quotes")):
            speaker = speaker if speaker.id else store.sources.add(speaker)
            changed = store.sources.assign(ids, speaker.id)
    sentence = _("{count} assigned to {name} (source {id}).").format(
        count=changed, name=speaker.name, id=speaker.id
    )
    tell(as_json, sentence, source=speaker.id, assigned=changed)


@click.command(
    "merge",
    help=_(
        "Make the OTHER sources one with KEEP; their names become its aliases.\n\n"
        "The stricter terms of use hold for all, and empty fields are filled. Where they differ in kind, "
        "role, affiliation or description, say which with --take role=Ministerin."
    ),
)
@click.argument("keep")
@click.argument("others", nargs=-1, required=True, metavar="OTHER…")
@click.option(
    "--take", "taken", multiple=True, metavar="FIELD=VALUE", help=_("Which value to keep; repeatable.")
)
@click.option("-y", "--yes", is_flag=True, help=_("Do not ask."))
@json_option
@pass_invocation
def merge(
    invocation: Invocation, keep: str, others: Sequence[str], taken: Sequence[str], yes: bool, as_json: bool
) -> None:
    """Make the OTHER sources one with KEEP; their names become its aliases."""
    with invocation.open() as store:
        remaining = find(store, keep)
        ids = dict.fromkeys(find(store, other).id for other in others)
        ids.pop(remaining.id, None)
        if not ids:
            raise UsageError(_("A source cannot be merged with itself: name another."))
        plan = store.sources.joining(remaining.id, ids)
        values = _chosen(plan, taken)
        plan = plan.taking(values)
        for sentence in plan.sentences():
            say(sentence)
        if sys.stdin.isatty():
            confirm(_("Make them one?"), yes)
        merged = store.sources.merge(remaining.id, ids, values)
    if as_json:
        put_json(asdict(covered(public(merged))) | {"moved": plan.moved, "merged": list(ids)})
    else:
        say(
            _("{count} merged into {name} (source {id}); `reader undo` takes it back.").format(
                count=len(ids), name=merged.name, id=merged.id
            )
        )


def _chosen(plan: "Joining", taken: Sequence[str]) -> dict[str, str]:
    """The values to keep, as said in the call, or else as a person answers."""
    values = dict(_pair(word) for word in taken)
    left = plan.taking(values).questions
    if left and not sys.stdin.isatty():
        offers = {
            name: either([_("“{name}”").format(name=one) for one in offer]) for name, offer in left.items()
        }
        differ = "; ".join(f"{name} ({offered})" for name, offered in offers.items())
        example = " ".join(f"--take {name}=…" for name in left)  # not shown: as it is typed
        raise UsageError(
            _("They differ in {differ}. Say which to keep with {example}.").format(
                differ=differ, example=example
            )
        )
    return values | {name: _ask(name, offer) for name, offer in left.items()}


def _pair(word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not equals:
        raise UsageError(_('"{word}" is not as in --take role=Ministerin.').format(word=word))
    return name.strip(), value


def _ask(name: str, offer: Sequence[str]) -> str:
    """Ask which value to keep."""
    from reader.store.source_labels import field_label, value_label  # the store, which help does without

    for number, value in enumerate(offer, 1):
        say(f"  {number}  {value_label(name, value)}")
    question = _("Which {name} is kept?").format(name=field_label(name))
    number = click.prompt(visible(question), type=click.IntRange(1, len(offer)), default=1, err=True)
    return offer[number - 1]


@click.command(
    "split",
    help=_(
        "Make a source of its own out of an ALIAS of SOURCE.\n\n"
        "It gets the quotes whose speaker is written so, and those named. It is used on the same terms."
    ),
)
@click.argument("source")
@click.argument("name", metavar="ALIAS")
@click.argument("quotes", nargs=-1, metavar="[QUOTE…]")
@json_option
@pass_invocation
def split(invocation: Invocation, source: str, name: str, quotes: Sequence[str], as_json: bool) -> None:
    """Make a source of its own out of an ALIAS of SOURCE."""
    with invocation.open() as store:
        old = find(store, source)
        ids = [_quote_of(store, old, n) for n in numbers(quotes)] if quotes else []
        made = store.sources.split_alias(old.id, _alias_of(old, name), ids)
    if as_json:
        put_json(public(made))
    else:
        told = _(
            "{name} is a source of its own now (source {id}), with {quotes}; `reader undo` takes it back."
        )
        say(told.format(name=made.name, id=made.id, quotes=amounts.with_quotes(made.quotes)))


def _quote_of(store: "Store", source: Source, number: int) -> int:
    """A quote that the source said; splitting takes none from anybody else."""
    quote = store.quotes.get(number)
    if quote.source_id != source.id:
        raise UsageError(
            _("Quote {number} is not by “{name}”: name quotes of that source.").format(
                number=number, name=source.name
            )
        )
    return quote.id


def _alias_of(source: Source, name: str) -> str:
    """An alias of the source as it is written there."""
    found = [alias for alias in source.aliases if alias.casefold() == " ".join(name.split()).casefold()]
    if not found:
        known = ", ".join(_("“{name}”").format(name=alias) for alias in source.aliases)
        told = _("“{name}” is not also called “{alias}”, but {known}.")
        if not known:
            told = _("“{name}” is not also called “{alias}”, but nothing.")
        raise NotFoundError(told.format(name=source.name, alias=name, known=known))
    return found[0]


@click.command(
    "alias", help=_("List what SOURCE is also called, put names on it or take them off; its quotes stay.")
)
@click.argument("source")
@click.option("--add", "added", multiple=True, metavar="NAME", help=_("One more name; repeatable."))
@click.option("--remove", "removed", multiple=True, metavar="NAME", help=_("Take this name off; repeatable."))
@click.option("-y", "--yes", is_flag=True, help=_("Do not ask."))
@json_option
@pass_invocation
def alias(
    invocation: Invocation,
    source: str,
    added: Sequence[str],
    removed: Sequence[str],
    yes: bool,
    as_json: bool,
) -> None:
    """List what SOURCE is also called, put names on it or take them off; its quotes stay."""
    with invocation.open() as store:
        old = find(store, source)
        gone = [_alias_of(old, name) for name in removed]
        if gone and name_is_covered(old):
            names = ", ".join(_("“{name}”").format(name=name) for name in gone)
            confirm(
                _("{names} will be covered no longer in what leaves the library. Take it off?").format(
                    names=names
                ),
                yes,
            )
        stored = old
        if added or gone:
            left = tuple(name for name in old.aliases if name not in gone)
            stored = store.sources.update(replace(old, aliases=(*left, *added)))
    if as_json:
        put_json_list(stored.aliases)
    else:
        told = _("{name} is also called: {aliases}.")
        if not stored.aliases:
            told = _("{name} is also called: nothing else.")
        say(told.format(name=stored.name, aliases=", ".join(stored.aliases)))


@click.command("remove", help=_("Take sources out of the register; their quotes stay."))
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("-y", "--yes", is_flag=True, help=_("Do not ask."))
@json_option
@pass_invocation
def remove(invocation: Invocation, sources: Sequence[str], yes: bool, as_json: bool) -> None:
    """Take sources out of the register; their quotes stay."""
    with invocation.open() as store:
        doomed = [find(store, source) for source in sources]
        covered = [_("“{name}”").format(name=one.name) for one in doomed if name_is_covered(one)]
        if covered:
            names = ", ".join(covered)
            confirm(
                _("{names} will be covered no longer in what leaves the library. Take it out?").format(
                    names=names
                ),
                yes,
            )
        number = store.sources.remove(one.id for one in doomed)
    tell(as_json, _("{count} removed; `reader undo` takes it back.").format(count=number), removed=number)
