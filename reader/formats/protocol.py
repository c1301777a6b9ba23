"""What a desk or a lawyer asks about a quote: the words, who said them, what they were checked against."""

from collections import Counter
from collections.abc import Iterator

from reader.formats.dossier import (
    Dossier,
    authorised_of,
    evidence_of,
    notes_of,
    quote_uid,
    source_of,
    speaker_label,
    written_speaker,
)
from reader.models import Authorised, Evidence, Quote, TermsOfUse, use_of, words_of

Row = tuple[str, str]
"""A question and its answer."""


def rows_of(dossier: Dossier, quote: Quote) -> Iterator[Row]:
    """The questions that have an answer, in the order to ask them in."""
    text = dossier.article.text
    paragraph = text.count("\n\n", 0, quote.start) + 1
    for name, value in (
        ("Words", quote.words(text)),
        ("Who", _who(dossier, quote)),
        ("As written", _joined(written_speaker(dossier, quote), words_of(text, quote.cue))),
        ("Addressee", words_of(text, quote.addressee)),
        ("Kind", _joined(quote.type, quote.medium, "a passage that moved or changed" * _is_unsure(quote))),
        ("Place", f"paragraph {paragraph}, characters {quote.start}–{quote.end}"),
        ("Decided", f"{quote.status} ({quote.origin or 'unknown'})"),
        ("Verification", quote.verification),
        *(("Checked against", _evidence(item)) for item in evidence_of(dossier, quote)),
        *(("Authorisation", _step(step)) for step in authorised_of(dossier, quote)),
        ("Tags", ", ".join(quote.tags)),
        *(("Note", note.body) for note in notes_of(dossier, quote)),
        ("Number", quote_uid(dossier, quote)),
    ):
        if value:
            yield name, value


def summary_of(dossier: Dossier) -> str:
    """How many quotes there are, and how many of them are checked, as a sentence."""
    count = len(dossier.quotes)
    states = Counter(str(quote.verification) for quote in dossier.quotes)
    counts = ", ".join(
        f"{states[name]} {name}" for name in ("checked", "disputed", "unverified") if states[name]
    )
    return f"{count} quote{'' if count == 1 else 's'}{': ' if counts else ''}{counts}."


def _who(dossier: Dossier, quote: Quote) -> str:
    source = source_of(dossier, quote)
    if source is None:
        about = () if quote.is_undecided else (quote.speaker_role, quote.speaker_affiliation)
        return _joined(speaker_label(dossier, quote) or "nobody named", *about)
    use = use_of(quote, source)
    record = "" if use is TermsOfUse.ON_RECORD else use
    return _joined(source.name, source.role, source.affiliation, source.kind, record)


def _is_unsure(quote: Quote) -> bool:
    return quote.anchor not in ("exact", "moved")


def _evidence(item: Evidence) -> str:
    what = f"{item.kind}: {item.reference}" if item.kind and item.reference else item.kind or item.reference
    return _joined(f"{item.verification}", what, item.remark, item.who, _day(item.at))


def _step(step: Authorised) -> str:
    spoken = f"said: {step.spoken}" if step.approved and step.spoken else ""
    approved = f"approved: {step.approved}" if step.approved else ""
    return _joined(step.state or "none", spoken, approved, step.who, _day(step.at))


def _day(at: str) -> str:
    return at[:16].replace("T", " ")


def _joined(*parts: str) -> str:
    return " · ".join(str(part) for part in parts if part)
