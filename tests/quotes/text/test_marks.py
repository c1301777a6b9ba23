"""Quotation marks of all styles, mixed, nested, forgotten, and what passages in them are."""

from itertools import pairwise

import pytest

from reader.languages.tables import load
from reader.quotes import passages_in_marks
from reader.quotes.text.marks import pair_marks


def passages(text: str, code: str = "de") -> list[str]:
    return [text[pair.start : pair.end] for pair in pair_marks(text, load(code))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er rief „Halt“ laut.", ["„Halt“"]),
        ('Er rief "Halt" laut.', ['"Halt"']),
        ("Er rief »Halt« laut.", ["»Halt«"]),
        ("Er rief «Halt» laut.", ["«Halt»"]),
        ("Er rief “Halt” laut.", ["“Halt”"]),
        ("Er rief „Halt” laut.", ["„Halt”"]),
        ('Er rief „Halt" laut.', ['„Halt"']),
        ("Er rief ,,Halt'' laut.", [",,Halt''"]),
        ("„Er rief ‚Halt‘ zu mir“, so sie.", ["„Er rief ‚Halt‘ zu mir“", "‚Halt‘"]),
        ("»Er rief ›Halt‹ zu mir«", ["»Er rief ›Halt‹ zu mir«", "›Halt‹"]),
        ("\"Er rief 'Halt' zu mir\"", ["\"Er rief 'Halt' zu mir\"", "'Halt'"]),
        ('„Eins“ und »zwei« und "drei"', ["„Eins“", "»zwei«", '"drei"']),
        ("Wie geht's Hans' Auto im '68er Stil?", []),
        ("Rock ’n’ Roll in 'n Hof von 'nem Haus", []),
        ("„Offen und nie zu. „Zu“ sagte er.", ["„Zu“"]),
        ("Nur zu“ und nie offen.", []),
        ("„Offen\n\nDann „zu“ hier.", ["„zu“"]),
        ("„Wir bleiben, sagte Ott.\n\n„Wir gehen“, sagte Uhl.", ["„Wir gehen“"]),
        ("„Erster Absatz.\n\n„Zweiter Absatz.“", ["„Erster Absatz.\n\n„Zweiter Absatz.“"]),
        ("„Erster Absatz.\n\nZweiter Absatz.“", ["„Erster Absatz.\n\nZweiter Absatz.“"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert passages(text) == expected


def test_french_marks_keep_their_spaces() -> None:
    assert passages("Il dit : « Oui, demain. » Puis il part.", "fr") == ["« Oui, demain. »"]


def test_english_apostrophes_are_no_marks() -> None:
    assert passages("“It’s the players’ choice,” she said.", "en") == ["“It’s the players’ choice,”"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "'The lads' families come first now.' Ok.", ["'The lads' families come first now.'"]),
        ("en", "‘The players’ wages are too high,’ said Rush.", ["‘The players’ wages are too high,’"]),
        (
            "en",
            "'It's the boys' room, and the girls' too', she said.",
            ["'It's the boys' room, and the girls' too'"],
        ),
        ("en", "'I was goin' home,' he said.", ["'I was goin' home,'"]),
        ("en", "'I hate the bosses' said Hale. 'Fools.'", ["'I hate the bosses'", "'Fools.'"]),
        (
            "en",
            "'Rock 'n' roll in the '90s, at five o'clock.'",
            ["'Rock 'n' roll in the '90s, at five o'clock.'"],
        ),
        ("en", "The lads' bus left. 'We saw it,' she said.", ["'We saw it,'"]),
        ("nl", "'Ik zag 't niet', zei ze.", ["'Ik zag 't niet'"]),
        ("nl", "'De jongens' fietsen zijn weg', zei ze.", ["'De jongens' fietsen zijn weg'"]),
        ("it", "'Un po' di tempo', ha detto.", ["'Un po' di tempo'"]),
        ("de", "‚Das ist Hans’ Auto‘, sagte sie.", ["‚Das ist Hans’ Auto‘"]),
    ],
)
def test_an_apostrophe_closes_nothing(code: str, text: str, expected: list[str]) -> None:
    assert passages(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", '"Die 5" dicke Wand", sagte er.', ['"Die 5" dicke Wand"']),
        ("de", '„Die 5" dicke Wand“, sagte er.', ['„Die 5" dicke Wand“']),
        ("de", '"Es waren 5" sagte er. "Nur 5".', ['"Es waren 5"', '"Nur 5"']),
        ("en", '"It is 6\' 2" long," she said.', ['"It is 6\' 2" long,"']),
        ("en", '"He is 6\' 2"," she said.', ['"He is 6\' 2","']),
        ("en", "'He's 6' tall,' she said.", ["'He's 6' tall,'"]),
        ("en", 'The 5" pipe burst. "We saw it," she said.', ['"We saw it,"']),
        ("fr", '"Le tuyau de 5" a cédé", dit-elle.', ['"Le tuyau de 5" a cédé"']),
    ],
)
def test_an_inch_sign_closes_nothing(code: str, text: str, expected: list[str]) -> None:
    assert passages(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", 'We go," said Lee. "It fits," said Hall.', ['"It fits,"']),
        ("en", 'We go," said Lee.\n\n"It fits," said Hall.', ['"It fits,"']),
        ("en", '"We go, said Lee. "It fits," said Hall. "Yes."', ['"It fits,"', '"Yes."']),
        ("en", '"We go, said Lee.\n\n"It fits," said Hall.', ['"It fits,"']),
        ("en", '"We go, Ann Lee said.\n\n"It fits," said Hall.', ['"It fits,"']),
        ("en", "”We go,” said Lee. “It fits,” said Hall.", ["”We go,”", "“It fits,”"]),
        ("en", '"We go,\' said Lee. "It fits," said Hall.', ['"It fits,"']),
        ("fr", "« Oui, a dit Roy.\n\n« Non », a dit Pen.", ["« Non »"]),
        ("fr", "« Oui, a-t-il dit.\n\n« Non », a dit Pen.", ["« Non »"]),
        ("it", '"Sì, ha detto Rossi. "No", ha detto Neri.\n\n"Mai", ha detto.', ['"No"', '"Mai"']),
        ("de", "»Wir gehen, sagte Ott. »Ja, doch«, sagte Uhl.\n\n»Nein.«", ["»Ja, doch«", "»Nein.«"]),
    ],
)
def test_a_missing_mark_spoils_its_own_passage(code: str, text: str, expected: list[str]) -> None:
    assert passages(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", '""We go,"" said Lee. "Yes."', ['""We go,""', '"Yes."']),
        ("en", '""We go," said Lee. "Yes."', ['""We go,"', '"Yes."']),
        ("en", '"We go,"" said Lee. "Yes."', ['"We go,""', '"Yes."']),
        ("en", "““We go,”” said Lee. “Yes.”", ["““We go,””", "“Yes.”"]),
        ("de", "„„Wir gehen““, sagte Ott. „Ja.“", ["„„Wir gehen““", "„Ja.“"]),
        ("fr", "« « Oui » », a dit Roy. « Non. »", ["« « Oui » »", "« Non. »"]),
    ],
)
def test_a_mark_typed_twice_is_one(code: str, text: str, expected: list[str]) -> None:
    assert passages(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "« Un.\n\n» Deux.\n\n» Trois. »"),
        ("fr", "« Un.\n\n« Deux.\n\n« Trois. »"),
        ("fr", "« Il a dit « non ».\n\n» Deux. »"),
        ("es", "«Uno.\n\n»Dos.\n\n»Tres»"),
        ("it", "«Uno.\n\n»Due»"),
        ("pt", "«Um.\n\n»Dois»"),
        ("de", "»Eins.\n\n»Zwei.«"),
        ("en", "‘One.\n\n‘Two.\n\n‘Three.’"),
        ("en", "'One.\n\n'Two.\n\n'Three.'"),
        ("en", '"One.\n\n"Two.\n\n"Three."'),
        ("nl", "“Een.\n\n“Twee.”"),
    ],
)
def test_a_mark_repeated_at_each_paragraph_goes_on(code: str, text: str) -> None:
    assert passages(text, code)[0] == text


def test_an_apostrophe_at_a_paragraphs_end_swallows_no_next_one() -> None:
    assert passages("They said go get 'em.\n\n'We went,' she said.", "en") == ["'We went,'"]


def test_a_mark_opens_anew_behind_a_paragraph_that_did_not_repeat_it() -> None:
    text = "“We stay.\n\nIt rained. Nobody came.\n\n“Go home,” said Hall."
    assert passages(text, "en") == ["“Go home,”"]


def test_backticks_open() -> None:
    assert passages("`We go,' she said. ``It fits,'' he said.", "en") == ["`We go,'", "``It fits,''"]


def test_depth_counts_the_passages_around() -> None:
    text = "„Außen ‚innen‘ außen“"
    assert [pair.depth for pair in pair_marks(text, load("de"))] == [0, 1]


@pytest.mark.parametrize("mark", ['"', "„", "“", "„“", "«»", "»", "'", "„“\n\n", '" '])
def test_many_marks_are_paired_in_order(mark: str) -> None:
    pairs = pair_marks(mark * 20_000, load("de"))
    assert all(a.start <= b.start for a, b in pairwise(pairs))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("„Wir haben lange genug gewartet“, sagte Ott.", "speech"),
        ("Er sagte: „Ja.“", "speech"),
        ("Der Film „Nacht über Ulm“ läuft heute.", "title"),
        ("Der sogenannte „Rettungsplan“ ist tot.", "scare"),
        ("Die „Seeadler“ legte ab.", "name"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [passage.kind for passage in passages_in_marks(text, "de")] == [kind]


@pytest.mark.parametrize("closing", ["''", "’’", "”"])
def test_low_double_commas_are_closed_by_any_raised_pair(closing: str) -> None:
    text = f",,Wij gaan morgen naar huis{closing}, zei Bram. Dat was ‘nieuw’."
    assert passages(text, "nl") == [f",,Wij gaan morgen naar huis{closing}", "‘nieuw’"]
