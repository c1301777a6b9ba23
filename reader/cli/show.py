"""`reader show`: an article with its quotes and notes, as text or JSON."""

from typing import TYPE_CHECKING, Any

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import Number, json_option, pass_invocation
from reader.cli.output import print_text, put_json, say, say_withheld
from reader.i18n import _, pgettext

if TYPE_CHECKING:
    from reader.formats import Dossier
    from reader.store import Version


@click.command(
    "show",
    help=_("Print ARTICLE (its number, the start of its uid, or its title) with its quotes and notes."),
)
@click.argument("article")
@click.option("--version", type=Number(1), help=_("An older text of it."))
@click.option("--versions", is_flag=True, help=_("List its texts instead."))
@click.option("--removed", is_flag=True, help=_("Print also what was taken out as boilerplate."))
@click.option("--no-text", is_flag=True, help=_("Print only the quotes and notes."))
@json_option
@pass_invocation
def show_command(
    invocation: Invocation,
    article: str,
    version: int | None,
    versions: bool,
    removed: bool,
    no_text: bool,
    as_json: bool,
) -> None:
    """Print ARTICLE (its number, the start of its uid, or its title) with its quotes and notes."""
    from reader.formats import remarks
    from reader.formats.agreements import off_record_count  # the formats, which help does without
    from reader.formats.redaction import redacted, without_off_record
    from reader.library.dossiers import Selection, dossiers

    with invocation.open() as store:
        article_id = store.articles.find(article)
        if versions:
            _versions(store.articles.versions(article_id), as_json)
            return
        if version:
            article_now, text = store.articles.get(article_id), store.articles.text(article_id, version)
            for remark in remarks.of_article(article_now):
                say(f"[{remark}]")
            if as_json:
                text = invocation.covering(store).text(article_id, text)
            put_json({"version": version, "text": text}) if as_json else print_text(text)
            return
        (dossier,) = dossiers(store, Selection((article_id,)))
    if as_json:
        say_withheld(off_record_count(dossier))
        put_json(_object(without_off_record(dossier) if invocation.with_confidential else redacted(dossier)))
    else:
        _show(dossier, removed, no_text)


def _object(dossier: "Dossier") -> dict[str, Any]:
    """Everything about an article, with the numbers that other commands take."""
    from reader.formats.jsonl import article_object  # the formats, which help does without

    described = article_object(dossier) | {"number": dossier.article.id, "removed": dossier.article.removed}
    for quote, stored in zip(described["quotes"], dossier.quotes, strict=True):
        quote["number"] = stored.id
    numbers = {note.uid: note.id for note in dossier.notes}
    for note in (*described["notes"], *(note for quote in described["quotes"] for note in quote["notes"])):
        note["number"] = numbers[note["id"]]
    return described


def _show(dossier: "Dossier", removed: bool, no_text: bool) -> None:
    from reader.formats import remarks  # the formats, which help does without

    article = dossier.article
    print_text(article.title)
    facts = (
        article.byline,
        article.outlet,
        article.published,
        article.language,
        article.url or article.location,
    )
    print_text(" · ".join(fact for fact in facts if fact))
    for remark in remarks.of_article(article):
        print_text(f"[{remark}]")
    if article.release_number or article.place or article.contact:
        print_text(" · ".join(filter(None, (article.release_number, article.place, article.contact))))
    if article.tags:
        print_text(" ".join(f"#{tag}" for tag in article.tags))
    if not no_text:
        print_text(f"\n{article.text}\n")
        for caption in article.captions:
            credit = f"({caption.credit})" if caption.text and caption.credit else caption.credit
            print_text(f"[{' '.join(filter(None, (caption.text, credit)))}]")
    if removed:
        print_text(
            _("Removed: {texts}").format(texts=" | ".join(article.removed))
            if article.removed
            else _("Removed: nothing")
        )
    _quotes(dossier)
    _notes(dossier)


def _quotes(dossier: "Dossier") -> None:
    from reader.formats import remarks  # the formats, which help does without

    for quote in dossier.quotes:
        tags = "".join(f" #{tag}" for tag in quote.tags)
        page = "" if quote.is_lost else dossier.article.page_of(quote.start, quote.end)
        on_page = ", " + _("p. {page}").format(page=page) if page else ""
        state = f"{quote.type.label}, {quote.status.label}, {quote.verification.label}{on_page}{tags}"
        print_text(f"\n[{quote.id}] {quote.speaker_label(dossier.article.text) or '?'} ({state})")
        if quote.period:
            print_text(f"    {quote.period}")
        print_text(f"    {quote.words(dossier.article.text)}")
        if told := remarks.in_brackets(dossier, quote):
            print_text(f"    {told}")
        for line in remarks.standing_in(dossier, quote).lines():
            print_text("    " + _("Authorisation: {state}").format(state=line))


def _notes(dossier: "Dossier") -> None:
    for note in dossier.notes:
        where = note.exact or pgettext("after on", "article")
        if note.quote_id:
            where = pgettext("after on", "quote {number}").format(number=note.quote_id)
        head = _("Note {id} on {where}").format(id=note.id, where=where)
        origin = f" ({note.origin})" if note.origin else ""
        print_text(f"\n{head}{origin}:\n{note.body}")


def _versions(versions: "list[Version]", as_json: bool) -> None:
    if as_json:
        put_json([{"version": v.number, "added": v.added, "current": v.current} for v in versions])
        return
    for version in versions:
        current = "  " + pgettext("version", "current") if version.current else ""
        words = amounts.words(len(version.text.split()), digits=True)
        print_text(f"{version.number}  {version.added}  {words}{current}")
