"""Put what was marked together by the text that it stands in."""

from collections.abc import Iterable

from reader.imports.values import Marked, MarkedQuote, MarkedText

Where = tuple[str, str]
"""Address (or uid) and title of a text; either may be empty."""


def by_text(found: Iterable[tuple[Where, Marked | MarkedQuote]]) -> tuple[MarkedText, ...]:
    """A text for each address, or title where there is none, in the order in which they come first."""
    groups: dict[str, list[Marked | MarkedQuote]] = {}
    names: dict[str, Where] = {}
    for (address, title), one in found:
        key = address or title
        groups.setdefault(key, []).append(one)
        known = names.get(key, ("", ""))
        names[key] = (known[0] or address, known[1] or title)
    return tuple(_text(*names[key], group) for key, group in groups.items())


def _text(address: str, title: str, group: list[Marked | MarkedQuote]) -> MarkedText:
    uid = address.removeprefix("urn:uuid:") if address.startswith("urn:uuid:") else ""
    return MarkedText(
        title,
        "" if uid else address,
        uid,
        marks=tuple(one for one in group if isinstance(one, Marked)),
        quotes=tuple(one for one in group if isinstance(one, MarkedQuote)),
    )
