"""`manage.py recount` proves teams too."""

import pytest

from fundraising.domain.recount_teams import recount_teams
from fundraising.models import Team

pytestmark = pytest.mark.django_db


def test_what_was_tampered_with_is_found_and_mended(make_team, make_page_of, make_gift, tell):
    page = make_page_of()
    team = make_team(page)
    tell(make_gift(page))
    assert recount_teams(write=False).differences == []
    Team.objects.update(total_cents=7, test_gift_count=3)
    assert len(recount_teams(write=False).differences) == 2
    recount_teams(write=True)
    assert recount_teams(write=False).differences == []
    team.refresh_from_db()
    assert (team.total_cents, team.test_gift_count) == (20_00, 0)
    make_team()
    assert recount_teams(write=False).differences == []
