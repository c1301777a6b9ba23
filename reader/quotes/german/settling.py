"""What is put right about who speaks, whichever engine found a quote.

The subject of a quote's own attribution speaks, and nobody from before it; the phrase is whole; whom it was
told to is no part of it. The network reads what the rules found, so this comes after both.
"""

from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.addressed_objects import with_addressed
from reader.quotes.german.cues import predicate
from reader.quotes.german.frame_addressees import hears
from reader.quotes.german.hearsay import as_hearsay
from reader.quotes.german.joint import with_another
from reader.quotes.german.parse import Parsed
from reader.quotes.german.passage_features import passage_features
from reader.quotes.german.roles import subject_behind
from reader.quotes.german.subjects import speaks
from reader.quotes.german.taking_up import without_pointing
from reader.quotes.german.told import apart, hearer_behind
from reader.quotes.german.whole_cues import with_whole_cue
from reader.quotes.german.whole_names import completed, name_at
from reader.quotes.text.sentences import Range

_TO_VERB = 4
"""Tokens of an attribution in which its verb stands: "„…“, so ein Nutzer schrieb"."""
_BULLETS = frozenset("-–—•*·")
"""Marks before the items of a list."""
_LONGEST_NICKNAME = 5
"""Tokens of a name in marks within a name, marks included: "Karl „die Faust“ Ott"."""


def settled(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """The drafts with their speakers put right; a name in marks within a name is none."""
    return well_named(parsed, without_mistaken(parsed, drafts))


def well_named(parsed: Parsed, kept: list[Draft]) -> list[Draft]:
    """The drafts with their speakers put right, rumour without any."""
    named = [_told_apart(parsed, _whole(parsed, _of_own_subject(parsed, draft))) for draft in kept]
    named = [with_addressed(parsed, _told_to_somebody(parsed, draft)) for draft in named]
    named = [with_whole_cue(parsed, without_pointing(parsed, draft)) for draft in named]
    return list(as_hearsay(parsed, named))


def without_mistaken(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """The drafts but those that are no quotes: nicknames, items of lists, what was never said."""
    mistaken = (_is_nickname, _is_item, _is_name, _is_denied, _is_plain, _is_around_own_clause)
    return [draft for draft in drafts if not any(is_one(parsed, draft) for is_one in mistaken)]


def _is_item(parsed: Parsed, draft: Draft) -> bool:
    """Whether a draft is an item of a list without a verb: "- 120 neue Arbeitsplätze bis 2028"."""
    if draft.type == QuoteType.DIRECT or draft.cue or parsed.words[draft.start] not in _BULLETS:
        return False
    said = (parsed.flags[at] for first, end in draft.content for at in range(first, end))
    return not any(flag & w.FINITE and not flag & (w.CAPITAL | w.ADJECTIVE) for flag in said)


def _is_name(parsed: Parsed, draft: Draft) -> bool:
    """Whether words in marks are what a thing is called: "Das Motto lautet „Alle ans Wasser“"."""
    first, end = draft.content[0]
    marked = draft.type == QuoteType.DIRECT and first in parsed.passages
    return marked and passage_features(parsed, first, end).titled


def _is_denied(parsed: Parsed, draft: Draft) -> bool:
    """Whether the writer says that it was never said: "Ott hat nie gesagt: „Der Steg hält.“"."""
    if not draft.cue or not draft.frame or draft.cue[0] in parsed.marked:
        return False
    denying, at = parsed.table.lists.denying, draft.cue[0]
    first, end = next((piece for piece in draft.frame if piece[0] <= at < piece[1]), (at, at))
    if not any(word in denying for word in parsed.lowered[first:end]):
        return False
    # "Ott, der nie lachte, sagte, …": only beside the verb of saying itself.
    sentence = parsed.sentence_with(at)
    clause = sentence.clauses[sentence.clause_at(at)]
    beside = range(max(first, clause.first), min(end, clause.last))
    return any(parsed.lower(i) in denying and i not in parsed.marked for i in beside)


def _is_plain(parsed: Parsed, draft: Draft) -> bool:
    """Whether nothing in what is taken for a report without a frame says so: it has no form of "sollen".

    Of 119 such quotes in annotated articles 111 have "soll" or "sollen", and half of the others "sollte".
    """
    if draft.type != QuoteType.FREE_INDIRECT:
        return False
    said = (word for first, end in draft.content for word in parsed.lowered[first:end])
    return parsed.table.lists.reporting_modals.isdisjoint(said)


def _is_around_own_clause(parsed: Parsed, draft: Draft) -> bool:
    """Whether what is said begins with the word that opens the clause of its own cue.

    "Dass Rickert von Folgen sprach, wollte Ott nicht kommentieren": nobody says that Ott would not.
    """
    first = draft.start
    if draft.type != QuoteType.INDIRECT or not draft.cue or not parsed.flags[first] & w.SUBORDINATOR:
        return False
    sentence = parsed.sentence_of(first)
    within = sentence[0] <= draft.cue[0] < sentence[1]
    if not within or draft.content[0][1] != first + 1:
        return False
    clauses = parsed.sentence_with(first)
    return clauses.clause_at(first) == clauses.clause_at(draft.cue[0])


# -- who is named beside the quote -------------------------------------------------------------------------


def _of_own_subject(parsed: Parsed, draft: Draft) -> Draft:
    """Direct speech with the subject of the attribution behind it, or nobody where none of that speaks."""
    tag = _tag(parsed, draft)
    if tag is None:
        return _without_pointer(parsed, _with_label(parsed, draft))
    first, end = parsed.sentence_of(draft.start)[0], tag[1]
    own = tuple(piece for piece in draft.speaker_ranges if first <= piece[0] < end)
    verb = _verb(parsed, tag)
    # "„Aus“, stand auf einem Plakat": a place is nobody, unless something is said there.
    placed = own and parsed.lower(own[0][0] - 1) in parsed.table.lists.placing_prepositions
    if own and not (placed and verb is not None and predicate(parsed, verb, *tag) is None):
        return replace(draft, speaker=own[0], speaker_rest=own[1:])
    if verb is None:
        # "„Ende!“, schallt es aus dem Saal": a verb that no list knows has a subject too.
        unknown = parsed.words[tag[0]] == "," and tag[1] - tag[0] > 2 and not _goes_on(parsed, tag)
        return replace(draft, speaker=None, speaker_rest=(), cue=(), frame=(tag,)) if unknown else draft
    named = _named(parsed, tag, verb)
    if any(tag[0] <= at < tag[1] for at in draft.cue):
        cue, frame = tuple(at for at in draft.cue if tag[0] <= at < tag[1]), draft.frame
    else:
        cue, frame = (verb,) if named else (), (tag,)  # those of the quote before are not its own
    return replace(draft, speaker=named, speaker_rest=(), frame=frame, cue=cue)


def _goes_on(parsed: Parsed, tag: Range) -> bool:
    """Whether what stands behind speech goes on with it: "…“, allerdings sei das keine Pflicht"."""
    flags = [parsed.flags[at] for at in range(*tag)]
    begins = parsed.flags[tag[0] + 1] & (
        w.PREPOSITION | w.ADVERB | w.COORDINATOR | w.SUBORDINATOR | w.RELATIVE
    )
    return bool(begins) or any(flag & w.SUBJUNCTIVE1 and not flag & w.PAST for flag in flags)


def _with_label(parsed: Parsed, draft: Draft) -> Draft:
    """Direct speech behind an account and a colon: "@anna: „Nein.“"."""
    first = parsed.sentence_of(draft.start)[0]
    if draft.type != QuoteType.DIRECT or draft.start < first + 2 or parsed.words[draft.start - 1] != ":":
        return draft
    name = name_at(parsed, first, draft.start - 1)
    if name is None or name[1] != draft.start - 1:
        return draft
    return replace(draft, speaker=name, speaker_rest=(), frame=((first, draft.start),))


def _tag(parsed: Parsed, draft: Draft) -> Range | None:
    """What stands behind speech in marks, in its sentence and before more of it; None for other drafts."""
    end = draft.end
    # Answers in interviews have no marks; "Ott nannte es „völlig falsch“, …" is no sentence's start.
    if draft.type != QuoteType.DIRECT or draft.nested or draft.start not in parsed.passages:
        return None
    first, stop = parsed.sentence_of(end - 1)
    if first != draft.start and draft.start >= first:
        return None
    stop = next((at for at in range(end, stop) if at in parsed.passages and at > end + 1), stop)
    stop -= stop > end and parsed.words[stop - 1] in (".", "!", "?")
    if any(parsed.words[at][0].isalnum() for at in range(end, stop)):
        return end, stop
    return _pointing_back(parsed, end)


def _pointing_back(parsed: Parsed, end: int) -> Range | None:
    """The sentence behind speech that takes it up: "„Ist es vorbei?“ Das fragte die Klempnerin."."""
    if end + 2 >= len(parsed.words) or parsed.lower(end) not in parsed.table.lists.pointing:
        return None
    said = (
        parsed.flags[end + 1] & w.FINITE and predicate(parsed, end + 1, *parsed.sentence_of(end)) is not None
    )
    return (end, parsed.sentence_of(end)[1] - 1) if said else None


def _verb(parsed: Parsed, tag: Range) -> int | None:
    """The finite verb that an attribution begins with, a few words before it aside."""
    first = tag[0] + (parsed.words[tag[0]] in (",", "–", "—", "-"))
    for at in range(first, min(first + _TO_VERB, tag[1])):
        flag = parsed.flags[at]
        # "„Er grüßt nicht“, allerdings sei das keine Pflicht": what goes on is said too.
        if parsed.words[at] in (",", ":", ";") or (flag & w.SUBJUNCTIVE1 and not flag & w.PAST):
            return None
        if flag & w.FINITE and not flag & (w.CAPITAL | w.DETERMINER | w.PREPOSITION):
            return at
    return None


def _named(parsed: Parsed, tag: Range, verb: int) -> Range | None:
    """Who is named before or behind the verb of an attribution, if it can be somebody who speaks."""
    before = tag[0] + (parsed.words[tag[0]] in (",", "–", "—", "-"))
    name = name_at(parsed, before, verb) if before < verb else None  # "@anna schrieb"
    if name:
        return name
    cue = predicate(parsed, verb, tag[0], tag[1])
    behind = name_at(parsed, verb + 1, tag[1]) or subject_behind(parsed, verb, tag[1])
    if behind is None:
        return None
    # "„Aus“, stand auf einem Plakat": neither says the verb that somebody speaks, nor is there anybody.
    given = cue is not None or speaks(parsed, behind) or parsed.flags[behind[1] - 1] & w.PRONOUN
    # "seufzt die Klempnerin", but "war ein Fehler".
    person = parsed.lower(behind[1] - 1).endswith(parsed.language.person_endings)
    return behind if given or (person and not parsed.flags[verb] & w.AUXILIARY) else None


def _without_pointer(parsed: Parsed, draft: Draft) -> Draft:
    """The draft without "Demnach" of a sentence before for its speaker: the word names nobody."""
    if draft.speaker is None or parsed.lower(draft.speaker[0]) not in parsed.table.lists.pointers:
        return draft
    if draft.speaker[1] - draft.speaker[0] > 1 or draft.speaker_ranges == draft.cue_ranges:
        return draft
    return replace(draft, speaker=None, speaker_rest=())


# -- the whole of the phrase -------------------------------------------------------------------------------


def _whole(parsed: Parsed, draft: Draft) -> Draft:
    """The draft with the phrase of its speaker completed at either side."""
    if draft.speaker is None:
        return draft
    limit = next((first for first, _ in draft.content if first >= draft.speaker[1]), len(parsed.words))
    limit = min(limit, parsed.sentence_of(draft.speaker[0])[1])
    speaker = with_another(parsed, draft, completed(parsed, draft.speaker, limit), limit)
    inside = draft.addressee is not None and speaker[0] <= draft.addressee[0] < speaker[1]
    if speaker == draft.speaker and not inside:
        return draft
    rest = tuple(piece for piece in draft.speaker_rest if piece[0] >= speaker[1])
    return replace(draft, speaker=speaker, speaker_rest=rest, addressee=None if inside else draft.addressee)


def _is_nickname(parsed: Parsed, draft: Draft) -> bool:
    """Whether words in marks stand within a name: "Karl „die Faust“ Ott"."""
    first, end = draft.content[0]
    if draft.type != QuoteType.DIRECT or end - first > _LONGEST_NICKNAME or end >= len(parsed.words):
        return False
    if first not in parsed.passages or first == 0 or parsed.flags[end] & w.TIME:
        return False
    given = parsed.words[first - 1] in parsed.given_names and parsed.flags[first - 1] & w.CAPITAL
    return bool(given and parsed.flags[end] & w.CAPITAL)


# -- whom it was told to -----------------------------------------------------------------------------------


def _told_to_somebody(parsed: Parsed, draft: Draft) -> Draft:
    """The draft without an addressee that hears nothing: "in einer Erklärung", "vor der Sommerpause"."""
    told = draft.addressee
    if told is None:
        return draft
    if not _is_apart(parsed, draft, told) and hears(parsed, told):
        return draft
    rest = draft.addressee_rest
    return replace(draft, addressee=rest[0] if rest else None, addressee_rest=rest[1:])


def _is_apart(parsed: Parsed, draft: Draft, told: Range) -> bool:
    """Whether a phrase tells where, what of or who the speaker is, not to whom something is said."""
    # "vor der Abstimmung im Rat", "zur Lage am Damm", "Kosta (Trainer Brakenfeld):"
    if told[0] > 0 and (
        parsed.lower(told[0] - 1) in parsed.table.lists.locating or parsed.words[told[0] - 1] == "("
    ):
        return True
    # "Die Stadt warnte vor Bränden und | sagte, …": of another verb
    between = range(told[1], draft.cue[0]) if draft.cue else ()
    return any(parsed.flags[at] & w.COORDINATOR for at in between)


def _told_apart(parsed: Parsed, draft: Draft) -> Draft:
    """The draft with the outlet that was spoken to as its addressee, not as a part of the speaker."""
    if draft.speaker is None:
        return draft
    draft = _without_hearer(draft)
    assert draft.speaker is not None
    speaker, hearer = apart(parsed, draft.speaker)
    if hearer is None and draft.cue:
        hearer = hearer_behind(parsed, draft.speaker[1], draft.addressee)
    if hearer is None:
        return draft
    if draft.addressee and speaker == draft.speaker and not hearer[0] <= draft.addressee[0] < hearer[1]:
        return draft
    return replace(draft, speaker=speaker, addressee=hearer, addressee_rest=())


def _without_hearer(draft: Draft) -> Draft:
    """The draft without pieces of the speaker that lie in whom it was told to."""
    if not draft.speaker_rest:
        return draft
    told = draft.addressee_ranges
    rest = tuple(a for a in draft.speaker_rest if not any(a[0] < end and first < a[1] for first, end in told))
    return replace(draft, speaker_rest=rest)
