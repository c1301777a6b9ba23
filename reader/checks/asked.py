"""Rules of the lint that look only when they are asked for: each is mostly right, none always."""

import re

from reader.checks.findings import Context, Rule
from reader.i18n import _
from reader.languages.checking import Checking, checking
from reader.models import Medium, Quote, QuoteType, Span, words_of
from reader.texts.frames import frame_of
from reader.texts.naming import surname_of

_WORD = re.compile(r"[\w’'-]+")
_FIGURE = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d[\d.,]*)(?![\w-]|\.\s+[A-ZÄÖÜ])"
    r"((?:[ \u00a0\u202f](?:[Mm]i[lo]\w*|[Bb]illion\w*|mld))?[ \u00a0\u202f](?:%|[^\W\d_]+)|)"
)
"""A number, with the word or two that say of what: "2,4 Millionen Euro"; no ordinal: "in der 89. Minute"."""
_STOP = re.compile(r"[.!?…][“”»«\"'’)\]]*\s+(?=[^\W\d_a-zäöüß])|\n\s*\n")
"""Where a sentence ends: a stop, and a capital after it."""
_TAG_REACH = 30
"""Characters from the end of a quote within which a tag begins: "“Why?” Kolb asked"."""
_SPEAKING = 4
"""Letters of a word that tells somebody; "the" and "der" tell nobody."""
_ENDINGS = ("t", "en", "ert")
"""How German participles end: "gewusst", "gewesen", "kritisiert"."""


# -- the mood of reported speech -----------------------------------------------------------------------------


def _indicative(quote: Quote, context: Context) -> str:
    """ "Er sagt, der Vertrag ist falsch": without "dass" the indicative makes it the paper's own claim."""
    if not _is_bare_clause(quote, context):
        return ""
    forms = checking(context.article.language).indicative
    verb = _first(forms, context.words(quote))
    return (
        _("“{verb}” reads as your own statement; reported speech has “{forms}”.").format(
            verb=verb, forms=forms[verb]
        )
        if verb
        else ""
    )


def _doubt(quote: Quote, context: Context) -> str:
    """ "Er sagte, er wäre krank": where "sei" is there, "wäre" reads as if one did not believe it."""
    if not _is_bare_clause(quote, context):
        return ""
    table = checking(context.article.language)
    words = context.words(quote)
    verb = _first(table.doubting, words)
    if not verb or _is_condition(table, words, verb):
        return ""
    return _("“{verb}” reads as doubt; reported speech has “{doubting}”.").format(
        verb=verb, doubting=table.doubting[verb]
    )


def _is_bare_clause(quote: Quote, context: Context) -> bool:
    """Whether it is what somebody says in a clause without a word that opens it."""
    table = checking(context.article.language)
    said = quote.type is QuoteType.INDIRECT and quote.medium is not Medium.THOUGHT and not quote.is_lost
    text = context.article.text
    # "Die Brücke ist frei, teilte das Amt mit" is how papers begin: only behind the verb the mood tells.
    if not said or not table.indicative or len(quote.spans) > 1 or text[: quote.start].rstrip()[-1:] != ",":
        return False
    cues = {word.casefold() for start, end in quote.cue for word in _WORD.findall(text[start:end])}
    words = _WORD.findall(context.words(quote))
    opened = {word.casefold() for word in words[:2]} & table.introducers
    return bool(cues and words) and not cues & table.no_verbs and not opened


def _first(forms: dict[str, str], words: str) -> str:
    """The verb in the second place of the first clause, if it is among `forms`; not in marks."""
    clause = re.split(r"[,;:„“»«\"]", words.strip(" ,"), maxsplit=1)[0]
    found = [word for word in _WORD.findall(clause)[1:] if word in forms]
    return found[0] if found else ""


def _is_condition(table: Checking, words: str, verb: str) -> bool:
    """Whether the subjunctive is one of what might be: "das wäre falsch", "sonst hätte er", "wenn er käme".

    What only reports has a person for its subject, or a participle: "er wäre krank", "man hätte gezahlt".
    """
    each = [word.casefold() for word in _WORD.findall(words)]
    if table.conditions.intersection(each):
        return True
    if verb.startswith("hätt"):
        return not each[-1].endswith(_ENDINGS)
    return each[0] not in ("er", "sie") and not (each[-1].startswith("ge") and each[-1].endswith(_ENDINGS))


# -- who says it, and who else -------------------------------------------------------------------------------


def _named_late(quote: Quote, context: Context) -> str:
    """ "„Es reicht.“ Anna Kolb ist müde": a reader learns only in the next sentence who speaks."""
    if quote.nested or quote.is_lost:
        return ""
    text, name = context.article.text, _first_named(quote, context)
    if name is None or name.start < quote.end:
        return ""
    before = text[quote.end : name.start]
    ends_itself = text[: quote.end].rstrip("“”»«\"'’ ")[-1:] == "." and before.strip()[:1].isupper()
    if not (ends_itself or _STOP.search(before)) or _is_tag(quote, name):
        return ""
    return _("Who speaks is named only in a later sentence: “{text}”.").format(
        text=text[name.start : name.end]
    )


def _first_named(quote: Quote, context: Context) -> Span | None:
    """Where the article first says who speaks: the speaker as written, or the surname of the source."""
    if quote.speaker:
        return None if quote.is_pointed_to else min(quote.speaker)
    surname = surname_of(quote.source)
    found = re.search(rf"\b{re.escape(surname)}\b", context.article.text) if surname else None
    return Span(*found.span()) if found else None


def _is_tag(quote: Quote, name: Span) -> bool:
    """Whether name and verb follow at once: "“Why?” Kolb asked", "„Schluss.“ Sagte Kolb"."""
    starts = [name.start, *(cue.start for cue in quote.cue)]
    return bool(quote.cue) and min(starts) - quote.end <= 2 and max(starts) - quote.end <= _TAG_REACH


def _unanswered(quote: Quote, context: Context) -> str:
    """An accusation, where nobody accused speaks in the article and no word tells that they were asked."""
    table, text = checking(context.article.language), context.article.text
    told = _place(quote, text)
    if quote.is_lost or quote.nested or not table.accusing.search(text, *told):
        return ""
    if _is_told_before(quote, context) or table.answering.search(text) or _is_pronoun(quote, context):
        return ""
    frame = frame_of(text, quote.spans, [*quote.speaker, *quote.cue, *quote.addressee])
    sentence = text[max(0, quote.start - frame.before) : quote.end + frame.after]
    if any(word in sentence for other in context.quotes for word in _called(other, quote, context)):
        return ""
    return _("An accusation: nothing here says that it was put to those accused, or what they answer.")


def _place(quote: Quote, text: str) -> Span:
    """From the first to the last word of a quote and its verb, a little further for "wirft … vor"."""
    spans = [*quote.spans, *quote.cue]
    return Span(min(span.start for span in spans), min(len(text), max(span.end for span in spans)))


def _is_told_before(quote: Quote, context: Context) -> bool:
    """Whether another quote of the same sentence carries the accusation already."""
    text, start = context.article.text, quote.start
    before = [other for other in context.quotes if not other.is_lost and other.start < start]
    accusing = checking(context.article.language).accusing
    return any(
        accusing.search(text, *_place(other, text)) and not _STOP.search(text, other.start, start)
        for other in before[-2:]
    )


def _called(other: Quote, quote: Quote, context: Context) -> list[str]:
    """The words by which somebody else who speaks here is called: "union chief Bernie Cutts" of the union."""
    if other.is_lost or _name(other, context) == _name(quote, context):
        return []
    written = words_of(context.article.text, other.speaker) if other.speaker else ""
    called = f"{written} {other.speaker_role} {surname_of(_name(other, context))}"
    return [word for word in _WORD.findall(called) if len(word) >= _SPEAKING]


def _is_pronoun(quote: Quote, context: Context) -> bool:
    """Whether who is accused was named before: "Sie warfen ihr vor"; such a person mostly speaks."""
    text = context.article.text
    start, end = _place(quote, text)
    low, high = max(0, start - _TAG_REACH), min(end, start + 2 * _TAG_REACH)
    return checking(context.article.language).pronouns.search(text, low, high) is not None


def _one_source(quote: Quote, context: Context) -> str:
    """A number that one source gives, and nobody else here or in the same story, nor the article itself."""
    if quote.is_lost or quote.nested or not _name(quote, context):
        return ""
    told = _said_by_others(quote, context)
    alone = [of_what for figure, of_what in _figures(context.words(quote), context) if figure not in told]
    return (
        _("Only {name} says “{alone}”: is there a second source?").format(
            name=_name(quote, context), alone=alone[0]
        )
        if alone
        else ""
    )


def _figures(words: str, context: Context) -> list[tuple[str, str]]:
    """Numbers that count something, alone and with that; no dates, times and years, nor one to three."""
    counted = checking(context.article.language).not_figures.sub(" ", words)
    found = [(one[1].rstrip(".,"), one[1].rstrip(".,") + one[2]) for one in _FIGURE.finditer(counted)]
    return [pair for pair in found if pair[0] not in ("0", "1", "2", "3")]


def _said_by_others(quote: Quote, context: Context) -> set[str]:
    """The numbers in what is not this source's words: of the article, and of the same story elsewhere."""
    text, mine = [*context.article.text], _name(quote, context)
    for other in context.quotes:
        if not other.is_lost and _name(other, context) == mine:
            for start, end in other.spans:
                text[start:end] = " " * (end - start)
    rest = "".join(text)
    others = [words for name, words in context.elsewhere if name != mine]
    return {figure for words in (rest, *others) for figure, _of_what in _figures(words, context)}


def _name(quote: Quote, context: Context) -> str:
    return "" if quote.is_lost else quote.name_read(context.article.text)


ASKED: dict[str, Rule] = {
    "indicative": _indicative,
    "doubt": _doubt,
    "named-late": _named_late,
    "unanswered": _unanswered,
    "one-source": _one_source,
}
"""Rules by name that look only when they are asked for."""
