"""Digests and reminders sent to a real mail server on loopback, and read back."""

import re
import shutil
import socket
import sqlite3
import subprocess
import sys
from asyncio import Transport
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Literal

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from tests.cli.conftest import Run
from zuofeng_cli.cli import exits
from zuofeng_cli.load.builtin import DEMO

# apprise imports it where Python still has it.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

PASSWORD = "s3cret-of-the-office"  # noqa: S105 - the test looks for it where it must not be
TARGETS = """
[[notify]]
name = "office"
env = "ZUOFENG_OFFICE"
lang = "zh-Hans"

[[notify]]
name = "county"
env = "ZUOFENG_COUNTY"
units = ["demo-county-committee"]
lang = "en"
format = "text"
"""


class Office:
    """A mail server that keeps what it is sent, and fails the next times as told."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.failures: list[Literal["drop", "busy"] | None] = []

    async def handle_DATA(  # noqa: N802 - as aiosmtpd calls it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        del session
        failure = self.failures.pop(0) if self.failures else None
        if failure == "busy":
            return "451 try again later"
        if failure == "drop":
            assert isinstance(server.transport, Transport)
            server.transport.abort()
        else:
            assert isinstance(envelope.content, bytes)
            mail = message_from_bytes(envelope.content, _class=EmailMessage, policy=policy.default)
            self.mails.append(mail)
        return "250 OK"


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    handler = Office()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(
        handler,
        hostname="127.0.0.1",
        port=port,
        authenticator=lambda *_: AuthResult(success=True),
        auth_require_tls=False,
    )
    server.start()
    address = f"mailto://clerk:{PASSWORD}@127.0.0.1:{port}?mode=insecure&from=office@example.org"
    monkeypatch.setenv("ZUOFENG_OFFICE", f"{address}&to=head@example.org")
    monkeypatch.setenv("ZUOFENG_COUNTY", f"{address}&to=county@example.org")
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    yield handler
    server.stop()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = shutil.copytree(DEMO, tmp_path / "workspace")
    with (folder / "zuofeng.toml").open("a", encoding="utf-8") as file:
        file.write(TARGETS)
    return folder


def receivers(office: Office) -> list[str]:
    return [mail["To"].addresses[0].username for mail in office.mails]


def test_a_digest_arrives_with_its_subject_and_both_parts(
    zuofeng: Run, office: Office, workspace: Path
) -> None:
    answer = zuofeng("digest", "--all", "--send", "-w", str(workspace))
    assert (answer.code, answer.err) == (0, "")
    assert receivers(office) == ["head", "county"]
    mail = office.mails[0]
    assert mail["Subject"] == "7 个单位2026-W48周报：逾期49项"
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert isinstance(plain, EmailMessage)
    assert isinstance(page, EmailMessage)
    asked = ("digest", "--all", "--lang", "zh-Hans", "-w", str(workspace), "-f")
    assert page.get_content().split() == zuofeng(*asked, "html").out.split()
    lines = plain.get_content().splitlines()
    for line in zuofeng(*asked, "text").out.splitlines():
        duty = re.fullmatch("- [^：]+", line)
        assert not duty or duty[0] in lines
    # The table of numbers can be read without its lines: all of a unit's are side by side.
    assert lines[lines.index("示范局纪检监察机构") + 2] == "16 0 0 0 2"


def test_a_target_gets_its_units_in_its_language_and_format(
    zuofeng: Run, office: Office, workspace: Path
) -> None:
    zuofeng("digest", "--all", "--send", "-w", str(workspace))
    mail = office.mails[1]
    assert mail["Subject"] == "Demo county committee: weekly digest 2026-W48, overdue 1"
    assert mail.get_content_type() == "text/plain"
    asked = ("digest", "--unit", "demo-county-committee", "--lang", "en", "-w", str(workspace))
    assert mail.get_content().split() == zuofeng(*asked).out.split()


def test_a_second_run_of_the_same_week_sends_nothing(
    zuofeng: Run, office: Office, workspace: Path
) -> None:
    asked = ("digest", "--all", "--send", "-w", str(workspace))
    zuofeng(*asked)
    answer = zuofeng(*asked)
    assert answer.code == 0
    assert [line.partition(":")[0] for line in answer.out.splitlines()] == [
        "sent before to office",
        "sent before to county",
    ]
    assert len(office.mails) == 2
    zuofeng(*asked, "--today", "2026-11-30")
    assert len(office.mails) == 4


def test_after_a_dropped_connection_only_the_rest_is_sent(
    zuofeng: Run, office: Office, workspace: Path
) -> None:
    asked = ("digest", "--all", "--send", "--retries", "1", "-w", str(workspace))
    office.failures = [None, "drop", "drop"]
    answer = zuofeng(*asked)
    assert answer.code == exits.DELIVERY_FAILED
    assert "could not deliver to county" in answer.err
    assert "sent to office" in answer.out
    office.mails.clear()
    assert zuofeng(*asked).code == 0
    assert receivers(office) == ["county"]
    assert zuofeng(*asked).code == 0
    assert receivers(office) == ["county"]


def test_a_busy_server_is_asked_again_after_growing_pauses(
    zuofeng: Run, office: Office, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    office.failures = ["busy", "busy", "busy"]
    assert zuofeng("digest", "--all", "--send", "-w", str(workspace)).code == 0
    assert receivers(office) == ["head", "county"]
    # apprise pauses between two messages too, by parts of seconds.
    assert [pause for pause in pauses if pause == int(pause)] == [2, 8, 32]


@pytest.mark.parametrize("debug", [{}, {"ZUOFENG_DEBUG": "1"}])
@pytest.mark.parametrize("drops", [0, 4])
def test_no_secret_is_written_anywhere(
    zuofeng: Run,
    office: Office,
    workspace: Path,
    caplog: pytest.LogCaptureFixture,
    drops: int,
    debug: dict[str, str],
) -> None:
    office.failures = ["drop"] * drops
    asked = ("digest", "--all", "--send", "--retries", "1", "-w", str(workspace))
    answer = zuofeng(*asked, **debug)
    assert PASSWORD not in answer.out + answer.err + caplog.text
    files = [path for path in workspace.rglob("*") if path.is_file()]
    assert not [path for path in files if PASSWORD.encode() in path.read_bytes()]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("", "ZUOFENG_OFFICE: this environment variable is not set"),
        (f"nonsense://x:{PASSWORD}@y", "ZUOFENG_OFFICE: what it holds is no address"),
        (
            f"mailto://a:{PASSWORD}@127.0.0.1?from=x@example.org&to=a@example.org,b@example.org",
            "ZUOFENG_OFFICE: it names 2 recipients",
        ),
    ],
)
def test_a_bad_address_leaves_out_its_target_only(
    zuofeng: Run, office: Office, workspace: Path, address: str, reason: str
) -> None:
    asked = ("digest", "--all", "--send", "-w", str(workspace))
    answer = zuofeng(*asked, ZUOFENG_OFFICE=address)
    assert answer.code == exits.DELIVERY_FAILED
    assert "could not deliver to office" in answer.err
    assert reason in answer.err
    assert PASSWORD not in answer.out + answer.err
    assert receivers(office) == ["county"]


@pytest.mark.parametrize("more", [[], ["--dry-run"]])
def test_without_the_extra_the_remedy_is_told(
    zuofeng: Run, office: Office, workspace: Path, monkeypatch: pytest.MonkeyPatch, more: list[str]
) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    answer = zuofeng("digest", "--all", "--send", "-w", str(workspace), *more)
    assert (answer.code, answer.out) == (exits.USAGE, "")
    assert "pip install apprise" in answer.err
    assert not office.mails
    assert not (workspace / ".zuofeng").exists()


def test_a_dry_run_sends_and_writes_nothing(zuofeng: Run, office: Office, workspace: Path) -> None:
    asked = ("digest", "--all", "--send", "-w", str(workspace))
    answer = zuofeng(*asked, "--dry-run")
    assert answer.out.startswith("would send to office: 7 个单位2026-W48周报：逾期49项\n")
    assert not office.mails
    assert not (workspace / ".zuofeng").exists()
    zuofeng(*asked)
    assert zuofeng(*asked, "--dry-run").out.startswith("sent before to office")


def test_reminders_are_sent_once_a_duty_and_step(
    zuofeng: Run, office: Office, workspace: Path
) -> None:
    asked = ("remind", "--unit", "demo-county-committee", "--send", "-w", str(workspace))
    zuofeng(*asked, "--today", "2026-11-24")
    assert receivers(office) == ["head", "county"]
    assert office.mails[0]["Subject"] == "结案后30日内召开专题民主生活会（case-2026-007）"
    assert "最迟2026-11-27 周五，剩余3天" in office.mails[0].get_content()
    zuofeng(*asked, "--today", "2026-11-25", "--since", "2026-11-24")
    assert len(office.mails) == 2
    zuofeng(*asked, "--today", "2026-11-26")
    assert len(office.mails) == 4


def test_two_runs_at_once_send_it_once(office: Office, workspace: Path) -> None:
    words = [sys.executable, "-m", "zuofeng_cli", "digest", "--all", "--send"]
    words += ["-w", str(workspace), "--today", "2026-11-24"]
    runs = [subprocess.Popen(words, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [run.wait(timeout=60) for run in runs] == [0, 0, 0]
    assert sorted(receivers(office)) == ["county", "head"]


def test_a_run_that_is_killed_while_it_sends_leaves_the_message_to_the_next(
    workspace: Path,
) -> None:
    program = """
import os, sys
from pathlib import Path
from zuofeng_cli.deliver.message import Message
from zuofeng_cli.deliver.post import post
from zuofeng_cli.deliver.sent import Sent

def send(message):
    if message.id == "second":
        os._exit(9)
    return True

sent = Sent(Path(sys.argv[1]))
messages = [Message(name, name, name) for name in ("first", "second", "third")]
list(post("office", messages, send, sent, 0, lambda _: None))
"""
    done = subprocess.run([sys.executable, "-c", program, str(workspace)], check=False)
    assert done.returncode == 9
    book = sqlite3.connect(workspace / ".zuofeng" / "sent.sqlite")
    assert book.execute("SELECT target, message FROM sent").fetchall() == [("office", "first")]
    book.close()


def test_where_the_ledger_cannot_be_kept_nothing_is_sent(
    zuofeng: Run, office: Office, workspace: Path
) -> None:
    (workspace / ".zuofeng").write_text("in the way", encoding="utf-8")
    answer = zuofeng("digest", "--all", "--send", "-w", str(workspace))
    assert answer.code == exits.DELIVERY_FAILED
    assert ".zuofeng" in answer.err
    assert not office.mails


def test_where_the_ledger_takes_no_note_nothing_is_sent(
    zuofeng: Run, office: Office, workspace: Path
) -> None:
    asked = ("digest", "--all", "--send", "-w", str(workspace))
    zuofeng(*asked)
    office.mails.clear()
    book = sqlite3.connect(workspace / ".zuofeng" / "sent.sqlite")
    book.execute("CREATE TRIGGER full BEFORE INSERT ON sent BEGIN SELECT RAISE(ABORT, 'full'); END")
    book.close()
    answer = zuofeng(*asked, "--week", "last")
    assert answer.code == exits.DELIVERY_FAILED
    assert ".zuofeng/sent.sqlite: full" in answer.err
    assert not office.mails


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("env", f"mailto://a:{PASSWORD}@b", "the name of an environment variable expected"),
        ("units", "demo-county-comittee", "did you mean demo-county-committee?"),
        ("name", "county", "target county stands here twice"),
        ("format", "docx", "'docx' is not allowed"),
        ("url", f"mailto://a:{PASSWORD}@b", "key url is not known here"),
    ],
)
def test_a_target_that_makes_no_sense_is_told_without_its_secret(
    zuofeng: Run, workspace: Path, key: str, value: str, told: str
) -> None:
    target: dict[str, Any] = {"name": "third", "env": "ZUOFENG_THIRD", key: value}
    lines = ["[[notify]]", *(f'{name} = "{text}"' for name, text in target.items())]
    with (workspace / "zuofeng.toml").open("a", encoding="utf-8") as file:
        file.write("\n".join(["", *lines, ""]))
    answer = zuofeng("digest", "--all", "-w", str(workspace))
    assert answer.code == exits.UNUSABLE_INPUT
    assert told in answer.err
    assert "notify[3]" in answer.err
    assert PASSWORD not in answer.out + answer.err


def test_sending_needs_a_target_and_a_dry_run_needs_sending(zuofeng: Run, tmp_path: Path) -> None:
    bare = shutil.copytree(DEMO, tmp_path / "bare")
    assert zuofeng("remind", "--all", "--send", "-w", str(bare)).code == exits.USAGE
    assert zuofeng("digest", "--all", "--dry-run", "-w", str(bare)).code == exits.USAGE
