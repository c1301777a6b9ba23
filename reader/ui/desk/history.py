"""What was done to a quote, told in plain words: when, who, what, out of the steps of the journal."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from json import loads
from typing import TYPE_CHECKING, Any

from textual.content import Content

from reader.i18n import _
from reader.language_names import language_name
from reader.models import Span, on_one_line, words_of
from reader.terms import Authorisation
from reader.texts.manners import day, in_marks
from reader.ui.widgets.aside import Hung
from reader.ui.widgets.quote_types import LOOKS, MEDIUM_LABEL
from reader.visible import visible

if TYPE_CHECKING:
    from reader.store.journal import Entry

MOST = 60
"""Letters of a passage that are shown; more is cut in the middle, since borders move at the ends."""
MORE = " " * 4
"""Before what else a step did."""
_STATUS = {"accepted": _("accepted"), "rejected": _("rejected"), "suggested": _("to decide again")}
_VERIFICATION = {"checked": _("checked"), "disputed": _("disputed"), "unverified": _("not checked any more")}
_ANCHOR = {
    "exact": _("found where it was in the new text"),
    "moved": _("moved along with the new text"),
    "fuzzy": _("its words changed in the new text"),
    "orphan": _("lost in the new text"),
}
_WORDS = {"status": _STATUS, "verification": _VERIFICATION, "anchor": _ANCHOR}
_KINDS = {"undo": _("took back: "), "redo": _("did again: ")}


@dataclass(frozen=True, slots=True)
class IdNames:
    """What the numbers in a journal stand for."""

    text: str = ""
    """The article's text."""
    sources: Mapping[int, str] = field(default_factory=dict)
    tags: Mapping[int, str] = field(default_factory=dict)
    language: str = "en"
    """The article's, in whose manner dates and marks are written."""

    def source(self, number: object) -> str:
        """The name of a source."""
        return self.sources.get(int(str(number)), _("a source since removed")) if number else _("nobody")

    def tag(self, number: object) -> str:
        """The path of a tag."""
        return f"#{self.tags[int(str(number))]}" if number in self.tags else _("a tag since removed")

    def passage(self, spans: object) -> str:
        """Words of the article that spans, stored as JSON, point at."""
        found = tuple(Span(start, end) for start, end in loads(str(spans))) if spans else ()
        return shortened(words_of(self.text, found))


def history_lines(entries: Iterable["Entry"], names: IdNames) -> Iterator[Content | Hung]:
    """One line for a step, the latest first: when, who, what; more that it did in lines below."""
    for entry in entries:
        first, *more = list(dict.fromkeys(_sentences(entry, names))) or [entry.label]
        who = entry.actor or _("somebody")
        head = f"{_moment(entry.at)}  {who}  "
        undone = Content.styled(_("  (taken back)"), "$muted") if entry.undone else Content("")
        yield (
            Content.styled(visible(head), "$muted")
            + Content(visible(_KINDS.get(entry.kind, "") + first))
            + undone
        )
        yield from (Hung(Content(visible(f"{MORE}{sentence}")), len(MORE)) for sentence in more)


def _sentences(entry: "Entry", names: IdNames) -> Iterator[str]:
    for change in sorted(entry.changes, key=lambda change: change.table != "quotes"):
        # an undo is told by what it took back, so that "took back: accepted" can be read
        before, after = change.before, change.after
        if entry.kind == "undo":
            before, after = after, before
        yield from _TABLES.get(change.table, _nothing)(before, after, names)


def _quote(before: dict[str, Any] | None, after: dict[str, Any] | None, names: IdNames) -> Iterator[str]:
    if before is None or after is None:
        by_hand = after is not None and after.get("origin") == "person"
        yield _("removed") if after is None else _("marked by hand") if by_hand else _("found")
        return
    changed = [name for name in after if before.get(name) != after[name]]
    for name in changed:
        if name in _WORDS:
            yield _WORDS[name].get(after[name], str(after[name]))
        elif name in _CHANGES:
            column = _CHANGES[name]
            yield f"{column.label}: {column.say(before.get(name), names)} → {column.say(after[name], names)}"


def _tagging(before: dict[str, Any] | None, after: dict[str, Any] | None, names: IdNames) -> Iterator[str]:
    if before is None and after is not None:
        yield _("tagged {tag}").format(tag=names.tag(after.get("tag_id")))
    elif before is not None and after is None:
        yield _("tag {tag} taken off").format(tag=names.tag(before.get("tag_id")))


def _evidence(before: dict[str, Any] | None, after: dict[str, Any] | None, _names: IdNames) -> Iterator[str]:
    row = after or before or {}
    proof = ", ".join(part for part in (row.get("reference"), row.get("remark")) if part)
    if proof and (before is None or after is None):
        yield (
            _("evidence: {proof}").format(proof=proof)
            if before is None
            else _("evidence removed: {proof}").format(proof=proof)
        )


def _authorisation(
    before: dict[str, Any] | None, after: dict[str, Any] | None, names: IdNames
) -> Iterator[str]:
    if before is None and after is not None and after.get("approved"):
        yield _("approved wording: {words}").format(words=_in_marks(after["approved"], names))


def _translation(
    before: dict[str, Any] | None, after: dict[str, Any] | None, _names: IdNames
) -> Iterator[str]:
    row = after or before or {}
    told = _("translated into {language}") if after is not None else _("translation into {language} removed")
    yield told.format(language=language_name(str(row.get("language", ""))))


def _nothing(_before: object, _after: object, _names: IdNames) -> Iterator[str]:
    yield from ()


_TABLES: dict[str, Callable[[dict[str, Any] | None, dict[str, Any] | None, IdNames], Iterator[str]]] = {
    "quotes": _quote,
    "taggings": _tagging,
    "evidence": _evidence,
    "authorisations": _authorisation,
    "translations": _translation,
}


@dataclass(frozen=True, slots=True)
class _Column:
    """How a column is called, and how a value of it is said."""

    label: str
    say: Callable[[Any, IdNames], str]


def _in_marks(words: Any, names: IdNames) -> str:
    return in_marks(shortened(str(words)), names.language) if words else _("nothing")


def _authorised(value: Any, _names: IdNames) -> str:
    return Authorisation(value).label if value else _("none")


def _role(spans: Any, names: IdNames) -> str:
    return _in_marks(names.passage(spans), names)


_BASES = {
    "named": _("a name beside the quote"),
    "pronoun": _("a pronoun"),
    "continued": _("the quote going on"),
    "carried": _("what stands before"),
    "hearsay": _("hearsay"),
    "person": _("a person's word"),
}

_CHANGES = {
    "source_id": _Column(_("speaker"), lambda number, names: names.source(number)),
    "resolved_speaker": _Column(_("name of the speaker"), lambda name, _names: str(name or _("nobody"))),
    "speaker_basis": _Column(
        _("speaker rests on"), lambda basis, _names: _BASES.get(basis, _("nothing known"))
    ),
    "type": _Column(_("type"), lambda kind, _names: LOOKS[kind].label if kind in LOOKS else str(kind)),
    "medium": _Column(_("medium"), lambda kind, _names: MEDIUM_LABEL.get(kind, _("open"))),
    "authorisation": _Column(_("authorisation"), _authorised),
    "words": _Column(_("words"), _in_marks),
    "speaker": _Column(_("speaker in the text"), _role),
    "cue": _Column(_("cue"), _role),
    "addressee": _Column(_("addressee"), _role),
    "frame": _Column(_("frame"), _role),
}


def shortened(words: str) -> str:
    """Words on one line, cut in the middle where they are long."""
    line = on_one_line([words])
    if len(line) <= MOST:
        return line
    half = MOST // 2
    first, last = (
        line[:half].rpartition(" ")[0] or line[:half],
        line[-half:].partition(" ")[2] or line[-half:],
    )
    return f"{first} … {last}"


def _moment(at: str) -> str:
    """When, on the clock of this place."""
    try:
        return day(datetime.fromisoformat(at).astimezone().isoformat(timespec="minutes"))
    except ValueError:
        return at
