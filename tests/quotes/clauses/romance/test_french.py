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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le quartier est classé « zone d'éducation prioritaire » depuis dix ans.", "fr"),
        ("Le notaire sera jugé pour « abus de biens sociaux ».", "fr"),
        ("Elle tient une rubrique sur le thème « Cinq siècles de vie de village » au musée.", "fr"),
        ("Il quartiere è «zona di pesca a basso impatto» dal 2019.", "it"),
    ],
)
def test_a_marked_term_is_nobodys_speech_where_nobody_says_anything(text: str, code: str) -> None:
    assert said(text, code) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pour elle, la fête est finie. « On rentre à la maison. »", "« On rentre à la maison. »"),
        ("La foule entre et « nous ne lâcherons rien » monte de la place.", "« nous ne lâcherons rien »"),
    ],
)
def test_a_clause_in_marks_is_speech_without_anybody_beside_it(text: str, words: str) -> None:
    assert words in [q[1] for q in said(text, "fr")]


def test_a_noun_that_looks_like_a_verb_says_nothing() -> None:
    assert said("Il est renvoyé par le juge d'instruction pour « complicité de trafic ».", "fr") == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("La maire estime que le budget est « sincère » pour une fois.", ["« sincère »"]),
        ("La maire affirme que le « budget » est sincère pour une fois.", []),
    ],
)
def test_one_word_in_marks_is_given_word_for_word_unless_it_is_a_noun(text: str, inner: list[str]) -> None:
    assert [words for kind, words, _ in said(text, "fr") if kind == "Direct"] == inner


SUBJECTS = [
    ("L'avocat de celui-ci a affirmé que tout était faux.", "L'avocat de celui-ci"),
    ("Le témoin, entendu vendredi, affirme qu'il dormait.", "Le témoin"),
    ("Les gérants ainsi que leurs voisins rétorquent qu'ils paient.", "Les gérants ainsi que leurs voisins"),
    ("Un horloger (42 ans) et sa fille jurent que la montre est vraie.", "Un horloger (42 ans) et sa fille"),
    ("Il pleut et le guide dit que la sortie est annulée.", "le guide"),
    ("Le viticulteur est venu hier et affirme que la parcelle est vendue.", "Le viticulteur"),
    ("Dans sa lettre, la bergère écrit que le loup est revenu.", "la bergère"),
    ("Un ratissage a commencé, les bergers craignant que le loup revienne.", "les bergers"),
    ("Le berger a quitté la salle en disant que le loup reviendrait.", "Le berger"),
    ("Le règlement a été voté, mais le gouvernement assure que rien ne change.", "le gouvernement"),
    ("Chaque matin la boulangère répète que le pain est trop cher.", "la boulangère"),
]


@pytest.mark.parametrize(("text", "speaker"), SUBJECTS)
def test_the_subject_is_whole_over_what_stands_between(text: str, speaker: str) -> None:
    assert [q[2] for q in said(text, "fr") if q[0] == "Indirect"] == [speaker]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Je pense que cette école doit rester ouverte.", "fr"),
        ("Bien que j'espère que la mairie cédera, le doute reste.", "fr"),
        ("Il est utile de rappeler que la plage est fermée.", "fr"),
        ("Le syndicat pourrait demander que les comptes soient ouverts.", "fr"),
        ("La loi prévoit que les communes paient un tiers des travaux.", "fr"),
        ("Cela confirme que la digue ne tiendra pas.", "fr"),
        ("È giusto ricordare che la spiaggia è chiusa.", "it"),
        ("Il regolamento precisa che le bici sono vietate.", "it"),
    ],
)
def test_nobody_is_quoted_with_what_the_text_itself_or_a_law_says(text: str, code: str) -> None:
    assert said(text, code) == []


@pytest.mark.parametrize(
    ("text", "code", "speaker"),
    [
        ("Le maire a tenu à rappeler que la plage est fermée.", "fr", "Le maire"),
        ("La mairie a publié une note pour préciser que la plage est fermée.", "fr", "La mairie"),
        ("Il affirme que la plage est fermée.", "fr", "Il"),
        ("Il sindaco ha preso la parola per ricordare che la spiaggia è chiusa.", "it", "Il sindaco"),
    ],
)
def test_an_infinitive_says_something_where_somebody_does_so(text: str, code: str, speaker: str) -> None:
    assert [q[2] for q in said(text, code)] == [speaker]


def test_whoever_spoke_directly_speaks_on_in_a_participle_behind_the_tag() -> None:
    text = "« Rien n'est écarté », a insisté la magistrate, précisant qu'une autopsie aurait lieu jeudi."
    assert said(text, "fr")[1:] == [("Indirect", "qu'une autopsie aurait lieu jeudi", "la magistrate")]


def test_what_stands_behind_a_comma_in_what_is_said_is_no_tag() -> None:
    text = "Le procureur a indiqué que le suspect, âgé de 34 ans, avait reconnu les faits."
    words = "que le suspect, âgé de 34 ans, avait reconnu les faits"
    assert said(text, "fr") == [("Indirect", words, "Le procureur")]


OBJECTS = [
    ("Le maire accuse son opposante d'avoir menti.", "fr", "d'avoir menti", "Le maire"),
    ("La proprietaria accusa la rivale di aver mentito.", "it", "di aver mentito", "La proprietaria"),
    ("Il prefetto ha chiesto loro di non partire.", "it", "di non partire", "Il prefetto"),
    ("Elle dit avoir obéi.", "fr", "avoir obéi", "Elle"),
    ("Tous deux se disent convaincus que le juge tranchera.", "fr", "que le juge tranchera", "Tous deux"),
    ("Aux yeux de la directrice, la mesure est inutile.", "fr", "la mesure est inutile", "la directrice"),
    ("A detta della preside, la misura è inutile.", "it", "la misura è inutile", "preside"),
]


@pytest.mark.parametrize(("text", "code", "words", "speaker"), OBJECTS)
def test_what_is_said_of_whom(text: str, code: str, words: str, speaker: str) -> None:
    assert said(text, code) == [("Indirect", words, speaker)]


MORE = [
    ("Le préfet prévient : la route restera fermée.", "fr", "la route restera fermée", "Le préfet"),
    ("Il traffico è interrotto, fa sapere la società.", "it", "Il traffico è interrotto", "la società"),
    ("La ligne est coupée, fait savoir la société.", "fr", "La ligne est coupée", "la société"),
    (
        "Selon deux sources, citées par le journal, le club est à vendre.",
        "fr",
        "le club est à vendre",
        "deux sources, citées par le journal,",
    ),
    ("Il testimone sostiene che dormiva già.", "it", "che dormiva già", "Il testimone"),
]


@pytest.mark.parametrize(("text", "code", "words", "speaker"), MORE)
def test_what_is_said_beside_colons_set_phrases_and_participles(
    text: str, code: str, words: str, speaker: str
) -> None:
    assert said(text, code) == [("Indirect", words, speaker.rstrip(","))]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (
            "Le conseiller Alain Petit (LR) juge la mesure « injuste » et « coûteuse ».",
            "fr",
            ["« injuste »", "« coûteuse »"],
        ),
        (
            "Il consigliere Aldo Piccoli (Pd) definisce la misura «ingiusta» e «costosa».",
            "it",
            ["«ingiusta»", "«costosa»"],
        ),
        ("L'opposizione parla di «gioco di prestigio».", "it", ["«gioco di prestigio»"]),
    ],
)
def test_what_somebody_calls_something_is_word_for_word(text: str, code: str, words: list[str]) -> None:
    assert [q[1] for q in said(text, code)] == words


LEARNED = [
    ("Deux hommes sont recherchés, a-t-on appris de source policière.", "fr", "source policière"),
    ("Le pont est fermé, a-t-on appris mercredi auprès de la mairie.", "fr", "la mairie"),
    ("Due uomini sono ricercati, si apprende da fonti di polizia.", "it", "fonti di polizia"),
    ("Il ponte resta chiuso, si legge nella nota.", "it", "nota"),
]


@pytest.mark.parametrize(("text", "code", "speaker"), LEARNED)
def test_who_something_was_learned_of_is_the_source(text: str, code: str, speaker: str) -> None:
    assert [(q[0], q[2]) for q in said(text, code)] == [("Indirect", speaker)]


def test_what_was_learned_of_nobody_is_given_to_nobody() -> None:
    text = "« Oui », dit Anne Roy. Le pont est fermé, a-t-on appris mercredi."
    assert said(text, "fr")[-1] == ("Indirect", "Le pont est fermé", "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Selon moi, la mairie a eu tort de fermer la crèche.", "fr"),
        ("Il apparaît maintenant que la digue est fragile.", "fr"),
        ("Pour conforter l'équipe, nous cherchons un gardien.", "fr"),
        ("La digue tient, comme je l'ai écrit ici hier.", "fr"),
        ("Le préfet, Luc Roy, a confirmé sa venue hier soir à Brest.", "fr"),
        ("Trois séances de lecture sont prévues : à midi et à seize heures.", "fr"),
        ("Il vous est demandé de fermer la porte.", "fr"),
    ],
)
def test_nobody_speaks(text: str, code: str) -> None:
    assert not [q for q in said(text, code) if q[0] == "Indirect" and q[2]]
