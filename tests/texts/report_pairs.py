"""Pairs of texts: copies of one report as outlets print it, and reports that only have words in common."""

_P1 = (
    "Die Deichkrone bei Nordstrand ist auf einer Länge von 80 Metern abgesackt. Das teilte das "
    "Landesamt für Küstenschutz am Montag in Husum mit. Menschen seien nicht in Gefahr, der Deich "
    "halte."
)
_P2 = (
    "„Wir haben den Schaden am Sonntagabend bei einer Kontrolle entdeckt und sofort Fachleute "
    "gerufen“, sagte Behördenleiterin Wiebke Claussen. Vermutlich habe der lange Regen den Boden "
    "aufgeweicht."
)
_P3 = (
    "Nun wollen die Fachleute den Deich mit Sandsäcken sichern. Rund 60 Helfer des Technischen "
    "Hilfswerks seien im Einsatz, hieß es. Die Arbeiten sollten bis Mittwoch dauern."
)
_P4 = (
    "Bürgermeister Hauke Petersen forderte mehr Geld vom Land. „Seit zehn Jahren warnen wir davor, "
    "dass dieser Abschnitt zu schwach ist“, sagte er. Passiert sei nichts. Das Ministerium in Kiel "
    "wies den Vorwurf zurück."
)
_P5 = (
    "Der Abschnitt war 1976 nach einer Sturmflut verstärkt worden. In den vergangenen fünf Jahren "
    "hatte das Land rund 40 Millionen Euro in die Deiche an der Westküste gesteckt. Für das kommende "
    "Jahr sind weitere zwölf Millionen Euro vorgesehen."
)
_P6 = (
    "Die Straße auf dem Deich bleibt gesperrt. Schafe, die dort weiden, wurden auf andere Flächen "
    "gebracht. Der Bauernverband bot Hilfe an."
)
_Q1 = "Deich in Nordstrand sackt ab – Helfer im Einsatz."
_Q2 = (
    "Die Deichkrone bei Nordstrand ist auf einer Länge von inzwischen 120 Metern abgesackt. Das "
    "teilte das Landesamt für Küstenschutz am Dienstag in Husum mit. Menschen seien weiterhin nicht "
    "in Gefahr, der Deich halte."
)
_Q3 = (
    "Ministerpräsident Sven Thomsen kündigte einen Besuch an. „Das Land lässt die Menschen an der "
    "Küste nicht allein“, sagte er am Dienstag. Er wolle sich am Mittwoch ein Bild der Lage machen."
)
_Q4 = (
    "Die Fachleute sichern den Deich seit der Nacht mit Sandsäcken. Rund 90 Helfer des Technischen "
    "Hilfswerks und der Feuerwehr seien im Einsatz, hieß es. Die Arbeiten sollten nun bis Freitag "
    "dauern."
)
_Q5 = (
    "Die Deichkrone bei Nordstrand ist auf einer Länge von 80 Metern abgesackt. Dies sagte das "
    "Landesamt für Küstenschutz gestern. Menschen sind demnach nicht gefährdet, der Deich halte."
)
_Q6 = (
    "„Wir haben den Schaden am Sonntagabend bei einer Kontrolle entdeckt und sofort Fachleute "
    "gerufen“, sagte die Leiterin der Behörde, Wiebke Claussen. Der Dauerregen der letzten Wochen hat"
    " wohl den Boden weich gemacht."
)
_Q7 = (
    "Fachleute sichern den Deich nun mit Sandsäcken. Rund 60 Helfer des Technischen Hilfswerks waren "
    "am Montag im Einsatz. Die Arbeiten sollten bis Mittwoch dauern."
)
_Q8 = (
    "Bürgermeister Hauke Petersen forderte mehr Geld vom Land. „Seit zehn Jahren warnen wir davor, "
    "dass dieser Abschnitt zu schwach ist“, sagte er. Geschehen ist aus seiner Sicht nichts. Das "
    "Ministerium in Kiel wies den Vorwurf zurück."
)
_Q9 = (
    "Der Abschnitt war 1976 nach einer Sturmflut verstärkt worden. In den vergangenen fünf Jahren "
    "hatte das Land rund 40 Millionen Euro in die Deiche an der Westküste gesteckt. Im nächsten Jahr "
    "sollen zwölf Millionen dazukommen."
)
_Q10 = (
    "Husum. Als Karen Jessen am Montagmorgen mit ihren Hunden über den Deich ging, lag vor ihr ein "
    "Riss. „Ich dachte erst, da hat jemand gegraben“, erzählt die 54-Jährige. Dann sah sie die "
    "Absperrung und die Männer vom Amt."
)
_Q11 = (
    "Auf den Höfen hinter dem Deich ist die Sorge groß. Landwirt Boy Matthiesen hat seine Schafe in "
    "der Nacht weggebracht. „Wenn das Wasser kommt, ist hier alles weg“, sagt er und zeigt auf die "
    "Wiesen."
)
_Q12 = (
    "Nach dem Deichschaden bei Nordstrand hat die Opposition im Landtag eine Sondersitzung beantragt."
    " Die Regierung müsse erklären, warum der Abschnitt nicht früher erneuert worden sei, sagte "
    "Fraktionschefin Gesa Lorenzen am Mittwoch in Kiel."
)
_Q13 = (
    "Ein Gutachten habe schon 2019 auf Schwächen hingewiesen. „Das Ministerium hat die Warnungen in "
    "der Schublade verschwinden lassen“, sagte Lorenzen. Der Minister ließ die Vorwürfe zurückweisen."
    " Man habe nach Dringlichkeit gebaut."
)
_Q14 = (
    "Das Landesamt für Küstenschutz teilte mit, die Deichkrone sei auf 120 Metern abgesackt. Der "
    "Abschnitt war 1976 nach einer Sturmflut verstärkt worden. Die Sitzung soll am Freitag "
    "stattfinden."
)
_Q15 = (
    "Bei einem Unfall auf der Autobahn A7 ist am Montag ein 43 Jahre alter Mann schwer verletzt "
    "worden. Wie die Polizei mitteilte, kam der Wagen aus bislang ungeklärter Ursache von der "
    "Fahrbahn ab und prallte gegen die Leitplanke. Der Fahrer wurde mit einem Rettungshubschrauber in"
    " ein Krankenhaus gebracht. Die Fahrbahn in Richtung Kassel war für zwei Stunden gesperrt. Der "
    "Sachschaden wird auf 20.000 Euro geschätzt."
)
_Q16 = (
    "Bei einem Unfall auf der Autobahn A44 ist am Samstagabend ein 27 Jahre alter Mann schwer "
    "verletzt worden. Wie die Polizei mitteilte, kam der Wagen aus bislang ungeklärter Ursache von "
    "der Fahrbahn ab und prallte gegen einen Baum. Der Fahrer wurde mit einem Rettungshubschrauber in"
    " ein Krankenhaus gebracht. Die Fahrbahn in Richtung Dortmund war für zwei Stunden gesperrt. Der "
    "Sachschaden wird auf 35.000 Euro geschätzt."
)
_Q17 = (
    "Der Dax hat am Dienstag leicht zugelegt. Der Leitindex schloss 0,4 Prozent höher bei 18.310 "
    "Punkten. Händler verwiesen auf gute Zahlen aus den USA. Der MDax der mittelgroßen Werte gewann "
    "0,2 Prozent. Größter Gewinner im Dax waren die Papiere von SAP mit einem Plus von drei Prozent. "
    "Am Ende des Tableaus standen Autowerte. Der Euro kostete am Abend 1,0812 Dollar. Am Rentenmarkt "
    "stieg die Umlaufrendite auf 2,41 Prozent."
)
_Q18 = (
    "Der Dax hat am Freitag deutlich nachgegeben. Der Leitindex schloss 1,3 Prozent tiefer bei 17.954"
    " Punkten. Händler verwiesen auf die Sorge vor neuen Zöllen. Der MDax der mittelgroßen Werte "
    "verlor 1,8 Prozent. Größter Gewinner im Dax waren die Papiere von Eon. Am Ende des Tableaus "
    "standen die Titel von Siemens nach einer Gewinnwarnung. Der Euro kostete am Abend 1,0744 Dollar."
    " Am Rentenmarkt stieg die Umlaufrendite auf 2,52 Prozent."
)
_Q19 = (
    "An der Nordsee ist ein Stück Deich abgerutscht. Bei Nordstrand gab die Krone auf etwa 80 Metern "
    "nach, wie die Küstenschutzbehörde mitteilte. Eine Gefahr für Anwohner bestehe derzeit nicht."
)
_Q20 = (
    "Behördenchefin Wiebke Claussen sagte, der Schaden sei am Sonntag bei einem Rundgang aufgefallen."
    " Sie vermutet, dass der nasse Boden nachgab. „Wir haben den Schaden am Sonntagabend bei einer "
    "Kontrolle entdeckt“, so Claussen."
)
_Q21 = (
    "Etwa 60 Kräfte des THW schleppten am Montag Sandsäcke. Der Bürgermeister von Nordstrand, Hauke "
    "Petersen, sieht das Land in der Pflicht. Kiel widersprach."
)
_Q22 = (
    "Die Stadtbücherei lädt am Donnerstag, 3. Mai, um 19 Uhr zu einer Lesung ein. Die Autorin Lena "
    "Voss stellt ihren Roman „Nachtfähre“ vor. Der Eintritt kostet acht Euro, ermäßigt fünf Euro. "
    "Karten gibt es in der Bücherei am Markt und an der Abendkasse. Um Anmeldung wird gebeten."
)
_Q23 = (
    "Die Stadtbücherei lädt am Dienstag, 12. Juni, um 18 Uhr zu einer Lesung ein. Der Autor Bernd "
    "Harms liest aus seinem Krimi „Kaltes Watt“. Der Eintritt kostet acht Euro, ermäßigt fünf Euro. "
    "Karten gibt es in der Bücherei am Markt und an der Abendkasse. Um Anmeldung wird gebeten."
)

COPIES = {
    "shortened to half": ([_P1, _P2, _P3, _P4, _P5, _P6], [_P1, _P2, _P4]),
    "shortened to a third": ([_P1, _P2, _P3, _P4, _P5, _P6], [_P1, _P2]),
    "last paragraph cut, headline line before": (
        [_P1, _P2, _P3, _P4, _P5, _P6],
        [_Q1, _P1, _P2, _P3, _P4, _P5],
    ),
    "updated next day": ([_P1, _P2, _P3, _P4, _P5, _P6], [_Q2, _Q3, _P2, _Q4, _P4, _P5]),
    "updated, half new": ([_P1, _P2, _P3, _P4], [_Q2, _Q3, _P2, _Q4]),
    "edited by a desk": ([_P1, _P2, _P3, _P4, _P5, _P6], [_Q5, _Q6, _Q7, _Q8, _Q9]),
    "edited and cut": ([_P1, _P2, _P3, _P4, _P5, _P6], [_Q5, _Q6, _Q8]),
    "local paper: half agency, half own": ([_P1, _P2, _P3, _P4, _P5, _P6], [_Q10, _P1, _P2, _Q11, _P4]),
}
"""Copies of one report."""
OTHERS = {
    "follow-up in the landtag": ([_P1, _P2, _P3, _P4, _P5, _P6], [_Q12, _Q13, _Q14]),
    "follow-up with a paragraph of background": ([_P1, _P2, _P3, _P4, _P5, _P6], [_Q12, _Q13, _P5]),
    "two police reports": ([_Q15], [_Q16]),
    "two market reports": ([_Q17], [_Q18]),
    "same event, two agencies": ([_P1, _P2, _P3, _P4, _P5, _P6], [_Q19, _Q20, _Q21]),
    "press releases of one series": ([_Q22], [_Q23]),
}
"""Reports of their own."""
