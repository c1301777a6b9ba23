"""Which names are alike: suggestions while typing, and sources that are probably the same."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from reader.models import Source
from reader.store.folding import folded
from reader.texts.voices import tells_who

_LIKELY = 60.0
"""Per cent from which a name is suggested: two letters wrong in five leave 60, one ("meier", Meyer) 80."""
_BEGINS, _WORD_BEGINS = 120.0, 110.0
"""What begins as typed, and what has a word that does, stands before what is only like it, 100 at most."""
_FROM = 3
"""Letters from which likeness says something: two letters are in nearly every name."""
_IN_NAME, _IN_TYPED = 0.99, 0.8
"""Weight of what was typed found in a name, and of a shorter name found in what was typed, a weaker hint."""
_PROBABLY_SAME = 88.0
"""Per cent from which two sources are probably the same: a letter wrong in a full name leaves 91, another
surname (Meier, Beier) 80."""
_SAME_PERSON = 92.0
"""Per cent for a surname alone or with initials beside the full name: above `_PROBABLY_SAME`, below equal."""


def suggested(sources: Sequence[Source], text: str, limit: int) -> list[Source]:
    """Sources whose name or an alias fits `text`, the likeliest first, then the more quoted."""
    wanted = folded(text.strip())
    if not wanted:
        return sorted(sources, key=lambda source: -source.quotes)[:limit]
    scores = {source.id: max(_fit(wanted, name) for name in _names(source)) for source in sources}
    fitting = [source for source in sources if scores[source.id] >= _LIKELY]
    return sorted(fitting, key=lambda source: (-scores[source.id], -source.quotes, source.name))[:limit]


def _fit(wanted: str, name: str) -> float:
    if name.startswith(wanted):
        return _BEGINS
    if f" {wanted}" in name:
        return _WORD_BEGINS
    if len(wanted) < _FROM:
        return 0.0
    return fuzz.partial_ratio(wanted, name) * (_IN_NAME if len(name) >= len(wanted) else _IN_TYPED)


def _names(source: Source) -> list[str]:
    return [folded(name) for name in (source.name, *source.aliases)]


def pairs(sources: Iterable[Source]) -> list[tuple[Source, Source, float]]:
    """Pairs of sources that share a word and whose names are alike; only those of one kind, or of none."""
    by_word: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        for word in _words_of(source):
            by_word[word].append(source)
    found: dict[tuple[int, int], tuple[Source, Source, float]] = {}
    for group in by_word.values():
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                if one.id != other.id and (one.id, other.id) not in found:
                    found[one.id, other.id] = (one, other, _alike(one, other))
    return sorted(
        (pair for pair in found.values() if pair[2] >= _PROBABLY_SAME / 100), key=lambda pair: -pair[2]
    )


class Likeness:
    """Tells which of many sources somebody probably is."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._by_word: defaultdict[str, list[Source]] = defaultdict(list)
        for source in sources:
            for word in _words_of(source):
                self._by_word[word].append(source)

    def best(self, somebody: Source) -> tuple[Source, float] | None:
        """The source that somebody probably is, with how much they are alike; of two as like, neither."""
        near = {one.id: one for word in _words_of(somebody) for one in self._by_word.get(word, ())}
        found = sorted(((one, _alike(one, somebody)) for one in near.values()), key=lambda pair: -pair[1])
        if not found or found[0][1] < _PROBABLY_SAME / 100:
            return None
        return None if len(found) > 1 and found[1][1] == found[0][1] else found[0]


def _words_of(source: Source) -> set[str]:
    return {word for name in _names(source) for word in name.split() if len(word) >= _FROM}


def _alike(one: Source, other: Source) -> float:
    # A person and a party of one name; of an unknown kind it may be either.
    if one.kind and other.kind and one.kind != other.kind:
        return 0.0
    if not tells_who(one.name, one.kind) and _works_elsewhere(one, other):
        return 0.0  # "Sprecher" of the police and "Sprecher" of the town
    best = 0.0
    for name in _names(one):
        match = process.extractOne(name, _names(other), scorer=_name_ratio)
        best = max(best, match[1] if match else 0.0)
    return best / 100


def _works_elsewhere(one: Source, other: Source) -> bool:
    ours, theirs = folded(one.affiliation), folded(other.affiliation)
    # "Polizei" and "Stadt"; where one is not known, they may be the same.
    return bool(ours and theirs and ours != theirs)


def _name_ratio(
    one: str, other: str, *, processor: object = None, score_cutoff: float | None = None
) -> float:
    """How alike two names are, 0 to 100; a surname alone and initials count as the same person."""
    words, others = one.replace(".", " ").split(), other.replace(".", " ").split()
    if words[-1:] != others[-1:]:
        return float(fuzz.ratio(one, other))
    shorter, longer = sorted((words[:-1], others[:-1]), key=len)
    fits = all(any(full.startswith(word) or word.startswith(full) for full in longer) for word in shorter)
    return _SAME_PERSON if fits else float(fuzz.token_sort_ratio(one, other))
