"""A team has a name, and not too long a one."""

from fundraising.models import LONGEST_TEAM_NAME
from fundraising.team_form import TeamForm


def test_a_name_is_needed():
    assert TeamForm({"name": "x" * LONGEST_TEAM_NAME}).is_valid()
    for name in ("", "  ", "x" * (LONGEST_TEAM_NAME + 1)):
        assert "name" in TeamForm({"name": name}).errors
