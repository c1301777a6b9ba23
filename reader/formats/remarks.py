"""What whoever gets a quote must be told with it: lost, changed, not authorised, disputed, embargoed.

Every way out asks here, so that none forgets one. The sentences are reader's own, in the language of its
screens or of the labels of an export; what they cite of an article stays in the article's.
"""

from collections.abc import Iterator

from reader.formats.dossier import Dossier, authorised_of, version_of
from reader.formats.labels import labelled_in, words_in
from reader.formats.wording import bare_words, in_outer_marks, marks_of
from reader.models import Anchor, Article, Authorisation, Quote, Silence, Span, TermsOfUse, Verification
from reader.texts.approvals import Standing, same_wording, standing_of
from reader.texts.quotation_marks import bare
from reader.texts.releases import embargo_of, undelivered_of


def remarks_of(dossier: Dossier, quote: Quote, language: str = "") -> tuple[str, ...]:
    """The remarks on `quote`, the gravest first, in `language`, else in that of the interface."""
    return tuple(_remarks(dossier, quote, language))


def in_brackets(dossier: Dossier, quote: Quote, language: str = "") -> str:
    """The remarks in square brackets, as a line of text takes them; empty where there are none."""
    found = remarks_of(dossier, quote, language)
    return f"[{'; '.join(found)}]" if found else ""


def of_passage(dossier: Dossier, span: Span) -> str:
    """What must be told with a passage of the article and the quotes in it, in square brackets, or ""."""
    inside = (
        one
        for one in dossier.quotes
        if not one.is_lost and any(part.start < span.end and span.start < part.end for part in one.spans)
    )
    found = [remark for quote in inside for remark in remarks_of(dossier, quote)]
    told = dict.fromkeys((*found, *_held_back(dossier.article, "")))
    return f"[{'; '.join(told)}]" if told else ""


def of_article(article: Article, language: str = "") -> tuple[str, ...]:
    """What must be told with an article, also where nothing in it is quoted."""
    _ = words_in(language).gettext
    if not article.correction:
        return tuple(_held_back(article, language))
    corrected = _("the agency corrects an earlier report: {report}").format(report=article.correction)
    return (*_held_back(article, language), corrected)


def _remarks(dossier: Dossier, quote: Quote, language: str) -> Iterator[str]:
    article, _ = dossier.article, words_in(language).gettext
    if quote.is_lost:
        version = version_of(dossier, quote)
        known = _("not in the current text (version {version})")
        yield known.format(version=version) if version else _("not in the current text")
    elif quote.anchor is Anchor.FUZZY:
        yield _("the words or their attribution changed with the article's text, nobody has confirmed it")
    if quote.earlier:
        yield _("placed by hand on other words; before: {earlier}").format(earlier=quote.earlier)
    if quote.use is TermsOfUse.DEEP_BACKGROUND:
        yield _("to be used without any attribution")
    if quote.verification is Verification.DISPUTED:
        yield _("disputed")
    yield from _authorisation(dossier, quote, language)
    yield from _held_back(article, language)


def _held_back(article: Article, language: str) -> Iterator[str]:
    _ = words_in(language).gettext
    if line := embargo_of(article):
        yield _("embargo: {line}").format(line=line)
    if line := undelivered_of(article):
        told = _("from a speech not yet held when this was handed out: {line}")
        yield told.format(line=line)


def _authorisation(dossier: Dossier, quote: Quote, language: str) -> Iterator[str]:
    _ = words_in(language).gettext
    standing = standing_in(dossier, quote)
    wording = approved_wording(dossier, quote)
    in_marks = in_outer_marks(marks_of(dossier.article), bare(wording)) if wording else ""
    if state := _state(quote, language):
        told = f"{state}: {in_marks}" if wording else state
        yield f"{told} ({_deadline(standing.silence, language)})" if standing.is_overdue else told
    elif wording:
        yield _("authorised wording: {wording}").format(wording=in_marks)
    if decision := standing.decision:
        decided = _("prints as {wording} by decision of {who}") if decision.who else _("prints as {wording}")
        yield decided.format(wording=labelled_in(language, decision.prints), who=decision.who)


def _state(quote: Quote, language: str) -> str:
    _ = words_in(language).gettext
    told = {
        Authorisation.SENT: _("asked for authorisation, not approved yet"),
        Authorisation.CHANGED: _("the person quoted authorised another wording"),
        Authorisation.WITHDRAWN: _("withdrawn by the person quoted: not to be used"),
    }
    return told.get(quote.authorisation, "")


def _deadline(silence: Silence, language: str) -> str:
    _ = words_in(language).gettext
    return {
        Silence.YES: _("the deadline is over, and silence means yes"),
        Silence.NO: _("the deadline is over, and silence means no"),
        Silence.UNSAID: _("the deadline is over"),
    }[silence]


def standing_in(dossier: Dossier, quote: Quote) -> Standing:
    """Where the authorisation of `quote` stands."""
    return standing_of(quote.authorisation, authorised_of(dossier, quote))


def approved_wording(dossier: Dossier, quote: Quote) -> str:
    """The wording that the person quoted authorised, where it differs from what was said; "" elsewhere."""
    if quote.authorisation not in (Authorisation.APPROVED, Authorisation.CHANGED):
        return ""
    wordings = [step.approved for step in authorised_of(dossier, quote) if step.approved]
    latest = " ".join(wordings[-1].split()) if wordings else ""
    return "" if same_wording(latest, bare_words(dossier.article, quote)) else latest
