"""Find the attribution that says who spoke: a verb of saying with its speaker, beside or around what is said.

Written before what is said ("Ann Lee said: …") or behind it ("…, said Ann Lee").
"""

from dataclasses import dataclass, replace

from reader.languages.given_names import given_names
from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.patterns import noun_phrases
from reader.quotes.patterns.names_in_commas import with_name
from reader.quotes.patterns.sayings import VerbOfSaying, last_saying, participle_at, saying_at
from reader.quotes.patterns.subjects import determined, subject_behind, subject_of, with_others
from reader.quotes.patterns.unlisted_subjects import addresses, is_adverb, unlisted_before
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_NEAR = 14
"""Tokens between a passage and its verb of saying at most; chosen on the gold set."""
_SHORT_APPOSITION = 3
"""Tokens with its comma of an apposition behind which another may stand: "Ann Lee, 34, from Leeds, said"."""
DASHES = frozenset(("—", "–", "-"))
_CLOSING = frozenset((".", "!", "?", "…", "..."))
_LEADING = frozenset((",", *DASHES))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it, with which words, in which clause, and the rule that found it; all in tokens."""

    rule: str
    cue: tuple[int, ...] = ()
    speaker: Range | None = None
    addressee: Range | None = None
    frame: Range | None = None

    @property
    def end(self) -> int:
        """Behind the last token of cue and speaker."""
        return max(self.cue[-1] + 1 if self.cue else 0, self.speaker[1] if self.speaker else 0)


NONE = Attribution("marks")
"""Nothing beside a passage says who speaks."""


def attributed(type_: QuoteType, content: tuple[Range, ...], attribution: Attribution) -> Draft:
    """What is said, with who said it."""
    return Draft(
        type=type_,
        content=content,
        rule=attribution.rule,
        frame=(attribution.frame,) if attribution.frame else (),
        cue=attribution.cue,
        speaker=attribution.speaker,
        addressee=attribution.addressee,
    )


def attribution_from(text: TableText, at: int, stop: int, *, loose: bool = False) -> Attribution | None:
    """The attribution from token `at` on: 'said Ann Lee', 'Ann Lee said', 'a déclaré la maire'.

    A `loose` one may have a subject known only by its determiner ("confie la glaciologue").
    """
    # "se demande Anne Roy": the pronoun belongs to the verb behind it.
    if text.lower(at) in text.language.reflexives:
        at += 1
    verb = saying_at(text, at, stop) or (participle_at(text, at, stop) if loose else None)
    # '“sad”, saying the plan was late': in English nobody stands behind such a form
    if verb and text.lower(verb.first).endswith(text.language.trailing or ("\0",)):
        return None
    if verb:
        return _verb_first(text, verb, stop, loose)
    found = _subject_first(text, at, stop)
    # Where the subject mostly follows the verb, one before it needs a quotation beside it to be told.
    return found or (
        _unlisted_first(text, at, stop, loose) if loose or not text.language.verb_first else None
    )


def _subject_first(text: TableText, at: int, stop: int) -> Attribution | None:
    """The attribution that begins with its subject: 'the witness, Carla Dunn, told the court'."""
    subject = noun_phrases.phrase_from(text, at, stop)
    verb = _verb_of(text, subject[1], stop) if subject else None
    if not subject or not verb:
        return None
    subject = with_others(text, with_name(text, subject, verb.first), verb.first)
    return Attribution("tag after, speaker first", verb.cue, subject, addressee_behind(text, verb, stop))


def _unlisted_first(text: TableText, at: int, stop: int, bare: bool) -> Attribution | None:
    """The same with a subject that no table knows: 'a source close to the talks told the BBC'."""
    for place in range(at + 1, min(at + _NEAR, stop)):
        verb = saying_at(text, place, stop)
        subject = unlisted_before(text, at, verb.first, bare=bare) if verb else None
        if verb and subject and subject[0] == at:
            return Attribution(
                "tag after, speaker first", verb.cue, subject, addressee_behind(text, verb, stop)
            )
    return None


def addressee_behind(text: TableText, verb: VerbOfSaying, stop: int) -> Range | None:
    """Who was told, behind the verb: 'told the court', 'a dit à la presse', 'dijo a Efe'."""
    at = verb.last
    for words in text.language.addressing:
        if tuple(text.lowered[at : at + len(words)]) == words:
            # "à l'Assemblée": the article of the preposition belongs to whom it is said to.
            start = at + 1 if len(words) > 1 else at + len(words)
            return _hearer(text, start, stop)
    if text.lower(verb.last - 1) not in text.language.telling:
        return None
    return noun_phrases.phrase_from(text, at, stop)


def apart(hearer: Range | None, speaker: Range | None) -> Range | None:
    """Whoever is told, unless the phrase is that of the speaker: "zei Bram Oort dat"."""
    if hearer and speaker and hearer[0] < speaker[1] and speaker[0] < hearer[1]:
        return None
    return hearer


def _hearer(text: TableText, at: int, stop: int) -> Range | None:
    """Whoever is told, from token `at` on; of "Efe Luis Gil" the agency alone."""
    press = at + (text.lower(at) in text.language.determiners)
    if press < stop and text.lower(press) in text.language.press:
        return at, press + 1
    return noun_phrases.phrase_from(text, at, stop)


def _verb_first(text: TableText, verb: VerbOfSaying, stop: int, loose: bool) -> Attribution:
    """The attribution that begins with a verb, whether its subject is found or not."""
    # "told the court": whoever stands behind such a verb is told.
    told = text.lower(verb.last - 1) in text.language.telling or addresses(text, verb.last)
    found = verb.subject or (None if told else subject_behind(text, verb.last, stop, unlisted=loose))
    if not found and loose and not told:
        found = determined(text, verb.last, stop)
    behind = replace(verb, last=found[1]) if found and found[1] > verb.last else verb
    hearer = addressee_behind(text, behind, stop)
    # "dijo a Efe Luis Gil", "ha detto all'Ansa il sindaco": whoever is told stands before the subject.
    if hearer and not found and addresses(text, verb.last):
        found = subject_behind(text, hearer[1], stop, unlisted=loose)
    return Attribution("tag after" if found else "tag after, no speaker", verb.cue, found, hearer)


def _verb_of(text: TableText, at: int, stop: int) -> VerbOfSaying | None:
    """The verb of a subject that ends at token `at`, across an apposition in commas or a short adverb."""
    # "Ann Lee, the minister, said", "Ann Lee, 34, from Leeds, said": the verb stands behind a later comma.
    if text.lower(at) == ",":
        for comma in range(at + 1, min(at + _NEAR, stop)):
            if text.lower(comma) == ",":
                verb = saying_at(text, comma + 1, stop)
                # Not "Ann Lee, a vet, left, said Bo Hall": of two appositions the first is short.
                if verb or comma > at + _SHORT_APPOSITION:
                    return verb
        return None
    # "Ann Lee said", "Ann Lee also said"; not "the band's Instagram account said".
    direct = saying_at(text, at, stop)
    return direct or (saying_at(text, at + 1, stop) if is_adverb(text, at) else None)


def ahead(text: TableText, start: int, stop: int) -> Attribution | None:
    """The attribution that ends before token `stop`: 'Ann Lee said: "…', 'Ann Lee was angry: "…'."""
    verb = last_saying(text, max(start, stop - _NEAR), stop)
    colon = text.lower(stop - 1) == ":"
    if verb:
        # 'Ann Lee said, "…' and 'Ann Lee said that "…' lead up to the passage; other words between do not.
        leads = text.lower(stop - 1) == "," or text.lower(stop - 1) in text.language.conjunctions
        before = "verb before, leading up" if leads else "verb before"
        subject = verb.subject or subject_of(text, verb, start, stop, unlisted=True)
        hearer = apart(addressee_behind(text, verb, stop), subject)
        return Attribution("colon before" if colon else before, verb.cue, subject, hearer)
    if colon and stop - 1 > start:
        named = noun_phrases.phrase_from(text, start, stop - 1)
        # 'Serie A, De Santis: “…”': who stands right before the colon
        comma = next((at for at in range(stop - 2, start, -1) if text.words[at] == ","), 0)
        last = noun_phrases.phrase_from(text, comma + 1, stop - 1) if comma else None
        named = last if last and last[1] == stop - 1 and named and named[1] <= comma else named
        # Without tables a name is one right before the colon, or a given name: not "Então disse:".
        given = named is not None and text.words[named[0]] in given_names()
        sure = text.language.verbs or given or (named and named[1] == stop - 1)
        return Attribution("colon before, no verb", (), named if sure else None)
    return None


def framed(text: TableText, attribution: Attribution, first: int, last: int) -> Attribution:
    """The attribution with the clause `[first, last)` as its frame, without closing stops."""
    while last > first and text.words[last - 1] in _CLOSING:
        last -= 1
    return replace(attribution, frame=(first, last)) if last > first else attribution


def leading(text: TableText, at: int, stop: int) -> int:
    """Behind the comma or dash between a passage and its attribution."""
    while at < stop and text.words[at] in _LEADING:
        at += 1
    return at
