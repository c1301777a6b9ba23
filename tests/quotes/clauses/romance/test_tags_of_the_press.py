"""Who speaks where newsrooms name a speaker without a plain verb of saying, or go on behind the name."""

import pytest

from reader.quotes import detect


def speaker(text: str, language: str) -> str:
    """The name of whoever says the first thing in marks."""
    quotes = detect(text, language, engine="rules")
    return next(quote for quote in quotes if quote.type == "Direct").speaker_name(text)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("it", "«La strada riapre», ha detto il prefetto lasciando il municipio.", "il prefetto"),
        ("it", "«Non ricordo», ha risposto l'imputato rivolgendosi alla corte.", "l'imputato"),
        ("it", "«Vedrai», sussurra un fornaio di Asti al vicino di banco.", "un fornaio di Asti"),
        ("it", "«Aiuto», ha gridato la donna ai soccorritori.", "la donna"),
        ("it", "«Basta», dice l'assessora alla famiglia.", "l'assessora alla famiglia"),
        ("fr", "« La route rouvre », a dit le préfet en quittant la mairie.", "le préfet"),
        ("fr", "« La route rouvre », a dit le maire sortant.", "le maire sortant"),
    ],
)
def test_what_somebody_does_meanwhile_is_no_part_of_the_name(language: str, text: str, name: str) -> None:
    assert speaker(text, language) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("«La strada riapre lunedì». Lo ha detto ieri il prefetto Ugo Neri.", "Ugo Neri"),
        ("«Era buono con tutti». Lo ricordano così gli amici del bar.", "gli amici del bar"),
        ("«Abbiamo giocato male», l'analisi del tecnico Ugo Neri.", "Ugo Neri"),
        ("«Non cambiamo idea», è il commento della sindaca Ada Neri.", "Ada Neri"),
        ("«Non cambiamo idea adesso». Queste le parole del segretario regionale Ugo Neri.", "Ugo Neri"),
        ("«Il bilancio è in ordine», getta acqua sul fuoco la sindaca, Ada Neri.", "Ada Neri"),
    ],
)
def test_a_noun_an_idiom_or_the_next_sentence_tells_whose_words_they_are(text: str, name: str) -> None:
    assert speaker(text, "it") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Per Confcasa "è una stangata mascherata".', "Confcasa"),
        ("Di altro avviso il senatore Ugo Neri, per il quale «quei conti sono sbagliati».", "Ugo Neri"),
        ("Il favorito resta il senatore Ugo Neri, che però frena: «Sto bene dove sto».", "Ugo Neri"),
        ("Le fa eco il pentastellato Ugo Neri: «Siamo alle solite».", "Ugo Neri"),
        ("Di altro avviso il dem Ugo Neri: «Non ci siamo».", "Ugo Neri"),
        ("Commosso anche il ricordo di don Luigi, parroco di Lodi: «L'avevo visto domenica».", "Luigi"),
    ],
)
def test_a_view_or_a_relative_clause_leads_up_to_the_words(text: str, name: str) -> None:
    assert speaker(text, "it") == name
