"""The rulebook of the Chengdu Opinion, held against tables read out of the document by hand."""

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from string import Template
from typing import Any

import pytest
from opencc import OpenCC

from zuofeng_cli.cadence.event import Event, Within
from zuofeng_cli.cadence.holiday import Holiday
from zuofeng_cli.cadence.period import Period
from zuofeng_cli.cadence.rolling import Rolling
from zuofeng_cli.cadence.undated import Undated
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.text import Text

FILE = Path(__file__).parents[2] / "rules" / "chengdu-2014.toml"
BOOK = Rulebook.model_validate(tomllib.loads(FILE.read_text("utf-8")))
RULES = {rule.id: rule for rule in BOOK.rules}
READINGS = {reading.id: reading for rule in BOOK.rules for reading in rule.readings}

CLAUSES = [
    "前言",
    *(f"一({n})" for n in "一二三四"),
    *(
        f"二({section}){item}"
        for section, items in zip("一二三四五六七八", (4, 4, 3, 5, 3, 3, 5, 3), strict=True)
        for item in range(1, items + 1)
    ),
    *(f"三({n})" for n in "一二三四"),
]
"""Every numbered place of the Opinion, in its order: 一 has four, 二 eight sections, 三 four."""

SEVEN = (
    "new-year",
    "spring-festival",
    "qingming",
    "labour-day",
    "dragon-boat",
    "mid-autumn",
    "national-day",
)
EVIDENCE = ("minutes", "report", "notice", "message", "plan", "record", "contract", "receipt")
PARTY = {"party-committee", "party-group"}
DISCIPLINE = {"discipline-committee", "discipline-office"}

DATED: dict[str, tuple[str, set[str], str, tuple[str, ...], object, str]] = {
    # id: clause, who owes it, whether the sentence says so, to whom, cadence, basis
    "quarterly-study": (
        "二(一)1", PARTY, "stated", (),
        Period(kind="period", every="quarter", at_least=1), "text",
    ),
    "half-year-supervision-report": (
        "二(一)2", {"discipline-committee"}, "stated", ("superior-discipline", "same-level-party"),
        Period(kind="period", every="half-year"), "text",
    ),
    "annual-democratic-life-meeting": (
        "二(一)3", PARTY, "inferred", (), Period(kind="period", every="year"), "text",
    ),
    "post-case-democratic-life-meeting": (
        "二(一)3", PARTY, "stated", (),
        Event(kind="event", event="case-closed", within=Within(days=30), roll="none"), "text",
    ),
    "pre-holiday-reminder": (
        "二(二)1", PARTY, "stated", (),
        Holiday(kind="holiday", festivals=SEVEN, phase="before", days_before=10), "assumed",
    ),
    "annual-survey": (
        "二(三)1", PARTY, "stated", (), Period(kind="period", every="year"), "text",
    ),
    "annual-campaign": (
        "二(三)2", PARTY, "inferred", (), Period(kind="period", every="year"), "text",
    ),
    "annual-inspection-plan": (
        "二(四)1", PARTY, "stated", (), Period(kind="period", every="year"), "assumed",
    ),
    "holiday-inspection": (
        "二(四)2", DISCIPLINE, "inferred", (),
        Holiday(kind="holiday", festivals=SEVEN, phase="around", days_before=7, days_after=7),
        "assumed",
    ),
    "monthly-case-report": (
        "二(六)1", DISCIPLINE, "stated", ("superior-discipline",),
        Period(kind="period", every="month"), "text",
    ),
    "annual-third-party-survey": (
        "二(八)2", {"party-committee"}, "inferred", (), Period(kind="period", every="year"), "text",
    ),
    "annual-implementation-inspection": (
        "三(三)", {"party-committee"}, "stated", (), Period(kind="period", every="year"), "text",
    ),
}  # fmt: skip

CHAINS = {
    # event: its rules, in the order of the text; > marks one that waits for the one it follows
    "case-closed": ["post-case-democratic-life-meeting", "case-accountability"],
    "plenary": ["plenary-oral-report", "plenary-written-report", "plenary-department-report"],
    "finding": [
        "finding-ledger",
        "finding-feedback > finding-ledger",
        "finding-rectification > finding-feedback",
        "finding-follow-up > finding-rectification",
    ],
    "breach-found": ["finding-referral > finding-ledger"],
    "public-report": ["public-report-check", "public-report-outcome > public-report-check"],
    "early-sign": ["early-sign-talk", "early-sign-correction > early-sign-talk"],
    "patrol-feedback": [
        "patrol-problem-handling",
        "patrol-result-report > patrol-problem-handling",
        "patrol-rectification-report > patrol-problem-handling",
        "patrol-head-report > patrol-problem-handling",
        "patrol-publication > patrol-rectification-report",
    ],
    "poor-appraisal": ["poor-appraisal-talk", "poor-appraisal-correction > poor-appraisal-talk"],
}

REGULAR = {  # 定期 in the text
    "regular-superior-report": "二(一)2",
    "joint-meetings-and-circulars": "二(三)3",
    "comprehensive-inspections": "二(四)1",
    "hotline-publication": "二(四)4",
    "typical-case-circulars": "二(六)2",
    "rules-review": "三(三)",
    "rules-report-tasking": "三(三)",
    "rules-report": "三(三)",
}
PROMPT = {  # 及时 in the text, and no event to count from
    "prompt-study": "二(二)1",
    "warning-education": "二(二)4",
    "campaign-plan": "二(三)2",
}

MISCONVERTED = {
    *(
        "民众",
        "民眾",
        "档案",
        "檔案",
        "传送",
        "傳送",
        "简讯",
        "簡訊",
        "网路",
        "網路",
        "报导",
        "報導",
    ),
    *("调研制度", "調研製", "制定制度", "制定製", "机制作", "機製作", "乾在", "著力"),
}
"""What a bad conversion made of 群众 文件 发送 短信 网络 报道 …, in either script."""

FIELDS = {"title", "unit", "period", "opens", "due", "days_left", "clause", "festival"}


def test_the_header_says_what_was_encoded() -> None:
    assert BOOK.id == "chengdu-2014"
    assert (BOOK.adopted, BOOK.in_force_from) == (date(2014, 9, 30), date(2014, 9, 30))
    assert (BOOK.time_zone, BOOK.calendar, BOOK.language) == ("Asia/Shanghai", "CN", "zh")
    assert set(BOOK.festivals) == set(SEVEN)
    assert set(BOOK.evidence) == set(EVIDENCE)
    assert list(BOOK.levels) == ["municipal", "county", "township"]


@pytest.mark.parametrize("rule_id", DATED)
def test_a_dated_rule_is_as_the_text_has_it(rule_id: str) -> None:
    rule = RULES[rule_id]
    clause, kinds, bearer_basis, recipients, cadence, basis = DATED[rule_id]
    assert rule.clause == clause
    assert {bearer.kind for bearer in rule.owed_by} == kinds
    assert rule.bearer_basis == bearer_basis
    assert rule.recipients == recipients
    assert rule.cadence == cadence
    assert rule.basis_under({}) == basis
    assert rule.remind


def test_only_the_third_party_survey_and_the_plenary_name_a_level() -> None:
    levels = {
        rule.id: [(b.kind, b.level) for b in rule.owed_by]
        for rule in BOOK.rules
        if any(bearer.level for bearer in rule.owed_by)
    }
    assert levels == {
        "annual-third-party-survey": [("party-committee", "municipal")],
        "plenary-oral-report": [("party-committee", "county"), ("party-group", "municipal")],
        "plenary-written-report": [("party-committee", "county")],
        "plenary-department-report": [("party-group", "municipal")],
    }


def test_nothing_else_ever_falls_due_but_by_an_item_s_own_deadline() -> None:
    due_by_item = {"finding-rectification", "patrol-result-report"}  # 限期
    for rule in BOOK.rules:
        if rule.id in DATED:
            continue
        if isinstance(rule.cadence, Event):
            assert rule.cadence.within is None
            assert (rule.cadence.due == "item") == (rule.id in due_by_item), rule.id
        else:
            assert isinstance(rule.cadence, Undated), rule.id


def test_the_pace_of_an_undated_rule_is_the_word_of_the_text() -> None:
    paces = {
        pace: {
            rule.id: rule.clause
            for rule in BOOK.rules
            if isinstance(rule.cadence, Undated) and rule.cadence.pace == pace
        }
        for pace in ("regular", "prompt")
    }
    assert paces == {"regular": REGULAR, "prompt": PROMPT}


def test_every_numbered_place_has_a_rule_and_they_stand_in_its_order() -> None:
    places = [CLAUSES.index(rule.clause) for rule in BOOK.rules]
    assert places == sorted(places)
    without = [clause for n, clause in enumerate(CLAUSES) if n not in places]
    assert without == ["前言", "一(二)"]  # the opening words and the guiding thought
    assert set(without) <= {declared.clause for declared in BOOK.not_duties}


def test_chains_are_the_text_s_own() -> None:
    chains: dict[str, list[str]] = {}
    for rule in BOOK.rules:
        for event in rule.cadence.events:
            step = f"{rule.id} > {rule.after}" if rule.after else rule.id
            chains.setdefault(event, []).append(step)
    assert chains == CHAINS
    assert set(BOOK.events) == set(CHAINS)


def test_a_chain_reaches_its_root_and_every_step_has_evidence() -> None:
    for rule in BOOK.rules:
        seen, step = {rule.id}, rule
        while step.after:
            step = RULES[step.after]
            assert step.id not in seen
            seen.add(step.id)
        assert not rule.after or rule.cadence.events
        assert rule.evidence, rule.id


def test_a_step_is_owed_by_those_who_owe_the_step_before() -> None:
    for rule in BOOK.rules:
        if rule.after:
            before = {bearer.kind for bearer in RULES[rule.after].owed_by}
            assert {bearer.kind for bearer in rule.owed_by} <= before, rule.id


def test_what_goes_to_two_is_one_duty_with_two_deliveries() -> None:
    assert RULES["patrol-publication"].recipients == ("party-members", "public")
    assert RULES["rules-report"].recipients == ("same-level-party", "same-level-discipline")
    assert RULES["regular-superior-report"].recipients == ("superior-party", "superior-discipline")


def test_only_the_plan_for_2013_to_2017_ends() -> None:
    ends = {rule.id: rule.in_force_until for rule in BOOK.rules if rule.in_force_until}
    assert ends == {"corruption-prevention-plan": date(2017, 12, 31)}


def test_no_rule_rests_on_the_commentary_alone() -> None:
    for rule in BOOK.rules:
        assert rule.clause in CLAUSES, rule.id
        assert rule.anchors, rule.id


def test_anchors_are_short_in_the_text_s_own_characters_and_clear_of_bad_conversions() -> None:
    anchors = [
        *(anchor for rule in BOOK.rules for anchor in (*rule.anchors, *rule.commentary)),
        *(anchor for declared in BOOK.not_duties for anchor in declared.anchors),
    ]
    for anchor in anchors:
        assert 4 <= len(anchor) <= 24, anchor
        assert not any(word in anchor for word in MISCONVERTED), anchor
        assert not set(anchor) & set("，（）：；"), anchor  # the text has half-width ones


def test_an_anchor_locates_one_thing() -> None:
    places = Counter(
        [(rule.clause, anchor) for rule in BOOK.rules for anchor in rule.anchors]
        + [(declared.clause, a) for declared in BOOK.not_duties for a in declared.anchors]
    )
    assert [place for place, count in places.items() if count > 1] == []


def test_every_word_is_declared_and_used() -> None:
    used = {
        "kinds": {bearer.kind for rule in BOOK.rules for bearer in rule.owed_by},
        "recipients": {name for rule in BOOK.rules for name in rule.recipients},
        "evidence": {name for rule in BOOK.rules for name in rule.evidence},
        "events": {name for rule in BOOK.rules for name in rule.cadence.events},
    }
    assert used == {name: set(getattr(BOOK, name)) for name in used}
    levels = {bearer.level for rule in BOOK.rules for bearer in rule.owed_by if bearer.level}
    assert levels <= set(BOOK.levels)


def _texts() -> list[tuple[str, Text]]:
    """Every sentence of the file that a person reads, with the place it stands in."""
    found: list[tuple[str, Text]] = [("title", BOOK.title), ("issuer", BOOK.issuer)]
    for name in ("kinds", "levels", "recipients", "evidence", "events"):
        found += [(f"{name}.{key}", text) for key, text in getattr(BOOK, name).items()]
    found += [(f"festivals.{key}", festival.title) for key, festival in BOOK.festivals.items()]
    found += [(f"not_duty {declared.clause}", declared.reason) for declared in BOOK.not_duties]
    for rule in BOOK.rules:
        found.append((f"{rule.id} title", rule.title))
        if rule.note:
            found.append((f"{rule.id} note", rule.note))
        if rule.remind:
            found.append((f"{rule.id} remind", rule.remind.words))
        for reading in rule.readings:
            found.append((f"{reading.id} question", reading.question))
            found.append((f"{reading.id} reason", reading.reason))
            found += [(f"{reading.id}.{key}", o.title) for key, o in reading.options.items()]
    return found


def test_every_text_is_in_simplified_chinese_and_in_english() -> None:
    to_simplified = OpenCC("t2s").convert
    for place, text in _texts():
        assert isinstance(text, dict), place
        assert list(text) == ["zh", "en"], place
        chinese, english = _without_clauses(text["zh"]), _without_clauses(text["en"])
        assert chinese == to_simplified(chinese), place
        assert not any(word in chinese for word in MISCONVERTED), place
        assert not set(chinese) & set(",;:()"), place
        assert not any("\u3000" <= letter <= "\uffef" for letter in english), place


def _without_clauses(words: str) -> str:
    """The words without the clause numbers they cite, which are the document's in any language."""
    for clause in CLAUSES:
        words = words.replace(clause, "")
    return words


def test_a_reminder_is_a_message_one_can_send() -> None:
    for rule in BOOK.rules:
        if not rule.remind:
            continue
        assert list(rule.remind.days_before) == sorted(set(rule.remind.days_before), reverse=True)
        for words in (rule.remind.zh, rule.remind.en):
            names = set(Template(words).get_identifiers())
            assert Template(words).is_valid()
            assert {"unit", "due", "days_left", "clause"} <= names <= FIELDS, rule.id
            assert names & {"period", "festival"}, rule.id
        # Twice the 70 characters of one message is the most that an office sends.
        assert len(rule.remind.zh) <= 140


def test_a_reading_has_its_answer_first_a_reason_and_an_alternative() -> None:
    counted = Counter(reading.id for rule in BOOK.rules for reading in rule.readings)
    assert counted.most_common(1)[0][1] == 1
    for reading in READINGS.values():
        assert next(iter(reading.options)) == reading.chosen, reading.id
        assert len(reading.options) >= 2, reading.id
        assert reading.options[reading.chosen].cadence is None, reading.id
        assert reading.reason, reading.id


def test_the_alternatives_that_move_a_date_carry_their_cadence() -> None:
    def cadence(reading: str, option: str) -> object:
        return READINGS[reading].options[option].cadence

    thirty: dict[str, Any] = {"kind": "event", "event": "case-closed"}
    assert cadence("quarter", "rolling-3-months") == Rolling(kind="rolling", months=3)
    assert cadence("30-days-holiday", "next-working-day") == Event(
        **thirty, within=Within(days=30), roll="next-working-day"
    )
    assert cadence("30-days-count", "working-days") == Event(
        **thirty, within=Within(working_days=30)
    )
    assert cadence("superior-report-interval", "half-year") == Period(
        kind="period", every="half-year"
    )


def test_what_is_assumed_names_a_parameter_of_the_cadence() -> None:
    assumed = {rule.id: rule.assumed for rule in BOOK.rules if rule.assumed}
    assert assumed == {
        "pre-holiday-reminder": ("days_before",),
        "annual-inspection-plan": ("every",),
        "holiday-inspection": ("days_before", "days_after"),
    }
    for rule_id, names in assumed.items():
        assert set(names) <= set(type(RULES[rule_id].cadence).model_fields)
