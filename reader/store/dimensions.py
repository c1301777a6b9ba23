"""What quotes can be counted by: who speaks, what that is, where it appeared, how it is rendered.

A `Dimension` is an expression of SQL on quotes, their articles and sources, with the field of the search
language that finds what one of its values counts. One more is one more value here; what its `sql` may name
stands in `JOINS`.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reader.amounts import at_the_start
from reader.i18n import _, pgettext
from reader.languages.stances import STANCES, UNMEASURED
from reader.terms import UNDECIDED

COUNTED = """quotes.status <> 'rejected' AND quotes.nested = 0
    AND NOT (quotes.speaker_basis = 'hearsay' AND quotes.source_id IS NULL)"""
"""Which quotes count: not those that are rejected, nested or hearsay."""

_NAME = f"""CASE WHEN quotes.source_id IS NOT NULL THEN ''
    WHEN quotes.status = 'accepted' AND quotes.speaker_basis = 'carried' THEN '{UNDECIDED}'
    WHEN quotes.resolved_speaker <> '' THEN quotes.resolved_speaker
    WHEN quotes.speaker <> '' AND quotes.speaker = quotes.cue THEN ''
    ELSE named(quotes.spoken_by) END"""
"""What the article calls a speaker without a source; "" of one whom it does not name."""
_REGISTERED = """(SELECT name, min(source_id) AS source_id FROM
    (SELECT name, id AS source_id FROM sources UNION SELECT name, source_id FROM aliases)
    GROUP BY name HAVING count(DISTINCT source_id) = 1 AND NOT is_office(name))"""
"""Names that one source alone has: whoever is called so is that source, assigned or not."""

JOINS = MappingProxyType(
    {
        "articles": "JOIN articles ON articles.id = quotes.article_id",
        "registered": f"LEFT JOIN {_REGISTERED} AS registered ON registered.name = {_NAME}",
        "sources": "LEFT JOIN sources ON sources.id = coalesce(quotes.source_id, registered.source_id)",
        "lengths": "LEFT JOIN lengths ON lengths.article_id = quotes.article_id",
        "texts": """JOIN versions ON versions.article_id = quotes.article_id
            AND versions.number = articles.version""",
        "tags": "JOIN taggings AS {0}tagged ON {0}tagged.quote_id = quotes.id "
        "JOIN tags AS {0}tags ON {0}tags.id = {0}tagged.tag_id",
        "topics": "JOIN tagged_articles AS {0}about ON {0}about.article_id = quotes.article_id "
        "JOIN tags AS {0}topics ON {0}topics.id = {0}about.tag_id",
    }
)
"""What stands beside a quote, in this order; "{0}" sets two of a kind apart."""
LENGTHS = """lengths AS MATERIALIZED (
    SELECT articles.id AS article_id, length(versions.text) AS letters FROM articles
    JOIN versions ON versions.article_id = articles.id AND versions.number = articles.version)"""
"""How long the texts are, each read once."""

_PEOPLE = ("registered", "sources")
_UNDECIDED = f"{_NAME} = '{UNDECIDED}'"
_WHO = f"CASE WHEN sources.id IS NULL THEN {_NAME} ELSE sources.name END"
_FIRST = "CAST(substr(quotes.cue, 3) AS INTEGER)"
_LAST = "CAST(substr(quotes.cue, instr(quotes.cue, ',') + 1) AS INTEGER)"
_CUE = f"""CASE WHEN quotes.cue IN ('', '[]', quotes.speaker) OR quotes.anchor = 'orphan' THEN ''
    WHEN instr(substr(quotes.cue, 3), '[') = 0 THEN substr(versions.text, {_FIRST} + 1, {_LAST} - {_FIRST})
    ELSE (SELECT group_concat(substr(versions.text, json_extract(value, '$[0]') + 1,
        json_extract(value, '$[1]') - json_extract(value, '$[0]')), ' ') FROM json_each(quotes.cue)) END"""
"""The words of the cue. Of one span, "[[12, 20]]", its ends are read as numbers: JSON takes twice as long."""


def _of_source(column: str) -> str:
    """What is known of a speaker: from the register, else from the article; nothing of one undecided."""
    return f"""CASE WHEN {_UNDECIDED} THEN ''
        ELSE coalesce(nullif(sources.{column}, ''), quotes.speaker_{column}) END"""


class Dimension(NamedTuple):
    """What quotes are counted by."""

    name: str
    heading: str
    """As a screen shows it."""
    sql: str
    """The value of a quote, "" for none; `{0}` stands for a prefix of names where a join has one."""
    joins: tuple[str, ...] = ()
    """Of `JOINS`, those that the value needs."""
    field: str = ""
    """The field of the search language; its name where that is the same."""
    nothing: str = "unknown"
    """What stands for no value."""
    order: tuple[str, ...] = ()
    """Values that have an order of their own."""
    covered: str = ""
    """The column that has the value of a quote whose speaker is covered, where it tells who that is."""
    in_article: str = ""
    """What the article alone says of it, where the register may know more."""
    by_time: bool = False
    """Whether the values are stretches of time, which have the order of time."""
    none: str = ""
    """The query that finds quotes without a value, where that is not the field with "none"."""
    is_many: bool = False
    """Whether a quote can have several values, or none that count."""
    is_private: bool = False
    """Whether values are told as sums over several people alone: what somebody wrote of each source."""

    @property
    def searched_by(self) -> str:
        """The field of the search language."""
        return self.field or self.name


_TYPE = """CASE quotes.type WHEN 'IndirectFreeIndirect' THEN 'mixed' WHEN 'FreeIndirect'
    THEN 'free indirect' ELSE lower(quotes.type) END"""
"""What the types are called everywhere; the search language knows these words."""
_PLACE = """CASE WHEN quotes.anchor = 'orphan' OR coalesce(lengths.letters, 0) = 0 THEN ''
    WHEN quotes.start_at * 3 < lengths.letters THEN 'top'
    WHEN quotes.start_at * 3 < lengths.letters * 2 THEN 'middle' ELSE 'end' END"""
_NAMED = f"""CASE WHEN {_UNDECIDED} THEN '' WHEN sources.id IS NULL THEN naming({_NAME})
    WHEN is_office(sources.name) THEN 'office' ELSE 'name' END"""

_ALL = (  # not shown but for the labels: values in a count
    Dimension("source", _("Who"), _WHO, _PEOPLE, "who", "not named", covered="name"),
    *(
        Dimension(
            name,
            label,
            _of_source(name),
            _PEOPLE,
            covered=name,
            in_article=f"quotes.speaker_{name}",
        )
        for name, label in (("kind", _("Kind")), ("role", _("Role")), ("affiliation", _("Affiliation")))
    ),
    Dimension(
        "named", _("Name or office"), _NAMED, _PEOPLE, nothing="not at all", order=("name", "office"),
        covered="naming",
    ),
    Dimension("type", _("Type"), _TYPE, order=("direct", "indirect", "mixed", "free indirect", "reported")),
    Dimension(
        "place", _("Place"), _PLACE, ("lengths",), nothing="lost", order=("top", "middle", "end")
    ),
    Dimension(
        "stance",
        _("Stance"),
        f"stance(articles.language, {_CUE})",
        ("articles", "texts"),
        nothing="not apparent",
        order=(*STANCES, UNMEASURED),
    ),
    Dimension("outlet", _("Outlet"), "articles.outlet", ("articles",), nothing="no outlet", none='outlet:""'),
    Dimension("feed", _("Feed"), "articles.feed", ("articles",), nothing="no feed", none="-feed:*"),
    Dimension("language", _("Language"), "articles.language", ("articles",), "lang", none='lang:""'),
    *(
        Dimension(
            name,
            label,
            f"substr(articles.published, 1, {letters})",
            ("articles",),
            "in",
            "no date",
            by_time=True,
        )
        for name, label, letters in (
            ("year", _("Year"), 4), ("month", _("Month"), 7), ("week", _("Week"), 10), ("day", _("Day"), 10)
        )
    ),
    Dimension("tag", _("Tag"), "{0}tags.name", ("tags",), "tagged", is_many=True),
    Dimension("topic", _("Topic"), "{0}topics.name", ("topics",), is_many=True),
    Dimension("status", _("Status"), "quotes.status", order=("suggested", "accepted")),
    Dimension(
        "verification", _("Verification"), "quotes.verification", field="verified",
        order=("unverified", "checked", "disputed"),
    ),
    Dimension("authorisation", _("Authorisation"), "quotes.authorisation", nothing="none"),
)  # fmt: skip

NOTHING = {
    "not named": pgettext("in a count", "not named"),
    "not at all": pgettext("in a count", "not at all"),
    "lost": pgettext("in a count", "lost"),
    "not apparent": pgettext("in a count", "not apparent"),
    "no outlet": pgettext("in a count", "no outlet"),
    "no feed": pgettext("in a count", "no feed"),
    "no date": pgettext("in a count", "no date"),
    "none": pgettext("in a count", "none"),
}
"""What people are told where a dimension has nothing, by the value in a count."""
PRIVATE = "field:"
"""What names of dimensions begin with that are fields of one's own."""


def own_field(name: str) -> Dimension:
    """A field of one's own of sources (`[source_fields]`) as a dimension."""
    plain = name.replace("'", "''").replace("{", "{{").replace("}", "}}")
    value = f"""coalesce((SELECT value FROM source_fields
        WHERE source_id = sources.id AND name = '{plain}'), '')"""
    return Dimension(PRIVATE + name, at_the_start(name), value, _PEOPLE, in_article="''", is_private=True)


DIMENSIONS: Mapping[str, Dimension] = MappingProxyType({one.name: one for one in _ALL})
"""Every dimension by its name."""


def joined(dimensions: Iterable[tuple[Dimension, str]]) -> str:
    """What must stand beside a quote for some dimensions, each with the prefix of its own names."""
    wanted = {join: dict[str, None]() for join in JOINS}
    for dimension, prefix in dimensions:
        for join in dimension.joins:
            wanted[join][prefix if "{0}" in JOINS[join] else ""] = None
    return " ".join(JOINS[join].format(prefix) for join, prefixes in wanted.items() for prefix in prefixes)


def counted_rows(dimension: Dimension) -> str:
    """A SELECT of every quote's `id` with its `value` in a dimension."""
    lengths = f"WITH {LENGTHS} " if "lengths" in dimension.joins else ""
    return f"""{lengths}SELECT quotes.id AS id, {dimension.sql.format("")} AS value
        FROM quotes {joined([(dimension, "")])}"""


def value_of(dimension: Dimension) -> str:
    """A SELECT of the value of the quote at hand, where that takes its article and text alone."""
    return f"""SELECT {dimension.sql} FROM articles JOIN versions ON versions.article_id = articles.id
        AND versions.number = articles.version WHERE articles.id = quotes.article_id"""
