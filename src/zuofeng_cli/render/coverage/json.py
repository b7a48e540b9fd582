"""`rules coverage --format json`: schema `zuofeng.rules-coverage/1`; the same in any language."""

import json

from zuofeng_cli.policy.coverage import Survey
from zuofeng_cli.rule import Rule


def render(survey: Survey) -> str:
    """One object: the sums, what is missing, and which anchors stray."""
    coverage = survey.coverage
    answer = {
        "schema": "zuofeng.rules-coverage/1",
        "rulebook": survey.book.id,
        "source": survey.file,
        "same_text": survey.is_same_text,
        "complete": coverage.is_complete,
        "sentences": len(coverage.sentences),
        "mapped": len(coverage.mapped),
        "not_duties": len(coverage.declared),
        "unmapped": [
            {
                "line": judged.sentence.line,
                "text": judged.sentence.text,
                "trigger": judged.word,
                "time": bool(judged.trigger and judged.trigger.is_time),
                "clause": judged.sentence.clauses[-1],
            }
            for judged in coverage.missing
        ],
        "anchors": coverage.anchors,
        "anchors_missing": [
            {
                "rule": stray.holder.id if isinstance(stray.holder, Rule) else None,
                "anchor": stray.anchor,
                "clause": None if stray.in_commentary else stray.holder.clause,
                "elsewhere": list(stray.elsewhere),
            }
            for stray in coverage.strays
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
