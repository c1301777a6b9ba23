"""French sentences, invented, with what a user sees of them: words said and speaker."""

import pytest

from tests.quotes.clauses.romance.test_spanish import said

CLAUSES = [
    ("Le témoin soutenait que la porte était fermée.", "que la porte était fermée", "Le témoin"),
    ("Les voisins rétorquent qu'ils n'ont rien vu.", "qu'ils n'ont rien vu", "Les voisins"),
    ("La maire dit vouloir rouvrir la crèche en mai.", "vouloir rouvrir la crèche en mai", "La maire"),
    ("Elle affirme ne rien devoir à personne.", "ne rien devoir à personne", "Elle"),
    ("La maire a promis aux parents de rouvrir la crèche.", "de rouvrir la crèche", "La maire"),
    ("L'élu lui reproche de cacher les comptes.", "de cacher les comptes", "L'élu"),
    ("Le patron accuse la mairie d'avoir perdu le permis.", "d'avoir perdu le permis", "Le patron"),
    ("Le club a fait savoir que le match était reporté.", "que le match était reporté", "Le club"),
    ("L'avocat a demandé si un nouvel examen aurait lieu.", "si un nouvel examen aurait lieu", "L'avocat"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), CLAUSES)
def test_a_clause_hangs_on_a_verb_of_saying(text: str, words: str, speaker: str) -> None:
    assert ("Indirect", words, speaker) in said(text, "fr")


def test_whoever_is_told_stands_behind_the_verb_and_is_no_speaker() -> None:
    text = "Le préfet a prévenu les habitants que la route resterait fermée."
    assert said(text, "fr") == [("Indirect", "que la route resterait fermée", "Le préfet")]
