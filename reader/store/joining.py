"""What becomes of several sources that are made one: worked out before it is done, so that it can be told.

The stricter terms of use hold for all, empty fields are filled, and where two have a value of their own a
person says which.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from reader import amounts
from reader.errors import UsageError
from reader.i18n import _, either, ngettext, pgettext
from reader.models import Source, SourceKind, TermsOfUse
from reader.store.source_labels import field_label, value_label
from reader.terms import stricter

CHOSEN_FIELDS = ("kind", "role", "affiliation", "description", "external_id")
"""Fields of which one value must be chosen; names and remarks are kept of all."""


@dataclass(frozen=True, slots=True)
class Joining:
    """Several sources, about to be made one."""

    kept: Source
    """As it is before."""
    others: tuple[Source, ...]
    joined: Source
    """As it will be; where there is a question, with its own value."""
    questions: Mapping[str, tuple[str, ...]]
    """Fields in which they differ, and their values: that of the kept source first."""

    @property
    def moved(self) -> int:
        """Quotes that go over."""
        return sum(other.quotes for other in self.others)

    def taking(self, taken: Mapping[str, str]) -> "Joining":
        """The same with a value chosen for some fields. Raises UsageError for a value that none has."""
        values: dict[str, Any] = {}
        for name, wanted in taken.items():
            offered = _offered(self, name)
            found = [value for value in offered if value.casefold() == wanted.strip().casefold()]
            if not found:
                some = either([_("“{value}”").format(value=value) for value in offered]) or _("a value")
                raise UsageError(
                    _("None of them has the {name} “{wanted}”: take {offered}.").format(
                        name=name, wanted=wanted, offered=some
                    )
                )
            values[name] = SourceKind(found[0]) if name == "kind" else found[0]
        left = {name: offer for name, offer in self.questions.items() if name not in taken}
        return replace(self, joined=replace(self.joined, **values), questions=left)

    def sentences(self) -> list[str]:
        """What will be done, a sentence each."""
        gone = ", ".join(_("“{name}” ({id})").format(name=one.name, id=one.id) for one in self.others)
        stays = ngettext(
            "“{name}” ({id}) stays; {gone} goes into it, with {quotes}.",
            "“{name}” ({id}) stays; {gone} go into it, with {quotes}.",
            len(self.others),
        )
        quotes = amounts.with_quotes(self.moved)
        told = [stays.format(name=self.kept.name, id=self.kept.id, gone=gone, quotes=quotes)]
        for name, before, after in self.changes():
            said = _("{name}: {after} (was {before}).") if before else _("{name}: {after}.")
            told.append(said.format(name=field_label(name), after=after, before=before))
        if self._is_stricter() and self.kept.quotes:
            stricter_too = ngettext(
                "The stricter terms then hold for its own {count} quote too, "
                "where a quote says nothing else.",
                "The stricter terms then hold for its own {count} quotes too, "
                "where a quote says nothing else.",
                self.kept.quotes,
            )
            told.append(stricter_too.format(count=self.kept.quotes))
        return told

    def changes(self) -> list[tuple[str, str, str]]:
        """What will be another value than now: field, before, "" where there was none, after."""
        before, after = self.kept, self.joined
        found = [
            (name, value_label(name, str(getattr(before, name))), _told(after, name))
            for name in CHOSEN_FIELDS
            if getattr(before, name) != getattr(after, name)
        ]
        if terms_of(before) != terms_of(after):
            found.append(("use", terms_of(before), terms_of(after)))
        new = [alias for alias in after.aliases if alias not in before.aliases]
        if new:
            found.append((_("also called"), ", ".join(before.aliases), ", ".join(after.aliases)))
        return found

    def _is_stricter(self) -> bool:
        return terms_of(self.kept) != terms_of(self.joined)


def _told(source: Source, name: str) -> str:
    return value_label(name, str(getattr(source, name))) or pgettext("value", "empty")


def terms_of(source: Source) -> str:
    """How the words and the name of a source may be used, in words."""
    if not source.identity_protected:
        return source.use.label
    return _("{use}, identity protected").format(use=source.use.label)


def joining(kept: Source, others: Sequence[Source]) -> Joining:
    """What becomes of `kept` when the others go into it."""
    every = (kept, *others)
    values = {name: _values(every, name) for name in CHOSEN_FIELDS}
    first: dict[str, Any] = {name: offer[0] for name, offer in values.items() if offer}
    if "kind" in first:
        first["kind"] = SourceKind(first["kind"])
    use: TermsOfUse = reduce(stricter, (source.use for source in every))
    joined = replace(
        kept,
        **first,
        use=use,
        identity_protected=any(source.identity_protected for source in every),
        aliases=_names(kept, others),
        remarks="\n".join(dict.fromkeys(source.remarks for source in every if source.remarks)),
    )
    questions = {name: offer for name, offer in values.items() if len(offer) > 1}
    return Joining(kept, tuple(others), joined, questions)


def _offered(plan: Joining, name: str) -> tuple[str, ...]:
    if name not in CHOSEN_FIELDS:
        raise UsageError(
            _("There is no “{name}” to take: it is one of {fields}.").format(
                name=name, fields=", ".join(CHOSEN_FIELDS)
            )
        )
    return _values((plan.kept, *plan.others), name)


def _values(sources: Sequence[Source], name: str) -> tuple[str, ...]:
    """Different values of a field, whatever their capitals; none of the empty ones."""
    found: dict[str, str] = {}
    for source in sources:
        value = str(getattr(source, name)).strip()
        if value:
            found.setdefault(value.casefold(), value)
    return tuple(found.values())


def _names(kept: Source, others: Sequence[Source]) -> tuple[str, ...]:
    names = [*kept.aliases, *(name for other in others for name in (other.name, *other.aliases))]
    return tuple(dict.fromkeys(name for name in names if name != kept.name))
