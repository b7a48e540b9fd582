"""The page of readings: each question that the text leaves open, the answer, and why."""

from collections.abc import Iterator

from zuofeng_cli.load.builtin import RULES
from zuofeng_cli.load.rulebook import load_rulebook
from zuofeng_cli.render.rule import cadence_in_words
from zuofeng_cli.rule import Reading, Rule
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.text import Text, in_language

HEAD = """\
# Readings of chengdu-2014

<!-- Made from the rulebook by `make docs`. -->

What the text leaves open, the answer that the rulebook chose, and why. Where another answer would
change a date, its cadence stands beside it. A unit chooses another in `units.toml`,
`readings = { 30-days-holiday = "next-working-day" }`; a local rulebook does for all its units.

原文没有写明之处、本规则集的选择及理由。
"""


def page() -> str:
    """The Markdown page, in the order of the document."""
    book = load_rulebook(RULES / "chengdu-2014.toml", "chengdu-2014.toml").book
    lines = [HEAD]
    for rule in book.rules:
        for reading in rule.readings:
            lines += _reading(book, rule, reading)
    lines += _assumed(book)
    return "\n".join(lines) + "\n"


def _reading(book: Rulebook, rule: Rule, reading: Reading) -> Iterator[str]:
    yield f"## {rule.clause} {_both(reading.question)}\n"
    yield f"`{reading.id}`, of the rule `{rule.id}`\n"
    for name, option in reading.options.items():
        chosen = name == reading.chosen
        words = f"`{name}`: {_both(option.title)}"
        if option.cadence is not None:
            words += f" ({cadence_in_words(book, option.cadence)})"
        yield f"- **{words}**" if chosen else f"- {words}"
    basis = "The plain sense of the words." if reading.basis == "text" else "Assumed."
    yield f"\n{_both(reading.reason)} {basis}\n"


def _assumed(book: Rulebook) -> Iterator[str]:
    yield "## Parameters that the text does not fix\n"
    for rule in book.rules:
        if rule.assumed:
            names = ", ".join(f"`{name}` = {getattr(rule.cadence, name)}" for name in rule.assumed)
            yield f"- {rule.clause} `{rule.id}`: {names}"


def _both(text: Text) -> str:
    english, chinese = in_language(text, "en"), in_language(text, "zh")
    return english if english == chinese else f"{english} {chinese}"
