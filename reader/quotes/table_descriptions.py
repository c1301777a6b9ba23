"""What a noun phrase tells of whom it names or describes, by the name tables of any language: "a judge"."""

from reader.models import SourceKind
from reader.quotes.people import Person
from reader.quotes.table_roles import TableRoles
from reader.quotes.text.nouns import is_role, parts_of
from reader.quotes.text.sentences import Range


class TableDescriptions(TableRoles):
    """Reads what the phrases of one text describe."""

    def _introduced_gender(self, name: int) -> str:
        """The gender that the article before a role and name tells: "La síndica Yolotzin Barranco"."""
        at = name - 1
        led = at > 0 and is_role(self._lower(at), self._language)
        return self._language.articles.get(self._lower(at - 1), "") if led else ""

    def _together(self, first: int, end: int) -> Person | None:
        """Those who speak together, as written: "Jana Kolb and Max Ott", "Ann Lee and her husband"."""
        # "Ann Lee, who led it": what is told of her is nobody
        commas = (at for at in range(first + 1, end - 1) if self._words[at] == ",")
        end = next((at for at in commas if self._lower(at + 1) in self._language.relatives), end)
        # "Ann Lee, 31, and Bo Hall": an age is nobody.
        parts = [part for part in parts_of(self.text, first, end) if not self._words[part[0]][0].isdigit()]
        named = [self._name(*part) for part in parts]
        if len(parts) < 2 or not any(named):
            return None
        if any(one(parts, named) for one in (self._is_apposed_to, self._is_name_of, self._has_roles)):
            return None
        # "Prof. Jan Kos z Instytutu Psychiatrii | i Neurologii"
        hung = named[0] and named[0][1] < parts[0][1] and self._lower(named[0][1]) in self._linking
        if hung and not any(named[1:]):
            return None
        if not all(named):
            return Person(self._text(first, end).rstrip(" ,"))
        *names, last = (
            self._named(*part, name).name for part, name in zip(parts, named, strict=True) if name
        )
        joint = self._lower(parts[-1][0] - 1)
        # "Sia Luca Neri sia Anna Sala": "Luca Neri e Anna Sala"
        joint = next(
            (plain for pair, plain in self._language.both.items() if pair.split()[-1] == joint), joint
        )
        return Person(f"{', '.join(names)} {joint} {last}")

    def _has_roles(self, parts: list[Range], named: list[Range | None]) -> bool:
        """Whether one person is told of by several roles: "The playwright and broadcaster Ann Lee"."""
        *before, (begin, _) = parts
        bare = not any(named[:-1]) and self._lower(begin) not in self._language.determiners
        return bare and all(is_role(self._lower(end - 1), self._language) for _, end in before)

    def _is_apposed_to(self, parts: list[Range], named: list[Range | None]) -> bool:
        """Whether all behind a comma tells more of the first: "Ana Gil, coautora y jefa de obra"."""
        if not named[0] or any(named[1:]) or self._words[parts[0][1]] != ",":
            return False
        behind = [part[0] for part in parts[1:]]
        bare = all(is_role(self._lower(at), self._language) for at in behind)
        # "Ann Lee, a biologist at Kent and the paper's lead author", but not "Ann Lee, her son and Bo"
        led = self._language.determiners - self._language.possessives
        told = len(parts) == 3 and all(self._lower(at) in led for at in behind)
        return bare or (told and self._words[parts[2][0] - 2] != ",")

    def _is_name_of(self, parts: list[Range], named: list[Range | None]) -> bool:
        """Whether a name behind a comma is of who is told before it: "la présidente et cheffe, Ana Gil"."""
        *before, (last, _) = parts
        roles = all(any(is_role(self._lower(i), self._language) for i in range(*part)) for part in before)
        return bool(before) and roles and not any(named[:-1]) and self._words[last - 1] == ","

    def _named(self, first: int, end: int, name: Range) -> Person:
        written = self._text(*name)
        known = self._known.whom(written) or self.by_given_name(written)
        known = known or self.named_above(written, first)
        told = self._gender({self._lower(at) for at in range(first, end)})
        # "Mrs Pell" is not Gareth Pell
        if known and told and known.gender and told != known.gender and " " not in written:
            return Person(self._text(first, name[1]), SourceKind.PERSON, gender=told)
        full = known.name if known and len(known.name) >= len(written) else written
        gender = known.gender if known else ""
        role, affiliation = self._role(first, end, name)
        who = Person(
            full,
            SourceKind.PERSON,
            role or (known.role if known else ""),
            affiliation or (known.affiliation if known else ""),
            gender or self._gender({self._lower(at) for at in range(first, end)}),
        )
        self._known.keep(who)
        return who

    def _role(self, first: int, end: int, name: Range) -> tuple[str, str]:
        """What is written before the name or behind it in commas, and where the person belongs."""
        while first < name[0] and self._lower(first) in self._language.determiners:
            first += 1
        owner = self._words[first].replace("’", "'")
        if owner.endswith("'s") and first + 1 == name[0]:
            return "", owner.removesuffix("'s")  # "Labour's Tom Beddoes"
        titles = {title.rstrip(".") for title in self._language.honorifics | self._language.titles}
        while first < name[0] and titles & {self._words[first].rstrip("."), self._lower(first).rstrip(".")}:
            first += 1
        while first < name[0] and self._words[first][0].isdigit():
            first += 1  # "7-year-old": an age is no role
        before = self._text(first, name[0]).strip(" ,")
        behind = name[1]
        if behind < end and self._words[behind] == ",":
            relative = self._lower(behind + 1) in self._language.relatives
            apposition = "" if relative else self._text(behind + 1, end).strip(" ,")
            return before or apposition, ""
        link = next((size for size in (2, 1) if self._is_link(behind, size, end)), 0)
        return before, self._text(behind + link, end).strip(" ,") if link else ""

    def _is_link(self, at: int, size: int, end: int) -> bool:
        return at + size < end and tuple(map(self._lower, range(at, at + size))) in self._language.links

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
        gender = self._gender(set(self._up_to_link(words)))
        # "la cliente": of a person, the article tells the gender.
        if not gender and kind == SourceKind.PERSON and end > first:
            gender = self._language.articles.get(words[0], "")
        return Person(plain, kind, gender=gender)

    def _up_to_link(self, words: list[str]) -> list[str]:
        """The words of a phrase that tell of its own noun: "un amigo" of "un amigo de la escritora"."""
        end = next((at for at in range(1, len(words)) if words[at] in self._linking), len(words))
        return words[:end] if self._language.articles else words

    def _gender(self, words: set[str]) -> str:
        if words & self._language.female:
            return "f"
        return "m" if words & self._language.male else ""

    def _ends_in_group(self, word: str) -> bool:
        """Whether a compound is a group by its last part: "Literatuurmuseum"."""
        parts = (word[at:] for at in range(3, len(word) - 4)) if self._language.compounds else ()
        return any(part in self._language.groups for part in parts)

    def _kind(self, words: list[str], first: int) -> SourceKind:
        """Kind of a speaker without a name, by the first of its words that a table knows."""
        language = self._language
        kinds = (
            (language.anonymous, SourceKind.ANONYMOUS),
            (frozenset(word for word in words if is_role(word, language)), SourceKind.PERSON),
            (language.groups | frozenset(filter(self._ends_in_group, words)), SourceKind.ORGANISATION),
            (language.documents, SourceKind.DOCUMENT),
        )
        for word in words:
            kind = next((kind for table, kind in kinds if word in table), None)
            if kind:
                return kind
        # "The headline": the capital of an article tells nothing.
        named = self._words[first][0].isupper() and self._lower(first) not in language.determiners
        return SourceKind.PERSON if named else SourceKind.UNKNOWN
