"""`rules coverage --format html`: the user's copy, each sentence marked by what holds it.

One page that needs nothing else, for the user's own eyes: it quotes the whole text.
"""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from zuofeng_cli.language import active, localized
from zuofeng_cli.language import gettext as _
from zuofeng_cli.policy.coverage import Judged, Survey
from zuofeng_cli.render.coverage.text import strayed, summary

STYLE = """\
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.8; font-family: serif;
  color: #222; background: #fff; }
p { margin: .6rem 0; }
.line { color: #767676; font: .75rem monospace; margin-right: .5rem; user-select: none; }
.heading { font-weight: bold; }
.dated { background: #cfe8cf; }
.undated { background: #dde7f5; }
.declared { background: #eee; }
.missing { background: #f8c8c4; outline: 2px solid #b3261e; }
sup { font: .65rem monospace; margin: 0 .2rem; }
ul { padding-left: 1.2rem; }
@media (prefers-color-scheme: dark) {
  body { color: #ddd; background: #1b1b1b; }
  .dated { background: #24452a; } .undated { background: #25344a; }
  .declared { background: #333; } .missing { background: #5c2320; outline-color: #f2b8b5; }
}
"""


def render(survey: Survey) -> str:
    """The page: the sums, what each colour means, the text, and the anchors that stray."""
    title = escape(localized(survey.book.title))
    lines = [
        "<!doctype html>",
        f'<html lang="{active()}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f"<title>{title}</title>",
        f"<style>\n{STYLE}</style></head>",
        "<body>",
        f"<h1>{title}</h1>",
        *(f"<p>{escape(line)}</p>" for line in summary(survey)),
        f"<p>{_legend()}</p>",
        "<main>",
        *_paragraphs(survey.coverage.judged),
        "</main>",
        *_strays(survey),
        "</body></html>",
    ]
    return "\n".join(lines) + "\n"


def _legend() -> str:
    marks = {
        "dated": _("a dated duty"),
        "undated": _("a duty without a date"),
        "declared": _("declared no duty"),
        "missing": _("missing"),
    }
    return " ".join(f'<span class="{mark}">{escape(words)}</span>' for mark, words in marks.items())


def _paragraphs(judged: tuple[Judged, ...]) -> Iterator[str]:
    for number, sentences in groupby(judged, key=lambda each: each.sentence.line):
        marked = "".join(_sentence(each) for each in sentences)
        yield f'<p id="L{number}"><span class="line">{number}</span>{marked}</p>'


def _sentence(judged: Judged) -> str:
    text = escape(judged.sentence.text)
    ids = "".join(f"<sup>{escape(rule.id)}</sup>" for rule in judged.rules)
    notes = [f"{rule.id}: {localized(rule.title)}" for rule in judged.rules]
    notes += [localized(declared.reason) for declared in judged.declared]
    note = escape("\n".join(notes))
    return f'<span class="{_mark(judged)}" title="{note}">{text}</span>{ids}'


def _mark(judged: Judged) -> str:
    if judged.sentence.is_heading:
        return "heading"
    if judged.rules:
        return "dated" if any(r.cadence.gives_dates for r in judged.rules) else "undated"
    return "declared" if judged.declared else "missing"


def _strays(survey: Survey) -> Iterator[str]:
    if survey.coverage.strays:
        heading = _("Anchors that are not in their place")
        yield f"<h2>{escape(heading)}</h2><ul>"
        yield from (f"<li>{escape(strayed(stray))}</li>" for stray in survey.coverage.strays)
        yield "</ul>"
