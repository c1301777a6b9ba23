"""A name is covered however it is written, and an ordinary word that is like one is not."""

import pytest

from reader.formats.cover import BLOCK, cover_of, evened
from reader.models import Source, SourceKind

NAMES = {
    "Karl-Heinz Geheimnis": (),
    "Mark Felt": ("Deep Throat",),
    "Ali Öztürk": (),
    "Jana Kolb": (),
    "Informantin 7": ("Der Maulwurf", "Die Chefin vom Dienst"),
    "Jan Nowak": (),
    "Владимир Соколов": (),
    "محمد العربي": (),
    "דוד כהן": (),
    "王小明": (),
    "山田 太郎": (),
    "김민준": (),
    "გიორგი ბერიძე": (),
    "สมชาย ใจดี": (),
    "Käthe Groß-Ström": (),
    "Νίκος Παπαδόπουλος": (),
    "Li": (),
    "Sophie von der Heide": (),
    "Jeanne d'Arc": (),
    "Angus McDonald": (),
    "Wu Bo": (),
    "Fjodor Достоевский": (),
    "Алексей Соловей": (),
    "Matti Virtanen": (),
    "Herr K.": (),
    "Ute Perlmann, geb. Quandtner": (),
    "Anka (Name geändert)": (),
    "Quelle 7": (),
    "007": (),
}
COVER = cover_of(
    tuple(
        Source(name, aliases=aliases, identity_protected=True, id=number)
        for number, (name, aliases) in enumerate(NAMES.items(), 1)
    )
)
COMMON = cover_of(
    tuple(
        Source(name, identity_protected=True, id=number)
        for number, name in enumerate(
            (
                "Sebastian Kurz",
                "Fritz Lang",
                "Paul Klein",
                "Jana Weiß",
                "Joschka Fischer",
                "Roland Koch",
                "Paul Young",
                "Gordon Brown",
                "Mark Felt",
            ),
            1,
        )
    )
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Karl-Heinz Geheimnis kam.", " kam."),
        ("KARL-HEINZ GEHEIMNIS kam.", " kam."),
        ("treffen mit geheimnis um 8", "treffen mit  um 8"),
        ("Geheimnisses Auto, das Geheimnis-Papier", " Auto, das -Papier"),
        ("Karlheinz Geheimnis", ""),
        ("K.-H. Geheimnis und K. H. Geheimnis", " und "),
        ("J. Kolb; Kolb, J.; Kolb", "; ; "),
        ("#geheimnis und @jkolb", "# und @"),
        ("Geheim-\nnis kam", "-\n kam"),
        ("Ge\u00adheim\u200bnis kam", " kam"),
        ("Jana\u00a0Kolb kam", " kam"),
        ("Oztürk, Öztürk, OEZTUERK, O\u0308zturk", ", , , "),
        ("deepthroat und mfelt", " und "),
        ("Mail an jana.kolb@example.org", "Mail an @example.org"),
        ("https://example.org/jana-kolb-im-amt", "https://example.org/-im-amt"),
        ("https://example.org/%C3%96zt%C3%BCrk", "https://example.org/"),
        ("&Ouml;zt&uuml;rk, &#214;ztürk", ", "),
        ("http://xn--ztrk-4qa2b.example/", "http://.example/"),
        ("vom Maulwurf, dem Maulwurf, des Maulwurfs, MAULWURF", "vom , dem , des , "),
        ("der Chefin vom Dienst", "der "),
        ("Nowaka, Nowakowi, z Nowakiem, źle", ", , z , źle"),
        ("Соколова нет, дали Соколову, с Соколовым", " нет, дали , с "),
        ("قال محمد العربي ولمحمد رأي", "قال  ول رأي"),
        ("אמר דוד כהן, ולכהן", "אמר , ול"),
        ("王小明说，小明也来了", "说，也来了"),
        ("山田太郎は言った。山田さん", "は言った。さん"),
        ("김민준은 말했다. 민준이도", "은 말했다. 이도"),
        ("გიორგი ბერიძემ თქვა", " თქვა"),
        ("นายสมชาย ใจดี กล่าว", "นาย กล่าว"),
        ("Kaethe Gross-Stroem, Groß-Strom, GROSS", ", , "),
        ("Παπαδόπουλος, ΠΑΠΑΔΟΠΟΥΛΟΣ", ", "),
        ("Li kam, li nicht", " kam, li nicht"),
        ("Frau von der Heide kam von der Arbeit", "Frau  kam von der Arbeit"),
        ("d’Arc, Darc, D'ARC", ", , "),
        ("MacDonald, Mc Donald, McDonalds", "MacDonald, , "),
        ("Bo sagte, Wu auch, BO 7", " sagte,  auch, BO 7"),
        ("о Достоевском, у Соловья, Алексею", "о , у , "),
        ("o Nowakowi łatwo, του Παπαδόπουλου", "o  łatwo, του "),
        ("Ich sah Virtasen, Virtaselle", "Ich sah , "),
        ("Herrn K. sah Frau K. Meier", ". sah Frau K. Meier"),
        ("Quandtner und Perlmanns Haus", " und  Haus"),
        ("Anka kam, der Name ist geändert", " kam, der Name ist geändert"),
        ("Quelle: dpa. Quelle 7, die Quelle", "Quelle: dpa. , die Quelle"),
        ("Agent 007 kam 7 mal", "Agent  kam 7 mal"),
        ("王先生说，国王说", "说，国王说"),
        ("ბერიძის სახლი", "ის სახლი"),
        ("K o l b kam, Kol\u00ad\nb, 𝐊𝐨𝐥𝐛, Kolb2.mp3, MitKolbReden", " kam, \n, , 2.mp3, MitReden"),
        (
            "https://x.example/?u=https%253A%252F%252Fa.example%252F%254Bolb",
            "https://x.example/?u=https%253A%252F%252Fa.example%252F",
        ),
    ],
)
def test_a_name_is_covered_however_it_is_written(text: str, left: str) -> None:
    covered = COVER(text, is_note=True)
    assert covered.replace(BLOCK, "") == left
    assert len(covered) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Das ist zu kurz gedacht.",
        "treffen war zu kurz",
        "Es dauerte lang, ein klein wenig weiß ich, sagte er.",
        "He felt that a young man in brown came.",
        "Die Feststellung und das Koalitionspapier lagen im Kolben.",
        "Langsam und kleinlich, kurzum weißlich.",
        "Sie führte ein kurzes Gespräch in einem kleinen Raum mit weißen Wänden, nach langem Warten.",
        "Es kostete 100 Mark, fünf Mark pro Stunde, und ging durch Mark und Bein.",
        "Er sprach frank und frei, über kurz oder lang. Frank und frei sagte er das.",
    ],
)
def test_an_ordinary_word_stays(text: str) -> None:
    assert COMMON(text) == text
    assert COMMON.doubts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gestern sagte Kurz nichts.",
        "Die Reise von Sebastian kurz.",
        "frau weiß kam",
        "Mr Brown came, and so did Paul Young.",
        "#kurz",
        "mark felt ok",
    ],
)
def test_the_name_is_covered_where_it_stands_beside_what_tells(text: str) -> None:
    assert BLOCK in COMMON(text)
    assert COMMON.doubts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "treffen mit kurz um 8",
        "ZU VIEL KURZ UND KLEIN",
        "Kurz darauf kam die Polizei.",
        "Young people came.",
        "Der Koch kochte.",
        "Fischer im Norden klagen.",
        "Er arbeitete als Koch.",
        "lang",
    ],
)
def test_where_it_cannot_be_told_it_is_covered_and_asked(text: str) -> None:
    assert BLOCK in COMMON(text, is_note=True)
    assert COMMON.doubts(text, is_note=True) != []


def test_of_an_organisation_only_the_whole_name_tells() -> None:
    bank = Source("Deutsche Bank", SourceKind.ORGANISATION, identity_protected=True, id=1)
    assert (
        cover_of((bank,))("Die Bank lag an der Deutsche Bank AG.") == "Die Bank lag an der █████████████ AG."
    )


def test_blocks_of_one_length_tell_nothing() -> None:
    assert evened("██ und ███████████") == "█████ und █████"


def test_looking_for_five_hundred_names_takes_no_longer_than_for_five(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from reader.formats import finding

    looked: list[int] = []
    real = finding.fold
    monkeypatch.setattr(finding, "fold", lambda word: looked.append(1) or real(word))
    text = "Ein Satz mit zwölf Wörtern, in dem Anna Berger mit niemandem spricht. " * 20
    for many in (5, 500):
        people = tuple(
            Source(f"Vorname{n} Nachname{n}", identity_protected=True, id=n) for n in range(1, many)
        )
        looked.clear()
        assert cover_of(people)(text) == text
        assert len(looked) == len(text.split())
