"""Read the noun phrase of a speaker: the name in it, role, affiliation, kind and gender."""

from functools import cached_property

from reader.models import SourceKind
from reader.quotes.german import lexicon as w
from reader.quotes.german.declined_roles import role_before, role_behind
from reader.quotes.german.name_runs import KINDS, NameRuns
from reader.quotes.german.nominatives import body, is_declined, nominative_of
from reader.quotes.german.word_lists import Lists
from reader.quotes.text.sentences import Range


class SpeakerPhrases(NameRuns):
    """Noun phrases of one text, read by the name tables of its language."""

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(self.parsed.words)

    def without_source(self, phrase: Range) -> Range:
        """Behind "Angaben der", "Ansicht von" and the like."""
        first, end = phrase
        for at in range(first, min(end - 2, first + 3)):
            if self.states(at):
                article = self.parsed.lower(at + 1) in self.parsed.table.lists.of
                if article or self.parsed.flags[at + 1] & (w.ADJECTIVE | w.CAPITAL):
                    return at + 1 + article, end
        return phrase

    def role(self, phrase: Range, name: Range) -> tuple[str, str]:
        """Role and affiliation as written before the name, in brackets, or in an apposition."""
        first = phrase[0]
        while first < name[0] and self.parsed.lower(first) in self.language.determiners:
            first += 1
        before = role_before(self.parsed, (first, name[0])) if first < name[0] else []
        role = " ".join(word for word in before if word not in self.language.honorifics)
        # „Karl Ott, der Leiter des Hauses“: nothing before the name, an apposition behind it.
        if not role and name[1] + 1 < phrase[1] and self.parsed.words[name[1]] == ",":
            first = name[1] + 1
            while first < phrase[1] - 1 and self.parsed.lower(first) in self.language.determiners:
                first += 1
            role = role_behind(self.parsed, (first, phrase[1]))
        # "Karl Ott (SPD)", "SPD-Chef Ott", "Ott, Sprecher der Polizei": the first of these that is there.
        return _role_in(role), self._bracketed(phrase) or self._prefix(role) or self.genitive(
            first, phrase[1], name
        )

    def _bracketed(self, phrase: Range) -> str:
        words = self.parsed.words[phrase[0] : phrase[1]]
        if "(" in words and ")" in words[words.index("(") :]:
            inside = words[words.index("(") + 1 : words.index(")", words.index("("))]
            return _affiliation_in(inside, self.parsed.table.lists)
        return ""

    def _prefix(self, role: str) -> str:
        """The organisation in a hyphenated role: "SPD" of "SPD-Chef"."""
        for word in role.split():
            head, hyphen, tail = word.rpartition("-")
            if hyphen and self.ends_in(tail.lower(), "roles"):
                return head
        return ""

    def genitive(self, first: int, end: int, name: Range = (0, 0)) -> str:
        """Where somebody belongs: „Polizei“ of „Sprecher der Polizei“, „Kreml“ of „Sprecher des Kremls“."""
        for at in range(first + 1, end - 1):
            if name[0] <= at < name[1]:
                continue
            if self.parsed.lower(at) in self.parsed.table.lists.of and self.parsed.flags[at - 1] & w.CAPITAL:
                stop = next((i for i in range(at, end) if self.parsed.words[i] in ",("), end)
                return self._owner(at + 1, stop)
        return ""

    def _owner(self, first: int, stop: int) -> str:
        """Where somebody belongs as a register has it: "Deutsche Bahn" of "der Deutschen Bahn"."""
        while first < stop and self.parsed.lower(first) in self.language.determiners:
            first += 1
        if first >= stop:
            return ""
        rest = " ".join(self.parsed.text((first, stop)).split())
        span = body(self.parsed, (first, stop)) or self._adjectives_and_noun(first, stop)
        if span[0] != first or not self.parsed.flags[span[1] - 1] & w.CAPITAL:
            return rest
        noun = self.parsed.words[span[1] - 1]
        if self.parsed.lower(first - 1) in self.language.genitives:
            noun = nominative(noun, self._forms)
        behind = " ".join(self.parsed.text((span[1], stop)).split()) if span[1] < stop else ""
        return f"{nominative_of(self.parsed, span, noun)} {behind}".strip()

    def _adjectives_and_noun(self, first: int, stop: int) -> Range:
        """The adjectives of a name and one word more: "Technischen Hochschule" of that of a town."""
        at = first
        while (
            at < stop - 1
            and self.parsed.words[at][0].isupper()
            and is_declined(self.parsed, self.parsed.lower(at))
        ):
            at += 1
        return first, at + 1

    def kind(self, phrase: Range, name: Range | None, indefinite: bool = False) -> SourceKind:
        """What a phrase names: a person, an organisation, a document, or somebody kept anonymous."""
        nouns = [self.parsed.lower(at) for at in range(*phrase) if self.parsed.flags[at] & w.CAPITAL]
        if not nouns:
            return SourceKind.UNKNOWN
        if name and name[0] == phrase[0]:
            word = self.parsed.words[name[0]]
            # „SPD“ is a party; „OTT“ in „Karl OTT“ is a surname in capitals, „A“ an initial.
            group = name[1] - name[0] == 1 and word.isupper() and len(word) > 1
            # "Robert Koch-Institut" bears a person's name.
            named_after = self.parsed.lower(name[1] - 1).rpartition("-")
            # Only where a noun for groups ends it: "Anna Lenz-Ott" is a person.
            group = group or (bool(named_after[1]) and self.ends_in(named_after[2], "groups"))
            return SourceKind.ORGANISATION if group else SourceKind.PERSON
        for table, kind in KINDS:
            if self.ends_in(nouns[0], table):
                # „Ein Sprecher“ alone is kept anonymous; „ein Sprecher der Polizei“ can be asked for.
                nobody = kind == SourceKind.PERSON and indefinite and len(nouns) == 1
                return SourceKind.ANONYMOUS if nobody else kind
        return SourceKind.PERSON if name else SourceKind.UNKNOWN

    def gender(self, phrase: Range, name: Range | None = None) -> str:
        """Gender that a phrase or the given name in it tells: "f", "m", or empty."""
        by_name = self.given.get(self.parsed.words[name[0]]) if name else ""
        if by_name:
            return by_name
        words = [self.parsed.lower(at) for at in range(*phrase)]
        if words[0] in ("die", "eine") or any(word in self.language.female for word in words):
            return "f"
        nouns = [
            word for at, word in zip(range(*phrase), words, strict=True) if self.parsed.flags[at] & w.CAPITAL
        ]
        if any(word.endswith("in") and self.ends_in(word, "roles") for word in nouns):
            return "f"
        male = words[0] in ("der", "ein", "dem") or any(word in self.language.male for word in words)
        return "m" if male or any(self.ends_in(word, "roles") for word in nouns) else ""

    def bracket_behind(self, at: int) -> str:
        """What stands in brackets right behind a name: „(SPD)“."""
        return self._bracketed((at, min(at + 5, len(self.parsed.words)))) if self._opens_bracket(at) else ""

    def _opens_bracket(self, at: int) -> bool:
        return at < len(self.parsed.words) and self.parsed.words[at] == "("

    def describes(self, at: int) -> bool:
        """Whether a word before a name belongs to it: role, adjective, article, title."""
        flags, word = self.parsed.flags[at], self.parsed.words[at]
        if flags & w.CAPITAL:
            # „Landrätin Anna Berg“: what a person does stands before the given name.
            if (
                at + 1 < len(self.parsed.words)
                and self.parsed.words[at + 1] in self.given
                and self._calls(at)
            ):
                return True
            return word in self.language.honorifics or self.ends_in(word.lower(), "roles")
        return bool(flags & (w.ADJECTIVE | w.DETERMINER)) and not flags & w.PREPOSITION


def _role_in(text: str) -> str:
    """A role as written, without the age beside it: "Rentnerin" of "74, Rentnerin"."""
    parts = (part.strip() for part in text.strip(" ,").split(","))
    return ", ".join(part for part in parts if part and not part[0].isdigit())


def _affiliation_in(words: list[str], lists: Lists) -> str:
    """Where somebody belongs, out of the words in brackets behind the name.

    "(SPD)" and "(54, SPD)", not "(lacht)", "(räuspert sich)", "(Beifall)" nor "(Name geändert)".
    """
    kept = [word for word in words if not word.isdigit()]
    while kept and kept[0] in (",", ";"):
        del kept[0]
    lowered = {word.lower() for word in kept}
    named = any(word[0].isupper() for word in kept) or lowered & lists.without_party
    return " ".join(kept) if named and not lowered & lists.stage_directions else ""


def nominative(noun: str, forms: frozenset[str]) -> str:
    """A masculine or neuter noun without its genitive ending; `forms` are the words of the text."""
    if noun[:-1] in forms:
        return noun[:-1]
    if noun.endswith("nisses"):
        return noun[:-3]
    if noun.endswith("es"):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and noun[-2] not in "sui" else noun
