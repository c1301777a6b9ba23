"""The sources and speakers that a file names, recognised in the register or entered there."""

from dataclasses import replace

from reader.imports.values import MarkedQuote
from reader.library.importing.covered import is_covered
from reader.models import Quote, Source
from reader.store import Store
from reader.store.namesakes import may_be_one
from reader.terms import stricter


class SpeakersInRegister:
    """Finds or enters who spoke; what a file says about somebody never loosens what was agreed here."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, int] = {}

    def with_speaker(self, quote: Quote, marked: MarkedQuote) -> Quote:
        """The quote with its source, or with the speaker's name where the register knows nobody of it."""
        if is_covered(quote.resolved_speaker):
            quote = replace(quote, resolved_speaker="")
        if marked.source and _is_hidden(marked.source):
            return _described(quote, marked.source)
        if marked.source and not is_covered(marked.source.name):
            return replace(quote, source_id=self._number(marked.source))
        name = marked.speaker
        if not name or is_covered(name):
            return quote
        if number := self._named(name):
            return replace(quote, source_id=number)
        # The name is in the text already where it is written so beside the quote.
        is_written = name == marked.roles.get("speaker")
        return quote if is_written else replace(quote, resolved_speaker=name)

    def _named(self, name: str) -> int:
        same = [one for one in self._store.sources.named(name) if one.name.casefold() == name.casefold()]
        return same[0].id if len(same) == 1 else 0

    def _number(self, source: Source) -> int:
        key = source.uid or source.name
        if key not in self._known:
            ours = self._ours(source)
            self._known[key] = self._joined(ours, source) if ours else self._store.sources.add(source).id
        return self._known[key]

    def _ours(self, source: Source) -> Source | None:
        """The one of the register: by uid, or by a name that is enough."""
        by_uid = [one for one in self._store.sources.all() if source.uid and one.uid == source.uid]
        same = by_uid or [
            one for one in self._store.sources.named(source.name) if not may_be_one(one, source)
        ]
        return same[0] if len(same) == 1 else None

    def _joined(self, ours: Source, theirs: Source) -> int:
        """Fill what is not known here; the stricter terms hold."""
        joined = replace(
            ours,
            kind=ours.kind or theirs.kind,
            role=ours.role or theirs.role,
            affiliation=ours.affiliation or theirs.affiliation,
            description=ours.description or theirs.description,
            use=stricter(ours.use, theirs.use),
            identity_protected=ours.identity_protected or theirs.identity_protected,
        )
        if joined != ours:
            self._store.sources.update(joined)
        return ours.id


def _is_hidden(source: Source) -> bool:
    """Whether an export gave but the description of a source: then there is nobody to enter."""
    return source.identity_protected and not source.uid and source.name == source.description


def _described(quote: Quote, source: Source) -> Quote:
    """The quote on the terms and with the description that the export gave for its source."""
    return replace(
        quote,
        resolved_speaker=source.name,
        description=quote.description or source.description,
        use=quote.use or source.use,
    )
