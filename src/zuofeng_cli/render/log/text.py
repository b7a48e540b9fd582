"""`log show --format text`: acts, events and waivers, each with the duties it bears on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zuofeng_cli.duty import Assessment, Duty
from zuofeng_cli.journal import Act
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date
from zuofeng_cli.log import Event, Evidence, Waiver
from zuofeng_cli.render.cells import padded, width
from zuofeng_cli.render.log import Sheet
from zuofeng_cli.render.page import BOLD, DIM, Page
from zuofeng_cli.render.wording import enumerated, recipient, standing
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.text import printable

RED = "31"


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing logged: its day or id, and what there is to say of it, each with a style."""

    lead: str
    texts: list[tuple[str, str]]

    def lines(self, page: Page) -> Iterator[str]:
        """The texts, beside the lead and below each other."""
        lead = f"  {printable(self.lead)}  "
        for text, style in self.texts:
            yield from page.hung(lead, printable(text), "", style)
            lead = " " * width(lead)


def render(sheet: Sheet, page: Page) -> str:
    """The log for a terminal `page.width` columns wide; ends with a line break."""
    lines = list(page.hung("", printable(f"{localized(sheet.unit.name)}  {sheet.file}"), "", BOLD))
    journal = sheet.journal
    for heading, things in (
        (_("Acts"), [_act(act, sheet) for act in journal.acts]),
        (_("Events"), [_event(event, duties, sheet) for event, duties in journal.events]),
        (_("Waivers"), [_waiver(waiver, duties, sheet) for waiver, duties in journal.waivers]),
    ):
        if things:
            count = _("{status} ({n})").format(status=heading, n=len(things))
            lines += ["", page.styled(count, BOLD)]
            for thing in things:
                lines += thing.lines(page)
    if len(lines) == 1:
        lines += ["", _("Nothing is logged.")]
    return "\n".join(lines) + "\n"


def _act(act: Act, sheet: Sheet) -> Thing:
    entry = act.entry
    books = [sheet.books[duty] for duty in entry.duty if duty in sheet.books]
    texts = [_duty(*each, sheet) for each in act.serves]
    nothing = _("{what}: counts for nothing; see zuofeng check")
    missed = dict.fromkeys(fault.period or fault.duty for fault in act.faults)
    texts += [(nothing.format(what=what), RED) for what in missed]
    texts += [(_evidence(piece, books), DIM) for piece in entry.evidence]
    if entry.delivered_to:
        names = (_recipient(name, books, sheet) for name in entry.delivered_to)
        texts.append((_("delivered to: {names}").format(names=enumerated(names)), DIM))
    return Thing(long_date(entry.done), texts + _note(entry.note))


def _event(event: Event, duties: Iterable[Assessment], sheet: Sheet) -> Thing:
    titles = [book.events[event.type] for book in sheet.books.values() if event.type in book.events]
    title = localized(titles[0]) if titles else event.type
    texts = [(f"{title}  {event.id}", ""), *(_duty(each.duty, each, sheet) for each in duties)]
    return Thing(long_date(event.date), texts + _note(event.note))


def _waiver(waiver: Waiver, duties: Iterable[Assessment], sheet: Sheet) -> Thing:
    periods = enumerated(waiver.period)
    texts = [_duty(each.duty, each, sheet) for each in duties]
    texts = texts or [(f"{enumerated(waiver.duty)}  {periods}", "")]
    until = waiver.expires
    details = [
        _("by {office}").format(office=waiver.approved_by) if waiver.approved_by else "",
        _("until {day}").format(day=long_date(until)) if until else "",
    ]
    texts += [(text, DIM) for text in (waiver.reason, *details) if text]
    approved = long_date(waiver.approved_on or sheet.today)
    return Thing(approved if waiver.approved_on else padded("-", width(approved)), texts)


def _duty(duty: Duty, assessment: Assessment | None, sheet: Sheet) -> tuple[str, str]:
    stands = [standing(assessment, sheet.books[duty.rule.id])] if assessment else []
    return "  ".join([localized(duty.rule.title), duty.period, *stands]), ""


def _evidence(piece: Evidence, books: Iterable[Rulebook]) -> str:
    titles = [book.evidence[piece.kind] for book in books if piece.kind in book.evidence]
    kind = localized(titles[0]) if titles else piece.kind
    return "  ".join(filter(None, [kind, piece.ref, piece.file]))


def _recipient(name: str, books: Iterable[Rulebook], sheet: Sheet) -> str:
    book = next((book for book in books if name in book.recipients), None)
    return recipient(name, sheet.unit, book) if book else name


def _note(note: str) -> list[tuple[str, str]]:
    return [(line, DIM) for line in note.splitlines()]
