"""`rules coverage` for a person: what is missing, line by line, and the sums."""

from collections.abc import Iterator

from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, ngettext
from zuofeng_cli.policy.coverage import Stray, Survey
from zuofeng_cli.rule import Rule
from zuofeng_cli.text import printable


def render(survey: Survey) -> str:
    """Each sentence without a rule, each anchor that strays, and how much is covered."""
    coverage = survey.coverage
    lines = []
    for judged in coverage.missing:
        sentence = judged.sentence
        what = _("no rule and no reason why not")
        if judged.word and judged.trigger:
            kind = _("word of time") if judged.trigger.is_time else _("word that binds")
            what += _(" ({kind}: {word})").format(kind=kind, word=judged.word)
        place = f"{survey.file}:{sentence.line}"
        lines += [f"{place}: {sentence.clauses[-1]}: {what}", f"    {sentence.text}"]
    lines += [strayed(stray) for stray in coverage.strays]
    if lines:
        lines.append("")
    return "\n".join(printable(line) for line in [*lines, *summary(survey)]) + "\n"


def strayed(stray: Stray) -> str:
    """Which anchor is not where it should be, and where it stands instead."""
    holder = stray.holder
    name = holder.id if isinstance(holder, Rule) else _("what is no duty")
    if stray.in_commentary:
        return _("{name}: not in the commentary: {anchor}").format(name=name, anchor=stray.anchor)
    line = _("{name}: not in clause {clause}: {anchor}").format(
        name=name, clause=holder.clause, anchor=stray.anchor
    )
    if stray.elsewhere:
        line += _(" (it stands in {clauses})").format(clauses=_(", ").join(stray.elsewhere))
    return line


def summary(survey: Survey) -> Iterator[str]:
    """The document's title and the sums, a line each."""
    coverage = survey.coverage
    yield localized(survey.book.title)
    total = len(coverage.sentences)
    yield ngettext("{n} sentence", "{n} sentences", total).format(n=total) + _(
        ": {mapped} mapped, {declared} declared no duty, {missing} missing"
    ).format(
        mapped=len(coverage.mapped),
        declared=len(coverage.declared),
        missing=len(coverage.missing),
    )
    anchors = coverage.anchors
    yield ngettext("{n} anchor", "{n} anchors", anchors).format(n=anchors) + (
        _(": {missing} not in their place").format(missing=len(coverage.strays))
        if coverage.strays
        else _(": each in its place")
    )
    if survey.is_same_text is False:
        yield _("this copy is not the very file that the anchors were taken from")
