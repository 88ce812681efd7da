"""What the report's form asks for, and how it says what is missing."""

import pytest

from qa.enums import NoticeGround
from qa.report_form import LONGEST, ReportForm


@pytest.mark.parametrize("ground", NoticeGround)
def test_the_law_wants_words(ground):
    form = ReportForm({"ground": ground})
    assert form.is_valid() is (ground not in ("unlawful", "other"))
    assert ReportForm({"ground": ground, "explanation": "Le mot navet."}).is_valid()


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({}, "ground"),
        ({"ground": "boring"}, "ground"),
        ({"ground": "spam", "email": "zoe@"}, "email"),
        ({"ground": "spam", "explanation": "a" * (LONGEST + 1)}, "explanation"),
        ({"ground": "unlawful", "explanation": " "}, "explanation"),
    ],
)
def test_what_is_wrong_is_said(values, wrong):
    assert list(ReportForm(values).errors) == [wrong]
