"""Adding to a log: what it says before and after, and what is refused with the file as it was."""

import os
import subprocess
from codecs import BOM_UTF8
from datetime import date
from pathlib import Path
from stat import S_IMODE

import pytest

from zuofeng_cli.errors import UnusableInputError, UnwritableError, UsageError
from zuofeng_cli.load.logbook import load_log
from zuofeng_cli.log import Entry, Event, Evidence, Log, Waiver
from zuofeng_cli.write import save as saving
from zuofeng_cli.write.logbook import Draft, add

ENTRY = Entry(duty=("quarterly-study",), done=date(2026, 3, 18), note="a: b")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.yaml"


def put(path: Path, addition: Entry | Event | Waiver) -> Draft:
    return add(path, "logs/a.yaml", "a", addition, lambda _draft: None)


@pytest.mark.parametrize(
    "addition",
    [
        ENTRY,
        Entry(
            duty=("quarterly-study", "annual-survey"),
            done=date(2026, 3, 18),
            period=("2026-Q1", "2026"),
            evidence=(Evidence(kind="minutes", ref="2026", file="a.pdf", sha256="0" * 64),),
            delivered_to=("superior-party",),
            note="一\n二",
        ),
        Event(id="2026", type="case-closed", date=date(2026, 5, 20), due=date(2026, 6, 30)),
        Waiver(
            duty=("annual-survey",),
            period=("2026",),
            reason="机构改革",
            approved_by="市纪委",
            approved_on=date(2026, 6, 1),
            expires=date(2026, 12, 31),
        ),
    ],
)
def test_a_log_that_is_not_there_is_made_and_grows(
    path: Path, addition: Entry | Event | Waiver
) -> None:
    empty = Log(unit="a")
    assert put(path.parent / "new" / "a.yaml", addition).after.log == empty.plus(addition)
    put(path, addition)
    put(path, addition)
    assert load_log(path, "a").log == empty.plus(addition).plus(addition)


def test_nothing_else_is_left_behind(path: Path) -> None:
    put(path, ENTRY)
    assert list(path.parent.iterdir()) == [path]


def test_a_judge_who_objects_leaves_everything_as_it_was(path: Path) -> None:
    put(path, ENTRY)
    before = path.read_bytes()

    def object_to(draft: Draft) -> None:
        assert draft.before
        assert draft.after.log == draft.before.log.plus(ENTRY)
        raise UsageError("no")

    with pytest.raises(UsageError):
        add(path, "a", "a", ENTRY, object_to)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_the_byte_order_mark_of_windows_stays(path: Path) -> None:
    path.write_bytes(BOM_UTF8 + b"unit: a\r\n")
    put(path, Event(id="x", type="y", date=date(2026, 1, 1)))
    assert path.read_bytes() == (
        BOM_UTF8 + b"unit: a\r\nevents:\r\n  - id: x\r\n    type: y\r\n    date: 2026-01-01\r\n"
    )


def test_a_link_stays_a_link_and_its_file_grows(path: Path) -> None:
    file = path.parent / "elsewhere" / "real.yaml"
    put(file, ENTRY)
    path.symlink_to(file)
    put(path, ENTRY)
    assert path.is_symlink()
    assert len(load_log(file, "a").log.entries) == 2
    assert list(file.parent.iterdir()) == [file]


def test_permissions_and_owner_stay(path: Path) -> None:
    owner = (12345, 54321) if os.geteuid() == 0 else (os.getuid(), os.getgid())
    put(path, ENTRY)
    os.chown(path, *owner)
    path.chmod(0o640)
    put(path, ENTRY)
    assert (S_IMODE(path.stat().st_mode), path.stat().st_uid, path.stat().st_gid) == (0o640, *owner)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("unit: a\nentries: {}\n", "schema", id="no list"),
        pytest.param("unit: a\nentries: [\n", "syntax", id="no YAML"),
        pytest.param("unit: a\nevents: &e []\nentries: *e\n", "syntax", id="the list is an alias"),
        pytest.param(
            "unit: a\nevents:\n- id: a\tb\n  type: >\n\t\t\t\n   x\n  date: 2026-01-01\n",
            "syntax",
            id="PyYAML cannot read it",
        ),
        pytest.param("unit: a\n#" + " " * (5 * 1024 * 1024 - 50), "too-large", id="too large then"),
    ],
)
def test_what_cannot_grow_is_refused_and_stays(path: Path, text: str, name: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInputError) as refusal:
        put(path, ENTRY)
    assert [finding.name for finding in refusal.value.findings] == [name]
    assert path.read_text(encoding="utf-8") == text
    assert list(path.parent.iterdir()) == [path]


def test_a_turn_that_does_not_come_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "WAIT", 0.05)
    with saving.alone(path, "a"), pytest.raises(UnwritableError, match="another program"):
        put(path, ENTRY)
    put(path, ENTRY)


def test_a_log_of_two_thousand_commented_lines_shows_only_the_new_ones(path: Path) -> None:
    lines = ["# 台账（手写）", "unit: a", "entries:"]
    for number in range(333):
        lines += [
            f"  # 第{number}次：'引号'、\"双引号\"、尾随空格   ",
            f"  - duty:   'quarterly-study'   # {number}",
            "    done: 2026-03-18",
            f'    note: "第 {number} 次"',
            "    evidence: [ {kind: minutes, ref: 纪要} ]",
            "",
        ]
    lines += ["# 事件", "events: []"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    git(path.parent, "init", "-q")
    git(path.parent, "add", ".")
    put(path, ENTRY)
    assert len(lines) > 2000
    assert git(path.parent, "diff", "--numstat").split() == ["3", "0", "a.yaml"]
    assert [line for line in git(path.parent, "diff", "-U0").splitlines() if line[0] in "+-"][
        2:
    ] == [
        "+  - duty: quarterly-study",
        "+    done: 2026-03-18",
        "+    note: 'a: b'",
    ]


def git(folder: Path, *words: str) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), "-c", "core.autocrlf=false", *words],  # noqa: S607
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
