"""`reader sources card, sums`: what is kept of a source for oneself, and what of it may be counted."""

from collections.abc import Sequence
from dataclasses import asdict, replace

import click

from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import confirm, print_text, put_json, put_json_list, put_table
from reader.cli.source_names import find
from reader.errors import UsageError
from reader.i18n import _, ngettext, pgettext
from reader.models import Source, name_is_covered
from reader.store.source_details import WARNING


def public(source: Source) -> Source:
    """A source as JSON has it: its number elsewhere names it, and is there only where the name may be."""
    return replace(source, external_id="") if name_is_covered(source) else source


@click.command(
    "card",
    help=_(
        "Show all that is kept of SOURCE, and change what is for yourself alone.\n\n"
        "Fields are those of [source_fields] in the configuration; they leave as sums only (`sources "
        "sums`). Contacts leave in nothing but a backup, and are neither in the JSON nor in the journal."
    ),
)
@click.argument("source")
@click.option("--field", "fields", multiple=True, metavar="NAME=VALUE", help=_("Set a field; repeatable."))
@click.option(
    "--external-id", metavar="ID", help=_("Its number elsewhere: wikidata:Q567, orcid:…, an address.")
)
@click.option("--contacts", metavar="TEXT", help=_("How to reach it; “” takes that off."))
@click.option("-y", "--yes", is_flag=True, help=_("Keep contacts without being asked."))
@json_option
@pass_invocation
def card(
    invocation: Invocation,
    source: str,
    fields: Sequence[str],
    external_id: str | None,
    contacts: str | None,
    yes: bool,
    as_json: bool,
) -> None:
    """Show all that is kept of SOURCE, and change what is for yourself alone."""
    from reader.library.source_facts import checked_field, checked_id  # only where a card is written

    pairs = [_pair(word) for word in fields]
    allowed = invocation.config.source_fields
    checked = {name: checked_field(name, value, allowed) for name, value in pairs}
    with invocation.open() as store:
        found, details = find(store, source), store.sources.details
        if contacts and not details.is_confirmed:
            confirm(" ".join((WARNING, _("Keep contacts in this library?"))), yes)
            details.confirm()
        with store.step(_("Describe {name}").format(name=found.name)):
            if external_id is not None:
                found = store.sources.update(replace(found, external_id=checked_id(external_id)))
            if checked:
                details.set_fields(found.id, checked)
        if contacts is not None:
            details.set_contacts(found.id, contacts)
        kept, reached = details.fields(found.id), details.contacts(found.id)
    if as_json:
        put_json(public(found))
        return
    _print(found, {name: kept.get(name, "") for name in (*allowed, *kept)}, reached)


def _pair(word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not equals:
        raise UsageError(_('"{word}" is not as in --field gender=f.').format(word=word))
    return name.strip(), value


def _print(source: Source, fields: dict[str, str], contacts: str) -> None:
    terms = (source.use.label, _("identity protected") if source.identity_protected else "")
    lines = [
        (pgettext("head of a column", "name"), f"{source.name} ({source.id})"),
        (_("also called"), ", ".join(source.aliases)),
        (pgettext("head of a column", "kind"), source.kind.label),
        (pgettext("head of a column", "role"), source.role),
        (pgettext("head of a column", "affiliation"), source.affiliation),
        (pgettext("head of a column", "use"), ", ".join(filter(None, terms))),
        (_("described as"), source.description),
        (pgettext("head of a column", "quotes"), _quotes_of(source)),
        (pgettext("head of a column", "elsewhere"), source.external_id),
        *((name, value or "–") for name, value in fields.items()),
        (pgettext("head of a column", "contacts"), contacts.replace("\n", "; ")),
        (pgettext("head of a column", "remarks"), source.remarks),
    ]
    width = max(len(name) for name, _value in lines)
    for name, value in lines:
        if value:
            print_text(f"{name:{width}}  {value}")


def _quotes_of(source: Source) -> str:
    told = ngettext("{quotes} in {count} article", "{quotes} in {count} articles", source.articles)
    return told.format(quotes=source.quotes, count=source.articles)


@click.command("sums", help=_("Count sources and their quotes by FIELD, one of your own; nobody is named."))
@click.argument("field")
@json_option
@pass_invocation
def sums(invocation: Invocation, field: str, as_json: bool) -> None:
    """Count sources and their quotes by FIELD, one of your own; nobody is named."""
    from reader.library.balances import FEWEST  # counts, which help does without
    from reader.library.source_facts import require_field  # only where fields are counted

    require_field(field, invocation.config.source_fields)

    with invocation.open() as store:
        found = store.sources.details.sums(field, fewest=FEWEST)
    if as_json:
        put_json_list(asdict(one) for one in found)
        return
    put_table(
        (field, pgettext("head of a column", "sources"), pgettext("head of a column", "quotes")),
        [(one.value or "–", one.sources, one.quotes) for one in found],
    )
