"""`reader sources`: who is whom, told before and taken back after."""

import json
from pathlib import Path

import pytest

from reader.models import Article, Quote, QuoteType, Source, Span, TermsOfUse
from reader.store import Store
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("library")


def voice(store: Store, name: str, location: str, **known: str) -> int:
    """An article in which somebody of that name speaks; the number of the quote."""
    text = f"„Das wird gebaut“, sagte {name} am {location}."
    quote = Quote(
        QuoteType.DIRECT,
        (Span(0, 17),),
        resolved_speaker=name,
        speaker_role=known.get("role", ""),
        speaker_affiliation=known.get("affiliation", ""),
    )
    number = store.articles.add(Article(text, location=location), (quote,), "rules-1").id
    return store.quotes.of(number)[0].id


def test_merging_keeps_the_stricter_terms_fills_and_tells_before(run: Run, store: Store) -> None:
    kept = store.sources.add(Source("Jana Kolb"))
    other = store.sources.add(
        Source("J. Kolb", role="Informantin", use=TermsOfUse.BACKGROUND, identity_protected=True)
    )
    store.sources.assign([1], other.id)
    done = run("sources", "merge", str(kept.id), "J. Kolb")
    assert done.stderr.splitlines() == [
        f"“Jana Kolb” ({kept.id}) stays; “J. Kolb” ({other.id}) goes into it, with 1 quote.",
        "role: Informantin.",
        "use: background, identity protected (was on record).",
        "also called: J. Kolb.",
        f"1 merged into Jana Kolb (source {kept.id}); `reader undo` takes it back.",
    ]
    merged = store.sources.get(kept.id)
    assert (merged.role, merged.use, merged.identity_protected) == ("Informantin", "background", True)
    run("undo")
    assert store.sources.get(other.id).quotes == 1
    assert store.sources.get(kept.id).use == "on record"


@pytest.mark.parametrize(
    ("options", "role"),
    [(("--take", "role=kanzlerin"), "Kanzlerin"), (("--take", "role=Ministerin"), "Ministerin")],
)
def test_where_sources_differ_the_call_says_which(
    run: Run, store: Store, options: tuple[str, ...], role: str
) -> None:
    kept = store.sources.add(Source("Angela Merkel", role="Kanzlerin"))
    store.sources.add(Source("A. Merkel", role="Ministerin"))
    asked = run("sources", "merge", "Angela Merkel", "A. Merkel")
    assert asked.exit_code == 2
    assert "They differ in role (“Kanzlerin” or “Ministerin”)" in asked.stderr
    assert store.sources.get(kept.id).aliases == (), "nothing was done"
    done = run("sources", "merge", "Angela Merkel", "A. Merkel", *options, "--json")
    assert json.loads(done.stdout)["role"] == role
    assert run("sources", "merge", str(kept.id), "1", "--take", "role=Papst").exit_code == 2


def test_splitting_takes_the_alias_and_its_quotes(run: Run, store: Store) -> None:
    mine = voice(store, "Bernd Müller", "Rhein")
    both = store.sources.add(
        Source("Anna Müller", role="Rätin", aliases=("Bernd Müller",), identity_protected=True)
    )
    store.sources.assign([1, mine], both.id)
    told = run("sources", "split", "Anna Müller", "bernd müller", "--json", "--with-confidential")
    made = json.loads(told.stdout)
    assert (made["name"], made["quotes"], made["role"]) == ("Bernd Müller", 1, "")
    assert made["identity_protected"], "on the same terms"
    assert store.sources.get(both.id).aliases == ()
    run("undo")
    assert store.sources.get(both.id).quotes == 2


def test_an_alias_of_a_covered_source_comes_off_only_when_said_twice(run: Run, store: Store) -> None:
    source = store.sources.add(Source("Quelle", aliases=("Jana",), identity_protected=True))
    assert run("sources", "alias", "Quelle", "--remove", "Jana").exit_code == 2
    assert store.sources.get(source.id).aliases == ("Jana",)
    run("sources", "alias", "Quelle", "--remove", "jana", "--add", "J. K.", "--yes")
    assert store.sources.get(source.id).aliases == ("J. K.",)
    assert json.loads(run("sources", "alias", "Quelle", "--json", "--with-confidential").stdout) == ["J. K."]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Sprecher", {}, {}),
        ("Polizeisprecher", {"affiliation": "Polizei Norden"}, {"affiliation": "Polizei Emden"}),
        ("spokeswoman", {}, {}),
        ("Anna Schmidt", {"affiliation": "SPD"}, {"affiliation": "Bäckerei Schmidt"}),
        ("Jan de Vries", {"role": "burgemeester"}, {"role": "visser"}),
        ("porte-parole", {}, {"role": "chef"}),
    ],
)
def test_a_name_alone_makes_no_two_voices_one(
    run: Run, store: Store, name: str, first: dict[str, str], second: dict[str, str]
) -> None:
    here, there = voice(store, name, "Hafen", **first), voice(store, name, "Bahnhof", **second)
    assert run("sources", "assign", name, str(here)).exit_code == 0
    asked = run("sources", "assign", name, str(there))
    assert asked.exit_code == 2
    assert "may be somebody else" in asked.stderr
    assert run("mark", str(there), "--source", name).exit_code == 2
    assert store.quotes.get(there).source_id == 0
    run("sources", "assign", name, str(there), "--new")
    assert store.quotes.get(there).source_id not in (0, store.quotes.get(here).source_id)
    twice = run("sources", "assign", name, str(here))
    assert twice.exit_code == 2
    assert "Say which by its number" in twice.stderr


def test_a_full_name_with_the_same_facts_is_the_same_voice(run: Run, store: Store) -> None:
    here, there = (voice(store, "Erika Mustermann", one, affiliation="CDU") for one in ("Hafen", "Markt"))
    assert [run("sources", "assign", "Erika Mustermann", str(one)).exit_code for one in (here, there)] == [
        0,
        0,
    ]
    assert store.quotes.get(here).source_id == store.quotes.get(there).source_id


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [
        (Source("Sprecher"), Source("Sprecher"), True),
        (Source("Sprecher", affiliation="Amt"), Source("Sprecher", affiliation="Amt"), False),
        (Source("Anna Schmidt", affiliation="SPD"), Source("Anna Schmidt", affiliation="CDU"), True),
        (Source("Anna Schmidt", role="Rätin"), Source("Anna Schmidt"), False),
    ],
)
def test_libraries_keep_namesakes_apart_and_tell(
    run: Run, store: Store, tmp_path: Path, ours: Source, theirs: Source, apart: bool
) -> None:
    store.sources.add(ours)
    with Store(tmp_path / "other.db") as other:
        other.sources.add(theirs)
    done = run("merge", str(tmp_path / "other.db"))
    assert ("kept apart" in done.stdout, "was taken for" in done.stdout) == (apart, not apart)
    assert len([one for one in store.sources.all() if one.name == ours.name]) == 1 + apart


@pytest.mark.parametrize("name", ["x" * 300, "Anna\x1b]52;c;eA==\x07", "Anna\u202eB", "\x9bA"])
def test_names_are_of_a_sensible_length_and_can_be_seen(run: Run, name: str) -> None:
    for words in (("sources", "add", name), ("tag", name, "--article", "1")):
        refused = run(*words)
        assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)
        assert "no control characters" in refused.stderr


def test_forgetting_asks_first_and_tells_what_stays(run: Run, store: Store) -> None:
    source = store.sources.add(Source("Jana Kolb"))
    asked = run("sources", "forget", "Jana Kolb")
    assert asked.exit_code == 2
    assert "This cannot be reached, and stays:" in asked.stderr
    assert store.sources.get(source.id).name == "Jana Kolb"
    told = json.loads(run("sources", "forget", "Jana Kolb", "--yes", "--json").stdout)
    assert (told["sources"], told["whole"]) == (1, True)
    assert run("sources", "forget", "Jana Kolb", "--yes").exit_code == 1


def test_who_is_quoted_is_suggested_and_taken_in(run: Run, store: Store) -> None:
    for place in ("Montag", "Dienstag"):
        voice(store, "Jana Kolb", place, role="Ministerin")
    voice(store, "Sprecherin", "Mittwoch")
    suggested = json.loads(run("sources", "suggest", "--min", "2", "--json").stdout)
    assert [(one["name"], one["role"], one["quotes"], one["articles"]) for one in suggested] == [
        ("Jana Kolb", "Ministerin", 2, 2)
    ]
    assert "Sprecherin" not in run("sources", "suggest").stdout
    done = run("sources", "take", "jana  kolb")
    assert done.stderr == "Jana Kolb is in the register, with 2 quotes. `reader undo` takes it back.\n"
    (kolb,) = store.sources.named("Jana Kolb")
    assert (kolb.role, kolb.quotes) == ("Ministerin", 2)
    assert "Jana Kolb" not in run("sources", "suggest").stdout
    run("undo")
    assert store.sources.named("Jana Kolb") == []


def test_a_surname_goes_where_one_says_and_never_further_by_itself(run: Run, store: Store) -> None:
    voice(store, "Jana Kolb", "Montag")
    for place in ("Dienstag", "Mittwoch"):
        voice(store, "Kolb", place)
    run("sources", "take", "Jana Kolb")
    facts = json.loads(run("sources", "take", "Kolb", "--to", "Jana Kolb", "--json").stdout)
    assert (facts["quotes"], facts["left"], facts["doubt"]) == (0, 2, "the name alone tells nobody")
    assert (
        json.loads(run("sources", "take", "Kolb", "--to", "Jana Kolb", "--all", "--json").stdout)["quotes"]
        == 2
    )
    assert store.sources.named("Jana Kolb")[0].aliases == ("Kolb",)


def test_a_name_left_out_is_suggested_again_when_asked_for(run: Run, store: Store) -> None:
    voice(store, "Jana Kolb", "Montag")
    run("sources", "take", "Jana Kolb", "--never")
    assert "Jana Kolb" not in run("sources", "suggest").stdout
    assert "Jana Kolb" in run("sources", "suggest", "--never").stdout
    assert run("sources", "take", "Jana Kolb", "--never").stderr == "“Jana Kolb” is left out already.\n"
    run("sources", "take", "Jana Kolb", "--again")
    assert "Jana Kolb" in run("sources", "suggest").stdout


def test_all_that_are_quoted_often_are_taken_in_at_once(run: Run, store: Store) -> None:
    for name, count in (("Jana Kolb", 3), ("Uwe Raumann", 2), ("Petra Löns", 1)):
        for number in range(count):
            voice(store, name, f"{name} {number}")
    before = len(store.sources.all())
    done = run("sources", "suggest", "--min", "2", "--take", "--yes")
    assert done.stderr.startswith("2 names taken in, with 5 quotes.")
    assert len(store.sources.all()) == before + 2
    run("undo")
    assert len(store.sources.all()) == before


def test_a_name_that_nobody_quotes_is_said_to_be_none(run: Run) -> None:
    done = run("sources", "take", "Niemand Soda")
    assert done.exit_code == 1
    assert "No quote without a source is by “Niemand Soda”" in done.stderr


def test_who_is_taken_in_and_goes_off_the_record_is_covered_in_what_leaves(run: Run, store: Store) -> None:
    number = voice(store, "Jana Kolb", "Montag")
    run("sources", "take", "Jana Kolb")
    run("sources", "edit", "Jana Kolb", "--use", "off the record")
    article = store.quotes.get(number).article_id
    assert "Kolb" not in run("export", str(article), "-f", "csv", "-o", "-").stdout
    assert "Kolb" not in run("cite", str(number)).stdout


@pytest.fixture
def fields(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two fields of one's own: one with values, one that holds anything."""
    config = tmp_path / "fields.toml"
    config.write_text('[source_fields]\ngender = ["f", "m", "x"]\nsector = []\n', encoding="utf-8")
    monkeypatch.setenv("READER_CONFIG", str(config))


@pytest.mark.usefixtures("fields")
def test_a_card_shows_what_leaves_in_no_json(run: Run, store: Store) -> None:
    store.sources.add(Source("Jana Kolb", role="Ministerin"))
    run("sources", "card", "Jana Kolb", "--contacts", "+49 30 123", "--yes")
    given = ("--field", "gender=F", "--external-id", "https://www.wikidata.org/wiki/Q567")
    shown = run("sources", "card", "Jana Kolb", *given).stdout
    assert [line.split(maxsplit=1) for line in shown.splitlines() if line.split()[0] in WANTED] == [
        ["role", "Ministerin"],
        ["elsewhere", "wikidata:Q567"],
        ["gender", "f"],
        ["sector", "–"],
        ["contacts", "+49 30 123"],
    ]
    told = run("sources", "card", "Jana Kolb", "--json").stdout + run("sources", "--json").stdout
    assert "wikidata:Q567" in told
    assert "+49" not in told
    assert "gender" not in told
    assert "f" not in run("sources", "sums", "gender").stdout.split(), "a sum over one is no sum"


WANTED = ("role", "elsewhere", "gender", "sector", "contacts")


@pytest.mark.usefixtures("fields")
@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--field", "gender=q"), "“gender” is f, m or x, or nothing; not “q”."),
        (("--field", "age=3"), "There is no field “age”"),
        (("--field", "gender"), '"gender" is not as in --field gender=f.'),
        (("--external-id", "Q5"), "says not which register it is of"),
        (("--external-id", "orcid:12"), "“12” is no number of orcid."),
        (("--contacts", "+49"), "who can read the file can read contacts"),
    ],
)
def test_what_a_card_cannot_hold_is_said(
    run: Run, store: Store, options: tuple[str, ...], sentence: str
) -> None:
    store.sources.add(Source("Jana Kolb"))
    done = run("sources", "card", "Jana Kolb", *options)
    assert done.exit_code == 2
    assert sentence in done.stderr


def test_contacts_are_not_read_by_queries(run: Run) -> None:
    done = run("sql", "select * from source_contacts")
    assert done.exit_code != 0
    assert done.stdout == ""


def test_a_number_elsewhere_goes_out_with_who_is_on_record(run: Run, store: Store) -> None:
    for name, use in (("Jana Kolb", TermsOfUse.ON_RECORD), ("Uwe Raumann", TermsOfUse.BACKGROUND)):
        number = voice(store, name, name)
        source = store.sources.add(Source(name, use=use, external_id=f"wikidata:Q{len(name)}"))
        store.sources.assign([number], source.id)
    told = run("export", "--all", "-f", "jsonl", "-o", "-", "--anyway").stdout
    assert "wikidata:Q9" in told
    named = run("export", "--all", "-f", "jsonl", "-o", "-", "--with-confidential").stdout
    assert "Uwe Raumann" in named
    assert "wikidata:Q11" not in told + named
