"""What stands of a field that several people wrote: the same in whatever order their writes come."""

import random

import pytest

from reader.store.syncing.registers import Dot, Moment, Register, Write, is_gone, merged, winner, written_over


class Desk:
    """Libraries that write one field and now and then take each other's segments in, whole or in part."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.moments: dict[Dot, Moment] = {}
        self.written: dict[Dot, Write] = {}
        self.taken: dict[str, set[Dot]] = {name: set() for name in "abc"}
        self.fields: dict[str, Register] = dict.fromkeys("abc", ())

    def seen(self, name: str) -> dict[str, int]:
        """Up to which segment of each library all were taken in."""
        seen = {}
        for other in "abc":
            number = 0
            while Dot(other, number + 1) in self.taken[name]:
                number += 1
            seen[other] = number
        return seen

    def write(self, name: str) -> None:
        seen = self.seen(name)
        dot = Dot(name, seen[name] + 1)
        self.moments[dot] = Moment(f"{len(self.moments):03}", name, seen)
        value = self.chance.choice("xyz")
        self.written[dot] = written_over(dot, seen, self.fields[name], self.moments, value)
        self.fields[name] = merged(self.fields[name], [self.written[dot]], self.moments)
        self.taken[name].add(dot)

    def take(self, name: str) -> None:
        """Take a segment in, with all that its writer knew of the field or only what it wrote."""
        if self.written:
            dot = self.chance.choice(sorted(self.written))
            theirs = [self.written[dot]]
            if self.chance.random() < 0.3:
                theirs = list(self.fields[dot.library])
            self.fields[name] = merged(self.fields[name], theirs, self.moments)
            self.taken[name].add(dot)

    def settle(self) -> None:
        for name in "abc":
            everything = sorted(self.written)
            self.chance.shuffle(everything)
            for dot in everything * 2:
                self.fields[name] = merged(self.fields[name], [self.written[dot]], self.moments)


@pytest.mark.parametrize("seed", range(300))
def test_all_libraries_end_with_the_same_whatever_the_order(seed: int) -> None:
    desk = Desk(seed)
    for _ in range(desk.chance.randrange(4, 14)):
        (desk.write if desk.chance.random() < 0.5 else desk.take)(desk.chance.choice("abc"))
    desk.settle()
    assert desk.fields["a"] == desk.fields["b"] == desk.fields["c"]


def moments(*dots: tuple[str, int, dict[str, int]]) -> dict[Dot, Moment]:
    return {
        Dot(name, number): Moment(f"{place}", name, seen) for place, (name, number, seen) in enumerate(dots)
    }


def test_a_write_replaces_what_its_writer_had_seen_and_nothing_else() -> None:
    when = moments(("a", 1, {}), ("b", 1, {"a": 1}), ("c", 1, {}))
    first, second, third = (Write(dot, (), dot.library) for dot in when)
    assert merged([first], [second], when) == (second,)
    both = merged([second], [third], when)
    assert both == (second, third)
    assert winner(both, when, lambda _: 0) is third
    assert winner(both, when, lambda one: one.value == "b") is second


def test_who_removes_a_thing_removes_only_what_was_seen_of_it() -> None:
    when = moments(("a", 1, {}), ("b", 1, {"a": 1}), ("a", 2, {"a": 1}))
    made, removed, edited = (Write(dot, (), 1) for dot in when)
    assert is_gone((removed,), [(made,)], when)
    assert not is_gone((removed,), [(edited,)], when)
    assert not is_gone((), [(made,)], when)
