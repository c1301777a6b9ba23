"""The persons of a text by name: which full name a shorter one stands for, and who only shares a surname."""

from collections.abc import Iterable

from reader.languages.given_names import given_names
from reader.quotes.people import Person

_APOSTROPHES = str.maketrans("’", "'")


class Namesakes:
    """Persons by full name; a surname that two of them share names neither.

    With `two_surnames`, as in Spanish, the first of the two alone names somebody too.
    """

    def __init__(self, *, two_surnames: bool = False) -> None:
        self._two_surnames = two_surnames
        self._people: dict[str, Person] = {}
        self._families: dict[str, list[str]] = {}

    def people(self) -> Iterable[Person]:
        """All of them, each by the fullest name."""
        return self._people.values()

    def knows(self, surname: str) -> bool:
        """Whether somebody has this surname."""
        return _family(surname) in self._families

    def whom(self, name: str) -> Person | None:
        """Whom a name means: "Kolb" after "Jana Kolb"; nobody where it is new or two share it."""
        fitting = self._fitting(name)
        return self._people[fitting[0]] if len(fitting) == 1 else None

    def by_given(self, name: str) -> Person | None:
        """Whom a given name alone means: "Rita" after "Rita Neves"; nobody where two share it."""
        fitting = [full for full in self._people if " " in full and full.startswith(name + " ")]
        return self._people[fitting[0]] if len(fitting) == 1 else None

    def keep(self, person: Person) -> None:
        """Take in what the text says of a person, in place of what it said under a shorter name."""
        fitting = self._fitting(person.name)
        if len(fitting) > 1:
            return
        for name in fitting:
            for surname in self._surnames(name):
                self._families[surname].remove(name)
            del self._people[name]
        for surname in self._surnames(person.name):
            self._families.setdefault(surname, []).append(person.name)
        self._people[person.name] = person

    def _surnames(self, name: str) -> list[str]:
        """What a full name is looked up by: "Pardo" and "Ruiz" of "Luis Pardo Ruiz", else the last word."""
        words = name.split()
        # "Lula" of "Luiz Lula da Silva"
        before = [word for word in words[:-1] if word[0].isupper()]
        first = before[-1] if self._two_surnames and len(before) > 1 else ""
        double = bool(first) and first not in given_names()
        return [_family(word) for word in ([first] if double else []) + words[-1:]]

    def _fitting(self, name: str) -> list[str]:
        """The full names that a name may stand for, or that name itself."""
        if name in self._people:
            return [name]
        return [
            full for full in self._families.get(_family(name.rsplit(maxsplit=1)[-1]), ()) if _fits(name, full)
        ]


def fold(word: str) -> str:
    """A word of a name as it is looked up: "Al-Harbi" is "al-Harbi", "d’Aubigné" is "d'Aubigné"."""
    return word.translate(_APOSTROPHES).casefold()


def _family(word: str) -> str:
    """A surname as it is looked up, one kept to its initial without the stop: "K" of "Jan K."."""
    return fold(word).removesuffix(".")


def _words(name: str) -> list[str]:
    return [fold(word) for word in name.split()]


def _fits(name: str, full: str) -> bool:
    """Whether one name may be the other, shortened: "J. Kolb" of "Jana Kolb", but not "Max Kolb"."""
    short, long = sorted((_words(name), _words(full)), key=len)
    return all(any(_same(word, other) for other in long) for word in short)


def _same(word: str, other: str) -> bool:
    """Whether two words are one, or one is the initial of the other."""
    initial = min(word, other, key=len)
    # "A." is the initial of "Anna", and "Anna" is "Anna".
    return word.removesuffix(".") == other.removesuffix(".") or (
        initial.endswith(".") and max(word, other, key=len).startswith(initial[:-1])
    )
