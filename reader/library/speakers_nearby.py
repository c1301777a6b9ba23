"""Who else speaks in an article: offered first where somebody says who spoke."""

from collections.abc import Iterable, Mapping

from reader.models import Quote, Source, SourceKind, Status
from reader.texts.naming import is_nameless

MOST = 4
"""Speakers of an article that are offered, so that recent sources keep digits too (chosen by hand)."""
_UNNAMED = (SourceKind.ANONYMOUS, SourceKind.DOCUMENT)


def speakers_nearby(quotes: Iterable[Quote], quote: Quote, sources: Mapping[int, Source]) -> list[Source]:
    """Those who speak in the same article as `quote`, the nearest first, those named in full before others.

    Who is in no register yet is a source with id 0, as it would be entered. Not whom the quote names itself.
    """
    near = sorted(quotes, key=lambda one: abs(one.start - quote.start))
    found = {who.name: who for one in reversed(near) if (who := _speaker(one, sources))}
    found.pop(quote.resolved_speaker, None)
    found.pop(quote.source, None)
    nearest = reversed(found.values())
    return sorted(nearest, key=lambda who: not _is_full(who))[:MOST]


def _speaker(quote: Quote, sources: Mapping[int, Source]) -> Source | None:
    if quote.status is Status.REJECTED:
        return None
    if quote.source_id:
        return sources.get(quote.source_id)
    name = quote.resolved_speaker
    # "er", "Augenzeugen", "der Bericht"
    if quote.speaker_kind in _UNNAMED or is_nameless(name) or not name[:1].isupper():
        return None
    return Source(name, quote.speaker_kind, quote.speaker_role, quote.speaker_affiliation)


def _is_full(source: Source) -> bool:
    """Whether a name has a given name and a surname, or is one of the register."""
    return source.id > 0 or sum(word[:1].isupper() for word in source.name.split()) > 1
