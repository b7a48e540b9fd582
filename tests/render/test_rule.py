"""A rule's cadence in words."""

import pytest

from tests.made import book, rule
from zuofeng_cli.render.rule import cadence_in_words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ({"day": 20}, "due on calendar day 20 of the period"),
        ({"day": -1}, "due on the last day of the period"),
        ({"day": -3}, "due on calendar day 3 from the end of the period"),
        ({"working_day": 5}, "due on working day 5 of the period"),
        ({"working_day": -1}, "due on the last working day of the period"),
        ({"working_day": -2}, "due on working day 2 from the end of the period"),
        ({"days_after_end": 10}, "due 10 calendar days after the period ends"),
    ],
)
def test_a_due_day_counted_from_the_end_is_said_so(due: dict[str, int], words: str) -> None:
    made = book(rule({"kind": "period", "every": "month", "due": due}))
    told = cadence_in_words(made, made.rules[0].cadence)
    assert told == f"each month, at least 1, {words}"


@pytest.mark.parametrize(
    ("pace", "words"),
    [
        ("standing", "no number in the text"),
        ("regular", "regularly, without a number in the text"),
        ("prompt", "promptly, without a number in the text"),
    ],
)
def test_what_has_no_number_is_told_as_the_text_puts_it(pace: str, words: str) -> None:
    made = book(rule({"kind": "undated", "pace": pace}))
    assert cadence_in_words(made, made.rules[0].cadence) == words
