from tests.made import day
from zuofeng_cli.cadence.scope import Scope
from zuofeng_cli.cadence.undated import Undated
from zuofeng_cli.days import Calendar, Span

STANDING = Undated(kind="undated")
SCOPE = Scope(Calendar.weekends())


def test_there_is_one_duty_and_it_never_falls_due() -> None:
    (window,) = STANDING.windows(SCOPE, Span(day("2026-01-01"), day("2026-01-02")))
    assert (window.period, window.opens, window.due) == ("standing", None, None)
    assert window.without == "number"
    assert STANDING.find("standing", SCOPE) == window
    assert STANDING.find("2026", SCOPE) is None


def test_any_day_serves_it() -> None:
    assert STANDING.serving(day("2026-05-01"), SCOPE) == [STANDING.find("standing", SCOPE)]


def test_its_derivation_says_that_there_is_no_number() -> None:
    (window,) = STANDING.serving(day("2026-05-01"), SCOPE)
    assert [step.name for step in STANDING.steps(window, SCOPE)] == ["no-number"]
