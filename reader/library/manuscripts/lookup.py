"""Which articles of a library a quotation may be taken from: those that share its rarest words.

A quotation may be altered, so no single word decides: its rarest words are asked for one by one, and the
articles with most of them, the rarer the more, are looked into. Where all its words are common, as in "Das
ist falsch", the articles in which its speaker has some of them, and those with the phrase.
"""

import re
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping
from math import log

from reader.checks.manuscript.values import Quotation
from reader.checks.manuscript.wording import Wording, article_wording
from reader.languages.senses import common_small_words
from reader.store import Store
from reader.store.quotation_lookup import MANY

_ASKED = 10
"""Words of a quotation that are asked for at most."""
_ENOUGH = 6
"""Rare words that tell enough."""
_LOOKED_INTO = 7
"""Articles that are looked into for a quotation (chosen by hand: copies of a report are often as many)."""
_FAR_BELOW = 0.55
"""Share of the best article's score below which another is not looked into."""
_BY_SPEAKER = 30
_PHRASE = 20
_LONGEST_PHRASE = 8
_FEW = 3
"""Rare words below which the speaker and the phrase are asked for too."""
_KEPT = 400
"""Articles whose words are kept: a report is cited more than once in a manuscript."""
_WORD = re.compile(r"\w+")


class Lookup:
    """Finds the articles for the quotations of one manuscript."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.own = 0
        """The article that is the manuscript itself, and proves nothing of it; 0 where it is none."""
        self._articles_with: dict[str, list[int]] = {}
        self._texts: OrderedDict[int, tuple[str, Wording]] = OrderedDict()
        self._aliases = {
            alias.casefold(): source.id
            for source in store.sources.all()
            for alias in (source.name, *source.aliases)
        }

    def articles(self, quotation: Quotation) -> Mapping[int, Wording]:
        """The words of the articles that a quotation may be taken from, the likeliest first."""
        scores = self._scores(quotation)
        best = max(scores.values(), default=0.0)
        likely = [number for number, score in scores.most_common() if score >= best * _FAR_BELOW]
        present = self._store.quotation_lookup.present(likely[: _LOOKED_INTO * 3])
        chosen = [number for number in likely if number in present and number != self.own][:_LOOKED_INTO]
        return {number: self.wording(number) for number in chosen}

    def wording(self, article_id: int) -> Wording:
        """The words of an article."""
        return self._text(article_id)[1]

    def text(self, article_id: int) -> str:
        """Its text."""
        return self._text(article_id)[0]

    def _text(self, article_id: int) -> tuple[str, Wording]:
        if article_id not in self._texts:
            text = self._store.articles.text(article_id)
            self._texts[article_id] = (text, article_wording(text))
            if len(self._texts) > _KEPT:
                self._texts.popitem(last=False)
        self._texts.move_to_end(article_id)
        return self._texts[article_id]

    def elsewhere(self, quotation: Quotation) -> list[int]:
        """Articles in other languages in which the speaker of a quotation speaks."""
        found = [number for number in self._by_speaker(quotation, ()) if number != self.own]
        return self._store.quotation_lookup.in_other_languages(found, quotation.language)

    def _scores(self, quotation: Quotation) -> Counter[int]:
        scores: Counter[int] = Counter()
        rare = 0
        words = _words_to_ask(quotation)
        for word in words[:_ASKED]:
            found = self._with_word(word)
            rare += bool(found)
            weight = log(MANY * 4 / max(1, len(found)))
            for number in found:
                scores[number] += weight  # type: ignore[assignment]  # a Counter of floats
            if rare == _ENOUGH:
                break
        if rare < _FEW or max(scores.values(), default=0) < log(MANY) * 2:
            self._add_few(quotation, scores)
        return scores

    def _add_few(self, quotation: Quotation, scores: Counter[int]) -> None:
        """Ask for speaker and phrase, where words alone tell too little."""
        words = [found.casefold() for found in _WORD.findall(quotation.words)]
        weight = log(MANY)
        for number in self._by_speaker(quotation, words):
            scores[number] += weight  # type: ignore[assignment]  # as above
        if len(words) > 1:
            for number in self._store.quotation_lookup.with_phrase(words[:_LONGEST_PHRASE], _PHRASE):
                scores[number] += 2 * weight  # type: ignore[assignment]  # as above

    def _by_speaker(self, quotation: Quotation, words: Iterable[str]) -> list[int]:
        name = quotation.speaker.name
        last = _WORD.findall(name)[-1:]
        if not last:
            return []
        found = self._store.quotation_lookup.by_speaker(last[0], dict.fromkeys(words), _BY_SPEAKER)
        sources = {number for alias, number in self._aliases.items() if last[0].casefold() in alias.split()}
        return [*found, *(self._store.quotation_lookup.by_sources(sources, _BY_SPEAKER) if sources else ())]

    def _with_word(self, word: str) -> list[int]:
        if word not in self._articles_with:
            self._articles_with[word] = self._store.quotation_lookup.with_word(word)
        return self._articles_with[word]


def _words_to_ask(quotation: Quotation) -> list[str]:
    """The words of a quotation, those first that are likely rare: long ones, numbers, no function words."""
    words = dict.fromkeys(found.casefold() for found in _WORD.findall(quotation.words))
    telling = [word for word in words if word not in common_small_words() and len(word) > 2]
    return sorted(telling, key=lambda word: -len(word))
