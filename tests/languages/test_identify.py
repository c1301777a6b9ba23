"""The language of a text: right, repeatable, and never an exception."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.languages.identify import KNOWN, code_of, identify

SENTENCES = {
    "de": "Der Bürgermeister sagte am Montag, die Stadt werde im kommenden Jahr zwei neue Schulen bauen.",
    "en": "The mayor said on Monday that the city would build two new schools in the coming year.",
    "fr": "Le maire a déclaré lundi que la ville construirait deux nouvelles écoles l'année prochaine.",
    "es": "El alcalde dijo el lunes que la ciudad construirá dos nuevas escuelas el próximo año.",
    "it": "Il sindaco ha detto lunedì che la città costruirà due nuove scuole nel prossimo anno.",
    "nl": "De burgemeester zei maandag dat de stad volgend jaar twee nieuwe scholen zal bouwen.",
    "pt": "O prefeito disse na segunda-feira que a cidade construirá duas novas escolas no próximo ano.",
    "pl": "Burmistrz powiedział w poniedziałek, że miasto wybuduje w przyszłym roku dwie nowe szkoły.",
    "sv": "Borgmästaren sade på måndagen att staden kommer att bygga två nya skolor under nästa år.",
    "cs": "Starosta v pondělí řekl, že město v příštím roce postaví dvě nové školy.",
    "tr": "Belediye başkanı pazartesi günü şehrin gelecek yıl iki yeni okul inşa edeceğini söyledi.",
    "ru": "Мэр заявил в понедельник, что в следующем году город построит две новые школы.",
    "uk": "Мер заявив у понеділок, що наступного року місто збудує дві нові школи.",
    "ar": "قال رئيس البلدية يوم الاثنين إن المدينة ستبني مدرستين جديدتين في العام المقبل.",
}


@pytest.mark.parametrize(("code", "sentence"), SENTENCES.items())
def test_one_sentence_is_enough(code: str, sentence: str) -> None:
    assert identify(sentence) == code
    assert identify("\n\n".join([sentence] * 200)) == code


@pytest.mark.parametrize(
    ("text", "hint", "code"),
    [
        ("", "", ""),
        ("   \n\n", "", ""),
        ("2024 12.5 %", "", ""),
        ("2024 12.5 %", "de-AT", "de"),
        ("", "en_US.UTF-8", "en"),
        ("Ja.", "nl", "nl"),
        ("Das geht so nicht", "de", "de"),
        (SENTENCES["de"] * 5, "en", "de"),
        (SENTENCES["de"], "fi", "fi"),
        (SENTENCES["en"], "nonsense", "en"),
        ("市长星期一说，该市明年将建造两所新学校。" * 10, "", ""),
        ("市长星期一说，该市明年将建造两所新学校。" * 10, "zh-CN", "zh"),
    ],
)
def test_hints(text: str, hint: str, code: str) -> None:
    assert identify(text, hint) == code


def test_threads_and_repetition_agree() -> None:
    short = "Das sei ein Problem, hieß es in Oslo und Bergen weiter."
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(identify, [short] * 40))
    assert len(answers) == 1


def test_language_tags() -> None:
    tags = ["de", "DE-at", "en_US.UTF-8", "nb", " fr ", "x-default", "", "deutsch"]
    assert [code_of(tag) for tag in tags] == ["de", "de", "en", "no", "fr", "", "", ""]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=8))
def test_never_raises(text: str, hint: str) -> None:
    assert identify(text, hint) == identify(text, hint)
    assert identify(text) in {*KNOWN, ""}


def test_markup_in_a_text_is_of_no_language() -> None:
    text = "[red]Der Rat[/red] der [bold]Stadt[/bold] tagt [link=https://rat.example/protocol]heute[/link]."
    assert identify(text * 3) == "de"


def test_one_endless_word_does_not_outweigh_the_text() -> None:
    sentence = "Der Rat der Stadt hat am Montag nach langer Debatte beschlossen, das Hallenbad zu schließen. "
    assert identify(sentence * 3 + "å" * 1_000_000 + " " + sentence * 3) == "de"


@pytest.mark.parametrize("hint", ["nl", "de", ""])
@pytest.mark.parametrize(
    ("text", "guessed"),
    [
        ("Anna Peter Maria Otto Hamburg Berlin Paris Roma Madrid London Wien Bern Oslo Lima", "de"),
        ("ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾ ᛁᛃᛇᛈᛉᛊ " * 6, ""),
    ],
)
def test_a_doubtful_guess_gives_way_to_the_hint(text: str, guessed: str, hint: str) -> None:
    assert identify(text, hint) == (hint or guessed)
