"""Find the subject behind a verb of saying, and whom something is told.

No article tells where a phrase begins: a nominative that a table knows does, or the clause itself.
"""

from dataclasses import dataclass

from reader.languages.verb_files import SINGULAR
from reader.quotes.clauses.slavic.noun_phrases import BREAKS, PHRASE, is_aged, is_handle, phrase_end
from reader.quotes.clauses.slavic.objects import behind_object
from reader.quotes.clauses.slavic.predicates import Predicate
from reader.quotes.clauses.slavic.slavic_text import SlavicText
from reader.quotes.text.sentences import Range

_ADJECTIVE = 5
"""Letters of an adjective that stands for somebody, up to these: "ranny"."""
_AGO = 4
"""Tokens of a time before a word like "ago" at most: "ponad trzy lata temu"."""
_REACH = 40
"""Tokens from a verb to the subject behind it at most."""
TITLED = 7
"""Tokens of the name of a newspaper in marks at most, the marks among them."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says something, and to whom."""

    speaker: Range | None = None
    hearer: Range | None = None
    dropped: bool = False
    """Whether the verb stands without a subject, so that who spoke before goes on."""


def subject_behind(text: SlavicText, verb: Predicate, stop: int) -> Subject:
    """The subject behind a verb: "powiedział w środę PAP rzecznik policji Jan Nowak"."""
    at, hearer, apart = verb.last, None, False
    reach = verb.last + _REACH
    while at < min(stop, reach):
        told = _told(text, at, stop)
        if _is_owned(text, at):  # "mówi jej mąż"
            break
        if told:
            hearer, at = hearer or (at, told), told
        elif text.is_small(at) or text.lower(at) in text.language.adversatives or _is_manner(text, at):
            at += 1
        elif text.lower(at) in text.grammar.negations and text.is_preposition(at + 1):
            at += 1  # "dodaje | nie bez złośliwości"
        elif behind := behind_object(text, verb, at, stop):
            # "zapewnia | kibiców | prezes"
            hearer = hearer or ((at, behind) if verb.takes("o") else None)
            at, apart = behind, False
        elif verb.takes("o") and _is_object(text, at) and not _is_asker(text, verb, at, stop):
            end = phrase_end(text, at, stop)
            hearer, at = hearer or (at, end), end
        elif _is_office(text, verb, at, stop):
            return Subject((at + 1, phrase_end(text, at + 1, stop)), hearer)
        elif verb.impersonal and document_at(text, at, stop):
            return Subject(document_at(text, at, stop), hearer)
        elif text.is_preposition(at):
            at = behind_phrase(text, at, stop)
            apart = is_apart(text, at)
        elif _behind_ago(text, at, stop):
            at, apart = _behind_ago(text, at, stop), False
        else:
            break
    if verb.impersonal or verb.gerund:
        return Subject(None, hearer)
    if at < stop and at in text.passages and text.words[at + 1][0].isupper() and text.ends[at] - at < TITLED:
        return Subject((at, text.ends[at]), hearer)  # pisze „Gazeta Polska”
    over = text.grammar.subordinators | text.language.joining
    if at < stop and (
        text.lower(at) in text.grammar.asked or _is_done(text, verb, at) or _is_means(text, at)
    ):
        return Subject(None, hearer, dropped=True)
    ended = at >= stop or text.words[at] in BREAKS or text.lower(at) in over or text.is_infinitive(at)
    if ended and hearer and _publishes(text, verb, hearer[0]):
        return Subject((hearer[0], at))
    if ended or not (text.begins_nominative(at) or _may_begin(text, at, apart)):
        # Whatever stands there and is not understood may be the subject: then nobody is carried over.
        return Subject(None, hearer, dropped=ended)
    return Subject((at, phrase_end(text, at, stop)), hearer)


def _behind_ago(text: SlavicText, at: int, stop: int) -> int:
    """Behind a time that a word like "ago" closes: "trzy lata temu"; else 0."""
    near = range(at + 1, min(at + _AGO, stop))
    found = next((i for i in near if text.lower(i) in text.grammar.ago or text.words[i] in BREAKS), 0)
    return found + 1 if found and text.lower(found) in text.grammar.ago else 0


def _is_owned(text: SlavicText, at: int) -> bool:
    """Whether a possessive before a noun begins a subject: "jej mąż"."""
    return text.lower(at) in text.grammar.own_sources and text.is_person(at + 1)


def _is_done(text: SlavicText, verb: Predicate, at: int) -> bool:
    """Whether a small word behind a form in the singular is its object: "uciął | spekulacje"."""
    word = text.words[at]
    plain = word[0].islower() and not text.begins_nominative(at) and not text.is_preposition(at)
    if plain and verb.gender in ("m", "f") and word.endswith(text.grammar.object_nouns or ("\0",)):
        return True
    # "odpiera | zarzuty": several are no subject of a form in the singular; "mówi | poszkodowany" is one
    alone = at + 1 >= len(text.words) or text.words[at + 1] in BREAKS
    ending = text.grammar.plural_nouns + text.grammar.object_nouns
    several = alone and len(word) > _ADJECTIVE and word.endswith(ending or ("\0",))
    one = bool(verb.features & SINGULAR) and not word.endswith(text.grammar.participle_endings)
    return plain and several and one


def _is_manner(text: SlavicText, at: int) -> bool:
    """Whether a small word tells how it is said: "odpowiada | wymijająco", "przyznaje | zawstydzony"."""
    word = text.words[at]
    small = word[0].islower() and len(word) > 5 and not text.begins_nominative(at)
    # "ocenia zatrudniony tam kucharz": a noun follows
    alone = at + 1 >= len(text.words) or text.words[at + 1] in BREAKS
    adverb = word.endswith(text.grammar.manners or ("\0",))
    if small and adverb and text.begins_nominative(at + 1):
        return True  # "odpowiada | lakonicznie | prezes"
    return small and alone and (adverb or word.endswith(text.grammar.participle_endings or ("\0",)))


def _is_means(text: SlavicText, at: int) -> bool:
    """Whether a small word is that by which something is done: "odpowiada | pytaniem"."""
    small = text.words[at][0].islower() and not text.begins_nominative(at)
    return small and len(text.words[at]) > 4 and text.lower(at).endswith(text.grammar.means or ("\0",))


def _publishes(text: SlavicText, verb: Predicate, outlet: int) -> bool:
    """Whether an outlet says something and is not told it: "podaje PAP", "podała PAP"; "przekazał PAP" he."""
    written = outlet == verb.last and text.lower(outlet) in text.grammar.outlets
    return written and verb.gender != "m" and any(one.lemma in text.grammar.publishing for one in verb.says)


def document_at(text: SlavicText, at: int, stop: int) -> Range | None:
    """The paper in which a form without a person says something: "czytamy w komunikacie resortu"."""
    grammar = text.grammar
    if at + 1 >= stop or text.lower(at) not in grammar.org_prepositions:
        return None
    if text.lower(at + 1) not in grammar.document_nouns:
        return None
    end = phrase_end(text, at + 1, stop)
    # "w odpowiedzi | przesłanej przez urząd"
    passive = (i for i in range(at + 2, end) if _is_passive(text, i))
    return at + 1, next(passive, end)


def _is_passive(text: SlavicText, at: int) -> bool:
    """Whether a small word is a participle that tells more of a paper: "zamieszczonym", "przesłanej"."""
    return text.words[at].islower() and text.lower(at).endswith(text.grammar.passive_endings or ("\0",))


def _is_office(text: SlavicText, verb: Predicate, at: int, stop: int) -> bool:
    """Whether an office says what several of it do: "сообщили в МЧС", "рассказали в полиции"."""
    if text.lower(at) not in text.grammar.org_prepositions or verb.gender != "p" or at + 1 >= stop:
        return False
    word = text.words[at + 1]
    return (word.isupper() and len(word) > 1) or word.lower() in text.grammar.org_nouns


def office_at(text: SlavicText, verb: Predicate, at: int, stop: int) -> Range | None:
    """The office in which several say something, before their verb: "В МЧС сообщили"."""
    if at + 1 < stop and _is_office(text, verb, at, stop):
        return at + 1, phrase_end(text, at + 1, stop)
    return None


def _is_object(text: SlavicText, at: int) -> bool:
    """Whether a word behind a verb with an object is that: "wezwał mieszkańców", "wezwał Nowaka"."""
    if not text.words[at][0].isalpha() or text.lower(at) in text.grammar.subordinators:
        return False
    if text.begins_nominative(at) or text.words[at] in text.families or text.is_preposition(at):
        return False
    one = text.lower(at) in text.language.female | text.language.male
    if one and text.lower(at) in text.language.determiners:  # "pyta | jedna z pracownic"
        return False
    return text.words[at][0].islower() or text.lower(at).endswith(text.grammar.object_endings)


def _is_asker(text: SlavicText, verb: Predicate, at: int, stop: int) -> bool:
    """Whether a woman alone behind a verb is who asks: "спросила покупательница"; "врача" ends alike."""
    alone = at == verb.last and (at + 1 >= stop or text.words[at + 1] in BREAKS)
    # "upomniała adwokata"
    oblique = text.lower(at) in text.grammar.oblique_nouns
    return alone and not oblique and verb.gender == "f" and text.lower(at).endswith(("а", "я", "a"))


def _may_begin(text: SlavicText, at: int, apart: bool) -> bool:
    """Whether an unknown word may be a subject: not behind a phrase that may still go on, not oblique."""
    word = text.words[at]
    if is_handle(text, at) or is_aged(text, at):
        return True
    if text.lower(at) in text.grammar.asked:  # "ucięła | pytana przez radnych"
        return False
    if text.is_inflected_given(at) and word not in text.families:  # "podziękował żonie | Ewie"
        return False
    # "grzmi były prezes": right before a noun it is no verb
    former = at + 1 < len(text.words) and text.is_finite(at) and text.is_noun(at + 1)
    if not word[0].isalpha() or apart or (text.is_finite(at) and not former) or text.is_oblique(at):
        return False
    return word[0].isupper() or text.lower(at) not in text.grammar.subordinators


def _told(text: SlavicText, at: int, stop: int) -> int:
    """Behind whom it is told: "PAP", "dziennikarzom", "Polskiej Agencji Prasowej", "gazecie Fakt"; else 0."""
    if at in text.passages and text.ends[at] - at < TITLED:
        parts = text.lower(at + 1), text.lower(text.ends[at] - 2)
        if any(part.endswith(text.grammar.dative_endings) for part in parts):
            return text.ends[at]  # powiedział „Rzeczpospolitej”, „Pulsowi Rynku”
    if text.lower(at).endswith(text.grammar.told_endings) and not text.begins_nominative(at):
        return at + 1  # zarzuca wójtowi
    if text.lower(at) not in text.grammar.datives:
        return 0
    end = at + 1
    # "agencji Reutera", "Polskiej Agencji Prasowej": names behind, but not those of who speaks.
    while end < stop and text.words[end][0].isupper() and not text.begins_nominative(end):
        if text.words[at].isupper():
            break
        end += 1
    if end < stop and end in text.passages:
        return text.ends[end]  # gazecie „Fakt”
    return end


def behind_phrase(text: SlavicText, at: int, stop: int) -> int:
    """Behind a phrase with a preposition: before what ends it."""
    if at + 1 in text.passages:  # z „Faktem”
        return min(text.ends[at + 1], stop)
    for end in range(at + 2, min(at + PHRASE, stop)):
        if text.words[end] in BREAKS or text.is_preposition(end) or text.begins_nominative(end):
            return end
        if _is_channel(text, end):  # "w TVP | Sport"
            continue
        if _is_whole_name(text, end, stop):
            return end
        # "w środę hydraulik", "w rozmowie z PAP hydraulik": nothing hangs on a day or an agency.
        before = text.lower(end - 1)
        if (
            text.words[end] in text.families
            or before in text.language.press
            or (before in text.grammar.time_nouns and text.lower(end) not in text.grammar.time_nouns)
        ):
            return end
    return min(at + PHRASE, stop)


def _is_channel(text: SlavicText, at: int) -> bool:
    """Whether a capital is the second word of an outlet, with no name behind it: "TVP | Sport"."""
    goes_on = at + 1 < len(text.words) and text.words[at + 1][0].isupper()
    return text.lower(at - 1) in text.language.press and text.words[at][0].isupper() and not goes_on


def _is_whole_name(text: SlavicText, at: int, stop: int) -> bool:
    """Whether two capitals, the first no genitive, end a clause: "po meczu | Lirim Kos."."""
    closed = at + 2 <= stop and (at + 2 >= stop or text.words[at + 2] in BREAKS)
    names = closed and all(text.words[i][0].isupper() and len(text.words[i]) > 2 for i in (at, at + 1))
    small = text.words[at - 1].islower() and not text.is_preposition(at - 1)
    return names and small and not text.lower(at).endswith(text.grammar.genitive_endings)


def is_apart(text: SlavicText, at: int) -> bool:
    """Whether the phrase before a token may still go on there: "na spotkaniu wyborców", not "w środę"."""
    before = text.lower(at - 1)
    if at < len(text.words) and (
        text.words[at] in text.families or _is_whole_name(text, at, len(text.words))
    ):
        return False
    return before not in text.language.press and before not in text.grammar.time_nouns
