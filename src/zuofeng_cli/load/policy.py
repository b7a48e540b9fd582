"""The user's own copy of a policy text, and the sentences of it that a rule rests on."""

from dataclasses import dataclass
from pathlib import Path

from zuofeng_cli.load.script import convert
from zuofeng_cli.load.source import Source, read
from zuofeng_cli.policy.document import Document, holding, parse
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Rulebook

HALF_WIDTH = str.maketrans("，；：（）！？．\u3000", ",;:()!?. ")


@dataclass(frozen=True, slots=True)
class Policy:
    """A copy of a policy text: the file, and the document in it."""

    source: Source
    document: Document


def load_policy(path: Path, name: str, book: Rulebook) -> Policy:
    """The copy in this file, in Simplified or Traditional characters.

    The rulebook's title says where in the file its document begins. Raises `UnusableInputError`
    when the file cannot be read.
    """
    source = read(path, name)
    lines = source.text.splitlines()
    titles = [book.title] if isinstance(book.title, str) else book.title.values()
    # Line by line: a phrase that the conversion knows never runs over the end of one.
    pairs = zip(lines, plain(source.text).splitlines(), strict=True)
    return Policy(source, parse(pairs, [plain(title) for title in titles]))


def plain(text: str) -> str:
    """The text as copies of it are compared: Simplified characters, half-width punctuation."""
    return convert(text, "t2s").translate(HALF_WIDTH)


def quotes(policy: Policy, rule: Rule) -> tuple[str, ...]:
    """The sentences that hold an anchor of the rule, as the copy spells them."""
    document = policy.document
    clause = document.clause(rule.clause) or document.sentences
    found = [s for anchor in rule.anchors for s in holding(clause, plain(anchor))]
    return tuple(sentence.text for sentence in dict.fromkeys(found))
