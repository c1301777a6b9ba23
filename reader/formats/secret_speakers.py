"""What an article tells of speakers who are not named: names, offices, and where these stand."""

from collections.abc import Iterable
from functools import cached_property

from reader.formats.agreements import places_of, sentence, standing
from reader.formats.cover import NO_COVER, Cover
from reader.formats.dossier import Dossier
from reader.formats.matches import Match
from reader.formats.names import Named
from reader.models import Quote, Source, SourceKind, Span, name_is_covered, words_of

_BEHIND = " ,(–—\n"
"""What stands between a name and what is told of whoever bears it."""
_NAMED_IN_FULL = 2
"""Words from which a speaker as the article names him is one person's name."""


class SecretSpeakers:
    """Whoever said the quotes of an article whose speaker is not named, `quotes`."""

    def __init__(self, dossier: Dossier, quotes: Iterable[Quote]) -> None:
        self._text = dossier.article.text
        self._quotes = tuple(quotes)
        self._register = {source.id: source for source in (*dossier.protected, *dossier.sources)}

    def source(self, quote: Quote) -> Source | None:
        """The source that a quote is assigned to, None for none."""
        return self._register.get(quote.source_id) if quote.source_id else None

    def names(self) -> list[Named]:
        """What the article calls the sources whose names are covered everywhere."""
        more: dict[int, set[str]] = {}
        written: dict[int, set[str]] = {}
        for quote in self._quotes:
            source = self.source(quote)
            if source is not None and name_is_covered(source):
                more.setdefault(source.id, set()).update(self._called(quote))
                written.setdefault(source.id, set()).update(self._written(quote))
        people = [(number, names, self._is_person(number)) for number, names in more.items()]
        people += [(number, phrases, False) for number, phrases in written.items()]
        return [
            Named(number, tuple(sorted(names)), is_person) for number, names, is_person in people if names
        ]

    def _is_person(self, number: int) -> bool:
        return self._register[number].kind is not SourceKind.ORGANISATION

    def _called(self, quote: Quote) -> set[str]:
        names = {quote.source, quote.resolved_speaker}
        return {name for name in names if len(name.split()) >= _NAMED_IN_FULL or name == quote.source} - {""}

    def _written(self, quote: Quote) -> set[str]:
        """The speaker as the article has it, which is covered whole: "Bürgermeisterin" is many a one."""
        here = words_of(self._text, standing(quote, quote.speaker))
        return {phrase for phrase in (here, quote.spoken_by) if len(phrase.split()) >= _NAMED_IN_FULL}

    def throughout(self) -> list[Named]:
        """All that gives them away where no places are known."""
        more = [
            Named(quote.source_id or -quote.id, names)
            for quote in self._quotes
            if (names := tuple(sorted(self._called(quote) | self._names_of(quote))))
        ]
        more += [
            Named(-quote.id, phrases, is_person=False)
            for quote in self._quotes
            if (phrases := tuple(sorted(self._offices(quote) | self._written(quote))))
        ]
        return more

    def told_beside(self, text: str, found: Iterable[Match]) -> list[tuple[int, int]]:
        """What the sentences with these names tell of who that is: ", head of section at the ministry"."""
        named = {sentence(text, Span(one.start, one.end)) for one in found if one.is_sure and one.sources}
        return [
            (start + one.start, start + one.end)
            for start, end in sorted(named)
            for one in self._about.matches(text[start:end])
        ]

    @cached_property
    def _about(self) -> Cover:
        """The cover over what says in the sentence with a name who that is: role and affiliation."""
        people = [source for source in self._register.values() if name_is_covered(source)]
        about = {words for source in people for words in (source.role, source.affiliation)}
        about = about.union(*map(self._told_of, self._quotes))
        return NO_COVER.with_more([Named(1, tuple(sorted(filter(None, about))), is_person=False)])

    def _offices(self, quote: Quote) -> set[str]:
        """Role and affiliation of whoever said a quote, of several words: one alone is a word like any."""
        return {words for words in self._told_of(quote) if len(words.split()) >= _NAMED_IN_FULL}

    def _told_of(self, quote: Quote) -> set[str]:
        """Role and affiliation of whoever said a quote, as the article and the register have them."""
        source = self.source(quote)
        about = {quote.speaker_role, quote.speaker_affiliation}
        return about | ({source.role, source.affiliation} if source else set())

    def _names_of(self, quote: Quote) -> set[str]:
        source = self.source(quote)
        return {source.name, *source.aliases} if source else set()

    def attribution(self, quote: Quote) -> list[tuple[int, int]]:
        """Where the article says whose words these are: the speaker, and names, role, affiliation around."""
        stretches: list[tuple[int, int]] = [*standing(quote, quote.speaker), *self._told_behind(quote)]
        names, about = self._called(quote) | self._names_of(quote), self._told_of(quote)
        people = [Named(1, tuple(filter(None, names))), Named(2, tuple(filter(None, about)), is_person=False)]
        here = NO_COVER.with_more(people)
        for span in standing(quote, places_of(quote)):
            start, end = sentence(self._text, span)
            found = here.matches(self._text[start:end])
            stretches += [(start + one.start, start + one.end) for one in found]
        return stretches

    def _told_behind(self, quote: Quote) -> Iterable[tuple[int, int]]:
        """What the clause around a quote tells of its speaker behind the name: ", a union leader"."""
        for frame in standing(quote, quote.frame):
            for speaker in standing(quote, quote.speaker):
                if frame.start <= speaker.start and speaker.end < frame.end:
                    tail = self._text[speaker.end : frame.end]
                    told = tail.lstrip(_BEHIND)
                    if told and len(told) < len(tail.lstrip()):
                        yield frame.end - len(told), frame.end
