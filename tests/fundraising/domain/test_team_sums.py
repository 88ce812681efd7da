"""A team's sums are those of its pages, whatever happens in whatever order."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from fundraising.domain.join_team import invite_address, join_team, quit_team
from fundraising.domain.receive_event import receive_event
from fundraising.domain.recount_teams import recount_teams
from fundraising.domain.team_sums import SUMS, enter_team, leave_team
from fundraising.gateways.payments import Notification
from fundraising.models import Fundraiser, Team
from fundraising.refusals import TeamRefused


def sums(team: Team) -> tuple[int, ...]:
    team.refresh_from_db()
    return tuple(getattr(team, name) for name in SUMS)


@pytest.mark.django_db
def test_gifts_and_refunds_move_page_and_team_together(make_team, make_page_of, make_gift, tell):
    first, second = make_page_of(), make_page_of("lea@example.org")
    team = make_team(first, second)
    gift = make_gift(first)
    tell(gift)
    tell(make_gift(second, is_test=True, amount_cents=5_00))
    tell(make_gift(make_page_of()))
    assert sums(team) == (20_00, 1, 5_00, 1)
    tell(gift, "refunded", 5_50, refund_ref="a")
    assert sums(team) == (14_50, 1, 5_00, 1)
    tell(gift, "refunded", 14_50, refund_ref="b")
    tell(gift)
    assert sums(team) == (0, 0, 5_00, 1)


@pytest.mark.django_db
def test_a_page_brings_along_what_it_has_and_takes_it_away(
    make_team, make_page_of, make_gift, tell
):
    page, team = make_page_of(), make_team()
    tell(make_gift(page))
    page.refresh_from_db()
    enter_team(page, team)
    assert sums(team) == (20_00, 1, 0, 0)
    leave_team(page)
    leave_team(page)
    assert sums(team) == (0, 0, 0, 0)
    assert Fundraiser.objects.get(pk=page.pk).team is None


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_gifts_while_pages_come_and_go_lose_no_cent(make_team, make_page_of, make_gift):
    page, team, now = make_page_of("lea@example.org"), make_team(make_page_of()), timezone.now()
    token = invite_address(team).split("/")[-2]
    deeds = []
    for number in range(8):
        gift = make_gift(page, amount_cents=1_01 + number)
        told = Notification(f"p{number}", "paid", gift.key, 1_01 + number, "EUR", now, False)
        deeds.append(lambda told=told: receive_event("bank", told))
        deeds.append(lambda: join_team(Fundraiser.objects.get(pk=page.pk), token))
        if number % 3 == 0:
            deeds.append(lambda: quit_team(Fundraiser.objects.get(pk=page.pk)))

    def do(deed) -> None:
        try:
            deed()
        except TeamRefused:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(do, deeds))
    page.refresh_from_db()
    assert page.total_cents == sum(1_01 + number for number in range(8))
    assert sums(team)[:2] == ((page.total_cents, 8) if page.team_id else (0, 0))
    assert recount_teams(write=False).differences == []
