"""Voices that articles quote by name and that the register does not have: suggestions of sources.

Quotes are counted by the name that their article gives, through an index of those without a source. A speaker
who is only carried over from before is nobody's written name, and is left to a person to decide.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from json import dumps
from typing import NamedTuple

from reader.i18n import _
from reader.models import Source, SourceKind, Voice
from reader.store.folding import folded
from reader.store.names import can_be_name
from reader.store.namesakes import Facts, other_facts
from reader.store.steps import AMONG, Recorder, listed, new_uid, now
from reader.texts.offices import as_registered
from reader.texts.voices import bare_role, names_somebody, surnames, tells_who, without_role

MOST = 3000
"""Names that are looked at, the most quoted first: nobody reads on through more. Of 600,000 quotes in 100,000
articles they are listed in half a second, a fifth of it to read the index (measured once)."""
_SAMPLE = 200
"""Quotes of a name out of which its role is read for a list; whoever takes it in has all of them read."""
_UNQUOTED = -(2**40)
"""Below this lie the ids of voices without quotes: no library has so many."""
_OPEN = """source_id IS NULL AND resolved_speaker <> '' AND status <> 'rejected'
    AND speaker_basis <> 'carried'"""
_HERE = f"{_OPEN} AND article_id NOT IN (SELECT id FROM articles WHERE trashed > '')"
_NAMED = "resolved_speaker IN (SELECT value FROM json_each(?))"


class _Counted(NamedTuple):
    """How often a name is quoted."""

    name: str
    quotes: int
    articles: int
    first: int
    kind: str


class _Said(NamedTuple):
    """What one article says of a voice."""

    article: int
    kind: str
    role: str
    affiliation: str
    quotes: int


@dataclass(frozen=True, slots=True)
class Belonging:
    """The quotes of a name: those that belong together, and those that may be by somebody else."""

    sure: tuple[int, ...]
    doubtful: tuple[int, ...] = ()
    doubt: str = ""
    """Why the others may be by somebody else."""
    articles: int = 0
    """Number of articles in which the sure ones stand."""


class Voices:
    """The voices of a library that have no source yet."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._db = recorder.db

    def suggested(self, sources: Sequence[Source], *, dismissed: bool = False) -> list[Voice]:
        """Voices that could be sources, the most quoted first; or those that are never to be.

        Roles, affiliations and doubts are read by `described`, for those that are looked at.
        """
        kept = self._dismissed()
        voices = [one for one in self._counted() if self._is_kept(one, kept) == dismissed]
        if not dismissed:
            return _compared(voices, sources)
        known = {folded(name) for voice in voices for name in voice.spellings}
        voices = [replace(voice, dismissed=self._number(voice, kept)) for voice in voices]
        gone = [row for key, row in kept.items() if key not in known]
        return voices + [Voice(name, (name,), _UNQUOTED - number, dismissed=number) for number, name in gone]

    def described(self, voices: Iterable[Voice]) -> list[Voice]:
        """Voices with what articles say of them: role, affiliation, and whether they may be several."""
        return [self._described(voice) for voice in voices]

    def _described(self, voice: Voice) -> Voice:
        said = [one for name in voice.spellings for one in self._said(name, _SAMPLE)]
        if not said:
            return voice
        role, affiliation = as_registered(
            voice.name,
            _most(bare_role(one.role) for one in said),
            _most(one.affiliation for one in said),
            self._db.value("SELECT language FROM articles WHERE id = ?", (said[0].article,)),
        )
        doubt = _fitting(_by_article(said), None, 0, voice.name)[2]
        articles = voice.articles
        if len(voice.spellings) > 1:
            sql = f"SELECT count(DISTINCT article_id) FROM quotes WHERE {_NAMED} AND {_HERE}"
            articles = self._db.value(sql, (dumps(voice.spellings),))
        return replace(voice, role=role, affiliation=affiliation, doubt=doubt, articles=articles)

    def _counted(self) -> list[Voice]:
        """Voices by name, those as one that are one by their words alone, the most quoted first."""
        sql = f"""SELECT resolved_speaker, count(*), count(DISTINCT article_id), min(id), max(speaker_kind)
            FROM quotes WHERE {_HERE} GROUP BY resolved_speaker ORDER BY 2 DESC LIMIT {MOST}"""
        every = [_Counted(*row) for row in self._db.rows(sql)]
        names = frozenset(one.name for one in every)
        known = surnames(one.name for one in every if one.kind in ("", SourceKind.PERSON))
        groups: defaultdict[str, list[_Counted]] = defaultdict(list)
        for one in every:
            if can_be_name(one.name) and names_somebody(one.name, SourceKind(one.kind), known):
                groups[folded(without_role(one.name, names))].append(one)
        voices = [_voice(group, names) for group in groups.values()]
        return sorted(voices, key=lambda voice: (-voice.quotes, voice.name.casefold()))

    def _said(self, name: str, limit: int = -1) -> list[_Said]:
        sql = f"""SELECT article_id, speaker_kind, speaker_role, speaker_affiliation, count(*)
            FROM (SELECT * FROM quotes WHERE resolved_speaker = ? AND {_HERE} LIMIT {limit})
            GROUP BY 1, 2, 3, 4"""
        return [_Said(*row) for row in self._db.rows(sql, (name,))]

    # -- names that are never to be sources ------------------------------------------------------------

    def _dismissed(self) -> dict[str, tuple[int, str]]:
        rows = self._db.rows("SELECT id, name FROM dismissed_names ORDER BY id")
        return {folded(name): (number, name) for number, name in rows}

    @staticmethod
    def _is_kept(voice: Voice, kept: Collection[str]) -> bool:
        return any(folded(name) in kept for name in voice.spellings)

    @staticmethod
    def _number(voice: Voice, kept: dict[str, tuple[int, str]]) -> int:
        return next(kept[key][0] for key in map(folded, voice.spellings) if key in kept)

    def dismiss(self, names: Iterable[str]) -> int:
        """Suggest these names no more; returns how many are new among those that are not."""
        kept = self._dismissed()
        new = {folded(name): name for name in names if folded(name) not in kept}
        with self._recorder.step(
            _("Never take in {name}").format(name=next(iter(new.values()), ""))
            if new
            else _("Never take in a name")
        ):
            rows = [{"uid": new_uid(), "name": name, "at": now()} for name in new.values()]
            self._recorder.insert_many("dismissed_names", rows)
        return len(new)

    def bring_back(self, names: Iterable[str]) -> int:
        """Suggest these names again; returns how many there were."""
        kept = self._dismissed()
        ids = [kept[key][0] for key in map(folded, names) if key in kept]
        with self._recorder.step(_("Suggest a name again")):
            return self._recorder.delete("dismissed_names", ids)

    # -- whose quotes they are -------------------------------------------------------------------------

    def written_like(self, name: str) -> list[str]:
        """Every spelling of a name in the library that differs in capitals, accents or a role before it."""
        wanted = folded(" ".join(name.split()))
        names = self._db.column(f"SELECT DISTINCT resolved_speaker FROM quotes WHERE {_OPEN}")
        every = frozenset(names)
        return [one for one in names if wanted in (folded(one), folded(without_role(one, every)))]

    def belonging(self, names: Collection[str], source: Source | None = None, near: int = 0) -> Belonging:
        """The quotes without a source whose article names their speaker so.

        They belong to `source`, or to whoever is called so in the article `near`, or else where the name is
        found most; an article that says what does not fit to them speaks of somebody else, it may be.
        """
        articles = _by_article([one for name in names for one in self._said(name)])
        sure, doubtful, doubt = _fitting(articles, source, near, max(names, key=len, default=""))
        found = self._ids(names)
        return Belonging(
            tuple(number for number, article in found if article in sure),
            tuple(number for number, article in found if article in doubtful),
            doubt,
            len(sure),
        )

    def _ids(self, names: Collection[str]) -> list[tuple[int, int]]:
        sql = f"SELECT id, article_id FROM quotes WHERE {_NAMED} AND {_HERE} ORDER BY id"
        return [(number, article) for number, article in self._db.rows(sql, (dumps(list(names)),))]

    def names_of(self, quote_ids: Iterable[int]) -> list[str]:
        """The names that articles give for the speakers of some quotes."""
        sql = f"SELECT DISTINCT resolved_speaker FROM quotes WHERE id {AMONG} AND resolved_speaker <> ''"
        return self._db.column(sql, (listed(quote_ids),))


def _fitting(
    articles: dict[int, list[_Said]], source: Source | None, near: int, name: str
) -> tuple[set[int], set[int], str]:
    """Articles that speak of one and the same, those that may not, and why."""
    order = sorted(
        articles, key=lambda number: (number != near, -sum(one.quotes for one in articles[number]))
    )
    sure: set[int] = set()
    doubtful: set[int] = set()
    doubt = ""
    known = Facts(frozenset(), frozenset())
    if source is not None:
        known = Facts(_set(source.role), _set(source.affiliation))
    for number in order:
        facts = Facts(
            frozenset().union(*(_set(one.role) for one in articles[number])),
            frozenset().union(*(_set(one.affiliation) for one in articles[number])),
        )
        why = "" if number == near else other_facts(known, facts)
        if not why and number != near and (sure or source is not None):
            kind = source.kind if source is not None and source.kind else _kind(articles[number])
            why = "" if tells_who(name, kind) else _("the name alone tells nobody")
        if why:
            doubtful.add(number)
            doubt = doubt or why
            continue
        sure.add(number)
        known = Facts(known.roles | facts.roles, known.affiliations | facts.affiliations)
    return sure, doubtful, doubt


def _by_article(said: Iterable[_Said]) -> dict[int, list[_Said]]:
    found: defaultdict[int, list[_Said]] = defaultdict(list)
    for one in said:
        found[one.article].append(one)
    return found


def _voice(group: Sequence[_Counted], names: frozenset[str]) -> Voice:
    plain = [one for one in group if without_role(one.name, names) == one.name]
    name = max(plain, key=lambda one: one.quotes).name if plain else without_role(group[0].name, names)
    return Voice(
        name,
        tuple(one.name for one in group),
        -min(one.first for one in group),
        SourceKind(_most(one.kind for one in group)),
        quotes=sum(one.quotes for one in group),
        articles=sum(one.articles for one in group),
    )


def _compared(voices: Sequence[Voice], sources: Sequence[Source]) -> list[Voice]:
    """Voices with the source that each probably is."""
    if not sources:
        return list(voices)
    from reader.store.similar_names import Likeness  # rapidfuzz, only where there is somebody to compare with

    likeness = Likeness(sources)
    compared = []
    for voice in voices:
        same = likeness.best(Source(voice.name, voice.kind))
        known = {"same_id": same[0].id, "same_name": same[0].name, "likeness": same[1]} if same else {}
        compared.append(replace(voice, **known))  # type: ignore[arg-type]  # fields of a voice
    return compared


def _kind(said: Iterable[_Said]) -> SourceKind:
    return SourceKind(_most(one.kind for one in said))


def _most(values: Iterable[str]) -> str:
    """The value that is there most, of those that say something."""
    counts = Counter(value for value in values if value)
    return counts.most_common(1)[0][0] if counts else ""


def _set(text: str) -> frozenset[str]:
    return frozenset({folded(text.strip())}) if text.strip() else frozenset()
