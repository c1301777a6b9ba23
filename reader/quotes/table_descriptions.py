"""What a noun phrase without a name tells of somebody, by the name tables of any language: "a judge"."""

from reader.models import SourceKind
from reader.quotes.people import Person
from reader.quotes.table_roles import TableRoles
from reader.quotes.text.nouns import is_role


class TableDescriptions(TableRoles):
    """Reads what the phrases of one text describe."""

    def _introduced_gender(self, name: int) -> str:
        """The gender that the article before a role and name tells: "La síndica Yolotzin Barranco"."""
        at = name - 1
        led = at > 0 and is_role(self._lower(at), self._language)
        return self._language.articles.get(self._lower(at - 1), "") if led else ""

    def _unnamed(self, first: int, end: int) -> Person:
        # "One landlord, who asked not to be named": the relative describes, and is no part of the name.
        # "NetForum, the group that sued": so does the apposition of what has a name.
        named = self._words[first][0].isupper() and self._lower(first) not in self._language.determiners
        telling = self._language.relatives | (self._language.determiners if named else frozenset())
        commas = (at for at in range(first + 1, end - 1) if self._words[at] == ",")
        end = next((at for at in commas if self._lower(at + 1) in telling), end)
        words = self.text.lowered[first:end]
        plain = " ".join(self.text.text((first, end)).split()).rstrip(" ,")
        kind = self._kind(words, first)
        gender = self._gender(set(words))
        # "la cliente": of a person, the article tells the gender.
        if not gender and kind == SourceKind.PERSON and end > first:
            gender = self._language.articles.get(words[0], "")
        return Person(plain, kind, gender=gender)

    def _gender(self, words: set[str]) -> str:
        if words & self._language.female:
            return "f"
        return "m" if words & self._language.male else ""

    def _kind(self, words: list[str], first: int) -> SourceKind:
        """Kind of a speaker without a name, by the first of its words that a table knows."""
        language = self._language
        kinds = (
            (language.anonymous, SourceKind.ANONYMOUS),
            (frozenset(word for word in words if is_role(word, language)), SourceKind.PERSON),
            (language.groups, SourceKind.ORGANISATION),
            (language.documents, SourceKind.DOCUMENT),
        )
        for word in words:
            kind = next((kind for table, kind in kinds if word in table), None)
            if kind:
                return kind
        # "The headline": the capital of an article tells nothing.
        named = self._words[first][0].isupper() and self._lower(first) not in language.determiners
        return SourceKind.PERSON if named else SourceKind.UNKNOWN
