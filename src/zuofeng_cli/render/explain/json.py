"""`explain --format json`: schema `zuofeng.explain/1`; never changes with the language."""

import json
from datetime import date
from typing import Any

from zuofeng_cli.chain import Chain, Step
from zuofeng_cli.explain import Derivation, RuleCard
from zuofeng_cli.finding import FindingPage
from zuofeng_cli.render.record import record


def render_duty(derivation: Derivation, today: date, chain: Chain | None = None) -> str:
    """The duty with each step of its derivation, and the chain that it is a step of."""
    duty, book = derivation.duty, derivation.book
    answer = {
        "schema": "zuofeng.explain/1",
        "today": today.isoformat(),
        "rulebook": book.id,
        "duty": record(derivation.assessment, book.language),
        "clause": {"number": duty.rule.clause, "anchors": list(duty.rule.anchors)},
        "owed_by": [b.model_dump(exclude_none=True) for b in derivation.bearers],
        "bearer_basis": duty.rule.bearer_basis,
        "assumed": list(duty.rule.assumed),
        "readings": [
            {
                "id": choice.reading.id,
                "question": choice.reading.question,
                "chosen": choice.chosen,
                "by": "unit" if choice.by_unit else "rulebook",
                "basis": choice.reading.basis,
                "reason": choice.reading.reason,
                "due": {name: _plain(day) for name, day in choice.due.items()},
            }
            for choice in derivation.choices
        ],
        "steps": [
            {
                "step": step.name,
                "day": _plain(step.day),
                **{name: _plain(fact) for name, fact in step.facts.items()},
            }
            for step in derivation.steps
        ],
        "calendar": [
            {
                "year": fact.year.year,
                "official": fact.year.official,
                "notices": [
                    {"number": n.number, "url": n.url, "published": _plain(n.published)}
                    for n in fact.notices
                ],
            }
            for fact in derivation.facts
        ],
        "chain": [_step(step) for step in chain.steps] if chain else [],
        "entries": [e.model_dump(mode="json") for e in derivation.assessment.entries],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def render_rule(card: RuleCard, today: date) -> str:
    """The rule as it stands in the rulebook, and the duties it makes."""
    answer = {
        "schema": "zuofeng.explain/1",
        "today": today.isoformat(),
        "rulebook": card.book.id,
        "rule": card.rule.model_dump(mode="json", exclude_none=True),
        "local": card.rule.is_local,
        "duties": [record(a, card.book.language) for a in card.assessments],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def render_finding(page: FindingPage) -> str:
    """What a kind of finding means, with its example."""
    answer = {
        "schema": "zuofeng.explain/1",
        "code": page.code,
        "name": page.name,
        "severity": page.severity.value,
        "text": page.text,
        "log": page.log or None,
        "output": page.output or None,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _step(step: Step) -> dict[str, Any]:
    duty = step.assessment and step.assessment.duty
    return {
        "rule": step.rule.id,
        "after": step.rule.after,
        "key": duty.key if duty else None,
        "due": duty.due.isoformat() if duty and duty.due else None,
        "status": step.assessment.status.value if step.assessment else None,
        "waits_for": None if step.is_settled else step.awaits,
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
