"""A kind of finding explained: what its module says of it, and an example with its output."""

import inspect
from collections.abc import Iterator
from importlib import import_module

from zuofeng_cli.checks import CHECKS, load
from zuofeng_cli.finding import FindingPage, Severity
from zuofeng_cli.lint import FAULTS, UNUSABLE
from zuofeng_cli.load.builtin import BAD_LOGS

LONGEST_EXAMPLE = 40
"""Lines; a longer log says no more than what was printed of it."""


def finding_pages() -> Iterator[FindingPage]:
    """Every kind of finding of `check`, then every fault that `rules lint` finds."""
    for name in CHECKS:
        check = load(name)
        yield FindingPage(
            check.CODE, name, check.SEVERITY, inspect.cleandoc(check.__doc__), *_example(name)
        )
    for kind in FAULTS:
        module = import_module(f"zuofeng_cli.lint.{kind}")
        severity = Severity.ERROR if kind in UNUSABLE else Severity.WARNING
        text = inspect.cleandoc(module.__doc__ or "")
        yield FindingPage(module.CODE, kind.replace("_", "-"), severity, text)


def finding_page(word: str) -> FindingPage | None:
    """The page of the finding with this code, in any case, or this name."""
    pages = finding_pages()
    return next((p for p in pages if word.upper() == p.code or word.lower() == p.name), None)


def _example(name: str) -> tuple[str, str]:
    folder = BAD_LOGS / name
    transcript = folder / "check.transcript"
    output = transcript.read_text(encoding="utf-8") if transcript.is_file() else ""
    logs = sorted(folder.glob("*.yaml"))
    if len(logs) != 1:
        return "", output
    try:
        log = logs[0].read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return "", output
    short = log.isprintable() or all(c.isprintable() or c == "\n" for c in log)
    return (log if short and log.count("\n") <= LONGEST_EXAMPLE else ""), output
