"""`explain` for a person: from the clause to the date, one step a line."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from zuofeng_cli.cadence import Event
from zuofeng_cli.chain import Chain, line
from zuofeng_cli.duty import Assessment, Duty, Status
from zuofeng_cli.explain import Choice, Derivation, Fact, RuleCard, chosen, due_if
from zuofeng_cli.extension import LocalRule
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date
from zuofeng_cli.render.cells import padded, width
from zuofeng_cli.render.chain import chain_lines
from zuofeng_cli.render.explain.steps import worded
from zuofeng_cli.render.page import BOLD, DIM, Page
from zuofeng_cli.render.rule import bearers_in_words, cadence_in_words, parts_in_words
from zuofeng_cli.render.wording import (
    days_in_words,
    enumerated,
    marks,
    progress,
    recipient,
    status_name,
)
from zuofeng_cli.rule import Reading, Rule
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.text import printable

Lines = Iterator[str]
CHOSEN, OTHER = "  → ", "    "


def render_duty(
    derivation: Derivation, page: Page, quotes: tuple[str, ...] = (), chain: Chain | None = None
) -> str:
    """The derivation of a duty, and the chain that it is a step of.

    `quotes` are the sentences of the user's own copy of the text.
    """
    lines = [*_duty(derivation, page, quotes)]
    if chain is not None:
        lines += [*_heading(page, _("Step by step")), *chain_lines(chain, page)]
    return "\n".join(lines) + "\n"


def render_rule(card: RuleCard, page: Page, quotes: tuple[str, ...] = ()) -> str:
    """A rule, its readings, and the duties it makes with the date that each reading gives."""
    return "\n".join(_rule(card, page, quotes)) + "\n"


def _duty(derivation: Derivation, page: Page, quotes: tuple[str, ...]) -> Lines:
    duty, book, rule = derivation.duty, derivation.book, derivation.duty.rule
    yield page.styled(f"{localized(rule.title)}  {printable(duty.period)}", BOLD)
    yield page.styled(printable(duty.key), DIM)
    yield ""
    yield from _clause(page, book, rule, quotes)
    names = bearers_in_words(book, derivation.bearers)
    yield from _fact(page, _("Owed by"), f"{localized(duty.unit.name)}  {names}", _inferred(rule))
    for name in rule.recipients:
        title = localized(book.recipients[name])
        known = recipient(name, duty.unit, book)
        yield from _fact(page, _("To"), known if known == title else f"{known}  {title}")
    if derivation.choices:
        yield from _heading(page, _("Readings"))
    for choice in derivation.choices:
        yield from _choice(page, choice, rule)
    yield from _heading(page, _("Derivation"))
    for day, why in worded(derivation.steps, book):
        yield from page.hung(f"  {long_date(day)}  " if day else "  ", why)
    if derivation.facts:
        yield from _heading(page, _("Calendar"))
    for fact in derivation.facts:
        yield from _year(page, fact)
    yield ""
    yield from _dates(page, duty)
    yield from _standing(page, derivation.assessment, book)


def _rule(card: RuleCard, page: Page, quotes: tuple[str, ...]) -> Lines:
    rule, book = card.rule, card.book
    yield page.styled(localized(rule.title), BOLD)
    yield page.styled(rule.id, DIM)
    yield ""
    yield from _clause(page, book, rule, quotes)
    yield from _fact(page, _("Owed by"), bearers_in_words(book, rule.owed_by), _inferred(rule))
    recipients = enumerated(localized(book.recipients[name]) for name in rule.recipients)
    yield from _fact(page, _("To"), recipients)
    yield from _fact(page, _("Cadence"), cadence_in_words(book, rule.cadence))
    yield from _fact(page, _("Assumed"), parts_in_words(rule.assumed))
    yield from _fact(
        page, _("Evidence"), enumerated(localized(book.evidence[name]) for name in rule.evidence)
    )
    steps = line(book, rule)
    if len(steps) > 1:
        yield from _heading(page, _("Step by step"))
        for step, depth in steps:
            here, style = (CHOSEN, "") if step.id == rule.id else (OTHER, DIM)
            words = f"{localized(step.title)}  {step.id}"
            yield from page.hung("  " * depth + here, words, style, style)
    if rule.readings:
        yield from _heading(page, _("Readings"))
    for reading in rule.readings:
        yield from _question(page, reading)
        column = max(map(width, reading.options))
        for name, option in reading.options.items():
            lead, style = (CHOSEN, "") if name == reading.chosen else (OTHER, DIM)
            lead += f"{padded(name, column)}  "
            yield from page.hung(lead, localized(option.title), style, style)
        yield from page.hung(OTHER, localized(reading.reason), style=DIM)
    if card.assessments:
        yield from _heading(page, _("Duties"))
    for unit, own in groupby(card.assessments, key=lambda a: a.duty.unit):
        yield "  " + page.styled(unit.id, BOLD)
        yield from _periods(page, list(own))


def _periods(page: Page, assessments: list[Assessment]) -> Lines:
    """A line a duty: period, due day, status, and the due day under each other reading."""
    rows = [
        (printable(a.duty.period), _due(a.duty), status_name(a.status), dict(_others(a.duty)))
        for a in assessments
    ]
    period, due, status = (max(width(str(row[i])) for row in rows) for i in range(3))
    for row in rows:
        lead = f"    {padded(row[0], period)}  {padded(row[1], due)}  {padded(row[2], status)}  "
        others = [f"{name}: {day}" for name, day in row[3].items()]
        yield from page.hung(lead, "  ".join(others), style=DIM)


def _clause(page: Page, book: Rulebook, rule: Rule, quotes: tuple[str, ...]) -> Lines:
    quotation, between = ("「{}」", "") if book.language.startswith("zh") else ("“{}”", " ")
    yield from _fact(
        page,
        _("Clause"),
        f"{rule.clause}  {localized(book.title)}",
        between.join(quotation.format(anchor) for anchor in rule.anchors),
        *(f"> {quote}" for quote in quotes),
        localized(rule.note),
    )
    if isinstance(rule, LocalRule):
        origin = f"{rule.origin_clause}  {localized(rule.origin)}".strip()
        text = _("added to the text")
        if rule.base:
            words = cadence_in_words(book, rule.base.cadence_under({}))
            text = _("the text: {words}").format(words=words)
        yield from _fact(page, _("Local"), origin, text)


def _choice(page: Page, choice: Choice, rule: Rule) -> Lines:
    """A reading: its question, each answer with the due day it gives, and why the one holds."""
    base = rule.base if isinstance(rule, LocalRule) else None
    is_outdone = base and not base.cadence.gives_dates and rule.cadence.gives_dates
    yield from _question(page, choice.reading)
    dated = any(option.cadence for option in choice.reading.options.values())
    column = max(width(_day(day)) for day in choice.due.values())
    for name, option in choice.reading.options.items():
        here = name == choice.chosen
        date = f"{padded(_day(choice.due[name]), column)}  " if dated else ""
        words = localized(option.title) or name
        if here and choice.by_unit:
            words = _("{answer} (chosen by this unit)").format(answer=words)
        elif here and dated and is_outdone:
            words = _("{answer} (a local rulebook says otherwise)").format(answer=words)
        style = "" if here else DIM
        yield from page.hung((CHOSEN if here else OTHER) + date, words, style, style)
    yield from page.hung(OTHER, localized(choice.reading.reason), style=DIM)


def _question(page: Page, reading: Reading) -> Lines:
    yield from page.hung("  ", f"{localized(reading.question)}  {reading.id}")


def _year(page: Page, fact: Fact) -> Lines:
    year = fact.year.year
    if not fact.year.official:
        text = _("{year}: provisional, projected until the notice is out").format(year=year)
        yield from page.hung("  ", text)
        return
    official = _("{year}: official").format(year=year)
    for notice in fact.notices:
        published = notice.published.isoformat() if notice.published else ""
        known = "  ".join(filter(None, [notice.number, published]))
        yield from page.hung(f"  {official}  ", known or _("notice number not confirmed"))
        if notice.url:
            yield " " * (width(official) + 4) + page.styled(notice.url, DIM)
    if not fact.notices:
        yield f"  {official}"


def _dates(page: Page, duty: Duty) -> Lines:
    if duty.opens:
        yield from _fact(page, _("Opens"), long_date(duty.opens))
    if duty.due:
        if isinstance(duty.cadence, Event) and duty.cadence.due:
            basis = _("the deadline that the item itself carries")
        elif duty.basis == "text":
            basis = _("fixed by the text")
        elif duty.rule.assumed:
            basis = _("assumed: the text does not fix {names}").format(
                names=parts_in_words(duty.rule.assumed)
            )
        else:
            basis = _("assumed: a reading fixes it")
        yield from _fact(page, _("Due"), f"{_due(duty)}  {basis}")
    if (working := duty.last_working_day) and working != duty.due:
        yield from _fact(page, _("Last workday"), long_date(working))


def _standing(page: Page, assessment: Assessment, book: Rulebook) -> Lines:
    status = assessment.status
    days = "" if status is Status.DONE else days_in_words(assessment)  # its entries say when
    name = "" if status_name(status) in days else status_name(status)  # 逾期, 逾期 3 天
    words = [name, days, progress(assessment, book)]
    entries = [
        " ".join([long_date(entry.done), *(f" {e.ref}" for e in entry.evidence if e.ref)])
        for entry in assessment.entries
    ]
    waiver = assessment.waiver
    waived = [f"{waiver.approved_by}  {waiver.reason}"] if waiver else []
    yield from _fact(page, _("Status"), "  ".join(filter(None, words)), *entries, *waived)


def _heading(page: Page, text: str) -> Lines:
    yield from ("", page.styled(text, BOLD))


def _fact(page: Page, label: str, *texts: str) -> Lines:
    """The label, and the texts in the column beside it; nothing where all are empty."""
    lead = padded(label, _label_column())
    for text in filter(None, texts):
        yield from page.hung(lead, printable(text), lead_style=DIM)
        lead = " " * width(lead)


def _label_column() -> int:
    labels = (
        _("Clause"), _("Local"), _("Owed by"), _("To"), _("Cadence"), _("Assumed"), _("Evidence"),
        _("Opens"), _("Due"), _("Last workday"), _("Status"),
    )  # fmt: skip
    return max(map(width, labels)) + 2


def _inferred(rule: Rule) -> str:
    stated = rule.bearer_basis == "stated"
    return "" if stated else _("inferred: the sentence names nobody")


def _day(day: date | None) -> str:
    return long_date(day) if day else "-"


def _due(duty: Duty) -> str:
    return (long_date(duty.due) if duty.due else "-") + marks(duty)


def _others(duty: Duty) -> Iterator[tuple[str, str]]:
    """The due day under each option that the unit has not chosen and that changes the cadence."""
    for reading in duty.rule.readings:
        for name, option in reading.options.items():
            if name == chosen(duty.unit, reading):
                continue
            day = due_if(duty, reading, name)
            if day and (option.cadence or day != duty.due):
                yield name, long_date(day)
