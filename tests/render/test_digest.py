"""The digest as a mail and a page: sound whatever stands in a name."""

from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser

import pytest

from zuofeng_cli.days import Calendar, Run
from zuofeng_cli.digest import Digest, span, unit_digest
from zuofeng_cli.ledger import ledger
from zuofeng_cli.log import Log
from zuofeng_cli.render.digest import FORMATS, render
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.settings.mail import Letterhead
from zuofeng_cli.unit import Unit

HOSTILE = "示范\r\nBcc: spy@example.org\r\n\r\n<script>alert(1)</script> {{ 7*7 }} [a](x) \x1b[2J"
WEEK = Run(date(2026, 6, 29), date(2026, 7, 5))


def digest() -> Digest:
    book = Rulebook.model_validate(
        {
            "format": 1,
            "id": "hostile",
            "title": HOSTILE,
            "in_force_from": "2020-01-01",
            "kinds": {"school": HOSTILE},
            "rules": [
                {
                    "id": "drill",
                    "clause": HOSTILE,
                    "anchors": [],
                    "title": HOSTILE,
                    "owed_by": [{"kind": "school"}],
                    "cadence": {"kind": "period", "every": "quarter"},
                }
            ],
        }
    )
    unit = Unit.model_validate(
        {"id": "demo", "name": HOSTILE, "kinds": ["school"], "tracked_from": "2026-04-01"}
    )
    books = [(book, Calendar.weekends())]
    found = ledger(books, unit, Log(unit="demo"), WEEK.last, span(unit, WEEK))
    return Digest(
        "2026-W27",
        WEEK,
        WEEK.last,
        (("hostile", "0" * 64),),
        {"drill": book},
        (unit_digest(found, (), WEEK),),
        (),
    )


def mail() -> EmailMessage:
    letterhead = Letterhead.model_validate(
        {"from": "示范办 <office@example.org>", "to": ["clerk@example.org"]}
    )
    raw = render("eml", digest(), letterhead).encode()
    return message_from_bytes(raw, _class=EmailMessage, policy=policy.default)


def test_a_mail_has_the_header_it_should_have_and_no_other() -> None:
    found = mail()
    assert found.keys() == [
        "Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted", "MIME-Version",
        "Content-Type",
    ]  # fmt: skip
    assert found["Subject"].startswith("示范 Bcc: spy@example.org <script>alert(1)</script>")
    assert found["Subject"].endswith("weekly digest 2026-W27, overdue 1")
    assert found["From"].addresses[0].display_name == "示范办"
    assert not found.defects


def test_a_mail_holds_the_text_and_the_page() -> None:
    plain, page = mail().iter_parts()
    assert (plain.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    assert isinstance(plain, EmailMessage)
    assert isinstance(page, EmailMessage)
    assert plain.get_content().splitlines() == render("text", digest(), Letterhead()).splitlines()
    assert page.get_content().splitlines() == render("html", digest(), Letterhead()).splitlines()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_digest_gives_the_same_bytes(name: str) -> None:
    assert render(name, digest(), Letterhead()) == render(name, digest(), Letterhead())


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_name_can_neither_break_a_line_nor_drive_a_terminal(name: str) -> None:
    text = render(name, digest(), Letterhead())
    assert all(character.isprintable() or character == "\n" for character in text)
    assert not [line for line in text.splitlines() if line.startswith("Bcc")]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert {name for name, _value in attrs} <= {"style", "lang", "charset", "name", "content"}


def test_a_page_runs_nothing_and_fetches_nothing() -> None:
    tags = Tags()
    page = render("html", digest(), Letterhead())
    tags.feed(page)
    assert tags.seen.isdisjoint({"script", "img", "link", "a", "iframe", "form", "object"})
    assert "{{ 7*7 }}" in page
    assert "url(" not in page


def test_markdown_shows_a_name_as_it_stands() -> None:
    text = render("markdown", digest(), Letterhead())
    assert r"\[a\](x)" in text
    assert r"\<script\>" in text


@pytest.mark.parametrize("address", ["a@b\r\nBcc: c@d", "office", "a b@c", "x <a@b> y"])
def test_an_address_is_one_line_and_an_address(address: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        Letterhead.model_validate({"from": address})
