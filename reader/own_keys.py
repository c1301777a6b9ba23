"""Keys of one's own, as the configuration has them: one for a tag, one for several steps after another.

[tags]
"alt+r" = "politik/rente"

[chains]
"alt+k" = "tag politik/rente; accept; next"
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from reader.i18n import _

PUT, TAKE, TURN = "tag", "untag", "turn"
"""Put tags, take them off; put one that is not there, or take it off where it is."""
ACCEPT, REJECT, REOPEN = "accept", "reject", "reopen"
CHECKED, DISPUTED = "checked", "disputed"
NEXT, BEFORE = "next", "before"
TYPES = ("direct", "indirect", "mixed", "free indirect", "reported")  # not shown: typed
"""Types of quotes, in the order of their keys."""
_ALSO = {"continued": "mixed"}
"""What screens call a type in English, with the name that is typed."""
OPENS = ("note", "speaker", "check")
"""What opens something to write or choose: nothing comes after it."""
_WITH_TAGS = (PUT, TAKE)
_ALONE = (ACCEPT, REJECT, REOPEN, CHECKED, DISPUTED, NEXT, BEFORE, *TYPES, *OPENS)
_KEY = re.compile(r"(?:(?:ctrl|alt|shift)\+){0,3}(?:[^\s+]|[a-z][a-z0-9_]+)")
LONGEST = 20
"""Steps of a chain: more is no key but a program."""


class Step(NamedTuple):
    """One thing that a key does."""

    verb: str
    tags: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As a person writes it."""
        return f"{self.verb} {', '.join(self.tags)}".strip()


class OwnKey(NamedTuple):
    """A key of one's own and what it does."""

    key: str
    steps: tuple[Step, ...]
    table: str
    """The part of the configuration that it stands in: "tags" or "chains"."""

    @property
    def told(self) -> str:
        """What it does, in words."""
        first = self.steps[0]
        return f"#{first.tags[0]}" if first.verb == TURN else "; ".join(map(str, self.steps))

    @property
    def moves(self) -> int:
        """How many lines of a list it goes on."""
        verbs = [step.verb for step in self.steps]
        return verbs.count(NEXT) - verbs.count(BEFORE)

    @property
    def is_of_tags(self) -> bool:
        """Whether it does nothing but put and take tags and move: then it is for articles and notes too."""
        return all(step.verb in (PUT, TAKE, TURN, NEXT, BEFORE) for step in self.steps)


def own_keys(table: str, written: object) -> tuple[OwnKey, ...]:
    """The keys of `[tags]` or `[chains]`; raises ValueError that says in a few words what cannot be read."""
    if not isinstance(written, Mapping):
        needs = _("needs lines such as {example} under [{table}]")
        raise ValueError(needs.format(example=_EXAMPLES[table], table=table))
    return tuple(_own_key(table, str(key), value) for key, value in written.items())


_EXAMPLES = {
    "tags": '"alt+r" = "politik/rente"',
    "chains": '"alt+k" = "tag politik/rente; accept; next"',  # not shown: a line of the configuration
}


def _own_key(table: str, key: str, value: object) -> OwnKey:
    place = _('"{key}" under [{table}]').format(key=key, table=table)
    if not _KEY.fullmatch(key):
        told = _('knows no key {place}: write one such as "alt+r", "ctrl+b" or "f10"')
        raise ValueError(told.format(place=place))
    if not isinstance(value, str) or not value.strip():
        told = _("needs text in quotation marks for {place}, such as {example}")
        raise ValueError(told.format(place=place, example=_EXAMPLES[table]))
    if table == "tags":
        return OwnKey(key, (Step(TURN, (_tag(value, place),)),), table)
    return OwnKey(key, _steps(value, place), table)


def _steps(written: str, place: str) -> tuple[Step, ...]:
    parts = [" ".join(part.split()) for part in written.split(";")]
    if not parts[-1]:
        parts.pop()
    if len(parts) > LONGEST:
        raise ValueError(_("has more than {most} steps for {place}").format(most=LONGEST, place=place))
    steps = tuple(_step(part, number, place) for number, part in enumerate(parts, 1))
    for number, step in enumerate(steps[:-1], 1):
        if step.verb in OPENS:
            told = _(
                'has a step after "{verb}", step {number} of {place}: that opens something to write or '
                "choose, and comes last"
            )
            raise ValueError(told.format(verb=step.verb, number=number, place=place))
    return steps


def _step(written: str, number: int, place: str) -> Step:
    where = _("step {number} of {place}").format(number=number, place=place)
    verb, rest = (*written.split(" ", 1), "")[:2]
    if verb in _WITH_TAGS:
        tags = tuple(_tag(tag, where) for tag in rest.split(",") if tag.strip())
        if not tags:
            told = _('needs a tag after "{verb}" in {where}, such as "{verb} politik/rente"')
            raise ValueError(told.format(verb=verb, where=where))
        return Step(verb, tags)
    written = _ALSO.get(written, written)
    if written in _ALONE:
        return Step(written)
    if not written:
        raise ValueError(_("has nothing between two semicolons: {where}").format(where=where))
    from difflib import get_close_matches  # only where something is wrong

    known = [*_WITH_TAGS, *_ALONE]
    near = get_close_matches(written, known, n=1) or get_close_matches(verb, known, n=1)
    told = _('knows no step "{written}", {where}; did you mean "{near}"')
    if not near:
        told = _('knows no step "{written}", {where}')
    raise ValueError(told.format(written=written, where=where, near="".join(near)))


def _tag(written: str, where: str) -> str:
    levels = (" ".join(level.split()) for level in written.strip().lstrip("#").split("/"))
    tag = "/".join(level for level in levels if level)
    if not tag or not tag.isprintable():
        told = _('has "{tag}" as a tag in {where}, which is none')
        raise ValueError(told.format(tag=written.strip(), where=where))
    return tag
