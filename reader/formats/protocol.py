"""What a desk or a lawyer asks about a quote: the words, who said them, what they were checked against."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from reader.formats.addresses import without_path
from reader.formats.dates import for_readers_with_zone
from reader.formats.dossier import (
    Dossier,
    authorised_of,
    evidence_of,
    notes_of,
    quote_uid,
    role_words,
    source_of,
    speaker_label,
    translations_of,
    written_speaker,
)
from reader.formats.labels import labelled_in, words_in
from reader.formats.pages import page_of
from reader.formats.remarks import remarks_of
from reader.formats.said_at import time_written
from reader.formats.wording import quote_words
from reader.models import Authorised, Evidence, Quote, TermsOfUse, Translation, on_one_line, use_of
from reader.texts.offices import besides

Row = tuple[str, str]
"""A question and its answer."""


def rows_of(dossier: Dossier, quote: Quote, language: str = "en", dates: str = "") -> Iterator[Row]:
    """The questions that have an answer, in the order to ask them in.

    Labels and terms are in `language`, dates in the manner of `dates`, else of `language` too.
    """
    told, dates = partial(labelled_in, language), dates or language
    for name, value in (  # not shown: labels
        ("Words", quote_words(dossier.article, quote)),
        *(("Mind", remark) for remark in remarks_of(dossier, quote, language)),
        ("Who", _who(dossier, quote, told)),
        ("As written", _joined(written_speaker(dossier, quote), role_words(dossier, quote, quote.cue))),
        ("Addressee", role_words(dossier, quote, quote.addressee)),
        ("Kind", _joined(told(quote.type), told(quote.medium))),
        ("Page", page_of(dossier.article, quote)),
        ("Place", _place(dossier, quote, language)),
        ("Said at", time_written(quote)),
        ("Decided", f"{told(quote.status)} ({_made(quote, told)})"),
        ("Verification", told(quote.verification)),
        *(("Checked against", _evidence(item, language, dates)) for item in evidence_of(dossier, quote)),
        *(("Translation", _translation(one, told)) for one in translations_of(dossier, quote)),
        *(("Authorisation", _step(step, language, dates)) for step in authorised_of(dossier, quote)),
        ("Tags", ", ".join(quote.tags)),
        *(("Note", note.body) for note in notes_of(dossier, quote)),
        ("Number", quote_uid(dossier, quote)),
    ):
        if value:
            yield told(name), value


def checks_of(dossier: Dossier, quote: Quote, language: str = "en", dates: str = "") -> Iterator[Row]:
    """Those that tell what the quote was checked against, and what became of its authorisation."""
    kept = {labelled_in(language, name) for name in ("Checked against", "Authorisation")}  # not shown
    return (row for row in rows_of(dossier, quote, language, dates) if row[0] in kept)


def summary_of(dossier: Dossier, language: str = "en") -> str:
    """How many quotes there are, and how many of them are checked, as a sentence."""
    count = len(dossier.quotes)
    states = Counter(str(quote.verification) for quote in dossier.quotes)
    counts = ", ".join(
        f"{states[name]} {labelled_in(language, name)}"
        for name in ("checked", "disputed", "unverified")
        if states[name]
    )
    ngettext = words_in(language).ngettext
    quotes = ngettext("{count} quote", "{count} quotes", count).format(count=count)
    return f"{quotes}: {counts}." if counts else f"{quotes}."


def _made(quote: Quote, told: Callable[[str], str]) -> str:
    """Who or what made a quote; of what was imported as its origin names it. JSON names the detector."""
    if quote.is_imported and not quote.is_transcribed:
        return quote.origin
    if quote.is_transcribed:
        return told("from the transcript")
    if quote.origin == "person":
        return told("marked by hand")
    return told("found by the program" if quote.origin else "unknown")  # not shown: labels


def _who(dossier: Dossier, quote: Quote, told: Callable[[str], str]) -> str:
    source = source_of(dossier, quote)
    if source is None:
        spoken = speaker_label(dossier, quote)
        about = besides(spoken, quote.speaker_role, quote.speaker_affiliation)
        return _joined(spoken or told("nobody named"), *(() if quote.is_undecided else about))
    use, about = use_of(quote, source), besides(source.name, source.role, source.affiliation)
    record = "" if use is TermsOfUse.ON_RECORD else told(use)
    return _joined(source.name, *about, told(source.kind), record)


def _translation(one: Translation, told: Callable[[str], str]) -> str:
    by = f" – {told('translated by')} {one.translator}" if one.translator else ""
    return f"{one.language}: {on_one_line([one.text])}{by}"


def _place(dossier: Dossier, quote: Quote, language: str) -> str:
    if quote.is_lost:
        return ""
    paragraph = dossier.article.text.count("\n\n", 0, quote.start) + 1
    _ = words_in(language).gettext
    told = _("paragraph {paragraph}, characters {start}–{end}")
    return told.format(paragraph=paragraph, start=quote.start, end=quote.end)


def _evidence(item: Evidence, language: str, dates: str) -> str:
    reference, kind = without_path(item.reference), labelled_in(language, item.kind)
    what = f"{kind}: {reference}" if kind and reference else kind or reference
    state = labelled_in(language, item.verification)
    return _joined(state, what, item.remark, item.who, for_readers_with_zone(item.at, dates))


def _step(step: Authorised, language: str, dates: str) -> str:
    told = partial(labelled_in, language)
    spoken = f"{told('said')}: {step.spoken}" if step.approved and step.spoken else ""
    approved = f"{told('approved')}: {step.approved}" if step.approved else ""
    asked = (
        f"{told('agreed')}: {told(step.agreed)}" if step.agreed else "",
        f"{told('until')} {step.until}" if step.until else "",
        f"{told('silence')}: {told(step.silence.replace('-', ' '))}" if step.silence else "",
    )
    prints = f"{told('prints as')}: {told(step.prints)}" if step.prints else ""
    day = for_readers_with_zone(step.at, dates)
    return _joined(told(step.state or "none"), *asked, spoken, approved, prints, step.remark, step.who, day)


def _joined(*parts: str) -> str:
    return " · ".join(str(part) for part in parts if part)
