"""Hearsay and told acts of speech in invented French and Italian sentences."""

import pytest

from tests.quotes.clauses.romance.test_spanish import said

HEARSAY = [
    ("La victime serait tombée d'un échafaudage.", "fr"),
    ("Le maire aurait touché des pots-de-vin.", "fr"),
    ("Les deux suspects se seraient enfuis à pied.", "fr"),
    ("La vittima sarebbe caduta da un'impalcatura.", "it"),
    ("L'assessore avrebbe intascato tangenti.", "it"),
]
PLAIN = [
    ("Les joueurs auraient gagné s'ils avaient marqué plus tôt.", "fr"),
    ("Le maire aurait dû prévenir les habitants.", "fr"),
    ("I giocatori avrebbero vinto se avessero segnato prima.", "it"),
    ("Il sindaco avrebbe voluto un teatro più grande.", "it"),
]
ACTS = [
    ("La direction a rejeté ces accusations.", "fr", "La direction"),
    ("L'ancien notaire a nié toute malversation.", "fr", "L'ancien notaire"),
    ("Le syndicat dénonce des salaires indignes.", "fr", "Le syndicat"),
    ("L'azienda ha respinto le accuse.", "it", "L'azienda"),
    ("Il sindacato critica il piano del comune.", "it", "Il sindacato"),
    ("Le maire défend une réforme du port.", "fr", "Le maire"),
    ("El entrenador rechazó las críticas al gol.", "es", "El entrenador"),
]
NO_ACTS = [
    ("Le juge a condamné le voleur à six mois de prison.", "fr"),
    ("La mairie n'a pas annoncé de date.", "fr"),
    ("La crise menace les petits ateliers.", "fr"),
    ("Il giudice ha condannato il ladro a sei mesi.", "it"),
    ("L'ufficio che ha respinto la domanda è chiuso.", "it"),
    ("Le champion a défendu sa ceinture samedi.", "fr"),
    ("Le gardien rejette le ballon en touche.", "fr"),
    ("Il portiere respinge il tiro di Neri.", "it"),
    ("Il portiere nega il gol a Neri.", "it"),
    ("El portero rechazó el disparo de Torres.", "es"),
    ("O guarda-redes rejeitou o remate.", "pt"),
]


@pytest.mark.parametrize(("text", "code"), HEARSAY)
def test_a_conditional_tells_what_nobody_vouches_for(text: str, code: str) -> None:
    assert said(text, code) == [("FreeIndirect", text, "")]


@pytest.mark.parametrize(("text", "code"), PLAIN)
def test_a_conditional_of_a_wish_or_condition_is_no_hearsay(text: str, code: str) -> None:
    assert said(text, code) == []


def test_the_conditional_of_an_attributed_clause_belongs_to_it() -> None:
    found = said("Selon la police, le suspect aurait agi seul.", "fr")
    assert found == [("Indirect", "le suspect aurait agi seul", "la police")]


@pytest.mark.parametrize(("text", "code", "speaker"), ACTS)
def test_an_act_of_speech_is_told_as_a_whole_sentence(text: str, code: str, speaker: str) -> None:
    assert said(text, code) == [("Reported", text, speaker)]


@pytest.mark.parametrize(("text", "code"), NO_ACTS)
def test_what_nobody_says_is_no_act_of_speech(text: str, code: str) -> None:
    assert said(text, code) == []
