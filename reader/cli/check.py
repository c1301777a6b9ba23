"""`reader check`: the quotations of a manuscript against the library."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reader.cli.invocation import Invocation
from reader.cli.options import files, json_option, language_code, pass_invocation, private_option
from reader.cli.output import print_text, put_json, put_table, say
from reader.i18n import _, pgettext

if TYPE_CHECKING:
    from reader.library.manuscripts.findings import Finding, Report, ShownPlace

_SIGNS = {"error": "x", "warning": "!", "note": "-", "none": "="}
"""How grave a finding is, at the beginning of its row."""
_ROW_WORDS = 60
_WORDS_COLUMN = 4
"""The column that gives way where a terminal is narrow."""


@click.command(
    "check",
    help=_(
        "Compare every quotation of DRAFT with the articles and transcripts of the library.\n\n"
        "DRAFT is a text, Markdown, HTML, DOCX or ODT file, clip: for the clipboard, or - for standard "
        "input; it is not stored. Exit code 1 where something is to be looked at."
    ),
)
@click.argument("draft", shell_complete=files, metavar="DRAFT")
@click.option("--html", "html", metavar="FILE", shell_complete=files, help=_("Write a page for the editor."))
@click.option(
    "--sarif",
    "sarif",
    metavar="FILE",
    shell_complete=files,
    help=_("Write SARIF, for editors and other programs."),
)
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
@click.option("--faults", is_flag=True, help=_("Leave out quotations in which there is nothing to look at."))
@click.option(
    "--lang",
    callback=language_code,
    default="",
    metavar="CODE",
    help=_("Language, instead of telling it from the text."),
)
@private_option
@json_option
@pass_invocation
def check_command(
    invocation: Invocation,
    draft: str,
    html: str | None,
    sarif: str | None,
    force: bool,
    faults: bool,
    lang: str,
    allow_private: bool,
    as_json: bool,
) -> None:
    """Compare every quotation of DRAFT with the articles and transcripts of the library."""
    from reader.library.manuscripts.reports import (
        checked,
        free_place,
        told,
        write_report,
    )  # rare, and all formats

    targets = {
        kind: free_place(target, force=force) for kind, target in (("html", html), ("sarif", sarif)) if target
    }
    private = allow_private or invocation.config.allow_private
    with invocation.open() as store:
        covering = invocation.covering(store)
        how = invocation.detection()
        found = checked(store, draft, how, language=lang, allow_private=private)
        report = told(store, covering, found)
    for kind, target in targets.items():
        write_report(report, kind, target)
    _print(report, faults, as_json)
    if report.faults:
        raise click.exceptions.Exit(1)


def _print(report: "Report", faults: bool, as_json: bool) -> None:
    from reader.library.manuscripts.objects import report_object  # the formats
    from reader.library.manuscripts.page import summary

    if report.missing:
        say(report.missing)
    findings = report.faults if faults else report.findings
    if as_json:
        put_json(report_object(report) | ({"findings": _objects(findings)} if faults else {}))
    elif findings:
        heads = (
            "",
            pgettext("head of a column", "place"),
            pgettext("head of a column", "found"),
            pgettext("head of a column", "speaker"),
            pgettext("head of a column", "words"),
            pgettext("head of a column", "article"),
        )
        put_table(heads, map(_row, findings), wide=_WORDS_COLUMN)
        for finding in findings:
            for line in _details(finding) if finding.is_fault else ():
                print_text(line)
    say(summary(report))


def _objects(findings: "tuple[Finding, ...]") -> list[dict[str, object]]:
    from reader.library.manuscripts.objects import finding_object  # the formats

    return [finding_object(one) for one in findings]


def _row(finding: "Finding") -> tuple[object, ...]:
    words = finding.words if len(finding.words) <= _ROW_WORDS else f"{finding.words[:_ROW_WORDS]}…"
    articles = ", ".join(dict.fromkeys(str(place.article) for place in finding.places))
    return (
        _SIGNS[finding.level],
        finding.place,
        finding.kind.label,
        "" if finding.is_beside else finding.speaker or "?",
        words,
        articles,
    )


def _details(finding: "Finding") -> Iterator[str]:
    """The lines on one finding: what it is, and where the words stand."""
    yield ""
    # what is no quotation has no speaker: a name that must not stand there, words off the record
    speaker = finding.speaker or _("nobody is named")
    said_by = "" if finding.is_beside else f"{speaker}: "
    yield f"{finding.place}  {said_by}{finding.words}"
    for remark in finding.remarks:
        yield f"  {_SIGNS[remark.level]} {remark.message}"
    for place in (*finding.places, *finding.others):
        yield f"    {_place(place)}"


def _place(place: "ShownPlace") -> str:
    from reader.texts.differences import in_brackets  # with what it needs, only for faults

    told = _("article {article}, paragraph {paragraph}, “{title}”: {speaker}: {words}")
    if place.page:
        told = _("article {article}, paragraph {paragraph}, page {page}, “{title}”: {speaker}: {words}")
    return told.format(
        article=place.article,
        paragraph=place.paragraph,
        page=place.page,
        title=place.title,
        speaker=place.speaker or _("nobody is named"),
        words=in_brackets(place.difference) if place.difference else place.words,
    )
