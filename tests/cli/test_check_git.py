"""`check` on real repositories: pull requests, and how a log came to be."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.submitted import STUDY, commit, findings, found, git, submit, workspace

REPORT = """\
  - duty: monthly-case-report
    done: {done}
    period: {period}
    delivered_to: [superior-discipline]
    evidence:
      - kind: report
        ref: 〔{period}〕
"""
LATER = ("2026-11-24", "2026-12-15", "2027-03-05", "2028-06-30", "2034-01-01")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository in which one report is overdue, and more become so as time goes by."""
    root = workspace(tmp_path / "office")
    submit(root, STUDY)
    submit(root, REPORT.format(done="2026-11-10", period="2026-11"), "demo-discipline")
    commit(root, "2026-11-12")
    return root


def add(root: Path, entry: str, unit: str = "demo-discipline") -> None:
    path = root / "logs" / f"{unit}.yaml"
    path.write_text(path.read_text("utf-8") + entry, encoding="utf-8")


@pytest.mark.parametrize("today", LATER)
def test_a_right_entry_passes_on_any_day(zuofeng: Run, root: Path, today: str) -> None:
    base = git(root, "rev-parse", "HEAD")
    add(root, REPORT.format(done="2026-11-20", period="2026-10"))
    commit(root, "2026-11-20", branch="pull-request")
    told = found(zuofeng, root, "--baseline", base, "--today", today)
    assert [name for name, _line, _column in told] == ["done-late"]
    add(root, STUDY.replace("10-15", "11-18").replace("40", "44"), "demo-committee")
    assert len(found(zuofeng, root, "--baseline", "HEAD", "--today", today)) == 0
    assert len(found(zuofeng, root, "--today", today)) > 0


@pytest.mark.parametrize("today", LATER)
@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (REPORT.format(done="2026-11-20", period="2026-13"), ("unknown-period", 18, 13)),
        (REPORT.format(done="2026-11-20", period="2026-12"), ("outside-period", 18, 13)),
        (REPORT.format(done="2026-11-10", period="2026-11"), ("duplicate-entry", 16, 11)),
        ("  - duty: monthly-case-reports\n    done: 2026-11-20\n", ("unknown-duty", 16, 11)),
        ("  - duty: monthly-case-report\n    dnoe: 2026-11-20\n", ("schema", 17, 5)),
    ],
)
def test_a_wrong_entry_fails_with_just_that_on_any_day(
    zuofeng: Run, root: Path, entry: str, expected: tuple[str, int, int], today: str
) -> None:
    base = git(root, "rev-parse", "HEAD")
    # Lines go in above what stood there, so that everything moves.
    path = root / "logs" / "demo-discipline.yaml"
    text = path.read_text("utf-8").replace("entries:\n", "# one\n# two\n# three\nentries:\n")
    text = text.replace("# three\n", "# three\n\n\n\n")
    path.write_text(text + entry, encoding="utf-8")
    commit(root, "2026-11-20", branch="pull-request")
    told = found(zuofeng, root, "--baseline", base, "--today", today)
    assert expected in told
    assert {name for name, _line, _column in told} <= {expected[0], "schema"}


def test_what_a_pull_request_takes_away_is_worse(zuofeng: Run, root: Path) -> None:
    (root / "logs" / "demo-discipline.yaml").unlink()
    base = commit(root, "2026-11-13")
    assert found(zuofeng, root, "--baseline", base) == []
    told = findings(zuofeng, root, "--baseline", f"{base}~1", "--today", "2026-12-15")
    assert [(f["name"], f["period"]) for f in told] == [("overdue", "2026-11")]


def test_evidence_is_looked_up_where_it_was(zuofeng: Run, root: Path) -> None:
    """A file that was there, or was missing, at the base; one that changed without its log."""
    (root / "a.txt").write_text("a", encoding="utf-8")
    (root / "b.txt").write_text("b", encoding="utf-8")
    sha256 = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"  # of "a"
    files = f"        file: a.txt\n        sha256: {sha256}\n"
    files += "      - kind: minutes\n        file: b.txt\n"
    files += "      - kind: minutes\n        file: c.txt\n"
    submit(root, STUDY + files)
    base = commit(root, "2026-11-13")
    assert found(zuofeng, root, "--baseline", base) == []
    (root / "a.txt").write_text("A", encoding="utf-8")
    (root / "b.txt").unlink()
    assert found(zuofeng, root, "--baseline", base) == [
        ("evidence-hash", 9, 17),
        ("evidence-file-missing", 11, 15),
    ]


def test_a_base_without_a_workspace_had_nothing_wrong(zuofeng: Run, tmp_path: Path) -> None:
    root = workspace(tmp_path / "office")
    submit(root, STUDY, "demo-discipline")
    told = found(zuofeng, root)
    assert told != []
    git(root, "init", "-q", "-b", "main")
    assert found(zuofeng, root, "--baseline", "HEAD") == told
    git(root, "commit", "-q", "--allow-empty", "-m", "empty")
    assert found(zuofeng, root, "--baseline", "HEAD") == told


def test_a_workspace_in_a_folder_of_its_repository(zuofeng: Run, tmp_path: Path) -> None:
    root = workspace(tmp_path / "repository" / "offices" / "here")
    submit(root, STUDY)
    commit(tmp_path / "repository", "2026-10-16")
    add(root, STUDY.replace("quarterly", "quaterly"), "demo-committee")
    assert [n for n, *_ in found(zuofeng, root, "--baseline", "HEAD")] == ["unknown-duty"]
    assert [n for n, *_ in found(zuofeng, root, "--select", "ZF6", "--history")] == ["backdated"]
    said = zuofeng("check", "-w", str(root), "-f", "github", "--select", "unknown-duty").out
    assert "file=offices/here/logs/demo-committee.yaml,line=8" in said


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", "HEAD:zuofeng.toml", ""])
def test_a_ref_that_names_no_commit_is_exit_2(zuofeng: Run, root: Path, ref: str) -> None:
    answer = zuofeng("check", "-w", str(root), f"--baseline={ref}")
    assert answer.code == 2
    assert "git knows no commit" in answer.err


def test_the_repository_that_a_hook_names_is_not_asked(
    zuofeng: Run, root: Path, tmp_path: Path
) -> None:
    """Git sets GIT_DIR and its like for hooks, relative to a folder that is not ours."""
    other = workspace(tmp_path / "other")
    commit(other, "2020-01-01")
    answer = zuofeng(
        *("check", "-w", str(root), "--baseline", "HEAD", "-f", "json"),
        GIT_DIR=str(other / ".git"),
        GIT_INDEX_FILE=str(other / ".git" / "index"),
    )
    assert answer.code == 0


# How a log came to be


def history(zuofeng: Run, root: Path, *words: str) -> list[tuple[str, int | None, str]]:
    told = findings(zuofeng, root, "--history", "--select", "ZF6", *words)
    return [(f["name"], f["line"], f["message"]) for f in told]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A repository whose log was written day by day."""
    root = workspace(tmp_path / "office")
    submit(root, STUDY)
    commit(root, "2026-10-16")
    return root


def test_a_log_that_was_kept_gives_nothing(zuofeng: Run, kept: Path) -> None:
    add(kept, STUDY.replace("10-15", "11-20").replace("40", "44"), "demo-committee")
    commit(kept, "2026-11-21")
    assert history(zuofeng, kept) == []


@pytest.mark.parametrize(("day", "is_told"), [("2026-11-14", False), ("2026-11-15", True)])
def test_an_entry_committed_more_than_30_days_after_its_day_is_backdated(
    zuofeng: Run, tmp_path: Path, day: str, *, is_told: bool
) -> None:
    root = workspace(tmp_path / "office")
    commit(root, "2026-10-01")
    submit(root, STUDY)
    commit(root, day)
    said = f"it claims 2026-10-15, and was first committed on {day}"
    assert history(zuofeng, root) == ([("backdated", 4, said)] if is_told else [])


def test_an_entry_that_is_not_committed_yet_is_filed_today(zuofeng: Run, kept: Path) -> None:
    add(kept, STUDY.replace("40", "41"), "demo-committee")
    said = "it claims 2026-10-15, and was first committed on 2026-11-24"
    assert history(zuofeng, kept) == [("backdated", 9, said)]


def test_the_days_are_those_of_the_rulebook_s_time_zone(zuofeng: Run, tmp_path: Path) -> None:
    """23:30 UTC of 14 November is the 15th in Chengdu: one day more than 30 after 15 October."""
    root = workspace(tmp_path / "office")
    submit(root, STUDY)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x", day="2026-11-14T23:30:00+0000")
    assert [name for name, *_ in history(zuofeng, root)] == ["backdated"]


@pytest.mark.parametrize(
    ("old", "new", "is_told"),
    [
        ("2026-10-15", "2026-10-12", True),
        ("〔2026〕40", "〔2026〕41", True),
        ("minutes", "report", True),
        # What only adds is no rewriting.
        ("ref: 〔2026〕40", "ref: 〔2026〕40\n        file: zuofeng.toml", False),
        ("    evidence:", "    note: x\n    period: 2026-Q4\n    evidence:", False),
        ("unit:", "# a comment\nunit:", False),
    ],
)
def test_an_old_entry_changed_later_is_rewritten(
    zuofeng: Run, kept: Path, old: str, new: str, *, is_told: bool
) -> None:
    path = kept / "logs" / "demo-committee.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    commit(kept, "2026-11-20")
    names = [name for name, *_ in history(zuofeng, kept)]
    assert names == (["rewritten"] if is_told else [])


def test_a_young_entry_may_still_be_corrected(zuofeng: Run, kept: Path) -> None:
    path = kept / "logs" / "demo-committee.yaml"
    path.write_text(path.read_text("utf-8").replace("10-15", "10-14"), encoding="utf-8")
    commit(kept, "2026-10-20")
    assert history(zuofeng, kept) == []


def test_an_old_entry_that_is_gone_is_told_of_at_the_unit(zuofeng: Run, kept: Path) -> None:
    path = submit(kept, STUDY.replace("10-15", "11-20").replace("40", "44"))
    commit(kept, "2026-11-20")
    said = (
        "the entry of 2026-10-15 for quarterly-study, first committed on 2026-10-16, "
        "was gone on 2026-11-20"
    )
    assert history(zuofeng, kept) == [("rewritten", 1, said)]
    add(kept, STUDY, "demo-committee")
    commit(kept, "2026-11-21")
    assert history(zuofeng, kept) == [], path


def test_entries_may_change_their_order_and_their_file_its_name(zuofeng: Run, kept: Path) -> None:
    units = kept / "units.toml"
    units.write_text(units.read_text("utf-8").replace("demo-committee", "demo-county"), "utf-8")
    (kept / "logs" / "demo-committee.yaml").rename(kept / "logs" / "demo-county.yaml")
    commit(kept, "2026-11-20")
    second = STUDY.replace("10-15", "11-20").replace("40", "44")
    submit(kept, second + STUDY, "demo-county")
    commit(kept, "2026-11-21")
    assert history(zuofeng, kept) == []


def test_what_a_merge_brings_in_was_written_on_its_branch(zuofeng: Run, kept: Path) -> None:
    add(kept, STUDY.replace("10-15", "10-20").replace("40", "42"), "demo-committee")
    commit(kept, "2026-10-21", branch="pull-request")
    git(kept, "switch", "-q", "main")
    commit(kept, "2026-11-01")
    merge = ("merge", "-q", "--no-ff", "--no-edit", "pull-request")
    git(kept, *merge, day="2026-11-23")
    assert history(zuofeng, kept) == []


def test_many_entries_filed_at_once_before_an_inspection(zuofeng: Run, tmp_path: Path) -> None:
    settings = "[check]\ninspections = [2026-11-26]\nbackdated_days = 90\nbulk_entries = 3\n"
    root = workspace(tmp_path / "office", settings)
    days = ("2026-10-15", "2026-10-20", "2026-11-18")
    entries = [STUDY.replace("2026-10-15", day).replace("40", day) for day in days]
    submit(root, "".join(entries))
    commit(root, "2026-11-19")
    said = (
        "3 entries, for 2026-10-15 to 2026-11-18, were first committed on 2026-11-19; "
        "the inspection is on 2026-11-26"
    )
    assert history(zuofeng, root) == [("bulk-entry", 4, said)]
    (root / "zuofeng.toml").write_text(
        (root / "zuofeng.toml").read_text("utf-8").replace("11-26", "11-27"), encoding="utf-8"
    )
    assert history(zuofeng, root) == []  # eight days before


def test_a_shallow_clone_says_so(zuofeng: Run, kept: Path, tmp_path: Path) -> None:
    commit(kept, "2026-11-20")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{kept}", str(clone))
    said = "the history of the logs cannot be read: the clone is shallow"
    assert history(zuofeng, clone) == [("history-unavailable", None, said)]
    git(clone, "fetch", "-q", "--unshallow")
    assert history(zuofeng, clone) == []


def test_without_git_or_a_repository_history_says_so(zuofeng: Run, tmp_path: Path) -> None:
    root = workspace(tmp_path / "office")
    submit(root, STUDY)
    assert [name for name, *_ in history(zuofeng, root)] == ["history-unavailable"]
    answer = zuofeng("check", "-w", str(root), "--history", "--select", "ZF6", PATH=str(tmp_path))
    assert "git is not installed" in answer.out


def test_history_of_what_was_worse_before_is_not_worse_now(zuofeng: Run, kept: Path) -> None:
    add(kept, STUDY.replace("40", "41"), "demo-committee")
    base = commit(kept, "2026-11-20")
    add(kept, STUDY.replace("10-15", "11-20").replace("40", "42"), "demo-committee")
    commit(kept, "2026-11-21")
    assert [name for name, *_ in history(zuofeng, kept)] == ["backdated"]
    assert history(zuofeng, kept, "--baseline", base) == []
