"""The user's own copy of a policy text: the sentences that a rule's anchors stand in."""

import re
from pathlib import Path

from zuofeng_cli.load.script import convert
from zuofeng_cli.load.source import read
from zuofeng_cli.rule import Rule

SENTENCE = re.compile(r"[^。\n]*(?:。|$)", re.MULTILINE)


def quotes(path: Path, name: str, rule: Rule) -> tuple[str, ...]:
    """The sentences that hold an anchor of the rule, as the copy spells them.

    Simplified and Traditional copies both serve: they are compared after conversion. Raises
    `UnusableInputError` when the copy cannot be read.
    """
    sentences = [found.group().strip() for found in SENTENCE.finditer(read(path, name).text)]
    simplified = convert("\n".join(sentences), "t2s").split("\n")
    anchors = [convert(anchor, "t2s") for anchor in rule.anchors]
    return tuple(
        sentence
        for sentence, plain in zip(sentences, simplified, strict=True)
        if any(anchor in plain for anchor in anchors)
    )
