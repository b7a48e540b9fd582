"""Logs that mean harm, or are broken: a finding at once, in bounded memory, and no traceback."""

import os
import resource
import subprocess
import sys
from datetime import date
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Run
from tests.submitted import STUDY, found, submit, workspace
from zuofeng_cli.load.examine import Examiner
from zuofeng_cli.load.workspace import load_workspace

FULL = 5 * 1024 * 1024
HEAD = "unit: demo-committee\nentries:\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{here}: &{here} [{', '.join([f'*{there}'] * 9)}]\n"
    for there, here in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "nothing": (b"", "schema"),
    "only a comment": (b"# x\n", "schema"),
    "a list": (b"- unit: demo-committee\n", "schema"),
    "a word": (b"log\n", "schema"),
    "several documents": (f"{HEAD}{STUDY}---\n{HEAD}{STUDY}".encode(), "syntax"),
    "an end of document": (f"{HEAD}{STUDY}...\n{HEAD}{STUDY}".encode(), "syntax"),
    "a tab": (b"unit: demo-committee\nentries:\n\t- duty: x\n", "syntax"),
    "a python tag": (b"unit: !!python/object/apply:os.system [x]\n", "syntax"),
    "a tag of its own": (b"unit: !office demo-committee\n", "syntax"),
    "a duplicate key": (b"unit: demo-committee\nunit: demo-committee\n", "duplicate-key"),
    "a merge key": (b"a: &a {unit: demo-committee}\n<<: *a\n", "schema"),
    "NUL": (b"unit: demo-committee\0\nentries: []\n", "syntax"),
    "an escaped NUL": (b'unit: "demo-committee\\0"\n', "unknown-unit"),
    "a surrogate": (b'unit: "\\ud800"\n', "syntax"),
    "UTF-16": ("unit: demo-committee\n".encode("utf-16"), "encoding"),
    "UTF-16 without a mark": ("unit: demo-committee\n".encode("utf-16-le"), "syntax"),
    "GB 18030": (f"{HEAD}# 示范\n".encode("gb18030"), "encoding"),
    "ten thousand digits": (f"unit: {'9' * 10_000}\n".encode(), "schema"),
    "ten thousand digits of a year": (
        f"{HEAD}  - duty: quarterly-study\n    done: {'9' * 10_000}\n".encode(),
        "schema",
    ),
    "ten thousand digits of a period": (
        f"{HEAD}{STUDY}    period: {'9' * 10_000}\n".encode(),
        "schema",
    ),
    "an infinite number": (b"unit: .inf\n", "schema"),
    "a day of no calendar": (
        f"{HEAD}  - duty: pre-holiday-reminder\n    done: 1901-01-01\n".encode(),
        "before-start",
    ),
    "a festival of no calendar": (
        f"{HEAD}  - duty: pre-holiday-reminder\n    done: 2026-10-15\n"
        "    period: 9999-spring-festival\n".encode(),
        "unknown-period",
    ),
    "a day that is none": (f"{HEAD}  - duty: quarterly-study\n    done: 0\n".encode(), "schema"),
    "an alias bomb": (BOMB.encode(), "syntax"),
    "an alias of itself": (b"unit: &a [*a]\n", "schema"),
    "an alias of nothing": (b"unit: *a\n", "syntax"),
    "deep brackets": (b"[" * FULL, "syntax"),
    "deep braces": (b"{" * FULL, "syntax"),
    "deep dashes": (b"- " * (FULL // 2), "syntax"),
    "deep questions": (b"? " * (FULL // 2), "syntax"),
    "deep indentation": (b"".join(b" " * n + b"a:\n" for n in range(3000)), "syntax"),
    "an open quote": (b"'" * (FULL - 1), "syntax"),
    "an endless tag": (b"!" * FULL, "syntax"),
    "line ends": (b"\r" * FULL, "schema"),
    "marks of byte order": ("\ufeff".encode() * (FULL // 3), "schema"),
    "a million numbers": (f"{HEAD[:-1]} [{'1,' * (FULL // 2 - 50)}]\n".encode(), "too-large"),
    "the same keys 100,000 times": (f"{HEAD}- {{}}\n".encode() * 100_000, "duplicate-key"),
    "200,000 keys": ("".join(f"k{n}: 1\n" for n in range(200_000)).encode(), "schema"),
    "200,000 periods": (
        f"{HEAD}- duty: quarterly-study\n  done: 2026-10-15\n"
        f"  period: [{','.join(map(str, range(200_000)))}]\n".encode(),
        "schema",
    ),
    "60,000 entries": (
        f"{HEAD}{'- {duty: quarterly-study, done: 2026-10-15}' + chr(10)}".encode()
        + b"- {duty: quarterly-study, done: 2026-10-15}\n" * 60_000,
        "duplicate-entry",
    ),
    "30,000 events and 20,000 entries": (
        b"unit: demo-committee\nevents:\n"
        + b"".join(
            b"- {id: c%d, type: case-closed, date: 2026-10-15}\n" % n for n in range(30_000)
        )
        + b"entries:\n"
        + b"- {duty: post-case-democratic-life-meeting, done: 2026-10-16}\n" * 20_000,
        "ambiguous-period",
    ),
    "350,000 phone numbers": (
        HEAD[:-1].encode() + b" []\n" + b"# 13800138000\n" * 350_000,
        "personal-data",
    ),
    "a byte too many": (b"#" * (FULL + 1), "too-large"),
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "office")


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_is_a_finding_at_once(root: Path, kind: str) -> None:
    """A process of its own, with two gibibytes and half a minute; most take a third of a second."""
    content, expected = HOSTILE[kind]
    path = root / "logs" / "demo-committee.yaml"
    path.write_bytes(content)
    limit = 2 * 1024**3
    done = subprocess.run(
        [
            *(sys.executable, "-c", "from zuofeng_cli.cli import main; main()"),
            *("check", str(path), "-w", str(root), "--today", "2026-11-24"),
        ],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "ZUOFENG_LANG": "en", "PYTHONUTF8": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
        timeout=30,
    )
    assert done.stderr == ""
    assert done.returncode in {0, 1}
    assert f" {expected}\n" in done.stdout
    assert len(done.stdout) < 1_000_000


@pytest.mark.parametrize("content", [STUDY, STUDY.replace("\n", "\r\n"), f"\ufeff{STUDY}"])
def test_line_ends_and_a_byte_order_mark_do_no_harm(zuofeng: Run, root: Path, content: str) -> None:
    path = root / "logs" / "demo-committee.yaml"
    mark = "\ufeff" if content.startswith("\ufeff") else ""
    end = "\r\n" if "\r" in content else "\n"
    text = f"{mark}unit: demo-committee{end}entries:{end}{content.removeprefix(mark)}"
    wrong = text.replace("minutes", "minuts")
    path.write_bytes(text.encode())
    assert found(zuofeng, root, str(path)) == []
    path.write_bytes(wrong.encode())
    assert found(zuofeng, root, str(path)) == [("evidence-kind", 6, 15)]


def test_what_is_no_file_is_a_finding(zuofeng: Run, root: Path, tmp_path: Path) -> None:
    logs = root / "logs"
    (logs / "folder.yaml").mkdir()
    os.mkfifo(logs / "pipe.yaml")
    (logs / "gone.yaml").symlink_to(tmp_path / "nothing")
    (logs / "loop.yaml").symlink_to(logs / "loop.yaml")
    (logs / "device.yaml").symlink_to("/dev/zero")
    submit(root, STUDY.replace("quarterly", "quaterly"))
    answer = zuofeng("check", "-w", str(root), "--ignore", "ZF5")
    for name, said in (
        ("folder", "is a folder, not a file"),
        ("pipe", "is not a regular file"),
        ("gone", "cannot be read: No such file or directory"),
        ("loop", "cannot be read: Too many levels of symbolic links"),
        ("device", "is not a regular file"),
    ):
        assert f"logs/{name}.yaml: error ZF101 syntax\n  {said}\n" in answer.out
    assert "unknown-duty" in answer.out
    assert answer.code == 1


def test_a_file_that_is_named_and_missing_is_a_finding(zuofeng: Run, root: Path) -> None:
    answer = zuofeng("check", str(root / "nowhere.yaml"), "-w", str(root))
    assert "nowhere.yaml: error ZF101 syntax\n  cannot be read: No such file" in answer.out
    assert answer.code == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.pdf", []),
        ("folder/a.pdf", []),
        ("./folder/../a.pdf", ["evidence-outside"]),
        ("../a.pdf", ["evidence-outside"]),
        ("/etc/passwd", ["evidence-outside"]),
        ("C:\\a.pdf", ["evidence-outside"]),
        ("folder\\..\\..\\a.pdf", ["evidence-outside"]),
        ("out.pdf", ["evidence-outside"]),
        ("outside/a.pdf", ["evidence-outside"]),
        ("inside.pdf", []),
        ("loop.pdf", ["evidence-file-missing"]),
        ("folder", ["evidence-file-missing"]),
        ("pipe", ["evidence-file-missing"]),
        ("x" * 5000, ["evidence-file-missing"]),
        ("a.pdf/b.pdf", ["evidence-file-missing"]),
        ("A.pdf.", ["evidence-file-missing"]),
    ],
)
def test_evidence_never_leads_out(
    zuofeng: Run, root: Path, tmp_path: Path, name: str, expected: list[str]
) -> None:
    (tmp_path / "a.pdf").touch()
    (root / "a.pdf").touch()
    (root / "folder").mkdir()
    (root / "folder" / "a.pdf").touch()
    (root / "out.pdf").symlink_to(tmp_path / "a.pdf")
    (root / "outside").symlink_to(tmp_path)
    (root / "inside.pdf").symlink_to("folder/a.pdf")
    (root / "loop.pdf").symlink_to("loop.pdf")
    os.mkfifo(root / "pipe")
    submit(root, STUDY + f"        file: '{name}'\n        sha256: {'a' * 64}\n")
    told = [n for n, *_ in found(zuofeng, root, "--select", "ZF403", "--select", "ZF405")]
    assert told == expected


LINES = st.sampled_from(
    [
        "unit: demo-committee\n", "entries:\n", "  - duty: quarterly-study\n", "events:\n",
        "  - duty: pre-holiday-reminder\n", "  - duty: [annual-survey, monthly-case-report]\n",
        "  - duty: post-case-democratic-life-meeting\n", "    done: 2026-10-15\n",
        "    done: 1900-01-01\n", "    done: 2199-12-31\n", "    done: 9999-12-31\n",
        "    period: 2026-Q4\n", "    period: 9999-spring-festival\n", "    period: 9999-Q4\n",
        "    period: [2026, 2026-10, case-1]\n", "    evidence:\n", "      - kind: minutes\n",
        "        ref: x\n", '        file: "a\\0b"\n', "        sha256: zz\n",
        "    delivered_to: superior-party\n", "    note: &a x\n", "    note: *a\n",
        '    note: "\\e[31m\\u202e"\n', "  - id: case-1\n", "    type: case-closed\n",
        "    type: finding\n", "    date: 1900-01-01\n", "    date: 2026-10-01\n",
        "    due: 2199-12-31\n", "waivers:\n", "    reason: x\n", "    expires: 9999-12-31\n",
        '    period: "2026"\n', "---\n", "...\n", "<<: *a\n", "? [a]\n: b\n", "\t", "{", "}", "[",
        "]", ": ", "- ", "# 13800138000\n", '"', "'", "|\n", "\x00", "\ufeff", "\x85", "\u2028",
        "\r", "2026-13-45", "~", "true\n", "1e999\n", "!!set {a}\n", "!!binary aGk=\n", "!x y\n",
        "%YAML 1.1\n", "12:30\n", "2026-10-15T00:00:00Z\n", "9" * 5000, f"0x{'f' * 5000}",
    ]
)  # fmt: skip
SOUND = (Path(__file__).parents[2] / "examples/logs/ok/demo-committee.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def examiner(tmp_path_factory: pytest.TempPathFactory) -> Examiner:
    root = workspace(tmp_path_factory.mktemp("fuzzed") / "office")
    return Examiner(load_workspace(root), date(2026, 11, 24))


def says_what_is_wrong(examiner: Examiner, content: bytes) -> None:
    path = examiner.logs[0]
    path.write_bytes(content)
    started = monotonic()
    for finding in examiner.examine(path):
        assert finding.code
        assert finding.message
        assert (finding.line is None) == (finding.column is None)
        assert (
            finding.line is None
            or 1 <= finding.line <= content.count(b"\n") + content.count(b"\r") + 2
        )
    assert monotonic() - started < 5


@settings(max_examples=400, suppress_health_check=list(HealthCheck))
@given(lines=st.lists(LINES, max_size=16))
def test_any_lines_are_a_log_or_findings(examiner: Examiner, lines: list[str]) -> None:
    says_what_is_wrong(examiner, "".join(lines).encode())


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(at=st.integers(0, len(SOUND)), gone=st.integers(0, 40), new=LINES)
def test_a_log_with_a_hole_is_a_log_or_findings(
    examiner: Examiner, at: int, gone: int, new: str
) -> None:
    says_what_is_wrong(examiner, (SOUND[:at] + new + SOUND[at + gone :]).encode())


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(content=st.binary(max_size=300))
def test_any_bytes_are_a_log_or_findings(examiner: Examiner, content: bytes) -> None:
    says_what_is_wrong(examiner, content)
