"""What whoever gets a quote must be told with it: lost, changed, not authorised, disputed, embargoed.

Every way out asks here, so that none forgets one. The sentences are reader's own, in the language of its
screens; what they cite of an article stays in the article's.
"""

from collections.abc import Iterator

from reader.formats.dossier import Dossier, authorised_of, version_of
from reader.formats.wording import bare_words, in_outer_marks, marks_of
from reader.models import Anchor, Article, Authorisation, Quote, Silence, Span, TermsOfUse, Verification
from reader.texts.approvals import Standing, same_wording, standing_of
from reader.texts.quotation_marks import bare
from reader.texts.releases import embargo_of, undelivered_of

_DEADLINE = {
    Silence.YES: "the deadline is over, and silence means yes",
    Silence.NO: "the deadline is over, and silence means no",
    Silence.UNSAID: "the deadline is over",
}
_STATES = {
    Authorisation.SENT: "sent for authorisation, not approved yet",
    Authorisation.CHANGED: "the person quoted authorised another wording",
    Authorisation.WITHDRAWN: "withdrawn by the person quoted: not to be used",
}


def remarks_of(dossier: Dossier, quote: Quote) -> tuple[str, ...]:
    """The remarks on `quote`, the gravest first."""
    return tuple(_remarks(dossier, quote))


def in_brackets(dossier: Dossier, quote: Quote) -> str:
    """The remarks in square brackets, as a line of text takes them; empty where there are none."""
    found = remarks_of(dossier, quote)
    return f"[{'; '.join(found)}]" if found else ""


def of_passage(dossier: Dossier, span: Span) -> str:
    """What must be told with a passage of the article and the quotes in it, in square brackets, or ""."""
    inside = (
        one
        for one in dossier.quotes
        if not one.is_lost and any(part.start < span.end and span.start < part.end for part in one.spans)
    )
    found = [remark for quote in inside for remark in remarks_of(dossier, quote)]
    told = dict.fromkeys((*found, *_held_back(dossier.article)))
    return f"[{'; '.join(told)}]" if told else ""


def of_article(article: Article) -> tuple[str, ...]:
    """What must be told with an article, also where nothing in it is quoted."""
    correction = (
        (f"the agency corrects an earlier report: {article.correction}",) if article.correction else ()
    )
    return (*_held_back(article), *correction)


def _remarks(dossier: Dossier, quote: Quote) -> Iterator[str]:
    article = dossier.article
    if quote.is_lost:
        version = version_of(dossier, quote)
        yield f"not in the current text{f' (version {version})' if version else ''}"
    elif quote.anchor is Anchor.FUZZY:
        yield "the words or their attribution changed with the article's text, nobody has confirmed it"
    if quote.earlier:
        yield f"placed by hand on other words; before: {quote.earlier}"
    if quote.use is TermsOfUse.DEEP_BACKGROUND:
        yield "to be used without any attribution"
    if quote.verification is Verification.DISPUTED:
        yield "disputed"
    yield from _authorisation(dossier, quote)
    yield from _held_back(article)


def _held_back(article: Article) -> Iterator[str]:
    if line := embargo_of(article):
        yield f"embargo: {line}"
    if line := undelivered_of(article):
        yield f"from a speech not yet held when this was handed out: {line}"


def _authorisation(dossier: Dossier, quote: Quote) -> Iterator[str]:
    standing = standing_in(dossier, quote)
    wording = approved_wording(dossier, quote)
    in_marks = in_outer_marks(marks_of(dossier.article), bare(wording)) if wording else ""
    if state := _STATES.get(quote.authorisation):
        told = f"{state}: {in_marks}" if wording else state
        yield f"{told} ({_DEADLINE[standing.silence]})" if standing.is_overdue else told
    elif wording:
        yield f"authorised wording: {in_marks}"
    if decision := standing.decision:
        by = f" by decision of {decision.who}" if decision.who else ""
        yield f"prints as {decision.prints}{by}"


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
