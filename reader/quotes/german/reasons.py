"""What each rule is worth and how it is explained to a person.

The confidence of a rule is the share of its quotes that were right in quote and type on annotated news
(the training part of Petersen-Frey and Biemann 2024, 700 articles); rules that fired fewer than ten
times there take the figure of the rule they are a part of. Where it would be above 0.9 it is the share that
is reached with 95 % certainty (Wilson's lower bound), since people accept such quotes without reading them.
"""

from itertools import pairwise

from reader.i18n import _
from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.parse import Parsed
from reader.quotes.rules import Rule

_NEWS = "annotated news articles"

RULES = {
    name: Rule(worth, _NEWS, sentence)
    for name, worth, sentence in (
        ("frame first, dass", 0.85, _("A clause with “dass” or “ob” hangs on a verb of saying before it.")),
        ("frame first, subjunctive", 0.89, _("A clause in the subjunctive follows a verb of saying.")),
        ("frame first, infinitive", 0.81, _("An infinitive with “zu” hangs on a verb of saying before it.")),
        (
            "frame first, question",
            0.4,
            _("A question word begins what hangs on a verb of asking or knowing."),
        ),
        ("frame first, indicative", 0.5, _("A main clause follows a verb of saying without a conjunction.")),
        ("frame first, quoted", 0.6, _("Words in quotation marks follow a verb of saying.")),
        ("frame last, subjunctive", 0.89, _("A verb of saying follows a clause in the subjunctive.")),
        ("frame last, indicative", 0.78, _("A verb of saying with its subject follows a main clause.")),
        ("frame last, dass", 0.6, _("A verb of saying follows a clause with “dass”.")),
        ("frame last, quoted", 0.5, _("A verb of saying follows a sentence that ends in quotation marks.")),
        (
            "frame last, inserted",
            0.8,
            _("A verb of saying with its subject stands in commas inside a clause."),
        ),
        ("frame last, das", 0.72, _("“Das” or “dies” with a verb of saying takes up the sentence before.")),
        ("colon, colon", 0.4, _("A verb of saying stands before a colon.")),
        ("noun of saying", 0.75, _("A noun of saying holds a clause with “dass”, “zu” or a subjunctive.")),
        ("laut", 0.89, _("“laut” names the source of the sentence or clause.")),
        ("nach Angaben", 0.88, _("“nach” with a noun of saying names the source of the sentence or clause.")),
        ("Meinung nach", 0.6, _("A noun of saying before “nach” names the source.")),
        ("zufolge", 0.88, _("“zufolge” names the source of the sentence or clause.")),
        ("gemäß", 0.8, _("“gemäß” with a noun of saying names the source.")),
        ("aus Sicht", 0.7, _("“aus Sicht” names whose view the sentence or clause gives.")),
        ("so X", 0.84, _("“so” with a name, without a verb, stands beside the sentence.")),
        ("wie X mitteilte", 0.81, _("A clause with “wie” and a verb of saying stands beside the sentence.")),
        ("demnach", 0.74, _("“demnach” or “wonach” points to a source named before.")),
        ("direct", 0.96, _("All that is framed stands in quotation marks.")),
        ("tag", 0.9, _("Words in quotation marks open the sentence, a verb and who speaks follow.")),
        ("colon", 0.93, _("Speech in quotation marks follows a colon.")),
        (
            "fragment",
            0.91,
            _("Several words in quotation marks inside an indirect quote are given word for word."),
        ),
        (
            "short fragment",
            0.8,
            _("A few words in quotation marks inside an indirect quote are given word for word."),
        ),
        (
            "words quoted",
            0.81,
            _("Words in quotation marks belong to a verb that calls or judges something."),
        ),
        ("für X", 0.7, _("“für” with a person names whose judgement stands in quotation marks.")),
        (
            "phrase in marks",
            0.6,
            _(
                "A phrase in quotation marks, no name or title, stands in a sentence without a verb "
                "of saying."
            ),
        ),
        ("marks go on", 0.9, _("A passage in quotation marks follows right behind another quote.")),
        ("marks alone", 0.84, _("A long passage in quotation marks has no frame in its sentence.")),
        ("short marks alone", 0.5, _("A short passage in quotation marks forms a clause, without a frame.")),
        (
            "subjunctive goes on",
            0.71,
            _("The subjunctive goes on after a quote, so the same person still speaks."),
        ),
        (
            "subjunctive alone",
            0.65,
            _("The sentence stands in the subjunctive of indirect speech without a frame."),
        ),
        ("subjunctive after colon", 0.75, _("The subjunctive follows a colon.")),
        ("sollen", 0.36, _("“soll” reports what others say, without naming them.")),
        ("hearsay", 0.21, _("“soll” with “haben” or “sein” tells a rumour: nobody is named who says it.")),
        ("told", 0.5, _("A verb of saying tells of a speech act without rendering its words.")),
        ("interview", 0.95, _("A label before a colon names who answers.")),
        ("headline", 0.75, _("A name before a colon speaks in a headline.")),
    )
}
"""What each rule is worth, on what that was measured, and what it looks for."""


def confidence(draft: Draft) -> float:
    """How often quotes of the draft's rule are right."""
    return RULES[key(draft.rule)].worth


def key(rule: str) -> str:
    """The entry of the table for a rule; direct quotes of all frames share one."""
    return rule if rule in RULES else "direct"


def reasons(parsed: Parsed, draft: Draft) -> tuple[str, ...]:
    """Why a quote was found: rule, cue, speaker, and what was weighed."""
    rule = RULES[key(draft.rule)]
    return tuple(
        filter(
            None,
            (
                rule.sentence,
                _cue(parsed, draft),
                _speaker(parsed, draft),
                _moods(parsed, draft),
                rule.share,
            ),
        )
    )


def _cue(parsed: Parsed, draft: Draft) -> str:
    if not draft.cue:
        return _("No cue stands beside it.")
    words = parsed.words[draft.cue[0]]
    for before, at in pairwise(draft.cue):
        words += (" " if at == before + 1 else " … ") + parsed.words[at]
    own = draft.type in (QuoteType.DIRECT, QuoteType.INDIRECT)
    told = _("Cue: “{words}”.") if own else _("Cue: “{words}”, in the frame before.")
    return told.format(words=words)


def _speaker(parsed: Parsed, draft: Draft) -> str:
    if not draft.speaker:
        return _("No speaker was found.")
    first = draft.speaker[0]
    own = draft.type in (QuoteType.DIRECT, QuoteType.INDIRECT)
    # In the frame, or as „sie“ within what is said.
    inside = (own and any(a <= first < b for a, b in draft.frame)) or any(
        a <= first < b for a, b in draft.content
    )
    sentence = parsed.analysis.sentence_at
    if inside:
        told = _("Speaker: “{name}”, in the frame.")
    elif sentence(first) == sentence(draft.start):
        told = _("Speaker: “{name}”, in the same sentence.")
    else:
        told = _("Speaker: “{name}”, taken over from the text before.")
    return told.format(name=parsed.text(draft.speaker))


def _moods(parsed: Parsed, draft: Draft) -> str:
    """What the verbs of the quote say for or against indirect speech."""
    if draft.type == QuoteType.DIRECT:
        return ""
    inside = [at for a, b in draft.content for at in range(a, b) if at not in parsed.marked]
    first = [parsed.words[at] for at in inside if parsed.flags[at] & w.SUBJUNCTIVE1 and _verb(parsed, at)]
    second = [parsed.words[at] for at in inside if parsed.flags[at] & w.SUBJUNCTIVE2 and not first]
    if first:
        return _("For it: “{word}” is a subjunctive of indirect speech.").format(word=first[0])
    if second:
        told = _("Weak sign: “{word}” can be a subjunctive of indirect speech or of possibility.")
        return told.format(word=second[0])
    return _("Against it: no verb of the quote is in the subjunctive.")


def _verb(parsed: Parsed, at: int) -> bool:
    """Whether a form is clearly a verb: „habe“, or one with no noun behind, not „heiße“ in „heiße Luft“."""
    return (
        bool(parsed.flags[at] & (w.AUXILIARY | w.MODAL))
        or not parsed.flags[at + 1 : at + 2]
        or not (parsed.flags[at + 1] & w.CAPITAL)
    )
