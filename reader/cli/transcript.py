"""`reader transcript`: what was spoken with its times, and corrections of words and speakers."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import print_text, put_json, say
from reader.errors import UsageError
from reader.i18n import _, ngettext
from reader.system_reasons import system_reason
from reader.transcripts import clock

if TYPE_CHECKING:
    from reader.formats import Dossier
    from reader.store import Store


_TIMES = re.compile(r"^\d{2,}:\d{2}:\d{2}(?:–\d{2,}:\d{2}:\d{2})? ", re.MULTILINE)
"""Times as this command prints them before a turn."""


@click.command(
    "transcript",
    help=_(
        "Print the transcript ARTICLE with its times, or correct it; the machine's text stays as a version."
    ),
)
@click.argument("article")
@click.option(
    "--correct", metavar="FILE", help=_("Take the corrected text from a file, or - for standard input.")
)
@click.option("--speaker", "names", multiple=True, metavar="OLD=NEW", help=_("Another name for a speaker."))
@click.option("--interviewer", metavar="NAME", help=_('Whose turns are questions; "" for nobody\'s.'))
@click.option("--recording", metavar="FILE", help=_("Where its sound lies: a file or an address."))
@click.option("--unsure", is_flag=True, help=_("Print only the words that the machine may have got wrong."))
@json_option
@pass_invocation
def transcript_command(
    invocation: Invocation,
    article: str,
    correct: str | None,
    names: tuple[str, ...],
    interviewer: str | None,
    recording: str | None,
    unsure: bool,
    as_json: bool,
) -> None:
    """Print the transcript ARTICLE with its times, or correct it; the machine's text stays as a version."""
    from reader.formats.redaction import redacted, without_off_record  # the formats, which help does without
    from reader.library.correcting import spoken
    from reader.library.dossiers import Selection, dossiers

    with invocation.open() as store:
        article_id = store.articles.find(article)
        spoken(store, article_id)
        changes = _Changes(correct, names, interviewer, recording)
        if changes.any:
            with store.step(_("Correct the transcript")):
                changes.make(store, article_id)
            return
        (dossier,) = dossiers(store, Selection((article_id,)))
    dossier = without_off_record(dossier) if invocation.with_confidential else redacted(dossier)
    turns = _unsure(dossier) if unsure else _turns(dossier)
    if as_json:
        put_json(turns)
        return
    for number, turn in enumerate(turns):
        if number:
            print_text("")
        speaker = f"{turn['speaker']}:" if turn["speaker"] else ""
        print_text(" ".join(filter(None, (turn["at"], speaker, turn["words"]))))


class _Changes:
    """What is to be changed of a transcript."""

    def __init__(
        self, correct: str | None, names: tuple[str, ...], interviewer: str | None, recording: str | None
    ) -> None:
        self._correct, self._names, self._interviewer, self._recording = (
            correct,
            names,
            interviewer,
            recording,
        )
        self.any = any(one is not None for one in (correct, interviewer, recording)) or bool(names)

    def make(self, store: "Store", article_id: int) -> None:
        """Change it, and say what."""
        from reader.library.correcting import correct_transcript, rename_speaker, set_interviewer

        if self._recording is not None:
            store.articles.update([article_id], recording=_place(self._recording))
            say(_("Recording noted.") if self._recording else _("No recording is noted any more."))
        for pair in self._names:
            old, is_pair, new = pair.partition("=")
            if not is_pair:
                raise UsageError(_("Say who is to be called what: --speaker 'SPEAKER_00=Anna Blake'."))
            rename_speaker(store, article_id, old.strip(), new)
            say(_("{old} is {new} now.").format(old=old.strip(), new=new.strip()))
        if self._correct is not None:
            words = correct_transcript(store, article_id, _text(self._correct))
            told = _("{words} changed.") if words else _("Nothing is different.")
            say(told.format(words=amounts.words(words)))
        if self._interviewer is not None:
            asked = set_interviewer(store, article_id, self._interviewer.strip())
            told = ngettext("{turns} is a question now.", "{turns} are questions now.", asked)
            say(told.format(turns=amounts.turns(asked)))


def _place(recording: str) -> str:
    """A path as it is meant from anywhere; an address and nothing as they are."""
    if not recording or "://" in recording:
        return recording
    path = Path(recording).expanduser().absolute()
    if not path.is_file():
        raise UsageError(_("There is no file {recording}: check the spelling.").format(recording=recording))
    return str(path)


def _text(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).expanduser().read_bytes()
        return _TIMES.sub("", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError(_("{file} is not UTF-8: save it as UTF-8.").format(file=file)) from error
    except OSError as error:
        raise UsageError(
            _("{path} cannot be read: {reason}.").format(path=file, reason=system_reason(error))
        ) from error


def _turns(dossier: "Dossier") -> list[dict[str, Any]]:
    """The turns, each with who, what and when."""
    article, transcript = dossier.article, dossier.article.transcript
    return [
        {
            "at": str(period or ""),
            "speaker": article.text[turn.start : turn.name_end],
            "words": article.text[turn.said : turn.end],
            "asks": turn.asks,
            "time": list(period) if period else None,
        }
        for turn in (transcript.turns if transcript else ())
        for period in (transcript.period_of(turn.said, turn.end) if transcript else None,)
    ]


def _unsure(dossier: "Dossier") -> list[dict[str, Any]]:
    """The words that the machine is unsure of."""
    article, transcript = dossier.article, dossier.article.transcript
    return [
        {
            "at": clock(word.said_from),
            "speaker": "",
            "words": article.text[word.start : word.end],
            "sure": word.sure,
            "time": [word.said_from, word.said_to],
        }
        for word in (transcript.unsure if transcript else ())
    ]
