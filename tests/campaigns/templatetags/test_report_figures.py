"""Figures of reports as people read them."""

from datetime import date

import pytest
from django.utils.translation import override

from audience.domain.reports.acts import DayOfActs
from campaigns.templatetags.report_figures import as_percent, as_time, of_kind, of_kinds

DAY = DayOfActs(date(2026, 3, 1), {"click": 3})


def test_the_acts_of_a_line():
    assert of_kinds(DAY, [("view", "Vue"), ("click", "Clic")]) == [0, 3]
    assert (of_kind(DAY, "click"), of_kind(DAY, "like")) == (3, 0)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (59.4, "59 s"),
        (59.5, "1 min"),
        (3_569, "59 min"),
        (3_570, "1 h 00 min"),
        (3_600 * 1_234 + 300, "1,234 h 05 min"),
    ],
)
def test_a_time(seconds, said):
    with override("en"):
        assert as_time(seconds) == said.replace(" ", "\N{NO-BREAK SPACE}")


def test_a_share():
    assert as_percent(0.505) == "50\N{NO-BREAK SPACE}%"
