"""`reader sync --conflicts`, `--keep` and `--take`: what two people wrote at the same time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader import amounts
from reader.cli.output import print_text, put_json_list, say
from reader.errors import NotFoundError
from reader.i18n import _, day, pgettext
from reader.ledgers import StatementState
from reader.terms import Authorisation, Status, TermsOfUse, Verification

if TYPE_CHECKING:
    from reader.store import Store
    from reader.store.syncing.conflicts import Conflict

_LONGEST = 60
_Term = type[Status | Verification | Authorisation | TermsOfUse | StatementState]
_TERMS: dict[str, _Term] = {
    "status": Status,
    "verification": Verification,
    "authorisation": Authorisation,
    "use": TermsOfUse,
    "state": StatementState,
}
"""Columns that hold a term, which people read by its label."""


def put_conflicts(store: "Store", *, as_json: bool) -> None:
    """List them."""
    found = store.syncing.conflicts()
    if as_json:
        put_json_list(found)
        return
    for one in found:
        print_text(_told(one))
    if found:
        say(
            _("`reader sync --keep N` lets stand what stands, `--take N` what the other wrote; both for all.")
        )
    else:
        say(_("Nobody wrote something else at the same time."))


def _told(one: "Conflict") -> str:
    from reader.store.syncing.kinds import BY_NAME  # the store, which help does without

    told = _("{kind} {number}, {label}: {here} stands; wrote {other} ({at})")
    if one.who:
        told = _("{kind} {number}, {label}: {here} stands; {who} wrote {other} ({at})")
    sentence = told.format(
        kind=BY_NAME["quote" if one.quote else one.kind].label,
        number=one.quote or one.row,
        label=one.label,
        here=_words(one, one.stands),
        who=one.who,
        other=_words(one, one.other),
        at=f"{day(one.at)} {one.at[11:16]}",
    )
    return f"{one.id}  {sentence}"


def _words(one: "Conflict", values: dict[str, object]) -> str:
    """What a side says: its words where it has any, else all in which the two contradict each other."""
    from reader.store.syncing.kinds import BY_NAME  # the store, which help does without

    kind = BY_NAME[one.kind]
    telling = (kind.called,) if values.get(kind.called) else kind.field(one.field).telling
    said = [_as_read(name, values[name]) for name in telling if str(values.get(name) or "").strip()]
    text = " ".join((", ".join(said) or pgettext("what was written", "nothing")).split())
    return _("“{name}”").format(name=text[:_LONGEST] + ("…" if len(text) > _LONGEST else ""))


def _as_read(column: str, value: object) -> str:
    term = _TERMS.get(column)
    return term(str(value)).label if term and value in set(term) else str(value)


def settle(store: "Store", keep: Sequence[int], take: Sequence[int]) -> None:
    """Let stand what stands of some, and take what the other wrote of others. Raises NotFoundError."""
    from reader.library.following import place  # detection's neighbours, which help does without

    known = {one.id: one for one in store.syncing.conflicts()}
    for number in (*keep, *take):
        if number not in known:
            raise NotFoundError(
                _("There is no conflict {number}: reader sync --conflicts lists them.").format(number=number)
            )
    for number in (*keep, *take):
        store.syncing.settle(known[number], place, take=number in take)
    settled = amounts.at_the_start(amounts.conflicts(len({*keep, *take})))
    say(_("{conflicts} settled: the next sync tells the others.").format(conflicts=settled))
