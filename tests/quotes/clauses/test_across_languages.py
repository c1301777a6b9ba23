"""What the grammars of several languages read alike: lists of verbs, appositions, judgements, answers."""

import sys

import pytest

from reader.quotes import detect

LISTS = [
    (
        "es",
        "El portavoz dijo desconocer el informe, negó haber recibido dinero y anunció que no dimitirá.",
        ["desconocer el informe", "haber recibido dinero", "que no dimitirá"],
    ),
    ("fr", "Elle raconte avoir eu peur, décrit ses nuits et confie qu'elle partira.", ["avoir eu peur"]),
    (
        "it",
        "Il portavoce ha detto di non sapere, ha negato di aver firmato e ha annunciato che resta lì.",
        ["di non sapere", "di aver firmato", "che resta lì"],
    ),
    ("pt", "Ela conta que foi ameaçada, descreve noites e confessa que vai embora.", ["que foi ameaçada"]),
    (
        "nl",
        "De man zei niets te weten, ontkende geld te hebben gekregen en kondigde aan dat hij blijft.",
        ["niets te weten", "geld te hebben gekregen", "dat hij blijft"],
    ),
    ("sv", "Hon berättar att hon hotats, beskriver nätterna och säger att hon flyttar.", ["att hon hotats"]),
    (
        "pl",
        "Rzecznik oświadczył, że nic nie wie, zaprzeczył, by brał pieniądze, i zapowiedział, że zostaje.",
        ["że nic nie wie", "by brał pieniądze", "że zostaje"],
    ),
    (
        "en",
        "The spokesman said he knew nothing, denied having signed and announced he would stay.",
        ["he knew nothing", "having signed", "he would stay"],
    ),
]


@pytest.mark.parametrize(("code", "text", "contents"), LISTS)
def test_what_is_said_ends_before_the_next_verb_of_a_list(code: str, text: str, contents: list[str]) -> None:
    found = [text[quote.start : quote.end] for quote in detect(text, code)]
    assert found[: len(contents)] == contents


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "La jueza ha admitido que «hubo errores» y ha prometido disculpas."),
        ("fr", "La juge a reconnu que « des erreurs ont eu lieu » et a promis des excuses."),
        ("nl", "De rechter erkende dat er „fouten zijn gemaakt” en beloofde beterschap."),
        ("pl", "Radna przyznała, że „popełniono błędy” i obiecała przeprosiny."),
    ],
)
def test_an_act_behind_words_in_marks_is_not_said(code: str, text: str) -> None:
    indirect = next(quote for quote in detect(text, code) if quote.type == "Indirect")
    assert text[indirect.start : indirect.end].endswith(("»", "”"))


SOURCES = [
    ("es", "Según Pedro Sanz, antiguo cónsul en Lima, el plan costó mil euros.", "el plan costó mil euros"),
    ("fr", "Selon Paul Roy [2], ancien consul à Bangui, le plan a coûté cher.", "le plan a coûté cher"),
    ("it", "Secondo Pietro Sansa, ex console a Lima, il piano è costato caro.", "il piano è costato caro"),
    ("pt", "Segundo Pedro Sá, titular da 5ª DP, o plano custou caro.", "o plano custou caro"),
    ("pl", "Według Piotra Sowy, byłego konsula w Limie, plan był drogi.", "plan był drogi"),
    ("en", "According to Mark Lennon, a former consul in Lima, the plan cost dear.", "the plan cost dear"),
]


@pytest.mark.parametrize(("code", "text", "content"), SOURCES)
def test_what_a_source_is_is_not_said_by_it(code: str, text: str, content: str) -> None:
    (quote,) = detect(text, code)
    assert text[quote.start : quote.end] == content


@pytest.mark.parametrize(
    ("code", "text", "content"),
    [
        ("es", "El ministro considera necesario que se revise el plan.", "que se revise el plan"),
        ("fr", "Le ministre juge nécessaire de revoir le plan.", "de revoir le plan"),
        ("it", "Il ministro ritiene importante rivedere il piano.", "rivedere il piano"),
        ("pt", "O ministro acha importante adiar a obra.", "adiar a obra"),
    ],
)
def test_a_judgement_is_told_with_what_it_is_about(code: str, text: str, content: str) -> None:
    (quote,) = detect(text, code)
    assert text[quote.start : quote.end] == content


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("es", "Preguntado por el plazo, el delegado evitó dar fechas: «Ya se verá».", "el delegado"),
        ("fr", "La réaction de Paul Roy a été brève : « C'est faux ».", "Paul Roy"),
        ("it", "Dura la replica di Conti: «Sono accuse ridicole».", "Conti"),
        ("pt", "Questionado sobre o prazo, o secretário evitou datas: “Vamos ver”.", "o secretário"),
        ("nl", "Gevraagd naar de planning hield de wethouder zich stil: ‘Dat zien we nog.’", "de wethouder"),
        ("es", "«Ya se verá», se limitó a decir la entrenadora.", "la entrenadora"),
        ("es", "«Basta», le dijo el padre.", "el padre"),
        ("fr", "« Assez », lui a dit le père.", "le père"),
        ("it", "«Basta», gli disse il padre.", "il padre"),
        ("pt", "«Já chega», disse-lhe o pai.", "o pai"),
        ("fr", "« C'est tout », s'est contenté de répondre Paul Roy.", "Paul Roy"),
        ("it", "«Vedremo», si è limitata a dire l'allenatrice.", "l'allenatrice"),
        ("pt", "“Vamos ver”, limitou-se a dizer a treinadora.", "a treinadora"),
        ("nl", '"We zien wel", wilde de trainer alleen kwijt.', "de trainer"),
        (
            "fr",
            "« Oui », a martelé la sénatrice (LR) de l'Ain Sylvie Goy.",
            "la sénatrice (LR) de l'Ain Sylvie Goy",
        ),
    ],
)
def test_speech_in_marks_has_who_answers(code: str, text: str, speaker: str) -> None:
    (quote,) = detect(text, code)
    assert text[quote.speaker[0].start : quote.speaker[-1].end] == speaker


@pytest.mark.parametrize(
    ("code", "text", "content"),
    [
        ("es", "El conductor, que según la Policía iba ebrio, fue detenido.", "que iba ebrio"),
        ("it", "Il conducente, che secondo la polizia era ubriaco, è stato arrestato.", "che era ubriaco"),
        ("nl", "De man, die volgens de politie onder invloed was, is aangehouden.", "die onder invloed was"),
    ],
)
def test_a_phrase_in_a_relative_clause_covers_that_alone(code: str, text: str, content: str) -> None:
    (quote,) = detect(text, code)
    assert " ".join(text[span.start : span.end] for span in quote.spans) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Times said Cook provided a statement.", "Cook provided a statement"),
        ("In an NBC News/Post poll released Monday, half of them chose Lee.", "half of them chose Lee"),
        ("Axelrod said the lack of support is a worry.", "the lack of support is a worry"),
        (
            "Axelrod said her suite of plans addresses people's fears.",
            "her suite of plans addresses people's fears",
        ),
        ("Many fear Lee will feed unrest.", "Lee will feed unrest"),
        ("The rules, which officials said will take effect in May, changed.", "will take effect in May"),
        ('Lee said the plan was "a trap," a reference to the last one.', 'the plan was "a trap,"'),
        ("Bob said he was familiar with the book.", "he was familiar with the book"),
    ],
)
def test_english_words_are_read_for_what_they_are(text: str, content: str) -> None:
    quote = detect(text, "en")[0]
    assert text[quote.start : quote.end] == content


def test_an_english_act_is_told_beside_what_is_said() -> None:
    text = "The board said it was late and thanked the crew."
    assert [(q.type, text[q.start : q.end]) for q in detect(text, "en")] == [
        ("Indirect", "it was late"),
        ("Reported", "thanked the crew"),
    ]


def test_a_first_person_of_the_past_renders_words_and_names_nobody() -> None:
    text = "Minister Jan Lis milczy. Myślałem, że to koniec."
    (quote,) = detect(text, "pl")
    assert (text[quote.start : quote.end], quote.speaker) == ("że to koniec", ())


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pl", "Premier odrzuci poprawkę w przyszłym tygodniu."),
        ("en", "No one criticised the plan."),
        ("en", "None of the ministers denied the report."),
        ("en", "Nobody said that the plan was dead."),
        ("es", "El equipo insistió hasta que llegó el gol."),
        ("fr", "Elle a insisté avant que le train parte."),
        ("nl", "Niemand zei dat het waar was."),
    ],
)
def test_what_nobody_has_said_yet_is_no_quote(code: str, text: str) -> None:
    assert detect(text, code) == ()


@pytest.mark.parametrize(
    ("code", "unit"),
    [
        ("nl", '" a " '),
        ("pl", "mówi, że jest, "),
        ("es", "criticó el plan; "),
        ("fr", "a critiqué le plan ; "),
    ],
)
def test_a_long_run_without_an_end_takes_linear_time(code: str, unit: str) -> None:
    def steps(times: int) -> int:
        count = 0

        def trace(frame: object, event: str, argument: object) -> None:
            nonlocal count
            count += event == "call"

        sys.setprofile(trace)
        try:
            detect(unit * times, code)
        finally:
            sys.setprofile(None)
        return count

    detect(unit, code)  # tables are read once
    assert steps(400) < 6 * steps(100)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Asked whether he would go, Fenn replied"),
        ("es", "La versión oficial, según la"),
        ("es", "El acuífero tardaría veinte años en recuperarse, según"),
        ("pt", "Questionada"),
        ("nl", "Burgemeester Aafke Terpstra: ‘We denken aan"),
    ],
)
def test_a_text_that_was_cut_off_is_read_to_its_end(language: str, text: str) -> None:
    assert all(quote.end <= len(text) for quote in detect(text, language))
