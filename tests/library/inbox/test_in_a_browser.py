"""The bookmark in a real browser, on pages that try to keep it from sending anything."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.chromium import Chromium, chromium
from tests.library.inbox.conftest import SENTENCES, Listening, page
from tests.serving import Site, serving

SHADOW = (
    page(text="<x-text></x-text>")
    + """<script>
const text = document.querySelector('x-text');
text.innerHTML = '<p>„Was im Schatten steht, ist auch gesagt“, sagte Lea Holm.</p>';
text.attachShadow({mode: 'open'}).innerHTML = `SENTENCES<slot></slot>`;
</script>""".replace("SENTENCES", SENTENCES)
)


@dataclass
class Reading:
    """A browser, a site by https, and the inbox."""

    browser: Chromium
    site: Site
    listening: Listening

    def shows(self, path: str) -> str:
        """Open a page of the site; returns its tab."""
        return self.browser.show(f"https://blatt.example:{urlsplit(self.site.address).port}{path}")

    def press(self, tab: str) -> str:
        """Press the bookmark; returns the window that opens."""
        before = set(self.browser.tabs())
        self.browser.run(tab, unquote(self.listening.inbox.bookmark.removeprefix("javascript:")))
        self.browser.until(lambda: set(self.browser.tabs()) - before)
        (window,) = set(self.browser.tabs()) - before
        return window

    def assert_says(self, window: str, *words: str) -> None:
        """Wait until a window says all of this."""
        self.browser.until(lambda: all(word in self.browser.text(window) for word in words))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """A certificate that nobody vouches for."""
    if not shutil.which("openssl"):
        pytest.skip("there is no openssl here")
    folder = tmp_path_factory.mktemp("certificate")
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", "/CN=blatt.example"]
    command = ["openssl", "req", "-x509", "-nodes", *kind, "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


@pytest.fixture
def reading(listening: Listening, certificate: ssl.SSLContext, tmp_path: Path) -> Iterator[Reading]:
    """A browser for which the site lies in the internet and not on this machine."""
    with serving(certificate) as site:
        port = urlsplit(site.address).port
        options = (
            "--host-resolver-rules=MAP blatt.example 127.0.0.1",
            "--ignore-certificate-errors",
            f"--ip-address-space-overrides=127.0.0.1:{port}=public",
        )
        with chromium(tmp_path / "profile", *options) as browser:
            yield Reading(browser, site, listening)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content_Security_Policy": "default-src 'none'"},
        {"Content_Security_Policy": "form-action 'self'; require-trusted-types-for 'script'"},
        {"Content_Security_Policy": "upgrade-insecure-requests; block-all-mixed-content"},
        {"Content_Security_Policy": "default-src 'none'", "Referrer_Policy": "no-referrer"},
        {"Content_Security_Policy": "default-src 'none'", "Cross_Origin_Opener_Policy": "same-origin"},
    ],
    ids=["open", "strict", "no forms", "only https", "no referrer", "apart"],
)
def test_the_bookmark_sends_a_page_whatever_it_forbids(reading: Reading, headers: dict[str, str]) -> None:
    reading.site.show("/a", page(), **headers)
    window = reading.press(reading.shows("/a"))
    reading.assert_says(window, "Stored", "Die Fähre fährt wieder", "Blatt am Sund", "7 quotes")
    assert reading.browser.address(window).startswith(reading.listening.inbox.address)
    reading.assert_says(reading.press(reading.shows("/a")), "In the library already")
    assert reading.listening.titles() == ["Die Fähre fährt wieder"]


def test_the_bookmark_sends_what_only_a_login_shows(reading: Reading) -> None:
    reading.site.show("/login", "<p>Willkommen</p>", Set_Cookie="konto=ada; Secure; HttpOnly")
    reading.site.show("/a", page(), Content_Security_Policy="default-src 'none'; form-action 'self'")
    reading.site.pages["/a"].cookie = "konto=ada"
    assert "melden Sie sich an" in reading.browser.text(reading.shows("/a"))
    reading.shows("/login")
    reading.assert_says(reading.press(reading.shows("/a")), "Stored", "7 quotes")


def test_the_bookmark_sends_what_scripts_wrote_into_the_page(reading: Reading) -> None:
    reading.site.show("/a", SHADOW)
    reading.assert_says(reading.press(reading.shows("/a")), "Stored", "8 quotes")


@pytest.mark.parametrize(
    "headers",
    [
        {
            "Content_Security_Policy": "form-action 'self'",
            "Cross_Origin_Opener_Policy": "same-origin",
        },
        {"Content_Security_Policy": "sandbox allow-scripts allow-popups allow-forms"},
    ],
    ids=["no forms and apart", "sandbox"],
)
def test_a_page_that_cannot_be_sent_is_told(reading: Reading, headers: dict[str, str]) -> None:
    reading.site.show("/a", page(), **headers)
    reading.assert_says(reading.press(reading.shows("/a")), "Nothing was stored", "Save it (ctrl+s)")
    assert reading.listening.titles() == []


def test_a_hostile_page_that_has_the_token_stores_nothing_for_another_site(reading: Reading) -> None:
    inbox = reading.listening.inbox
    action = f"{inbox.address}/take?token={inbox.token}"
    forged = f"""<form method=post enctype=multipart/form-data action="{action}">
        <textarea name=address>https://andere.example/a</textarea>
        <textarea name=html>{page()}</textarea></form>
        <script>document.forms[0].submit()</script>"""
    reading.site.show("/a", "<meta name=referrer content=origin>" + forged)
    reading.site.show("/b", "<meta name=referrer content=no-referrer>" + forged)
    reading.site.show(
        "/c", f'<iframe sandbox="allow-scripts allow-forms" srcdoc="{forged.replace(chr(34), "&quot;")}">'
    )
    reading.assert_says(reading.shows("/a"), "was sent from https://blatt.example")
    reading.assert_says(reading.shows("/b"), "Is this the page?")
    reading.shows("/c")
    assert reading.listening.titles() == []


def test_the_page_of_the_inbox_loads_and_runs_nothing(reading: Reading) -> None:
    tab = reading.browser.show(reading.listening.inbox.page)
    reading.assert_says(tab, "Drag this to your bookmarks bar")
    link = reading.browser.run(tab, "document.querySelector('.bookmark').href")
    assert link == reading.listening.inbox.bookmark
    shown = reading.browser.run(tab, "getComputedStyle(document.querySelector('.bookmark')).cursor")
    assert shown == "grab"
