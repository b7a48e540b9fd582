import pytest
from hypothesis import given
from hypothesis import strategies as st

from zuofeng_cli.privacy import masked, personal_data

WEIGHTS = [2 ** (17 - n) % 11 for n in range(17)]
"""ISO 7064, MOD 11-2: as GB 11643-1999 has it for the 17 digits."""


def luhn(digits: str) -> str:
    """The check digit of ISO/IEC 7812-1."""
    doubled = [int(d) * (2 - n % 2) for n, d in enumerate(reversed(digits))]
    return str(-sum(sum(map(int, str(d))) for d in doubled) % 10)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("11010519491231002X", "identity-card"),  # the specimen of GB 11643-1999
        ("证号11010519491231002x。", "identity-card"),
        ("13800138000", "mobile"),
        ("tel:138-0013-8000", "mobile"),
        ("4242424242424242", "bank-card"),  # a test number of card processors
        ("5555 5555 5555 4444", "bank-card"),
        ("6250-9410-0652-8599", "bank-card"),  # UnionPay's test number
    ],
)
def test_a_person_s_number_is_found(text: str, kind: str) -> None:
    assert [found for *_, found in personal_data(text)] == [kind]
    assert sum(c.isdigit() for c in masked(text)) == 0
    assert len(masked(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",  # another check digit
        "11010519491331002X",  # no such month
        "4242424242424241",
        "12800138000",  # no mobile number begins so
        "138001380001",  # one digit too many
        "a13800138000",  # a part of something else
        "0123456789abcdef13800138000abcdef",  # of a hash
        "2026-03-18 2026-03-19",
        "示范委办〔2026〕12号",
        "20260318123456789",
        "0x13800138000f",
    ],
)
def test_any_other_number_is_not(text: str) -> None:
    assert list(personal_data(text)) == []
    assert masked(text) == text


@given(
    st.from_regex(r"[1-6][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}",
                  fullmatch=True)
)  # fmt: skip
def test_every_identity_number_with_its_check_digit_is_found(digits: str) -> None:
    if not digits.isascii():
        return
    total = sum(w * int(d) for w, d in zip(WEIGHTS, digits, strict=True))
    number = digits + "10X98765432"[total % 11]
    assert ("identity-card", number) in [
        (kind, f"x {number}"[start:end]) for start, end, kind in personal_data(f"x {number}")
    ]


@given(st.text("0123456789", min_size=13, max_size=16))
def test_every_card_with_its_check_digit_is_found(digits: str) -> None:
    number = f"62{digits}"
    number += luhn(number)
    kinds = [kind for *_, kind in personal_data(number)]
    assert kinds in (["bank-card"], ["identity-card"])


@given(st.text(st.sampled_from("0123456789 -Xxa示\n"), max_size=80))
def test_what_is_masked_holds_no_number_and_keeps_its_length(text: str) -> None:
    assert list(personal_data(masked(text))) == []
    assert len(masked(text)) == len(text)
