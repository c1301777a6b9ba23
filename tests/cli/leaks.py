"""A library with names planted wherever a name can stand, and what finds them in any bytes."""

import gzip
import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from reader.feeds import Feed
from reader.formats.letters import fold
from reader.models import (
    Anchor,
    Article,
    Authorisation,
    Caption,
    Evidence,
    Link,
    Note,
    Quote,
    QuoteType,
    Source,
    SourceKind,
    Span,
    Status,
    TermsOfUse,
    Translation,
    Verification,
)
from reader.originals import original
from reader.store import Store
from reader.transcripts import SpokenTurn, TimedStretch, Transcript

NAME = "Karl-Heinz Zwörnhagen"
WITNESS = "Ilse Brachvogel"
"""On record by default, with one quote on background: named nowhere else."""
OFF_RECORD = "Die Zahlen sind frei erfunden, das weiß hier jeder"
PUBLIC = "Rolf Querbeet"
"""On background by default, with one quote on record: there the name stands."""

TEXT = (
    f"{NAME} sagte am Montag: „Der Umbau kostet das Doppelte.“ Auch Zwoernhagen schwieg, Zwörnhagens Büro "
    "und ZWÖRNHAGEN ebenso. Zwörn-\nhagen kam spät, K.-H. Zwörnhagen ging früh, Zw\u00adörnhagen blieb.\n\n"
    "„Ich war dabei“, sagte der Maulwurf. Vom Maulwurf kam mehr, #zwornhagen und @khzwoernhagen schrieben an "
    "k.zwoernhagen@example.org und https://example.org/zw%C3%B6rnhagen.\n\n"
    f"„Es war ein Fehler“, erklärte {WITNESS}, Kämmerin von Quellbach.\n\n"
    f"Unter vier Augen hieß es: „{OFF_RECORD}.“\n\n"
    f"„Wir bauen weiter“, sagte {PUBLIC} auf der Bühne.\n\n"
    "„Das ist falsch“, sagte der Hausmeister des Amts. „Alles gut“, sagte Nora Offen."
)
EARLIER = (
    f"\n\n{NAME} war nie hier. {OFF_RECORD}. Es sprach Karl-Heinz Zwörnhagen, Oberreferent im Planungsamt. "
    f"Zw\u00ad\nörnhagen und {WITNESS} nickten, Z W Ö R N H A G E N stand auf dem Schild. So nicht."
)
"""What only the earlier text of the article has."""

TRACES = re.compile(
    "zwo?e?rnhagen|maulwurf|oberreferent|planungsamt|lindengasse|brachvogel|kammerin von quellbach"
    "|frei erfunden|hausmeister|geheimnotiz|karl heinz|karlheinz|vereinsfeld|kontaktweg|q424242"
)
"""Folded: nothing of this may be in what leaves."""


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _quote(words: str, speaker: str, **more: object) -> Quote:
    line = next(line for line in TEXT.split("\n\n") if words in line)
    frame = span(speaker)
    named = {"resolved_speaker": speaker, "speaker_kind": SourceKind.PERSON, "tags": (), **more}
    quote = Quote(QuoteType.DIRECT, (span(words),), speaker=(frame,), frame=(frame,), article_id=1)
    assert line
    return replace(quote, **named)  # type: ignore[arg-type]  # fields of a quote


def fill(path: Path) -> None:
    """Plant names in every field of everything."""
    with Store(path, actor="tests") as store:
        hidden = store.sources.add(
            Source(
                NAME,
                SourceKind.PERSON,
                "Oberreferent",
                "Planungsamt",
                ("Der Maulwurf", "k.zwoernhagen@example.org"),
                remarks="wohnt in der Lindengasse 5",
                external_id="wikidata:Q424242",
                identity_protected=True,
            )
        )
        witness = store.sources.add(Source(WITNESS, SourceKind.PERSON, "Kämmerin von Quellbach"))
        insider = store.sources.add(
            Source("Hausmeister", use=TermsOfUse.BACKGROUND, description="jemand aus dem Haus")
        )
        public = store.sources.add(
            Source(PUBLIC, SourceKind.PERSON, use=TermsOfUse.BACKGROUND, external_id="wikidata:Q424242")
        )
        store.sources.details.confirm()
        for number in (hidden.id, witness.id, insider.id, public.id):
            store.sources.details.set_fields(number, {"herkunft": "Vereinsfeld"})
            store.sources.details.set_contacts(number, "Kontaktweg 0170 111")
        quotes = (
            _quote("„Der Umbau kostet das Doppelte.“", NAME),
            _quote("„Ich war dabei“", "der Maulwurf"),
            _quote("„Es war ein Fehler“", WITNESS, speaker_role="Kämmerin von Quellbach"),
            _quote(f"„{OFF_RECORD}.“", "Unter vier Augen", resolved_speaker=""),
            _quote("„Wir bauen weiter“", PUBLIC),
            _quote("„Das ist falsch“", "der Hausmeister des Amts"),
            _quote("„Alles gut“", "Nora Offen"),
        )
        article = Article(
            TEXT,
            title=f"{NAME} und die Zahlen",
            byline=f"Von {NAME}",
            outlet="Zwörnhagen-Bote",
            section=NAME,
            agency="zwörnhagen/dpa",
            url="https://example.org/karl-heinz-zw%C3%B6rnhagen?von=zwoernhagen",
            location="/home/anna/Zwörnhagen_Notizen.txt",
            published="2025-03-01",
            language="de",
            feed="Zwörnhagens Feed",
            captions=(Caption(f"{NAME} vor dem Planungsamt (Oberreferent)"[: len(NAME)], NAME),),
            embargo=f"SPERRFRIST: Rede von {NAME}",
            embargo_until=f"Rede von {NAME}",
            undelivered=f"Es gilt das gesprochene Wort von {NAME}",
            correction=f"Berichtigung: {NAME}",
            place="Zwörnhagen",
            contact=f"{NAME}, k.zwoernhagen@example.org",
            links=(Link(Span(0, len(NAME)), "https://example.org/karl-heinz-zw%C3%B6rnhagen"),),
            removed=(f"Folgen Sie {NAME}",),
            recording="https://radio.example/gespraech-mit-zwoernhagen.mp3",
            transcript=_spoken(TEXT),
        )
        store.articles.add(replace(article, text=TEXT + EARLIER), (), "rules-1")
        store.articles.add(article, (), "rules-1")
        store.quotes.replace_suggestions(1, quotes, "rules-1")
        store.feeds.add(Feed("https://example.org/rss", f"Blog von {NAME}", NAME, tags=("maulwurf",)))
        store.feeds.add(
            Feed("https://zwoernhagen.example.org/rss", "Zwei", site="https://zwoernhagen.example.org")
        )
        _decide(store, (hidden.id, hidden.id, witness.id, 0, public.id, insider.id, 0))
        _annotate(store)
        public_part = TEXT.replace(f"„Es war ein Fehler“, erklärte {WITNESS}, Kämmerin von Quellbach.", "")
        twin = replace(
            article,
            transcript=None,
            text=public_part.replace("spät", "später"),
            title=f"{NAME} noch einmal",
            url="",
        )
        store.articles.add(replace(twin, location="zwei.txt"), (), "rules-1")
        for number, known in ((1, article), (2, twin)):
            page = f"<title>{known.title}</title><p>{known.text}".encode()
            headers = {"x-author": NAME}
            kept = original(page, known.url or "https://example.org/zwoernhagen", status=200, headers=headers)
            store.originals.keep(number, (kept,))


def _spoken(text: str) -> Transcript:
    """A transcript of a text: each paragraph a turn of a second for every character."""
    turns, start = [], 0
    for paragraph in text.split("\n\n"):
        turns.append(SpokenTurn(start, start, start, start + len(paragraph)))
        start += len(paragraph) + 2
    times = (TimedStretch(turn.start, turn.end, turn.start, turn.end, 0.2) for turn in turns)
    return Transcript(tuple(turns), tuple(times))


def _decide(store: Store, sources: tuple[int, ...]) -> None:
    ids = [quote.id for quote in store.quotes.of(1)]
    for number, source in zip(ids, sources, strict=True):
        if source:
            store.sources.assign([number], source)
    store.quotes.set_use([ids[2]], TermsOfUse.BACKGROUND, "eine Person aus der Verwaltung")
    store.quotes.set_use([ids[3]], TermsOfUse.OFF_RECORD)
    store.quotes.set_use([ids[4]], TermsOfUse.ON_RECORD)
    store.quotes.set_status([ids[0], ids[3], ids[4], ids[6]], Status.ACCEPTED)
    store.quotes.set_status([ids[5]], Status.REJECTED)
    orphan = replace(store.quotes.get(ids[1]), anchor=Anchor.ORPHAN)
    store.articles.reanchor(1, [orphan], [])


def _annotate(store: Store) -> None:
    ids = [quote.id for quote in store.quotes.of(1)]
    for number in (*ids[:4], ids[5]):
        store.notes.save(Note(f"Geheimnotiz zu {NAME}: Lindengasse", 1, quote_id=number))
    store.notes.save(Note("treffen mit zwoernhagen um 8, frau zwornhagen auch, KHZ nicht", 1))
    store.notes.save(Note("Maulwurf, dem Maulwurf, des Maulwurfs", 1, span=span("K.-H. Zwörnhagen")))
    store.notes.save(Note("", 1, span=span(OFF_RECORD)))
    store.tags.attach(["quelle/zwörnhagen", "karl-heinz-zwörnhagen"], articles=[1], quotes=[ids[6]])
    checked = Evidence(Verification.CHECKED, 0, "file", "/home/anna/zwoernhagen.mp3", f"Stimme von {NAME}")
    store.quotes.set_verification(ids, Verification.CHECKED, checked)
    for number in ids:
        store.quotes.set_authorisation(number, Authorisation.CHANGED, f"{NAME} sagt nein")
        words = "geheimnotiz" if number == ids[3] else f"{NAME} says so"
        store.quotes.translate(number, Translation("en", words, NAME))


def traces(content: bytes) -> list[str]:
    """What of the names planted is in `content`, however it is written, also inside of archives."""
    found: set[str] = set()
    for text in _texts(content):
        for form in (text, unquote(text), html.unescape(text), _unescaped(text)):
            form = re.sub(r"(?<=\b\w) (?=\w\b)", "", form)
            plain = " ".join(re.split(r"[\s_\-+.]+", form))
            found |= set(TRACES.findall(fold(plain))) | set(TRACES.findall(fold(re.sub(r"-\s*\n", "", form))))
    return sorted(found)


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda one: chr(int(one[1], 16)), text)


def _texts(content: bytes) -> Iterator[str]:
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name
                yield from _texts(archive.read(name))
        return
    yield content.decode("utf-8", "replace")
