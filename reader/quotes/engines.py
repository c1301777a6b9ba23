"""Which engine finds the quotes of a text, and how its drafts become quotes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module

from reader.languages import networks
from reader.models import Quote
from reader.quotes import interviews, posts, signed
from reader.quotes.clauses import class_words
from reader.quotes.clauses.english import engine as english
from reader.quotes.clauses.romance import engine as romance
from reader.quotes.clauses.slavic import engine as slavic
from reader.quotes.clauses.verb_second import engine as verb_second
from reader.quotes.detection import Detection
from reader.quotes.drafts import Draft
from reader.quotes.german import engine as german
from reader.quotes.patterns import engine as patterns
from reader.quotes.people import NOBODY, RUMOUR, Person, resolve
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.text import Text


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to find quotes, with the name that is kept with each of them."""

    name: str
    find: Callable[[Analysis, bool], Detection]
    """Analysis and whether reasons are wanted, to drafts."""


_BY_TABLE = {
    "romance": Engine(romance.NAME, romance.find),
    "slavic": Engine(slavic.NAME, slavic.find),
    "verb_second": Engine(verb_second.NAME, verb_second.find),
    "english": Engine(english.NAME, english.find),
}
"""Engines by the grammar that `clauses.toml` names."""
_GERMAN = Engine(german.NAME, german.find)
_PATTERNS = Engine(patterns.NAME, patterns.find)
"""What is left for a language that has no grammar."""


def choose(language: str, engine: str, weights: str = "") -> Engine:
    """The engine that "auto", "rules" or "learned" means for a language code, with weights of that name."""
    return (_learned(language, weights) if engine != "rules" else None) or _rules(language)


def _rules(language: str) -> Engine:
    if german.available(language):
        return _GERMAN
    return _BY_TABLE.get(class_words.grammar_of(language), _PATTERNS)


def _learned(language: str, weights: str) -> Engine | None:
    """The network, where a language has such weights; only then is it imported, since numpy is heavy."""
    found = networks.named(language, weights)
    if found is None:
        return None
    learned = import_module("reader.quotes.learned")
    name = learned.OPEN_NAME if found.name == networks.OPEN else learned.NAME
    return Engine(name, partial(learned.find, weights=weights))


def run(engine: Engine, analysis: Analysis, explain: bool) -> tuple[Quote, ...]:
    """The quotes of one engine, sorted and signed with its name."""
    found = engine.find(analysis, explain)
    # marks around more than a sentence's length can leave a frame with nothing said: no library would take it
    said = (draft for draft in found.drafts if draft.start < draft.end)
    drafts = sorted(said, key=lambda draft: (draft.start, -draft.end, draft.type))
    spoken = posts.merged(found.text, _with_people(found, drafts), explain)
    spoken = signed.merged(found.text, spoken, explain)
    spoken = interviews.merged(found.text, spoken, explain)
    return tuple(quote_of(found.text, draft, who, engine.name) for draft, who in spoken)


def _with_people(found: Detection, drafts: list[Draft]) -> list[tuple[Draft, Person]]:
    """The drafts with who speaks in each; a text in which nobody does is not searched for names."""
    drafts = [replace(draft, speaker=None, speaker_rest=()) if draft.hearsay else draft for draft in drafts]
    if not any(draft.speaker for draft in drafts):
        return [(draft, RUMOUR if draft.hearsay else NOBODY) for draft in drafts]
    return list(resolve(drafts, found.mentions()))


def quote_of(text: Text, draft: Draft, who: Person, origin: str) -> Quote:
    """The quote that a draft is, with its speaker, signed with the name of the engine."""
    return Quote(
        type=draft.type,
        spans=tuple(map(text.span, draft.content)),
        medium=draft.medium,
        speaker=(text.speaker_span(draft.speaker), *map(text.span, draft.speaker_rest))
        if draft.speaker
        else (),
        cue=text.cue_spans(draft.cue),
        addressee=tuple(map(text.span, draft.addressee_ranges)),
        frame=tuple(map(text.span, draft.frame)),
        confidence=draft.confidence,
        nested=draft.nested,
        rule=draft.rule,
        why=draft.why,
        resolved_speaker=who.name,
        speaker_kind=who.kind,
        speaker_role=who.role,
        speaker_affiliation=who.affiliation,
        speaker_confidence=who.confidence,
        speaker_basis=who.basis,
        origin=origin,
    )
