"""`zuofeng log` as a user meets it: what it adds, what it refuses, what it asks."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from select import select

import pytest

from tests.cli.conftest import Run
from zuofeng_cli.load.builtin import DEMO
from zuofeng_cli.load.logbook import load_log

UNIT = "demo-county-committee"
STUDY = ("quarterly-study", "--done", "2026-11-20", "--evidence", "minutes:示范委〔2026〕1号")

# Root may write where nobody may; without this power it is like any other user.
AS_ANYONE = (
    ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"]
    if os.geteuid() == 0
    else []
)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return shutil.copytree(DEMO, tmp_path / "office")


@pytest.fixture
def log(office: Path) -> Path:
    return office / "logs" / f"{UNIT}.yaml"


def test_an_act_is_added_and_its_effect_told(zuofeng: Run, office: Path, log: Path) -> None:
    before = log.read_text(encoding="utf-8")
    code, out, err = zuofeng("log", "add", UNIT, *STUDY, "-w", str(office))
    assert (code, err) == (0, "")
    assert "Quarterly study of conduct  2026-Q4" in out
    assert "Open (in 37 days) → Done" in out
    added = (
        "  - duty: quarterly-study\n    done: 2026-11-20\n"
        "    evidence:\n      - kind: minutes\n        ref: 示范委〔2026〕1号\n"
    )
    assert log.read_text(encoding="utf-8") == before.replace("events:\n", added + "events:\n", 1)


def test_a_dry_run_shows_the_lines_and_writes_nothing(
    zuofeng: Run, office: Path, log: Path
) -> None:
    before = log.read_bytes()
    code, out, _err = zuofeng("log", "add", UNIT, *STUDY, "-w", str(office), "--dry-run")
    assert code == 0
    assert [line for line in out.splitlines() if line.startswith("+")] == [
        f"+++ b/logs/{UNIT}.yaml",
        "+  - duty: quarterly-study",
        "+    done: 2026-11-20",
        "+    evidence:",
        "+      - kind: minutes",
        "+        ref: 示范委〔2026〕1号",
    ]
    assert log.read_bytes() == before
    assert [each.name for each in log.parent.iterdir() if each.name.startswith(".")] == []


def test_the_first_addition_makes_the_log(zuofeng: Run, office: Path, log: Path) -> None:
    shutil.rmtree(log.parent)
    assert zuofeng("log", "add", UNIT, *STUDY, "-w", str(office)).code == 0
    assert len(load_log(log, "log").log.entries) == 1


def test_evidence_keeps_its_place_in_the_workspace_and_its_hash(
    zuofeng: Run, office: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office / "evidence").mkdir()
    (office / "evidence" / "纪要.pdf").write_bytes(b"%PDF")
    monkeypatch.chdir(office / "evidence")
    for file in ("纪要.pdf", "evidence/纪要.pdf"):  # from here, or from the workspace
        shutil.copy(DEMO / "logs" / log.name, log)
        assert zuofeng("log", "add", UNIT, *STUDY, "--file", file).code == 0
        (piece,) = load_log(log, "log").log.entries[-1].evidence
        assert piece.file == "evidence/纪要.pdf"
        assert piece.sha256 == sha256(b"%PDF").hexdigest()


MEETING = ("post-case-democratic-life-meeting", "--evidence", "minutes:1")
REFUSALS = [
    pytest.param(("add", UNIT, "quarterly-studies", *STUDY[1:]), "quarterly-study", id="no rule"),
    pytest.param(("add", "demo-party", *STUDY), "demo-party-school", id="no unit"),
    pytest.param(("add", "demo-party-school", *STUDY), "quarterly-study", id="not owed"),
    pytest.param(("add", UNIT, *STUDY, "--period", "2026-Q5"), "2026-Q4", id="no such period"),
    pytest.param(("add", UNIT, *STUDY, "--done", "2026-11-25"), "2026-11-25", id="not yet"),
    pytest.param(("add", UNIT, *STUDY, "--done", "20.11."), "YYYY-MM-DD", id="no date"),
    pytest.param(
        ("add", UNIT, *MEETING, "--done", "2026-11-20", "-p", "case-7"), "case-7", id="no case"
    ),
    pytest.param(("add", UNIT, *MEETING, "--done", "2026-08-20"), "2026-08-20", id="outside all"),
    pytest.param(
        ("add", UNIT, "pre-holiday-reminder", "-e", "notice:1", "--done", "2026-09-22"),
        "2026-mid-autumn",
        id="two festivals are possible",
    ),
    pytest.param(("add", UNIT, *STUDY[:3], "-e", "contract:1"), "minutes", id="evidence of no use"),
    pytest.param(("add", UNIT, *STUDY[:3]), "minutes", id="no evidence"),
    pytest.param(("add", UNIT, *STUDY[:3], "-e", "minutes"), "KIND:REF", id="no kind"),
    pytest.param(("add", UNIT, *STUDY, "--file", "no.pdf"), "no.pdf", id="no file"),
    pytest.param(("add", UNIT, *STUDY, "--file", "/etc/passwd"), "outside", id="file elsewhere"),
    pytest.param(("add", UNIT, *STUDY[:3], "--file", "x"), "--evidence", id="file of nothing"),
    pytest.param(
        ("add", UNIT, *STUDY, "--delivered-to", "board"), "board", id="no recipient"
    ),
    pytest.param(
        ("add", UNIT, "quarterly-study", "--done", "2026-03-18", "--period", "2026-Q1",
         "-e", "minutes:示范区委常委会纪要〔2026〕12号"),
        "2026-03-18", id="logged already",
    ),
    pytest.param(("add", UNIT, "quarterly-study"), "--done", id="no day"),
    pytest.param(("add", UNIT), "case-2026-003", id="no duty"),
    pytest.param(("add",), UNIT, id="nothing"),
    pytest.param(
        ("event", UNIT, "case-closed", "--id", "case-2026-003", "--date", "2026-11-01"),
        "case-2026-003", id="an event of that id",
    ),
    pytest.param(
        ("event", UNIT, "case-opened", "--id", "x", "--date", "2026-11-01"),
        "case-closed", id="no such event",
    ),
    pytest.param(("event", UNIT, "case-closed", "--id", "x"), "--date", id="no day of it"),
    pytest.param(
        ("event", UNIT, "case-closed", "--id", "x", "--date", "2026-11-01", "--due", "2026-10-01"),
        "due", id="due before it happened",
    ),
    pytest.param(
        ("waive", UNIT, "annual-survey", "--period", "2026-Q1", "--reason", "x"),
        "2026-Q1", id="a waiver of no period",
    ),
    pytest.param(
        ("waive", UNIT, "annual-campaign", "-p", "2026"), "--reason", id="a waiver without a reason"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("words", "hint"), REFUSALS)
def test_what_check_would_refuse_is_refused_and_nothing_written(
    zuofeng: Run, office: Path, words: tuple[str, ...], hint: str
) -> None:
    before = {path: path.read_bytes() for path in office.rglob("*") if path.is_file()}
    code, out, err = zuofeng("log", *words, "-w", str(office))
    assert (code, out) == (2, "")
    assert hint in err
    assert {path: path.read_bytes() for path in office.rglob("*") if path.is_file()} == before


def test_a_report_may_reach_one_recipient_first(zuofeng: Run, office: Path) -> None:
    report = ("half-year-supervision-report", "-p", "2026-H2", "-e", "report:1")
    add = ("log", "add", "demo-county-discipline", *report, "-w", str(office), "--done")
    first = zuofeng(*add, "2026-11-19", "--delivered-to", "superior-discipline")
    assert first.code == 0
    assert "Demo county committee" in first.out.split("→")[1]
    second = zuofeng(*add, "2026-11-20", "--delivered-to", "same-level-party")
    assert second.code == 0
    assert second.out.split("→")[1].split()[0] == "Done"


def test_an_event_that_is_overdue_already_may_still_be_logged(zuofeng: Run, office: Path) -> None:
    event = ("log", "event", UNIT, "case-closed", "--id", "case-old", "--date", "2026-08-01")
    code, out, _err = zuofeng(*event, "-w", str(office))
    assert code == 0
    assert "Overdue" in out


def test_a_log_that_cannot_be_read_is_not_written(zuofeng: Run, office: Path, log: Path) -> None:
    log.write_text("unit: [\n", encoding="utf-8")
    code, _out, err = zuofeng("log", "add", UNIT, *STUDY, "-w", str(office))
    assert code == 3
    assert f"logs/{UNIT}.yaml" in err
    assert log.read_text(encoding="utf-8") == "unit: [\n"


def test_the_log_of_another_unit_is_not_written(zuofeng: Run, office: Path, log: Path) -> None:
    log.write_text("unit: demo-city-committee\n", encoding="utf-8")
    code, _out, err = zuofeng("log", "add", UNIT, *STUDY, "-w", str(office))
    assert code == 2
    assert "demo-city-committee" in err
    assert log.read_text(encoding="utf-8") == "unit: demo-city-committee\n"


def test_the_demo_is_not_written_to(
    zuofeng: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _out, err = zuofeng("log", "add", UNIT, *STUDY)
    assert code == 2
    assert "zuofeng init" in err


@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_may_not_be_written_is_told(office: Path, log: Path, what: str) -> None:
    before = log.read_bytes()
    closed = log if what == "file" else log.parent
    closed.chmod(0o444 if what == "file" else 0o555)
    program = [sys.executable, "-m", "zuofeng_cli"]
    words = ["log", "add", UNIT, *STUDY, "--today", "2026-11-24", "--lang", "en"]
    done = subprocess.run(
        [*AS_ANYONE, *program, *words],
        check=False,
        cwd=office,
        capture_output=True,
        encoding="utf-8",
    )
    closed.chmod(0o755)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"zuofeng: logs/{UNIT}.yaml cannot be written: Permission denied\n"
    assert log.read_bytes() == before
    assert [each.name for each in log.parent.iterdir() if each.name.startswith(".")] == []


class Terminal:
    """The program on a terminal of its own: what it shows is waited for, then answered."""

    def __init__(self, folder: Path, *words: str) -> None:
        self._handle, theirs = os.openpty()
        environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "zuofeng_cli", *words, "--today", "2026-11-24"],
            cwd=folder,
            env=environment | {"ZUOFENG_LANG": "en"},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)

    def shows(self, text: str) -> str:
        """All that was shown until `text` is."""
        shown = ""
        while text not in shown:
            ready, _write, _error = select([self._handle], [], [], 60)
            assert ready, shown
            try:
                shown += os.read(self._handle, 10_000).decode()
            except OSError:  # it has ended
                raise AssertionError(shown) from None
        return shown.replace("\r\n", "\n")

    def answer(self, question: str, answer: str) -> str:
        shown = self.shows(question)
        os.write(self._handle, answer.encode())
        return shown

    def rest(self) -> str:
        """All that is shown until it ends."""
        shown = b""
        with suppress(OSError):
            while more := os.read(self._handle, 10_000):
                shown += more
        return shown.decode().replace("\r\n", "\n")

    def ends(self) -> int:
        code = self._process.wait(60)
        os.close(self._handle)
        return code


def test_a_terminal_is_asked_for_what_is_open(office: Path) -> None:
    log = office / "logs" / "demo-county-discipline.yaml"
    asked = Terminal(office, "log", "add")
    shown = asked.answer("Unit: ", "9\n4\n")
    assert "  4  demo-county-discipline         Demo county discipline committee" in shown
    shown = asked.answer("Duty: ", "monthly\n")
    assert "2026-04" in shown
    assert "2026-02-28" not in shown  # done
    row = next(line for line in shown.splitlines() if "  2026-11  " in line)
    asked.answer("allowed", row.split()[0] + "\n")
    asked.answer("Done on [2026-11-24]: ", "2026-11-40\n")
    asked.answer("is not a date", "2026-11-23\n")
    asked.answer("Evidence (may be left empty): ", "1\n")
    asked.answer("Report: its number (may be left empty): ", "月报〔2026〕11号\n")
    asked.answer("Report: its file (may be left empty): ", "no.pdf\n")
    asked.answer("there is no file no.pdf", "\n")
    asked.answer("Delivered to (may be left empty): ", "1\n")
    asked.answer("Note (may be left empty): ", "\n")
    shown = asked.answer("Write it? [y]: ", "\n")
    assert "+  - duty: monthly-case-report\n+    done: 2026-11-23\n+    period: 2026-11\n" in shown
    assert "→ Done\n" in shown
    asked.shows("Added to logs/demo-county-discipline.yaml.")
    assert asked.ends() == 0
    entry = load_log(log, "log").log.entries[-1]
    assert (entry.period, entry.evidence[0].ref) == (("2026-11",), "月报〔2026〕11号")
    assert entry.delivered_to == ("superior-discipline",)


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        (
            ("add", UNIT, "quarterly-study", "annual-implementation-inspection"),
            {"Done on": "2026-11-20", "Evidence": "1 2", "Minutes: its number": "示范委〔2026〕1号",
             "Minutes: its file": "a b.pdf", "Report: its number": "7", "Report: its file": "",
             "Note": "一; rm -rf '$HOME'"},
        ),
        (
            ("event", UNIT, "case-closed"),
            {"Its id": "case 12", "It happened on": "2026-11-20", "Note": ""},
        ),
        (
            ("waive", UNIT, "annual-campaign"),
            {"Period": "2027", "Reason": "机构改革", "Approved by": "示范市委",
             "Approved on": "2026-11-20", "Holds until": "2027-06-30"},
        ),
    ],
)  # fmt: skip
def test_at_the_end_the_command_is_told_that_would_have_done_it(
    office: Path, log: Path, words: tuple[str, ...], answers: dict[str, str]
) -> None:
    (office / "a b.pdf").write_bytes(b"%PDF")
    asked = Terminal(office, "log", *words)
    for question, answer in {**answers, "Write it?": "y"}.items():
        asked.answer(question, f"{answer}\n")
    line = asked.rest().partition("Without questions: ")[2]
    assert asked.ends() == 0
    asked_for, before = log.read_bytes(), (DEMO / "logs" / log.name).read_bytes()
    log.write_bytes(before)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "PYTHONUTF8": "1", "ZUOFENG_TODAY": "2026-11-24"}
    subprocess.run(["/bin/sh", "-c", line], check=True, cwd=office, env=environment)
    assert log.read_bytes() == asked_for != before


def test_an_event_and_a_waiver_are_asked_for_too(office: Path, log: Path) -> None:
    asked = Terminal(office, "log", "event", UNIT)
    asked.answer("What happened: ", "case-closed\n")
    asked.answer("Its id: ", "\n")
    asked.answer("an answer is needed", "case-2026-012\n")
    asked.answer("It happened on [2026-11-24]: ", "\n")
    asked.answer("Note (may be left empty): ", "\n")
    asked.answer("Write it? [y]: ", "y\n")
    asked.shows("Added")
    assert asked.ends() == 0
    asked = Terminal(office, "log", "waive", UNIT, "annual-campaign")
    asked.answer("Period: ", "2027\n")
    asked.answer("Reason: ", "机构改革\n")
    asked.answer("Approved by (may be left empty): ", "示范市委\n")
    asked.answer("Approved on (may be left empty): ", "2026-11-20\n")
    asked.answer("Holds until (may be left empty): ", "\n")
    asked.answer("Write it? [y]: ", "是\n")
    asked.shows("Added")
    assert asked.ends() == 0
    written = load_log(log, "log").log
    assert written.events[-1].id == "case-2026-012"
    assert (written.waivers[-1].period, written.waivers[-1].reason) == (("2027",), "机构改革")


@pytest.mark.parametrize("answer", ["n\n", "\x04"], ids=["no", "end of input"])
def test_a_no_writes_nothing(office: Path, log: Path, answer: str) -> None:
    before = log.read_bytes()
    asked = Terminal(office, "log", "add", UNIT, *STUDY[:1])
    asked.answer("Done on [2026-11-24]: ", "\n")
    asked.answer("Evidence (may be left empty): ", "1\n")
    asked.answer("its number (may be left empty): ", "1\n")
    asked.answer("its file (may be left empty): ", "\n")
    asked.answer("Note (may be left empty): ", "\n")
    asked.answer("Write it? [y]: ", answer)
    asked.shows("nothing was written")
    assert asked.ends() == 2
    assert log.read_bytes() == before
