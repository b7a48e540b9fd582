"""docs/checks.md: every finding of `zuofeng check`, from the docstrings and the examples."""

from zuofeng_cli.load.finding_page import finding_pages
from zuofeng_cli.render.explain.finding import markdown

HEAD = """\
# What `zuofeng check` finds

Made from the code by `make docs`; each example stands in `examples/logs/bad` and its output is
replayed by the tests. `zuofeng explain CODE` shows the same page in the terminal. An error fails
the check, a warning does not; `[check]` in `zuofeng.toml` selects, ignores and grades them.

"""


def page() -> str:
    """The whole page: a table of all findings, and a section for each."""
    pages = [page for page in finding_pages() if page.code.startswith("ZF")]
    rows = [
        f"| [{p.code}](#{p.code.lower()}-{p.name}) | `{p.name}` | {p.severity.value} "
        f"| {_first_sentence(p.text)} |"
        for p in pages
    ]
    table = "\n".join(
        ["| code | name | severity | what is wrong |", "| --- | --- | --- | --- |", *rows]
    )
    return HEAD + table + "\n\n" + "\n".join(markdown(p) for p in pages)


def _first_sentence(text: str) -> str:
    return " ".join(text.split("\n\n", maxsplit=1)[0].split()).replace("|", "\\|")
