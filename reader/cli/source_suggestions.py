"""`reader sources suggest, take`: who is quoted and in no register yet, and the way into it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import confirm, put_json_list, put_table, say, tell
from reader.cli.source_names import find
from reader.errors import UsageError
from reader.i18n import _, ngettext, pgettext
from reader.models import Voice
from reader.terms import SourceKind


@click.command(
    "suggest",
    help=_(
        "List who is quoted by name and is in no register yet, the most quoted first.\n\n"
        "Pronouns, roles and offices without a name are left out, and who is only carried over from "
        "before."
    ),
)
@click.option("--min", "least", type=click.IntRange(1), default=1, help=_("With so many quotes at least."))
@click.option("--never", is_flag=True, help=_("Those that are left out."))
@click.option("--take", "do_take", is_flag=True, help=_("Take all that are listed into the register; asks."))
@click.option("-y", "--yes", is_flag=True, help=_("Do not ask."))
@json_option
@pass_invocation
def suggest(invocation: Invocation, least: int, never: bool, do_take: bool, yes: bool, as_json: bool) -> None:
    """List who is quoted by name and is in no register yet, the most quoted first."""
    if do_take and never:
        raise UsageError(_("--take takes in what is suggested: name whom to take back with `sources take`."))
    with invocation.open() as store:
        found = store.voices.suggested(store.sources.all(), dismissed=never)
        voices = store.voices.described(voice for voice in found if never or voice.quotes >= least)
    if not do_take:
        _put(voices, as_json)
        return
    confirm(_("Take {names} into the register?").format(names=amounts.names(len(voices))), yes)
    _take_all(invocation, voices, as_json)


def _put(voices: Sequence[Voice], as_json: bool) -> None:
    if as_json:
        put_json_list(map(_facts, voices))
        return
    heads = (
        pgettext("head of a column", "name"),
        pgettext("head of a column", "kind"),
        pgettext("head of a column", "role"),
        pgettext("head of a column", "affiliation"),
        pgettext("head of a column", "quotes"),
        pgettext("head of a column", "articles"),
        pgettext("head of a column", "probably"),
    )
    put_table(heads, [_row(voice) for voice in voices])


def _facts(voice: Voice) -> dict[str, Any]:
    facts = asdict(voice)
    facts["dismissed"] = bool(facts.pop("dismissed"))
    del facts["id"]  # it tells rows of a list apart, and is another one tomorrow
    return facts


def _row(voice: Voice) -> tuple[object, ...]:
    probably = pgettext("sources", "several") if voice.doubt else ""
    if voice.same_id:
        probably = f"{voice.same_name} ({voice.same_id})"
    kind = SourceKind(voice.kind).label
    return (voice.name, kind, voice.role, voice.affiliation, voice.quotes, voice.articles, probably)


def _take_all(invocation: Invocation, voices: Sequence[Voice], as_json: bool) -> None:
    from reader.library.register import take as take_in  # only where somebody is taken in

    label = _("Take in {names}").format(names=amounts.names(len(voices)))
    with invocation.open() as store, store.step(label):
        taken = [take_in(store, voice) for voice in voices]
    quotes, left = sum(one.quotes for one in taken), sum(one.left for one in taken)
    told = _("{names} taken in, with {quotes}.")
    sentences = [told.format(names=amounts.names(len(taken)), quotes=amounts.with_quotes(quotes))]
    if left:
        rest = ngettext(
            "{count} quote that may be by somebody else was left.",
            "{count} quotes that may be by somebody else were left.",
            left,
        )
        sentences.append(rest.format(count=left))
    sentence = " ".join([*sentences, _UNDO])
    tell(as_json, sentence, taken=len(taken), quotes=quotes, left=left)


_UNDO = _("`reader undo` takes it back.")


@click.command(
    "take",
    help=_(
        "Take NAME, as articles give it, into the register, with all its quotes.\n\n"
        "Where the register has one source of that name already, the quotes go there. Quotes that may be "
        "by somebody else of the name are left, and told."
    ),
)
@click.argument("name")
@click.option(
    "--to", "source", metavar="SOURCE", help=_("Give the quotes to this source, by number or name.")
)
@click.option("--all", "everything", is_flag=True, help=_("Also quotes that may be by somebody else."))
@click.option(
    "--never", is_flag=True, help=_("Do not suggest this name any more; its quotes stay as they are.")
)
@click.option("--again", is_flag=True, help=_("Suggest this name again."))
@json_option
@pass_invocation
def take(
    invocation: Invocation,
    name: str,
    source: str | None,
    everything: bool,
    never: bool,
    again: bool,
    as_json: bool,
) -> None:
    """Take NAME, as articles give it, into the register, with all its quotes."""
    if (never or again) and (source or everything or (never and again)):
        raise UsageError(_("--never and --again only say whether a name is suggested: leave the others out."))
    if never or again:
        _suggest_no_more(invocation, name, again, as_json)
        return
    from reader.library.register import found  # only where somebody is taken in
    from reader.library.register import take as take_in

    with invocation.open() as store:
        voice, ours = found(store, name), find(store, source) if source else None
        with store.step(_("Take in {name}").format(name=voice.name)):
            store.voices.bring_back(voice.spellings)
            done = take_in(store, voice, ours, everything=everything)
    facts = {"source": done.source.id, "new": done.is_new, "quotes": done.quotes, "left": done.left}
    more = _("--all takes them too.") if done.left else ""
    sentence = " ".join(filter(None, (done.sentence(), more, _UNDO)))
    tell(as_json, sentence, **facts, doubt=done.doubt)


def _suggest_no_more(invocation: Invocation, name: str, again: bool, as_json: bool) -> None:
    name = " ".join(name.split())
    with invocation.open() as store:
        names = store.voices.written_like(name) or [name]
        number = store.voices.bring_back([*names, name]) if again else store.voices.dismiss(names)
    if not number and not as_json:
        say(
            _("“{name}” was not left out.").format(name=name)
            if again
            else _("“{name}” is left out already.").format(name=name)
        )
        return
    told = _("“{name}” is suggested again.") if again else _("“{name}” is suggested no more.")
    tell(as_json, told.format(name=name), names=names, suggested=again)
