"""Gifts without money count where the site is a demo."""

import pytest

from fundraising.models import Team
from fundraising.models.collected import shows_test_gifts


@pytest.mark.parametrize(
    ("setting", "sums"), [("off", (20_00, 1)), ("hidden", (20_00, 1)), ("shown", (25_00, 3))]
)
def test_sums_as_everybody_reads_them(settings, setting, sums):
    settings.TEST_GIFTS = setting
    team = Team(total_cents=20_00, gift_count=1, test_total_cents=5_00, test_gift_count=2)
    assert (team.shown_total_cents, team.shown_gift_count) == sums
    assert shows_test_gifts() is (setting == "shown")
