"""Direct speech in marks: which passages are somebody's words, and what beside them says whose."""

from collections.abc import Iterator
from typing import cast

from reader.languages.given_names import given_names
from reader.languages.verb_files import Saying
from reader.quotes.clauses.verb_second import leading
from reader.quotes.clauses.verb_second.clause_text import STOPS, ClauseText
from reader.quotes.clauses.verb_second.noun_phrases import phrase_from
from reader.quotes.clauses.verb_second.phrases import attributed_by_phrase, source_at
from reader.quotes.clauses.verb_second.predicates import Predicate
from reader.quotes.clauses.verb_second.subjects import subject_behind
from reader.quotes.clauses.verb_second.tags import Tag, tag_from
from reader.quotes.clauses.verb_second.told import speaks
from reader.quotes.drafts import Draft
from reader.quotes.patterns import direct as tables
from reader.quotes.patterns.attributions import Attribution, framed
from reader.quotes.patterns.attributions import leading as behind_comma
from reader.quotes.text.marks import Pair
from reader.quotes.text.passages import is_nickname
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_LONG = 9
"""Words from which a passage is speech whatever stands around it."""
_CLAUSE = 5
"""The same of words with a finite verb or a personal pronoun among them."""
_FEW = 2
"""Words of a term, name or title that one may put in marks."""
_THERE = "er"
"""The Dutch word for there."""
_PAST = ("de", "te")
"""Ends of the past of verbs that no file holds."""
_FINAL = frozenset((".", "!", "?", "…", "...", ","))
_NOUN = 6
"""Tokens from "was" to the noun of a reply at most: "was haar nuchtere commentaar"."""
_NEAR = 40
"""Tokens beside a passage in which a source phrase may stand."""


def find(text: ClauseText) -> Iterator[Draft]:
    """The direct quotations of a text, in order of their starts."""
    return tables.find(text, tables.Reading(_speaks, _attribution))


def _attribution(table_text: TableText, tokens: Range) -> Attribution | None:
    """What beside a passage says who speaks: behind it, else what leads up to it."""
    text = cast(ClauseText, table_text)
    behind = _behind(text, tokens)
    before = leading.before(text, tokens) if not behind or not behind.speaker else None
    # ‘…’, klinkt het: nobody; but "Bos reageerde fel: ‘…’" names who.
    return before or behind or _in_sentence(text, tokens)


def _in_sentence(text: ClauseText, tokens: Range) -> Attribution | None:
    """A source phrase of the sentence: "Volgens Bos is er ‘geen draagvlak’"."""
    first, stop = text.sentence_of(tokens[0])[0], text.sentence_of(tokens[1] - 1)[1]
    for at in range(max(first, tokens[0] - _NEAR), min(stop, tokens[1] + _NEAR)):
        found = (
            source_at(text, at, (first, stop)) if at in text.phrase_places and at not in text.marked else None
        )
        if found and found.speaker:
            return framed(text, Attribution("according to", found.cue, found.speaker), at, found.end)
    return None


def _behind(text: ClauseText, tokens: Range) -> Attribution | None:
    """The tag behind a passage: ‘…’, zegt Bos; ‘…’, aldus Bos; ‘…’, laat een woordvoerder weten."""
    end = tokens[1]
    stop = max(text.sentence_of(end - 1)[1], end, tables.end_of_short_sentence(text, end))
    at = behind_comma(text, end, stop)
    # “Wat nu?” vraagt Bos: without a comma the passage closes with a stop, or the verb stands at once.
    if at >= stop or not text.words[at][0].isalpha():
        return None
    # "In zijn boek ‘De stad’ schrijft hij over": without a comma only what opens the sentence is said.
    opens = text.begin_of(tokens[0]) == tokens[0] or text.words[end - 2] in _FINAL
    if at == end and not opens:
        return None
    close = tables.clause_end(text, at, stop)
    source = source_at(text, at, (at, close))
    if source and source.speaker:
        return framed(text, Attribution("tag after", source.cue, source.speaker), end, close)
    reply = _reply(text, at, close)
    if reply:
        return framed(text, reply, end, close)
    # ‘…’, staat er.
    if text.is_finite(at) and text.lemmas(at) & text.grammar.impersonal and text.lower(at + 1) == _THERE:
        return framed(text, Attribution("tag after, no speaker", (at,), None), end, close)
    tag = tag_from(text, at, close) or _unlisted_tag(text, at, close)
    if tag and (tag.speaker or at > end or tag.verb.lemma in text.grammar.impersonal):
        rule = "tag after" if tag.speaker else "tag after, no speaker"
        return framed(text, Attribution(rule, tag.verb.cue, tag.speaker, tag.addressee), end, close)
    return None


def _unlisted_tag(text: ClauseText, at: int, stop: int) -> Tag | None:
    """A tag with a verb that no file holds: ‘…’, hijgde ze na afloop; ‘…’, glunderde de bakker."""
    word = text.lower(at)
    if word in text.grammar.closed or not word.endswith(_PAST) or text.words[at - 1] != "," or at + 1 >= stop:
        return None
    found = subject_behind(text, at + 1, stop)
    if not found or found[0] != at + 1 or not speaks(text, found):
        return None
    ends = found[1] >= stop or not text.words[found[1]][0].isalnum()
    if not (ends or text.lower(found[1]) in text.grammar.prepositions):
        return None
    verb = Predicate(at, at + 1, (at,), (Saying(word, "speech", "t"),), at)
    return Tag(verb, found, found[1])


def _reply(text: ClauseText, at: int, stop: int) -> Attribution | None:
    """What names a passage by its noun: ‘…’, was haar reactie; ‘…’, luidt het antwoord van Bos."""
    grammar = text.grammar
    if not text.is_finite(at) or not text.lemmas(at) & (grammar.passive | grammar.impersonal):
        return None
    if text.lower(at + 1) in grammar.prepositions:  # "staat in een verklaring"
        return None
    noun = next(
        (place for place in range(at + 1, min(at + _NOUN, stop)) if text.lower(place) in grammar.replies),
        None,
    )
    if noun is None:
        return None
    owner = next((place for place in range(at + 1, noun) if text.lower(place) in text.language.oblique), None)
    whose = (
        phrase_from(text, noun + 2, stop) if noun + 2 < stop and text.lower(noun + 1) in grammar.of else None
    )
    speaker = (owner, owner + 1) if owner is not None else whose
    return Attribution("tag after" if speaker else "tag after, no speaker", (at, noun), speaker)


def _speaks(table_text: TableText, pair: Pair) -> bool:
    """Whether a passage in marks is somebody's words."""
    text = cast(ClauseText, table_text)
    first, last = text.analysis.range_of(pair.inner_start, pair.inner_end)
    words = [word for word in text.words[first:last] if word[0].isalnum()]
    if not words or is_nickname(text.analysis, pair):
        return False
    tokens = text.analysis.range_of(pair.start, pair.end)
    if _behind(text, tokens):
        return True
    if _is_named(text, first, last, len(words)):
        return False
    final = text.words[last - 1] in _FINAL
    clause = any(text.is_finite(at) or text.is_pronoun(at) for at in range(first, last))
    least = _CLAUSE if clause else _LONG
    if len(words) >= least or (
        final and len(words) >= _FEW and words[0][0].isupper() and text.words[last - 1] != ","
    ):
        return True
    if len(words) > _FEW and _is_told(text, tokens):
        return True
    if text.lower(first - 2) == ":":
        return _colon_leads(text, first, len(words))
    if _is_whole(text, tokens) and len(words) > _FEW:
        return True
    return _is_led_up_to(text, first, words)


def _is_named(text: ClauseText, first: int, last: int, count: int) -> bool:
    """Whether a passage is a title or name by the word beside it: "de film ‘Nacht’", "‘X’ genoemd"."""
    language = text.language
    before = [text.lower(at) for at in range(first - 3, first - 1)]
    # "vond de roman ‘te lang en te keurig’": no title begins small
    small = text.words[first][0].islower() and count > _FEW
    if (before[-1] in language.title_nouns and not small) or before[-1] in language.scare:
        return count < _LONG or text.words[last - 1] not in _FINAL
    # "Boken heter ”Snön”", but "det heter ”så är det”"
    called = text.lemmas(first - 2) & text.grammar.called and not text.is_pronoun(first - 3)
    if called and text.words[first][0].isupper() and count < _LONG:
        return True
    behind = text.lower(last + 1)
    return behind in language.scare or (behind in language.title_nouns and count < _LONG)


def _colon_leads(text: ClauseText, first: int, count: int) -> bool:
    """Whether a colon before a passage leads up to speech: not "(Frans: «Liège»"."""
    start = text.sentence_of(first - 1)[0]
    open_ = next((at for at in range(first - 3, start - 1, -1) if text.words[at] in "()"), None)
    if open_ is not None and text.words[open_] == "(":
        return False
    before = leading.before(text, (first - 1, first + 1))
    # "Bos wuift dat weg: ‘Onzin.’"
    if before and before.speaker and text.words[first][0].isupper():
        closing = text.ends[first - 1] - 2
        if text.words[closing] in _FINAL - {","}:
            return True
    return count > _FEW + 1 or (before is not None and before.rule != leading.SENTENCE)


def _is_whole(text: ClauseText, tokens: Range) -> bool:
    """Whether a passage is a sentence or a line of its own: ‘Wij gaan door’."""
    end = text.sentence_of(tokens[0])[1]
    return text.begin_of(tokens[0]) == tokens[0] and tokens[1] + 1 >= end


def _is_told(text: ClauseText, tokens: Range) -> bool:
    """Whether a tag with a verb that no table knows follows a passage: “…”, bromde de bakker."""
    at = tokens[1]
    if text.begin_of(tokens[0]) != tokens[0] or at + 2 >= len(text.words) or text.words[at] != ",":
        return False
    word = text.words[at + 1]
    if (
        not (word.isalpha() and word.islower())
        or text.lower(at + 1) in text.grammar.closed | text.language.determiners
    ):
        return False
    named = text.words[at + 2][0].isupper() or text.is_pronoun(at + 2)
    return named or text.lower(at + 2) in text.language.determiners


def _is_led_up_to(text: ClauseText, first: int, words: list[str]) -> bool:
    """Whether a verb of saying leads up to a fragment: "sprak van ‘pure pesterij’", "noemde het ‘laf’"."""
    start, stop = text.sentence_of(first - 1)
    if words[0][0].isupper() and not leading.touches(text, first - 1, start):
        return False
    named = words[0].lower() in text.language.determiners and words[1:] and words[1][0].isupper()
    if named:  # "noemen hem ‘de Vos’"
        return False
    verb = leading.verb_before(text, first - 1, start)
    # "In 1950 schreef hij «De verloren stad»": a title.
    if verb and words[0][0].isupper() and all(saying.medium == "writing" for saying in verb.says):
        return False
    if verb is None:
        in_phrase = _has_source(text, start, _without_stop(text, start, stop))
        return in_phrase and len(words) > _FEW
    if verb.takes("c") or leading.touches(text, first - 1, start):
        return True
    return len(words) > 1 and words[0] not in given_names() and _is_own(text, verb, first)


def _has_source(text: ClauseText, start: int, stop: int) -> bool:
    """Whether a source phrase attributes a sentence; many passages of one ask for it."""
    if (start, stop) not in text.sourced:
        text.sourced[start, stop] = attributed_by_phrase(text, (start, stop)) is not None
    return text.sourced[start, stop]


def _without_stop(text: ClauseText, start: int, stop: int) -> int:
    while stop > start and text.words[stop - 1] in STOPS:
        stop -= 1
    return stop


def _is_own(text: ClauseText, verb: Predicate, first: int) -> bool:
    """Whether the passage is no noun behind its article: "zei dat de ‘gewone man’ betaalt"."""
    before = text.lower(first - 2)
    # "vond het ‘best interessant’": no article here.
    if before in text.grammar.objects and verb.lemma in text.grammar.judging:
        return True
    return before not in text.language.determiners and verb.takes("qi?r")
