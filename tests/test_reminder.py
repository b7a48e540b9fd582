import pytest

from tests.made import QUARTERLY, book, log, on, rule, unit
from zuofeng_cli.reminder import reminder
from zuofeng_cli.text import Text, in_language

WORDS = "${unit}: ${title} ${period}, ${opens} to ${due}, ${days_left} left, clause ${clause}"


def english(text: Text) -> str:
    return in_language(text, "en")


def chinese(text: Text) -> str:
    return in_language(text, "zh")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-03-24", "Demo office: Study 2026-Q1, 2026-01-01 to 2026-03-31, 7 left, clause 1"),
        ("2026-04-02", "Demo office: Study 2026-Q1, 2026-01-01 to 2026-03-31, 0 left, clause 1"),
    ],
)
def test_the_words_are_filled_in_for_the_day(today: str, expected: str) -> None:
    made = book(rule(remind={"days_before": [7], "en": WORDS}))
    assert reminder(on(today, made)["2026-Q1"], english) == expected


def test_each_part_is_in_the_language_asked_for() -> None:
    made = book(
        rule(
            title={"zh": "研究", "en": "Study"},
            remind={"days_before": [7], "zh": "${unit}：${title}", "en": "${unit}: ${title}"},
        )
    )
    of = unit(name={"zh": "示范", "en": "Demo"})
    found = on("2026-03-24", made, of=of)["2026-Q1"]
    assert reminder(found, chinese) == "示范：研究"
    assert reminder(found, english) == "Demo: Study"


def test_a_festival_is_called_by_its_name() -> None:
    made = book(
        rule(
            {"kind": "holiday", "phase": "before", "festivals": ["midsummer"]},
            remind={"days_before": [1], "en": "Before ${festival}"},
        ),
        festivals={"midsummer": {"day": "06-24", "en": "Midsummer"}},
    )
    assert reminder(on("2026-06-01", made)["2026-midsummer"], english) == "Before Midsummer"


def test_a_duty_without_a_due_day_has_no_reminder() -> None:
    made = book(rule({"kind": "rolling", "days": 90}, remind={"days_before": [1], "en": "${due}"}))
    assert reminder(on("2026-06-01", made)["baseline"], english) is None


def test_what_a_unit_calls_itself_is_text_and_no_template() -> None:
    made = book(rule(QUARTERLY, remind={"days_before": [1], "en": "${unit}"}))
    found = on("2026-03-24", made, log(), of=unit(name="$$ ${due} {0}"))["2026-Q1"]
    assert reminder(found, english) == "$$ ${due} {0}"


@pytest.mark.parametrize("remind", [None, {"days_before": [7]}])
def test_without_words_there_is_no_reminder(remind: dict[str, object] | None) -> None:
    assert reminder(on("2026-03-24", book(rule(remind=remind)))["2026-Q1"], english) is None
