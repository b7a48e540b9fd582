"""`explain` for a person: from the clause to the date, one step a line."""

from collections.abc import Iterator
from datetime import date

from zuofeng_cli.cadence import Cadence, Event, Holiday, Period, Rolling
from zuofeng_cli.duty import Assessment, Duty
from zuofeng_cli.explain import Derivation, Fact, RuleCard, chosen
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date
from zuofeng_cli.render.explain.steps import EVERY, worded
from zuofeng_cli.render.wording import days_in_words, status_name
from zuofeng_cli.rule import Bearer, Rule, Rulebook


def render_duty(derivation: Derivation, quotes: tuple[str, ...] = ()) -> str:
    """The derivation of a duty; `quotes` are the sentences of the user's own copy of the text."""
    duty, book = derivation.duty, derivation.book
    lines = [
        f"{localized(duty.rule.title)}  {duty.period}",
        duty.key,
        "",
        *_clause(book, duty.rule, quotes),
        "",
        *_bearers(derivation),
    ]
    if derivation.choices:
        lines += ["", _("Reading")]
        for choice in derivation.choices:
            by = _("chosen by this unit") if choice.by_unit else _("chosen by the rulebook")
            lines.append(f"  {localized(choice.reading.question)}")
            lines.append(f"    → {localized(choice.option.title) or choice.chosen} ({by})")
            if choice.reading.reason:
                lines.append(f"      {localized(choice.reading.reason)}")
    lines += ["", _("Derivation")]
    lines += [f"  {worded(step, book)}" for step in derivation.steps]
    if derivation.facts:
        lines += ["", _("Calendar")]
        lines += [line for fact in derivation.facts for line in _fact(fact)]
    lines += ["", *_dates(duty), *_standing(derivation.assessment)]
    lines += list(_others(derivation))
    return "\n".join(lines) + "\n"


def render_rule(card: RuleCard, quotes: tuple[str, ...] = ()) -> str:
    """A rule, its readings, and the duties it makes with the date that each reading gives."""
    rule, book = card.rule, card.book
    owed = ", ".join(_bearer(book, bearer) for bearer in rule.owed_by)
    if rule.bearer_basis == "inferred":
        owed += _(" (inferred: the sentence names nobody)")
    lines = [localized(rule.title), rule.id, "", *_clause(book, rule, quotes), ""]
    lines += [f"{_('Owed by')}  {owed}", f"{_('Cadence')}  {_cadence(book, rule.cadence)}"]
    if rule.recipients:
        names = ", ".join(localized(book.recipients[name]) for name in rule.recipients)
        lines.append(f"{_('To')}  {names}")
    if rule.evidence:
        names = ", ".join(localized(book.evidence[name]) for name in rule.evidence)
        lines.append(f"{_('Evidence')}  {names}")
    if rule.assumed:
        lines.append(f"{_('Assumed')}  {', '.join(rule.assumed)}")
    if rule.after:
        lines.append(f"{_('After')}  {rule.after}")
    for reading in rule.readings:
        lines += ["", f"{_('Reading')} {reading.id}: {localized(reading.question)}"]
        for name, option in reading.options.items():
            mark = "→" if name == reading.chosen else " "
            lines.append(f"  {mark} {name}: {localized(option.title)}")
        if reading.reason:
            lines.append(f"    {localized(reading.reason)}")
    if card.assessments:
        lines += ["", _("Duties")]
    for assessment in card.assessments:
        duty = assessment.duty
        due = long_date(duty.due) if duty.due else "-"
        lines.append(f"  {due}  {status_name(assessment.status)}  {duty.key}")
        lines += [f"      {name}: {long_date(day)}" for name, day in _readings(duty)]
    return "\n".join(lines) + "\n"


def _clause(book: Rulebook, rule: Rule, quotes: tuple[str, ...]) -> list[str]:
    anchors = "  ".join(f"「{anchor}」" for anchor in rule.anchors)
    lines = [f"{_('Clause')}  {localized(book.title)}  {rule.clause}", f"  {anchors}"]
    lines += [f"  > {quote}" for quote in quotes]
    if rule.note:
        lines.append(f"  {localized(rule.note)}")
    return lines


def _bearers(derivation: Derivation) -> list[str]:
    book, duty = derivation.book, derivation.duty
    names = ", ".join(_bearer(book, bearer) for bearer in derivation.bearers)
    lines = [f"{_('Owed by')}  {localized(duty.unit.name)}: {names}"]
    if duty.rule.bearer_basis == "inferred":
        lines.append("  " + _("inferred: the sentence names nobody"))
    for name in duty.rule.recipients:
        there = localized(duty.unit.recipients.get(name, ""))
        lines.append(
            f"{_('To')}  {localized(book.recipients[name])}" + (f": {there}" * bool(there))
        )
    return lines


def _bearer(book: Rulebook, bearer: Bearer) -> str:
    kind = localized(book.kinds[bearer.kind])
    return f"{kind} ({localized(book.levels[bearer.level])})" if bearer.level else kind


def _fact(fact: Fact) -> Iterator[str]:
    year = fact.year.year
    if not fact.year.official:
        yield "  " + _("{year}: provisional, projected until the notice is out").format(year=year)
        return
    if not fact.notices:
        yield "  " + _("{year}: official").format(year=year)
    for notice in fact.notices:
        parts = [
            notice.number,
            notice.published.isoformat() if notice.published else "",
            notice.url,
        ]
        known = "  ".join(part for part in parts if part) or _("notice number not confirmed")
        yield "  " + _("{year}: official").format(year=year) + f"  {known}"


def _dates(duty: Duty) -> Iterator[str]:
    if duty.opens:
        yield f"{_('Opens')}  {long_date(duty.opens)}"
    if duty.due:
        basis = _("fixed by the text") if duty.basis == "text" else _("assumed")
        yield f"{_('Due')}  {long_date(duty.due)}  ({basis})"
        if duty.rule.assumed:
            names = ", ".join(duty.rule.assumed)
            yield "  " + _("not fixed by the text: {names}").format(names=names)
        if (working := duty.last_working_day) and working != duty.due:
            yield f"{_('Last working day')}  {long_date(working)}"


def _standing(assessment: Assessment) -> Iterator[str]:
    words = days_in_words(assessment)
    yield f"{_('Status')}  {status_name(assessment.status)}" + (f", {words}" if words else "")
    for entry in assessment.entries:
        refs = " ".join(evidence.ref for evidence in entry.evidence if evidence.ref)
        yield f"  {long_date(entry.done)}  {refs}".rstrip()
    if assessment.waiver is not None:
        yield f"  {assessment.waiver.approved_by}: {assessment.waiver.reason}"


def _others(derivation: Derivation) -> Iterator[str]:
    others = list(_readings(derivation.duty))
    if others:
        yield ""
        yield _("Under another reading")
    for name, day in others:
        yield f"  {name}: {long_date(day)}"


def _readings(duty: Duty) -> Iterator[tuple[str, date]]:
    for reading in duty.rule.readings:
        for name, option in reading.options.items():
            if name == chosen(duty.unit, reading):
                continue
            cadence = duty.rule.cadence_under({**duty.unit.readings, reading.id: name})
            if (option.cadence or cadence != duty.cadence) and (day := duty.due_under(cadence)):
                yield f"{reading.id} = {name}", day


def _cadence(book: Rulebook, cadence: Cadence) -> str:
    if isinstance(cadence, Period):
        return _("{every}, at least {at_least}").format(
            every=_(EVERY[cadence.every]), at_least=cadence.at_least
        )
    if isinstance(cadence, Holiday):
        names = ", ".join(localized(book.festivals[name].title) for name in cadence.festivals)
        phase = _("before {names}") if cadence.phase == "before" else _("around {names}")
        return phase.format(names=names)
    if isinstance(cadence, Event):
        return _("after each event: {event}").format(event=localized(book.events[cadence.event]))
    if isinstance(cadence, Rolling):
        return _("again within so long of the last time")
    return _("no number in the text")
