"""`reader sources`: the register of people, organisations and documents."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import click

from reader.cli.invocation import Invocation
from reader.cli.options import Command, json_option, pass_invocation
from reader.cli.output import print_text, put_json, put_json_list, put_table, say
from reader.cli.source_cards import card, public, sums
from reader.cli.source_changes import alias, assign, merge, remove, split
from reader.cli.source_forgetting import forget
from reader.cli.source_names import find
from reader.cli.source_suggestions import suggest, take
from reader.errors import UsageError
from reader.i18n import _, decimal, pgettext
from reader.models import Source, SourceKind, TermsOfUse

KINDS = click.Choice(["person", "organisation", "document", "anonymous"])
RECORDS = click.Choice(["on record", "background", "confidential"])  # not shown: typed
USES = click.Choice([str(use) for use in TermsOfUse if use])
CONFIDENTIAL = _(
    "confidential means: identity protected. The words may go out, the name never.\n"
    'Words that are not for publication: --use "off the record".'
)


def _terms_options(command: Command) -> Command:
    """Add what says how the words and the name of a source may be used."""
    every = (
        click.option(
            "--use", type=USES, help=_("How its words may be used, where a quote says nothing else.")
        ),
        click.option("--description", help=_("What stands for its name on background, as agreed.")),
        click.option("--protect/--no-protect", default=None, help=_("Keep its name out of all that leaves.")),
        click.option("--record", type=RECORDS, help=_("Older form of --use and --protect.")),
    )
    for option in reversed(every):
        command = option(command)
    return command


def _on_terms(
    source: Source, use: str | None, description: str | None, protect: bool | None, record: str | None
) -> Source:
    """`source` with what was said of its terms; what was not said stays."""
    if record is not None and (use is not None or protect is not None):
        raise UsageError(_("Say --use and --protect, or the older --record, not both."))
    if record == "confidential":
        say(CONFIDENTIAL)
        protect = True
    elif record is not None:
        use, protect = record, False
    return replace(
        source,
        use=TermsOfUse(use) if use else source.use,
        identity_protected=source.identity_protected if protect is None else protect,
        description=source.description if description is None else " ".join(description.split()),
    )


@click.group(
    "sources",
    invoke_without_command=True,
    help=_("List the register of sources; its commands add to it and change it."),
)
@json_option
@pass_invocation
def sources_command(invocation: Invocation, as_json: bool) -> None:
    """List the register of sources; its commands add to it and change it."""
    if click.get_current_context().invoked_subcommand is not None:
        return
    with invocation.open() as store:
        every = store.sources.all()
    if as_json:
        put_json_list(map(public, every))
        return
    put_table(
        (
            pgettext("head of a column", "no"),
            pgettext("head of a column", "name"),
            pgettext("head of a column", "kind"),
            pgettext("head of a column", "role"),
            pgettext("head of a column", "affiliation"),
            pgettext("head of a column", "use"),
            pgettext("head of a column", "quotes"),
            pgettext("head of a column", "articles"),
            pgettext("head of a column", "aliases"),
        ),
        map(_row, every),
    )


def _row(source: Source) -> tuple[object, ...]:
    terms = (source.use.label, pgettext("a source", "protected") if source.identity_protected else "")
    return (
        source.id,
        source.name,
        source.kind.label,
        source.role,
        source.affiliation,
        ", ".join(filter(None, terms)),
        source.quotes,
        source.articles,
        ", ".join(source.aliases),
    )


@sources_command.command("add", help=_("Enter NAME into the register."))
@click.argument("name")
@click.option("--kind", type=KINDS, help=_("What it is."))
@click.option("--role", default="", help=_("Role, such as Ministerin."))
@click.option("--affiliation", default="", help=_("Party, company, office."))
@click.option("--alias", "aliases", multiple=True, help=_("Another name; repeatable."))
@_terms_options
@click.option("--remarks", default="", help=_("Anything else."))
@json_option
@pass_invocation
def add(
    invocation: Invocation,
    name: str,
    kind: str | None,
    role: str,
    affiliation: str,
    aliases: Sequence[str],
    remarks: str,
    as_json: bool,
    **terms: Any,
) -> None:
    """Enter NAME into the register."""
    entered = Source(name, SourceKind(kind or ""), role, affiliation, tuple(aliases), remarks=remarks)
    entered = _on_terms(entered, **terms)
    with invocation.open(create=True) as store:
        made = store.sources.add(entered)
    put_json(public(made)) if as_json else say(_("Source {id}: {name}.").format(id=made.id, name=made.name))


@sources_command.command("edit", help=_("Change SOURCE, by number or name."))
@click.argument("source")
@click.option("--name", help=_("Another name."))
@click.option("--kind", type=KINDS, help=_("What it is."))
@click.option("--role", help=_("Role, such as Ministerin."))
@click.option("--affiliation", help=_("Party, company, office."))
@click.option("--alias", "aliases", multiple=True, help=_("One more name; repeatable."))
@_terms_options
@click.option("--remarks", help=_("Anything else."))
@json_option
@pass_invocation
def edit(
    invocation: Invocation,
    source: str,
    name: str | None,
    kind: str | None,
    role: str | None,
    affiliation: str | None,
    aliases: Sequence[str],
    remarks: str | None,
    as_json: bool,
    **terms: Any,
) -> None:
    """Change SOURCE, by number or name."""
    with invocation.open() as store:
        old = find(store, source)
        changed = replace(
            old,
            name=name or old.name,
            kind=SourceKind(kind) if kind else old.kind,
            role=old.role if role is None else role,
            affiliation=old.affiliation if affiliation is None else affiliation,
            aliases=(*old.aliases, *aliases),
            remarks=old.remarks if remarks is None else remarks,
        )
        stored = store.sources.update(_on_terms(changed, **terms))
    put_json(public(stored)) if as_json else say(
        _("Source {id}: {name}.").format(id=stored.id, name=stored.name)
    )


@sources_command.command("similar", help=_("List sources that are probably the same."))
@json_option
@pass_invocation
def similar(invocation: Invocation, as_json: bool) -> None:
    """List sources that are probably the same."""
    with invocation.open() as store:
        pairs = store.sources.similar()
    if as_json:
        put_json_list(
            {"first": public(a), "second": public(b), "likeness": round(likeness, 3)}
            for a, b, likeness in pairs
        )
        return
    for first, second, likeness in pairs:
        print_text(f"{decimal(likeness, 2)}  {first.name} ({first.id}) = {second.name} ({second.id})")


for _command in (suggest, take, card, sums, assign, merge, split, alias, remove, forget):
    sources_command.add_command(_command)
