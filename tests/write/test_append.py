"""The text of a log with one item more: what is put in, and that nothing else changes."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zuofeng_cli.load.source import Source
from zuofeng_cli.load.yaml import parse_yaml
from zuofeng_cli.write.append import NoPlaceError, append

ITEM = {"duty": "study", "done": date(2026, 3, 18)}
LISTS = ("entries", "events", "waivers")


def read(text: str) -> Any:
    return parse_yaml(Source("log.yaml", text, ""))


def as_read(item: dict[str, Any]) -> dict[str, Any]:
    return item | {"done": item["done"].isoformat()}


TEXTS = [
    pytest.param(
        "unit: a\nentries:\n  - duty: x\n",
        "unit: a\nentries:\n  - duty: x\n  - duty: study\n    done: 2026-03-18\n",
        id="a block list, set in",
    ),
    pytest.param(
        "entries:\n- duty: x\n\nunit: a\n",
        "entries:\n- duty: x\n- duty: study\n  done: 2026-03-18\n\nunit: a\n",
        id="a block list, not set in, with another key below",
    ),
    pytest.param(
        "unit: a\nentries:\n    -   duty: x",
        "unit: a\nentries:\n    -   duty: x\n    - duty: study\n      done: 2026-03-18\n",
        id="set in by four, no line break at the end",
    ),
    pytest.param(
        "unit: a\r\nentries:\r\n  - duty: x\r\n",
        "unit: a\r\nentries:\r\n  - duty: x\r\n  - duty: study\r\n    done: 2026-03-18\r\n",
        id="line breaks of Windows",
    ),
    pytest.param(
        "unit: a\nentries:\n  - duty: x # late\n    # and why\n\n  # next?\n"
        "\n# What happened\nevents: []\n",
        "unit: a\nentries:\n  - duty: x # late\n    # and why\n\n  # next?\n"
        "  - duty: study\n    done: 2026-03-18\n\n# What happened\nevents: []\n",
        id="comments set in speak of the list, those at the margin of what follows",
    ),
    pytest.param(
        "unit: a\nentries:\n  - note: |\n      one\n\n      two\n\n\nevents: []\n",
        "unit: a\nentries:\n  - note: |\n      one\n\n      two\n"
        "  - duty: study\n    done: 2026-03-18\n\n\nevents: []\n",
        id="the last value is a block of text",
    ),
    pytest.param(
        "unit: a\nentries:\n  - note: |+\n      one\n\nevents: []\n",
        "unit: a\nentries:\n  - note: |+\n      one\n\n"
        "  - duty: study\n    done: 2026-03-18\nevents: []\n",
        id="a block of text that keeps the empty lines at its end",
    ),
    pytest.param(
        "unit: a\nentries:\n  - note: >-\n      one",
        "unit: a\nentries:\n  - note: >-\n      one\n  - duty: study\n    done: 2026-03-18\n",
        id="a block of text that ends with the file",
    ),
    pytest.param(
        "unit: a\nentries: []\n",
        "unit: a\nentries:\n  - duty: study\n    done: 2026-03-18\n",
        id="an empty list becomes a block list",
    ),
    pytest.param(
        "unit: a\nentries: [] # none yet\n  # - duty: x\n\nevents:\n- id: y\n",
        "unit: a\nentries: # none yet\n  # - duty: x\n- duty: study\n  done: 2026-03-18\n"
        "\nevents:\n- id: y\n",
        id="an empty list with comments, in a file whose lists are not set in",
    ),
    pytest.param(
        "unit: a\nentries: [\n  # none yet\n]\n",
        "unit: a\nentries: [{duty: study, done: 2026-03-18}\n  # none yet\n]\n",
        id="an empty list in brackets that hold a comment",
    ),
    pytest.param(
        "unit: a\nentries: [{duty: x}, ] # all\n",
        "unit: a\nentries: [{duty: x}, {duty: study, done: 2026-03-18}, ] # all\n",
        id="a list in brackets",
    ),
    pytest.param(
        "unit: a\nevents: []\n",
        "unit: a\nevents: []\nentries:\n  - duty: study\n    done: 2026-03-18\n",
        id="no list yet",
    ),
    pytest.param(
        "unit: a",
        "unit: a\nentries:\n  - duty: study\n    done: 2026-03-18\n",
        id="nothing but the unit, and no line break",
    ),
    pytest.param(
        "%YAML 1.2\n---\n  unit: a\n...\n",
        "%YAML 1.2\n---\n  unit: a\n  entries:\n    - duty: study\n      done: 2026-03-18\n...\n",
        id="a document with a start and an end",
    ),
    pytest.param(
        "unit: &u a\nentries: &all\n  - &x {duty: x, note: *u}\n  - *x\n",
        "unit: &u a\nentries: &all\n  - &x {duty: x, note: *u}\n  - *x\n"
        "  - duty: study\n    done: 2026-03-18\n",
        id="anchors, and an alias at the end",
    ),
    pytest.param(
        "unit: a\nentries: &all\n- &x\n  duty: x\n",
        "unit: a\nentries: &all\n- &x\n  duty: x\n- duty: study\n  done: 2026-03-18\n",
        id="an anchored list that is not set in",
    ),
    pytest.param(
        "unit: a\t# tab\n\t# tabs\nentries:\t# those\n- duty: x\t\n\t# set in\n\t\nevents: []\n",
        "unit: a\t# tab\n\t# tabs\nentries:\t# those\n- duty: x\t\n\t# set in\n"
        "- duty: study\n  done: 2026-03-18\n\t\nevents: []\n",
        id="tabs before comments, and on a line of their own",
    ),
    pytest.param(
        # To YAML 1.1 these end a line, and a comment; to 1.2, which we read, they do not.
        "unit: a # \x85entries: []\nentries:\n- note: a\u2028b\u2029c\n",
        "unit: a # \x85entries: []\nentries:\n- note: a\u2028b\u2029c\n"
        "- duty: study\n  done: 2026-03-18\n",
        id="line breaks of YAML 1.1",
    ),
    pytest.param(
        '{"unit": "a", "entries": []}\n',
        '{"unit": "a", "entries": [{duty: study, done: 2026-03-18}]}\n',
        id="a file in braces",
    ),
    pytest.param(
        "{unit: a}", "{unit: a, entries: [{duty: study, done: 2026-03-18}]}", id="braces, no list"
    ),
]


@pytest.mark.parametrize(("before", "after"), TEXTS)
def test_where_an_item_is_put(before: str, after: str) -> None:
    assert append(before, "entries", ITEM) == after
    assert read(after)["entries"] == [*read(before).get("entries", []), as_read(ITEM)]


@pytest.mark.parametrize("value", ["all of them", "*other", "{duty: x}", "\n  duty: x", "3"])
def test_what_is_no_list_takes_no_item(value: str) -> None:
    text = f"unit: a\nevents: &other []\nentries: {value}\n"
    with pytest.raises(NoPlaceError):
        append(text, "entries", ITEM)


def test_a_whole_entry_is_written_as_a_person_would() -> None:
    item = {
        "duty": ["quarterly-study", "annual-survey"],
        "done": date(2026, 3, 25),
        "period": "2026",
        "evidence": [
            {"kind": "minutes", "ref": "示范市委常委会纪要〔2026〕9号", "file": "证据/纪要.pdf"},
            {"kind": "report", "ref": "No: 7 # draft"},
        ],
        "delivered_to": ["superior-party"],
        "note": "第一次\n- 延期\n\n至3月",
    }
    assert (
        append("unit: a\n", "entries", item)
        == """\
unit: a
entries:
  - duty: [quarterly-study, annual-survey]
    done: 2026-03-25
    period: '2026'
    evidence:
      - kind: minutes
        ref: 示范市委常委会纪要〔2026〕9号
        file: 证据/纪要.pdf
      - kind: report
        ref: 'No: 7 # draft'
    delivered_to: [superior-party]
    note: |-
      第一次
      - 延期

      至3月
"""
    )


# Each reads as something else, or not at all, when it stands there bare: in YAML 1.1 or in 1.2.
@pytest.mark.parametrize(
    "ref",
    [
        *("2026", "1e3", "0o17", "0x1F", "1_000", "08", "+1", "3.14", ".inf", ".NaN", "12:30:00"),
        *("2026-03-18", "2026-03-18T08:00:00Z", "yes", "No", "on", "true", "null", "~", "<<", "="),
        *("", " ", " a", "a ", "- a", "-", "? a", ": a", "a: b", "a:", "a #b", "#a", "a, b", "[a]"),
        *("{a}", "&a", "*a", "!a", "!!str a", "|", ">", "'a'", '"a"', "'", '"', "%a", "@a", "`a`"),
        *("---", "...", "a\\nb", "a\tb", "\ta", "a\nb", "a\n", "\na", "a\n\n b", " a\nb", "a \nb"),
        *("a\r\nb", "a\x85b", "a\u2028b", "\ufeffa", "\u3000a", "a\x07b", "a\x00b", "\x1b[31m"),
        *(
            "〔2026〕1号",
            "：",
            "（附件）",
            "𠮷",
            "😀",
            "，" * 500,
            "- " * 3000,
            "[" * 3000,
            "a: " * 3000,
        ),
    ],
)
def test_any_text_reads_back_as_itself(ref: str) -> None:
    item = {"duty": "study", "period": [ref, "x"], "evidence": [{"kind": "minutes", "ref": ref}]}
    for text in ("unit: a\n", "unit: a\r\n", "unit: a\nentries: [{duty: x}]\n", "{unit: a}"):
        assert read(append(text, "entries", item))["entries"][-1] == item


scalars = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(["2026-03-18", "1e3", "a: b", "- a", "# a", "多\n行", "a\n\nb", "'", "*a"]),
)
items = st.fixed_dictionaries(
    {"duty": st.one_of(scalars, st.lists(scalars, min_size=1, max_size=3)), "done": st.dates()},
    optional={
        "evidence": st.lists(
            st.fixed_dictionaries({"kind": scalars}, optional={"ref": scalars}), max_size=3
        ),
        "delivered_to": st.lists(scalars, max_size=2),
        "note": scalars,
    },
)


@st.composite
def logs(draw: st.DrawFn) -> str:
    """A log as somebody may have written it by hand, in a style of their own."""
    indent = " " * draw(st.integers(0, 4))
    comment = st.sampled_from(
        ["", "", "", "# 说明\n", f"{indent}# 迟到\n", "      # why\n", "\n", "\n\n",
         "\t# 制表\n", " \t\n"]
    )  # fmt: skip
    value = st.sampled_from(
        ["x", "'2026'", '"a # b"', "a b\n        c", "|\n        a\n        b", "|+\n        a\n",
         ">-\n        a\n\n        b\n", "", "&a 1", "[a, b]", "{a: b, }", "2026-03-18 # done"]
    )  # fmt: skip
    empty = st.sampled_from(["[]", "[  ]  # none", "&e []", "[\n  # none\n]"])
    sections = ["unit: a\n"]
    for name in LISTS:
        style = draw(st.sampled_from(["missing", "empty", "brackets", "block", "block"]))
        if style == "empty":
            sections.append(f"{name}: {draw(empty)}\n")
        elif style == "brackets":
            sections.append(f"'{name}' : [{{duty: x}}, # first\n  y,\n  ]\n")
        elif style == "block":
            lines = [f"{name}:\n"]
            for _number in range(draw(st.integers(1, 3))):
                lines.append(draw(comment))
                lines.append(f"{indent}- duty: {draw(value)}\n")
                lines.append(f"{indent}  note: {draw(value)}\n")
            sections.append("".join(lines) + draw(comment))
    text = draw(comment) + "".join(draw(st.permutations(sections)))
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


@given(logs(), st.sampled_from(LISTS), items)
def test_an_addition_is_read_back_and_every_other_character_stays(
    before: str, key: str, item: dict[str, Any]
) -> None:
    after = append(before, key, item)
    was = read(before)
    assert read(after) == was | {key: [*was.get(key, []), as_read(item)]}
    if was.get(key) == []:  # makes room for a block list
        before = re.sub(rf"({key}:(?: &e)?) *\[ *\]", r"\1", before)
    assert any(
        after.startswith(before[:at]) and after.endswith(before[at:])
        for at in range(len(before) + 1)
    )
