"""Who speaks in Italian news, invented: whom roles and origins mean, names cut short, subjects left out."""

import pytest

from reader.quotes import detect


def speaker(text: str) -> str:
    """Who says the last quote of an Italian text."""
    return detect(text, "it", engine="rules")[-1].resolved_speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Neri ha vinto su Ugo Sala. L'aretina dice che il caldo pesa.", "Ada Neri"),
        ("Ada Neri ha vinto su Ugo Sala. L'aretino dice che il caldo pesa.", "Ugo Sala"),
    ],
)
def test_the_ending_of_an_origin_tells_whether_it_is_a_woman(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a name ends before where somebody belongs
        ("«Non firmiamo», avverte Loris Neri della Filca.", "Loris Neri"),
        ("«Non firmiamo», avverte Loris Neri di Confindustria.", "Loris Neri"),
        ("«Dipingo», dice Marco della Robbia.", "Marco della Robbia"),
        # given names that only Italian has
        ("Non c'era Damiano Sala. Sala dice che il caldo pesa.", "Damiano Sala"),
        ("Non c'era Pio Sala, né Vittoria Neri. Neri dice che il caldo pesa.", "Vittoria Neri"),
    ],
)
def test_a_name_is_known_and_ends_before_where_somebody_belongs(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sì all'atto con il voto di Ada Neri. «Non avevo letto il testo», ha spiegato.", "Ada Neri"),
        ("«Resto qui», dice Ugo Sala. Nessuna polemica per il rigore negato a Neri: «Mi fido».", "Ugo Sala"),
        ("«Resto qui», dice Ugo Sala. Dura la Cgil: «Una presa in giro per tutti».", "la Cgil"),
        (
            "Ada Neri scrive.\n\n«Era un manoscritto», disse Ugo Sala. Di lui Neri parla ancora.\n\n"
            "E i premi? Alza le spalle. «Le classifiche non le guardo».",
            "Ada Neri",
        ),
        (
            "Addio ad Ada Neri.\n\nNata a Rho, figlia di un oste, lavorava in filanda. "
            "«Le mani nell'acqua bollente non si dimenticano», ripeteva.",
            "Ada Neri",
        ),
        ("«Le macerie le vidi io», ricorda il sindaco di allora, Ugo Neri, oggi novantenne.", "Ugo Neri"),
        ("Commosso il ricordo del presidente di Assobio, Ugo Neri: «Siamo più poveri».", "Ugo Neri"),
        (
            "Ancona, 4 novembre 2025 – «La situazione è fuori controllo». "
            "È quanto dichiara in una nota il segretario, Ugo Neri.",
            "Ugo Neri",
        ),
        ("È arrivata la stoccata dell'ex gieffina Ada Neri: «Ma quale trappola».", "Ada Neri"),
        ("«Resto qui», dice Ugo Sala.\n\n«Forza ragazzi», si legge tra i commenti.", ""),
        ("«Resto qui», dice Ugo Sala.\n\n«Niente di grave», filtra dallo staff medico.", "staff medico"),
    ],
)
def test_who_speaks_where_no_subject_stands_beside_the_verb(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Parla Loris Neri della Filca. Il sindacalista dice che il caldo pesa.", "Loris Neri"),
        ("Parla Loris Neri. La sindacalista dice che il caldo pesa.", "La sindacalista"),
        ("Parla la maestra Ada Neri. La sindacalista dice che il caldo pesa.", "La sindacalista"),
        ("Commenta la capitana Ada Neri. La palleggiatrice dice che il caldo pesa.", "Ada Neri"),
        ("Sentito il medico legale, Ugo Neri. Il consulente dice che il caldo pesa.", "Ugo Neri"),
        (
            "«Ci siamo», dice il tecnico Ugo Sala.\n\nOpposto l'umore di Luca Neri. "
            "«Un punto d'oro», sorride il mister dei sardi.",
            "Luca Neri",
        ),
        # who is called a colleague is no scholar
        (
            "Arriva la collega Ada Neri. Per Ugo Sala, di Banca Rho, è caro. "
            "L'analista dice che il caldo pesa.",
            "Ugo Sala",
        ),
    ],
)
def test_a_trade_that_is_new_means_the_one_person_named_before_it(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Secondo i fan si tratterebbe di una sosia.", "i fan", "si tratterebbe di una sosia"),
        ("Per Ada Neri si tratta di un errore grave.", "Ada Neri", "si tratta di un errore grave"),
        ("Come riferito dai vigili del fuoco, la casa è vuota.", "vigili del fuoco", "la casa è vuota"),
        ("Secondo quanto emerso dai rilievi, l'uomo era solo.", "", "l'uomo era solo"),
        ("Stando a quanto accertato dalla polizia, l'uomo era solo.", "polizia", "l'uomo era solo"),
        (
            "Ugo Sala protesta con gli arbitri: a suo giudizio il tocco era netto.",
            "Ugo Sala",
            "il tocco era netto",
        ),
        (
            "Neri non è in dubbio: secondo lo staff medico, si tratta di una contusione.",
            "lo staff medico",
            "si tratta di una contusione",
        ),
        ("Un vicino ha riferito di aver visto un furgone.", "Un vicino", "di aver visto un furgone"),
        ("Fonti vicine al sindaco dicono che piove forte.", "Fonti vicine al sindaco", "che piove forte"),
        (
            "La mamma, Ada Neri, ospite in studio, si è detta certa che piove forte.",
            "Ada Neri",
            "che piove forte",
        ),
        (
            "È il commento di Ada Neri, secondo cui «le carte sono false».",
            "Ada Neri",
            "«le carte sono false»",
        ),
        (
            "Parla la presidente Ada Neri. «Resto qui», dice la numero uno del club.",
            "Ada Neri",
            "«Resto qui»",
        ),
    ],
)
def test_whose_view_it_is_and_where_it_begins(text: str, name: str, words: str) -> None:
    quote = detect(text, "it", engine="rules")[-1]
    assert (quote.resolved_speaker, quote.words(text)) == (name, words)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("«Non ci sarà nessuna tassa», ha messo in chiaro Viani uscendo dal vertice.", "Viani"),
        ("Ugo Sala non se la prende. «La porta è aperta a tutti», è la sua replica.", "Ugo Sala"),
        ("Ada Neri dice no. A chi le chiedeva di un voto con i liberali ha risposto: «Mai».", "Ada Neri"),
        ("C'è la premier Ada Neri. La presidente del Consiglio dice che piove forte.", "Ada Neri"),
        (
            "C'è la premier Ada Neri. La presidente della Corte dice che piove forte.",
            "La presidente della Corte",
        ),
    ],
)
def test_tags_and_titles_of_political_reports(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Per il sindaco la città è più sicura.", "il sindaco"),
        ("Ecco il tecnico Ugo Neri. Per il tecnico piemontese l'azzurra può vincere.", "Ugo Neri"),
        ("«Non abbiamo più lacrime», dice al telefono Samir Abu Nada, farmacista.", "Samir Abu Nada"),
        ("Lo conferma il Comune, secondo cui servono trecento letti.", "il Comune"),
    ],
)
def test_who_holds_a_view_or_is_reached_by_telephone(text: str, name: str) -> None:
    assert speaker(text) == name
