"""Whether a name is enough to take two voices for one: "Sprecher" never is, two Anna Schmidts may be two."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.i18n import _
from reader.models import Source
from reader.store.connection import Connection
from reader.store.folding import folded
from reader.store.steps import AMONG, listed
from reader.texts.voices import tells_who


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a voice, in lower case without diacritics."""

    roles: frozenset[str]
    affiliations: frozenset[str]
    articles: frozenset[int] = frozenset()


def doubt(connection: Connection, source: Source, quote_ids: Iterable[int]) -> str:
    """Why quotes may be by somebody else of the same name; "" where nothing says so.

    Quotes of an article in which the source speaks already are by the same voice.
    """
    ours, theirs = _facts(connection, "source_id = ?", source.id), _of_quotes(connection, quote_ids)
    ours = Facts(ours.roles | _set(source.role), ours.affiliations | _set(source.affiliation), ours.articles)
    if theirs.articles <= ours.articles or ours.affiliations & theirs.affiliations:
        return ""
    if other := other_facts(ours, theirs):
        return other
    is_known = bool(ours.articles or ours.roles or ours.affiliations)
    return _("the name alone tells nobody") if is_known and not tells_who(source.name, source.kind) else ""


def other_facts(ours: Facts, theirs: Facts) -> str:
    """Why what is known of two voices does not fit one; "" where it may."""
    if ours.affiliations & theirs.affiliations:
        return ""
    return _other(ours.affiliations, theirs.affiliations) or _other(ours.roles, theirs.roles)


def may_be_one(ours: Source, theirs: Source) -> str:
    """Why sources of one name in two libraries are kept apart; "" where they may be taken for one."""
    if ours.kind and theirs.kind and ours.kind != theirs.kind:
        return _("{theirs} there, {ours} here").format(theirs=theirs.kind.label, ours=ours.kind.label)
    facts = [(ours.affiliation, theirs.affiliation), (ours.role, theirs.role)]
    for here, there in facts:
        if here and there and folded(here) != folded(there):
            return _("“{theirs}” there, “{ours}” here").format(theirs=there, ours=here)
    is_confirmed = any(here and there for here, there in facts)
    kind = ours.kind or theirs.kind
    return "" if is_confirmed or tells_who(ours.name, kind) else _("the name alone tells nobody")


def _other(known: frozenset[str], said: frozenset[str]) -> str:
    # "Minister" and "Minister of finance" do not contradict each other.
    if not known or not said or any(one in other or other in one for one in known for other in said):
        return ""
    return _("known as “{known}”, here “{here}”").format(known=min(known), here=min(said))


def _facts(connection: Connection, where: str, parameter: object) -> Facts:
    sql = f"SELECT DISTINCT speaker_role, speaker_affiliation, article_id FROM quotes WHERE {where}"
    rows = connection.rows(sql, (parameter,))
    return Facts(
        frozenset().union(*(_set(role) for role, _, _ in rows)),
        frozenset().union(*(_set(affiliation) for _, affiliation, _ in rows)),
        frozenset(article for _, _, article in rows),
    )


def _of_quotes(connection: Connection, quote_ids: Iterable[int]) -> Facts:
    return _facts(connection, f"id {AMONG}", listed(quote_ids))


def _set(text: str) -> frozenset[str]:
    return frozenset({folded(text.strip())}) if text.strip() else frozenset()
