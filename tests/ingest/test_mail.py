"""Saved mails as programs write them: encodings wrong or not named, two forms, files between the words."""

from email.message import EmailMessage

import pytest

from reader.errors import IngestError
from reader.ingest import from_bytes
from reader.models import Article
from tests.ingest.containers import mail, report

DATE = "Mon, 03 Mar 2025 23:30:00 -0500"
HEAD = f"From: Jana Kolb <kolb@b.example>\r\nSubject: Steg wird erneuert\r\nDate: {DATE}\r\n"
MIME = "MIME-Version: 1.0\r\n"


def read(data: bytes | str) -> Article:
    return from_bytes(data if isinstance(data, bytes) else data.encode(), "a.eml")


@pytest.mark.parametrize(
    "named", ["", "us-ascii", "utf-8", "iso-8859-1", "windows-1252", "iso-8859-2", "koi8-r"]
)
def test_utf8_is_read_whatever_the_mail_calls_it(named: str) -> None:
    kind = f"Content-Type: text/plain; charset={named}\r\n" if named else ""
    coding = "Content-Transfer-Encoding: 8bit\r\n\r\n"
    assert read(f"{HEAD}{MIME}{kind}{coding}{report(1)}").text == report(1)


@pytest.mark.parametrize("named", ["windows-1252", "utf-8", ""])
def test_windows_letters_are_read_though_the_mail_calls_them_otherwise(named: str) -> None:
    kind = f"Content-Type: text/plain; charset={named}\r\n" if named else ""
    head = f"{HEAD}{MIME}{kind}Content-Transfer-Encoding: 8bit\r\n\r\n"
    assert read(head.encode() + report(1).encode("cp1252")).text == report(1)


def test_a_mail_needs_no_mime_version_where_it_is_called_one() -> None:
    article = read(f"{HEAD}\r\n{report(1)}")
    assert (article.title, article.byline, article.text) == ("Steg wird erneuert", "Jana Kolb", report(1))


STUB = "Ihr Mailprogramm zeigt kein HTML an. Bitte klicken Sie hier."
TITLE = "Steg wird erneuert"
PAGE = (
    f"<html><body><div style='display:none'>Vorschau</div><table><tr><td><h1>{TITLE}</h1><p>{report(1)}</p>"
    f"<!--[if mso]><p>Outlook</p><![endif]--><p>{report(2)}</p></td></tr></table></body></html>"
)


def in_two_forms(plain: str, page: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"], message["MIME-Version"] = "Jana Kolb <k@b.example>", TITLE, "1.0"
    message["Date"] = DATE
    message.set_content(plain)
    message.add_alternative(page, subtype="html")
    return message.as_bytes()


def test_the_html_form_is_read_where_the_plain_one_is_a_stub() -> None:
    assert read(in_two_forms(STUB, PAGE)).text == f"{report(1)}\n\n{report(2)}"


def test_the_plain_form_is_read_where_it_says_as_much() -> None:
    assert read(in_two_forms(f"{report(1)}\n\n{report(2)} So.", PAGE)).text.endswith("So.")


def test_a_form_that_holds_nothing_gives_way_to_the_other() -> None:
    empty = "<html><body>" + "<p><img src='a'></p>" * 9 + "</body></html>"
    assert read(in_two_forms(report(1), empty)).text == report(1)


def test_words_behind_a_picture_belong_to_the_mail() -> None:
    message = mail(1)
    message.make_mixed()
    message.add_attachment(b"\xff\xd8\xff", "image", "jpeg", filename="steg.jpg", disposition="inline")
    more = EmailMessage()
    more.set_content(report(2), disposition="inline")
    message.attach(more)
    article = read(message.as_bytes())
    assert article.text == f"{report(1)}\n\n{report(2)}"
    assert article.missing == "Not read with it: steg.jpg (attached)."


def test_a_mail_without_a_text_says_what_to_do() -> None:
    message = mail(1, {"liste.xlsx": b"PK"}, text=" ")
    with pytest.raises(IngestError, match=r"is a mail without a text: save the files on it \(liste\.xlsx\)"):
        read(message.as_bytes())


def test_names_of_files_that_would_harm_a_terminal_or_lead_elsewhere() -> None:
    message = mail(1, {"x.jpg": b"x"})
    data = message.as_bytes().replace(b'filename="x.jpg"', b'filename="../../etc/a\x1b[31m.jpg"')
    assert "../" not in read(data).missing
