"""Find the addressee inside a frame: dative, "gegenüber" and "vor" phrases."""

from reader.quotes.german import lexicon as w
from reader.quotes.german.frames import Frame
from reader.quotes.german.noun_phrases import noun_phrase
from reader.quotes.german.parse import Parsed
from reader.quotes.text.sentences import Range


def addressee(parsed: Parsed, frame: Frame, named: Range | None) -> Range | None:
    """The phrase that names who is spoken to, or `None`."""
    start, end = frame.range[0], frame.inside[1]
    for at in range(start, end):
        # "warnte vor Eis (und sagte)": a word that the verb needs, or another verb, leads to no hearer.
        if (
            parsed.lower(at) in ("gegenüber", "vor")
            and at not in parsed.marked
            and at not in frame.cue.tokens
            and (at >= frame.inside[0] or parsed.lower(at) != "vor")
        ):
            phrase = noun_phrase(parsed, at + 1, end)
            # "vor der Presse", but "vor zwei Jahren", "vor Montag", "vor der Sommerpause".
            if phrase and hears(parsed, phrase):
                return phrase
    # "wurde der Bund aufgefordert": a subject.
    object_of = frame.cue.passive and frame.cue.verb.lemma in parsed.table.lists.addressing
    return None if object_of else _dative(parsed, frame, named, end)


def hears(parsed: Parsed, phrase: Range) -> bool:
    """Whether a phrase may name who is spoken to: no day, number, occasion, place or statement."""
    if any(parsed.flags[i] & (w.TIME | w.NUMBER) for i in range(*phrase)):
        return False
    # "vor der Pause des Rats": the first noun tells what it is.
    head = next((i for i in range(*phrase) if parsed.flags[i] & w.CAPITAL), phrase[1] - 1)
    return not parsed.lower(head).endswith(parsed.table.endings.occasions)


def is_dative(parsed: Parsed, phrase: Range) -> bool:
    """Whether a phrase with an article can be a dative: "den Räten", but not "den Rat"; no source nouns."""
    first, end = phrase
    # "sagte Ott den Angaben zufolge": a source is not told.
    head = next((i for i in range(first + 1, end) if parsed.flags[i] & w.CAPITAL), end - 1)
    if parsed.lower(head).endswith(parsed.table.endings.statements):
        return False
    word = parsed.lower(first)
    if word.endswith("en") and word != "denen":
        return parsed.lower(head).endswith(("n", "s"))
    return word.endswith(("m", "r"))


def _dative(parsed: Parsed, frame: Frame, named: Range | None, end: int) -> Range | None:
    """A dative noun phrase next to the verb or the subject ("sagte der Zeitung")."""
    places = [frame.cue.finite + 1]
    if named:
        places = [named[1], frame.cue.finite + 1] if named[0] > frame.cue.finite else [frame.cue.finite + 1]
    for at in places:
        if at < end and parsed.lower(at) in parsed.table.lists.dative_articles and at not in parsed.marked:
            phrase = noun_phrase(parsed, at, end) if not named or at != named[0] else None
            # "sagte die Chefin der Zeitung am Montag".
            if phrase and hears(parsed, phrase) and is_dative(parsed, phrase):
                return phrase
    return None
