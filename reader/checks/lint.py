"""What a desk would ask about an article's quotes before they are used: one finding a question.

Rejected quotes are left out. A rule is a function from quote and context to a sentence, or "".
"""

from collections.abc import Collection, Mapping, Sequence

from reader.checks.asked import ASKED
from reader.checks.findings import Context, Finding, Rule
from reader.checks.marks import overlaps, scrap, unbalanced, unclosed, unmarked
from reader.i18n import _
from reader.models import (
    Anchor,
    Article,
    Authorisation,
    Quote,
    QuoteType,
    Source,
    SourceKind,
    Span,
    Status,
    TermsOfUse,
    Verification,
    use_of,
)
from reader.texts.naming import is_nameless
from reader.texts.releases import embargo_of, undelivered_of


def lint(
    article: Article,
    quotes: Sequence[Quote],
    sources: Mapping[int, Source],
    asked: Collection[str] = (),
    elsewhere: Sequence[tuple[str, str]] = (),
) -> tuple[Finding, ...]:
    """The findings on an article's quotes, in the order of the text; `sources` by their ids.

    `asked` names those of `ASKED` that look too. `elsewhere` tells who says what in other articles of the
    same story: a claim that somebody else makes there is not one source's alone.
    """
    considered = sorted(
        (q for q in quotes if q.status is not Status.REJECTED), key=lambda q: (q.start, -q.end)
    )
    context = Context(article, sources, considered, elsewhere)
    rules = RULES | {name: rule for name, rule in ASKED.items() if name in asked}
    findings = [
        Finding(name, message, quote.id, Span(quote.start, quote.end))
        for quote in considered
        for name, rule in rules.items()
        if (message := rule(quote, context))
    ]
    findings += overlaps(considered)
    findings += _held_back(article, considered)
    findings += unclosed(article, [one for one in findings if one.rule == "unbalanced"])
    return tuple(sorted(findings, key=lambda found: found.span))


def _orphan(quote: Quote, _context: Context) -> str:
    return _("The article no longer has these words.") if quote.is_lost else ""


def _fuzzy(quote: Quote, _context: Context) -> str:
    changed = quote.anchor is Anchor.FUZZY
    return (
        _("The words, or who is said to have said them, changed with the article's text.") if changed else ""
    )


def _undecided(quote: Quote, _context: Context) -> str:
    return _("Nobody has accepted this suggestion.") if quote.status is Status.SUGGESTED else ""


def _no_speaker(quote: Quote, _context: Context) -> str:
    # A quote inside another leaves it to that one to say who speaks.
    said = (quote.speaker and not quote.is_pointed_to) or quote.source_id or quote.nested
    said = said or quote.is_hearsay  # which is a finding of its own
    return "" if said else _("Nobody is said to have said this.")


def _hearsay(quote: Quote, _context: Context) -> str:
    return _("This is hearsay: who says it?") if quote.is_hearsay else ""


def _carried(quote: Quote, context: Context) -> str:
    if not quote.is_carried:
        return ""
    name = quote.name_read(context.article.text)
    if quote.is_undecided:
        return _("The speaker is undecided: “{name}” is only carried over from before.").format(name=name)
    return _("“{name}” is only carried over from before: nothing beside the quote says who speaks.").format(
        name=name
    )


def _pronoun(quote: Quote, context: Context) -> str:
    if quote.source_id or not quote.speaker or quote.resolved_speaker or quote.is_lost:
        return ""
    start, end = quote.speaker[0]
    written = context.article.text[start:end]
    return (
        _("“{written}” names nobody: say who it is.").format(written=written) if is_nameless(written) else ""
    )


def _unassigned(quote: Quote, _context: Context) -> str:
    # An undecided speaker is a finding of its own.
    accepted = quote.status is Status.ACCEPTED and quote.speaker and not (quote.nested or quote.is_undecided)
    return _("The speaker is not in the register of sources.") if accepted and not quote.source_id else ""


def _unverified(quote: Quote, _context: Context) -> str:
    stands = quote.status is Status.ACCEPTED and quote.type is QuoteType.DIRECT
    return (
        _("Not checked against anything.") if stands and quote.verification is Verification.UNVERIFIED else ""
    )


def _disputed(quote: Quote, _context: Context) -> str:
    return _("Disputed.") if quote.verification is Verification.DISPUTED else ""


def _unauthorised(quote: Quote, _context: Context) -> str:
    waiting = {
        Authorisation.SENT: _("Asked for authorisation, no answer yet."),
        Authorisation.WITHDRAWN: _("The speaker has withdrawn it."),
        Authorisation.CHANGED: _("The speaker authorised another wording."),
    }
    return waiting.get(quote.authorisation, "")


def _off_record(quote: Quote, context: Context) -> str:
    source = context.sources.get(quote.source_id)
    use = use_of(quote, source)
    if use is TermsOfUse.ON_RECORD:
        is_covered = source is not None and source.identity_protected
        return _("The identity is protected: the source must not be named.") if is_covered else ""
    return _ALLOWED[use]


def _anonymous(quote: Quote, context: Context) -> str:
    source = context.sources.get(quote.source_id)
    kind = source.kind if source else quote.speaker_kind
    return _("The source is anonymous: why?") if kind is SourceKind.ANONYMOUS else ""


_ALLOWED = {
    TermsOfUse.BACKGROUND: _(
        "Background: only the agreed description may stand, no name, role or affiliation."
    ),
    TermsOfUse.DEEP_BACKGROUND: _("Deep background: it must not be attributed to anybody."),
    TermsOfUse.OFF_RECORD: _("Off the record: it is not for publication."),
}
"""What each use asks for."""

RULES: dict[str, Rule] = {
    "orphan": _orphan,
    "changed-words": _fuzzy,
    "undecided": _undecided,
    "no-speaker": _no_speaker,
    "hearsay": _hearsay,
    "carried-over": _carried,
    "pronoun": _pronoun,
    "unassigned": _unassigned,
    "unbalanced": unbalanced,
    "unmarked": unmarked,
    "scrap": scrap,
    "unverified": _unverified,
    "disputed": _disputed,
    "authorisation": _unauthorised,
    "off-record": _off_record,
    "anonymous": _anonymous,
}
"""Rules by name, the gravest first."""

RULE_NAMES = (*RULES, "overlap", "embargo", "not-delivered", *ASKED)
"""All that a finding can name; three look at two quotes at once, and at the article."""


def _held_back(article: Article, quotes: Sequence[Quote]) -> list[Finding]:
    """What the article says of when its quotes may be used, once for all of them."""
    told = {
        "embargo": _("The article is under embargo: see until when.") if embargo_of(article) else "",
        "not-delivered": _("The speech was not held yet when this was handed out: check it against delivery.")
        if undelivered_of(article)
        else "",
    }
    return [Finding(rule, message, 0, Span(0, 0)) for rule, message in told.items() if message and quotes]
