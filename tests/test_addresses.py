"""Addresses: what they say of a person, and of a campaign, is taken off."""

import pytest

from reader.addresses import login_of, without_login, without_trackers


@pytest.mark.parametrize(
    ("address", "bare"),
    [
        ("https://anna:geheim@blatt.example/a?b=c@d", "https://blatt.example/a?b=c@d"),
        ("https://anna@blatt.example", "https://blatt.example"),
        ("https://anna:p@ss@blatt.example/a", "https://blatt.example/a"),
        ("feed:http://anna:geheim@blatt.example/rss", "feed:http://blatt.example/rss"),
        ("ftp://anna:geheim@blatt.example/", "ftp://blatt.example/"),
        (
            "https://archiv.example/2020/http://a:b@blatt.example/",
            "https://archiv.example/2020/http://blatt.example/",
        ),
        ("https://social.example/@anna", "https://social.example/@anna"),
        ("mailto:anna@blatt.example", "mailto:anna@blatt.example"),
        ("/home/anna@work/a.txt", "/home/anna@work/a.txt"),
        ("https://blatt.example/?an=anna@blatt.example", "https://blatt.example/?an=anna@blatt.example"),
    ],
)
def test_a_name_and_password_go(address: str, bare: str) -> None:
    assert without_login(address) == bare


def test_the_login_of_an_address() -> None:
    assert login_of("https://anna:ge%3Aheim@blatt.example/") == ("anna", "ge:heim")
    assert login_of("https://blatt.example/@anna") is None


@pytest.mark.parametrize(
    ("address", "bare"),
    [
        ("https://a.example/x?utm_source=rss", "https://a.example/x"),
        ("https://a.example/x?utm_source=rss&id=4&fbclid=9#b", "https://a.example/x?id=4#b"),
        ("https://a.example/x?id=4&gclid=1", "https://a.example/x?id=4"),
        ("https://a.example/x?id=4", "https://a.example/x?id=4"),
        ("https://a.example/x#utm_source=rss", "https://a.example/x#utm_source=rss"),
    ],
)
def test_what_trackers_add_goes(address: str, bare: str) -> None:
    assert without_trackers(address) == bare
