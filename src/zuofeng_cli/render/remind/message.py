"""A reminder as a message for a telephone or a chat: a heading, and a sentence or two."""

from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date
from zuofeng_cli.remind import Reminder
from zuofeng_cli.reminder import reminder as in_rulebook_words
from zuofeng_cli.render.wording import days_in_words
from zuofeng_cli.text import one_line


def heading(reminder: Reminder) -> str:
    """The duty's title and period, on one line."""
    duty = reminder.assessment.duty
    title = localized(duty.rule.title)
    return one_line(_("{title} ({period})").format(title=title, period=duty.period))


def body(reminder: Reminder) -> str:
    """Unit, due day, clause, and the last working day where that is earlier; on one line.

    In the words of the rulebook while there is time; those of a missed duty are our own, for a
    rulebook's `${days_left}` has no words for days that are over.
    """
    assessment = reminder.assessment
    duty = assessment.duty
    assert duty.due is not None
    assert assessment.days_left is not None
    days_left = assessment.days_left
    words = in_rulebook_words(assessment, localized, long_date) if days_left >= 0 else None
    if words is None:
        sentence = _("{unit}: due {day}, {days}. Clause {clause}.")
        if days_left < 0:
            sentence = _("{unit}: was due {day}, {days}. Clause {clause}.")
        words = sentence.format(
            unit=localized(duty.unit.name),
            day=long_date(duty.due),
            days=days_in_words(assessment),
            clause=duty.rule.clause,
        )
    last = duty.last_working_day
    if days_left >= 0 and last is not None and last < duty.due:
        more = _("{words} Last working day before it: {day}.")
        words = more.format(words=words, day=long_date(last))
    return one_line(words)


def message(reminder: Reminder) -> str:
    """Heading and body as one line."""
    return _("[{heading}] {body}").format(heading=heading(reminder), body=body(reminder))
