"""A chain on the screen: its event, and a line a step with how it stands or what it waits for."""

from collections.abc import Iterator

from zuofeng_cli.chain import Chain, Step
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date
from zuofeng_cli.render.cells import padded, width
from zuofeng_cli.render.page import BOLD, DIM, Page
from zuofeng_cli.render.wording import days_in_words, marks, status_name
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.text import printable

SETTLED, NEXT, WAITING = "✓", "→", "·"


def chain_lines(chain: Chain, page: Page, indent: str = "  ") -> Iterator[str]:
    """The chain in lines that fit the page."""
    event = chain.event
    kind = localized(chain.book.events[event.type])
    heading = f"{printable(event.id)}  {kind}  {long_date(event.date)}"
    yield from page.hung(indent, heading, style=BOLD)
    states = [_state(step) for step in chain.steps]
    column = max(map(width, states))
    for step, state in zip(chain.steps, states, strict=True):
        sign = SETTLED if step.is_settled else WAITING if step.awaits else NEXT
        lead = f"{indent}  {sign} {padded(state, column)}  {'  ' * step.depth}"
        style = "" if sign == NEXT else DIM
        yield from page.hung(lead, localized(step.rule.title), style, style)
        if waits := waits_in_words(step, chain.book):
            yield from page.hung(" " * width(lead), waits, style=DIM)


def waits_in_words(step: Step | None, book: Rulebook) -> str:
    """What a step that is not settled waits for; empty where nothing keeps it from being done."""
    if step is None or step.awaits is None or step.is_settled:
        return ""
    if step.assessment is None:
        return _("waits for an event: {event}").format(event=localized(book.events[step.awaits]))
    before = book.rule(step.awaits)
    assert before
    return _("waits for: {step}").format(step=localized(before.title))


def _state(step: Step) -> str:
    """When it was done or is due; else that it comes next."""
    assessment = step.assessment
    if assessment is None:
        return "-"
    duty = assessment.duty
    if step.is_settled:
        return days_in_words(assessment) or status_name(assessment.status)
    if duty.due is not None:
        return f"{long_date(duty.due)}{marks(duty)}  {days_in_words(assessment)}"
    if duty.window.without == "deadline":
        return _("no deadline yet")
    return "-" if step.awaits else _("next")
