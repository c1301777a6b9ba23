"""Drafts that quote known articles, rightly and with an alteration planted, the same for the same seed."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w[\w’'-]*")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?![\w.,]*\d)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])")
_NEGATION = {"de": "nicht", "en": "not"}
_FRAMES = {
    "de": ("{name} sagte am Dienstag: „{words}“", "»{bare}«, sagte {name}.", "„{bare}“, erklärte {name}."),
    "en": ("{name} said on Tuesday: “{words}”", "“{bare},” said {name}.", "'{bare},' said {name}."),
}
_LONG = 5
"""Letters of a word that tells something."""


@dataclass(frozen=True)
class Said:
    """What somebody said in an article, as the library has it."""

    words: str
    speaker: str
    language: str
    article: int


@dataclass(frozen=True)
class Planted:
    """A quotation of a draft, and what was done to it: "" for nothing."""

    words: str
    speaker: str
    language: str
    fault: str = ""


Alteration = Callable[["Planter", Said], Planted | None]


class Planter:
    """Makes drafts of what was said."""

    def __init__(self, said: Sequence[Said], seed: int) -> None:
        self.random = random.Random(seed)
        self.said = tuple(said)
        self._texts = {one.words for one in said}

    def drafts(self, count: int, each: int = 6) -> list[tuple[str, list[Planted]]]:
        """So many drafts with so many quotations each, every second one altered, the kinds in turn."""
        kinds = list(ALTERATIONS)
        made = []
        turn = 0
        for _ in range(count):
            language = self.random.choices(("de", "en"), (3, 2))[0]
            planted = []
            for place in range(each):
                if place % 2:
                    planted.append(self.right(language))
                else:
                    planted.append(self.altered(kinds[turn % len(kinds)], language))
                    turn += 1
            self.random.shuffle(planted)
            made.append((self.draft(planted), planted))
        return made

    def _is_said(self, words: str) -> bool:
        """Whether an alteration gave what somebody says all the same, as leaving out a sentence may."""
        return any(words.rstrip(".") in text for text in self._texts)

    def draft(self, planted: Sequence[Planted]) -> str:
        """The text of a draft with these quotations, a paragraph each."""
        return "\n\n".join(self._sentence(one) for one in planted) + "\n"

    def _sentence(self, planted: Planted) -> str:
        frame = self.random.choice(_FRAMES[planted.language])
        bare = planted.words.rstrip(".,")
        if planted.words.endswith(("!", "?", "…")) or _SENTENCE_END.search(planted.words):
            frame = _FRAMES[planted.language][0]
        return frame.format(name=planted.speaker, words=planted.words, bare=bare)

    def pick(self, language: str) -> Said:
        """Something said in a language."""
        return self.random.choice([one for one in self.said if one.language == language])

    def right(self, language: str) -> Planted:
        """Word for word, or with what is no change."""
        said = self.pick(language)
        words = self.random.choice(RIGHT)(self, said.words)
        return Planted(words, said.speaker, language)

    def altered(self, fault: str, language: str) -> Planted:
        """With an alteration of one kind, of whatever can have it; with another kind where nothing can."""
        for _ in range(2000):
            made = ALTERATIONS[fault](self, self.pick(language))
            if made and (fault == "speaker" or not self._is_said(made.words)):
                return made
        return self.altered("changed", language)


# -- what is no change -----------------------------------------------------------------------------------


def _whole(planter: Planter, words: str) -> str:
    return words


def _lower(planter: Planter, words: str) -> str:
    return words[:1].lower() + words[1:]


def _typographic(planter: Planter, words: str) -> str:
    return words.replace(" – ", " - ").replace("’", "'").replace("…", "...")


def _first_sentences(planter: Planter, words: str) -> str:
    sentences = _SENTENCE_END.split(words)
    return " ".join(sentences[:-1]) if len(sentences) > 2 else words


def _marked(planter: Planter, words: str) -> str:
    """A cut within that is told."""
    row = words.split()
    if len(row) < 12:
        return words
    at = len(row) // 2
    if any(word.casefold().strip(".,").endswith(_WEIGHTY) for word in row[at : at + 3]):
        return words
    return " ".join((*row[:at], "[…]", *row[at + 3 :]))


def _bracketed(planter: Planter, words: str) -> str:
    row = words.split()
    at = planter.random.randrange(1, len(row))
    return " ".join((*row[:at], "[damals]", *row[at:]))


RIGHT = (_whole, _whole, _lower, _typographic, _first_sentences, _marked, _bracketed)
_WEIGHTY = ("nicht", "nichts", "nie", "kein", "keine", "ohne", "weder", "not", "no", "never", "n't", "n’t")
"""What must not be left out, also where that is told."""


# -- alterations -------------------------------------------------------------------------------------------


def _telling(words: str) -> list[re.Match[str]]:
    """The words inside that tell something, without the first and the last."""
    return [one for one in list(_WORD.finditer(words))[1:-1] if len(one[0]) >= _LONG and one[0].isalpha()]


def _put(words: str, place: re.Match[str], new: str) -> str:
    return " ".join((words[: place.start()] + new + words[place.end() :]).split())


def _made(said: Said, words: str, fault: str) -> Planted:
    return Planted(words, said.speaker, said.language, fault)


def _changed(planter: Planter, said: Said) -> Planted | None:
    places = _telling(said.words)
    others = _telling(planter.pick(said.language).words)
    if not places or not others:
        return None
    place, other = planter.random.choice(places), planter.random.choice(others)
    same = place[0][:4].casefold() == other[0][:4].casefold()
    return None if same else _made(said, _put(said.words, place, other[0]), "changed")


def _dropped(planter: Planter, said: Said) -> Planted | None:
    places = _telling(said.words)
    return _made(said, _put(said.words, planter.random.choice(places), ""), "dropped") if places else None


def _negated(planter: Planter, said: Said) -> Planted | None:
    word = _NEGATION[said.language]
    if found := re.search(rf"\b{word} ", said.words):
        return _made(said, said.words[: found.start()] + said.words[found.end() :], "negated")
    places = _telling(said.words)
    if not places:
        return None
    place = planter.random.choice(places)
    return _made(said, _put(said.words, place, f"{word} {place[0]}"), "negated")


def _number(planter: Planter, said: Said) -> Planted | None:
    found = _NUMBER.search(said.words)
    if not found:
        return None
    other = str(int(found[0]) + planter.random.randrange(1, 40))
    return _made(said, _put(said.words, found, other), "number")


def _speaker(planter: Planter, said: Said) -> Planted | None:
    other = planter.pick(said.language).speaker
    if set(other.casefold().split()) & set(said.speaker.casefold().split()):
        return None
    return Planted(said.words, other, said.language, "speaker")


def _cut(planter: Planter, said: Said) -> Planted | None:
    row = said.words.split()
    count = planter.random.randrange(2, 6)
    if len(row) < count + 8:
        return None
    at = planter.random.randrange(3, len(row) - count - 3)
    return _made(said, " ".join((*row[:at], *row[at + count :])), "cut")


def _joined(planter: Planter, said: Said) -> Planted | None:
    other = planter.pick(said.language)
    if other.words == said.words:
        return None
    first = said.words.rstrip(".,!?…")
    return _made(said, f"{first}. {other.words[:1].upper()}{other.words[1:]}", "joined")


ALTERATIONS: dict[str, Alteration] = {
    "changed": _changed,
    "dropped": _dropped,
    "negated": _negated,
    "number": _number,
    "speaker": _speaker,
    "cut": _cut,
    "joined": _joined,
}
"""What is planted, by its name."""
