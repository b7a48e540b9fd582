"""Personal data in a text: found by form and check digit, and masked wherever it would be shown."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

Kind = Literal["identity-card", "mobile", "bank-card"]

CANDIDATE = re.compile(
    # A digit first, and only then a look behind it: so the search skips whatever is no digit.
    r"[1-6](?<![0-9A-Za-z][0-9])"
    r"(?:(?P<identity>[0-9]{16}[0-9Xx])"
    r"|(?P<mobile>(?<=1)[3-9][0-9](?:[0-9]{8}|[ -][0-9]{4}[ -][0-9]{4}))"
    r"|(?P<card>[0-9]{3}(?:[0-9]{12,15}|(?:[ -][0-9]{4}){3}(?:[ -]?[0-9]{1,3})?)))"
    r"(?![0-9A-Za-z])",
    re.ASCII,
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"
ISSUERS = re.compile(r"62|4|5[1-5]|35")
"""How numbers of bank cards begin (ISO/IEC 7812): UnionPay, Visa, Mastercard, JCB."""


def personal_data(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Where a number of a person stands in the text: start, end (exclusive) and kind."""
    for found in CANDIDATE.finditer(text):
        digits = found[0].replace(" ", "").replace("-", "").upper()
        if found["mobile"]:
            yield found.start(), found.end(), "mobile"
        elif len(digits) == 18 and _is_identity_card(digits):
            yield found.start(), found.end(), "identity-card"
        elif digits.isdecimal() and ISSUERS.match(digits) and _passes_luhn(digits):
            yield found.start(), found.end(), "bank-card"


def masked(text: str) -> str:
    """The text with every digit of such a number as `*`."""
    parts, position = [], 0
    for start, end, _kind in personal_data(text):
        stars = "".join("*" if c.isalnum() else c for c in text[start:end])
        parts += [text[position:start], stars]
        position = end
    return "".join([*parts, text[position:]]) if parts else text


def _is_identity_card(number: str) -> bool:
    """Whether 18 characters are a resident identity number (GB 11643-1999): date, check digit."""
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number[:17], strict=True))
    return number[17] == CHECK_DIGITS[total % 11]


def _passes_luhn(number: str) -> bool:
    """Whether the last digit is the check digit of ISO/IEC 7812-1, annex B."""
    total = 0
    for position, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + position % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
