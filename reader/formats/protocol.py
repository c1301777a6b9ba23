"""What a desk or a lawyer asks about a quote: the words, who said them, what they were checked against."""

from collections import Counter
from collections.abc import Iterator

from reader.formats.addresses import without_path
from reader.formats.dossier import (
    Dossier,
    authorised_of,
    evidence_of,
    notes_of,
    quote_uid,
    role_words,
    source_of,
    speaker_label,
    written_speaker,
)
from reader.formats.pages import page_of
from reader.formats.remarks import remarks_of
from reader.formats.said_at import time_written
from reader.formats.wording import quote_words
from reader.models import Authorised, Evidence, Quote, TermsOfUse, use_of

Row = tuple[str, str]
"""A question and its answer."""


def rows_of(dossier: Dossier, quote: Quote) -> Iterator[Row]:
    """The questions that have an answer, in the order to ask them in."""
    for name, value in (
        ("Words", quote_words(dossier.article, quote)),
        *(("Mind", remark) for remark in remarks_of(dossier, quote)),
        ("Who", _who(dossier, quote)),
        ("As written", _joined(written_speaker(dossier, quote), role_words(dossier, quote, quote.cue))),
        ("Addressee", role_words(dossier, quote, quote.addressee)),
        ("Kind", _joined(quote.type, quote.medium)),
        ("Page", page_of(dossier.article, quote)),
        ("Place", _place(dossier, quote)),
        ("Said at", time_written(quote)),
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


def _place(dossier: Dossier, quote: Quote) -> str:
    if quote.is_lost:
        return ""
    paragraph = dossier.article.text.count("\n\n", 0, quote.start) + 1
    return f"paragraph {paragraph}, characters {quote.start}–{quote.end}"


def _evidence(item: Evidence) -> str:
    reference = without_path(item.reference)
    what = f"{item.kind}: {reference}" if item.kind and reference else item.kind or reference
    return _joined(f"{item.verification}", what, item.remark, item.who, _day(item.at))


def _step(step: Authorised) -> str:
    spoken = f"said: {step.spoken}" if step.approved and step.spoken else ""
    approved = f"approved: {step.approved}" if step.approved else ""
    asked = (f"agreed: {step.agreed}" if step.agreed else "", f"until {step.until}" if step.until else "")
    silence = f"silence {step.silence.replace('-', ' ')}" if step.silence else ""
    prints = f"prints as {step.prints}" if step.prints else ""
    told = (*asked, silence, spoken, approved, prints, step.remark, step.who, _day(step.at))
    return _joined(step.state or "none", *told)


def _day(at: str) -> str:
    return at[:16].replace("T", " ")


def _joined(*parts: str) -> str:
    return " · ".join(str(part) for part in parts if part)
