"""The team revokes links and gives them back; each time the history says who and why."""

import pytest
from wagtail.models import ModelLogEntry

from audience.domain.count_acts import count_acts
from audience.domain.revoke_share_code import revoke_share_code
from audience.domain.rule_share_code import (
    may_rule_links,
    may_see_links,
    restore_share_code,
    revoke_by_team,
)
from audience.models import Referral
from audience.share_refusals import (
    LinkRevokedAlready,
    LinkRulingUnexplained,
    MayNotRuleLinks,
    NotRevokedByTeam,
)
from tests.audience.sharing import code_of

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def code(meter):
    return code_of(meter, secret="s", maker="zoe", maker_browser="b")


def test_revoked_and_given_back(admin, offer, code):
    revoke_by_team(admin, code, "  printed \n on a flyer ")
    count_acts([offer(came_by=code.code)])
    assert not Referral.objects.exists()
    code.refresh_from_db()
    assert (code.revoked_for, code.revoked_by) == ("printed on a flyer", admin)
    restore_share_code(admin, code)
    code.refresh_from_db()
    assert (code.revoked_at, code.revoked_for, code.revoked_by) == (None, "", None)
    assert (code.maker, code.maker_browser) == ("zoe", "b")
    count_acts([offer(came_by=code.code)])
    assert Referral.objects.count() == 1
    actions = ModelLogEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["audience.link.revoke", "audience.link.restore"]


def test_only_once(admin, code):
    with pytest.raises(NotRevokedByTeam):
        restore_share_code(admin, code)
    revoke_by_team(admin, code, "why")
    with pytest.raises(LinkRevokedAlready):
        revoke_by_team(admin, code, "once more")


def test_what_its_maker_took_back_stays_so(admin, code):
    revoke_by_team(admin, code, "why")
    revoke_share_code(code)
    code.refresh_from_db()
    assert (code.maker, code.revoked_for) == ("", "")
    with pytest.raises(NotRevokedByTeam):
        restore_share_code(admin, code)


def test_a_reason_is_needed(admin, code):
    with pytest.raises(LinkRulingUnexplained):
        revoke_by_team(admin, code, " \n")
    code.refresh_from_db()
    assert code.revoked_at is None


def test_rights(make_user, code):
    reader = make_user("reader", "audience.view_sharecode")
    ruler = make_user("ruler", "audience.change_sharecode")
    nobody = make_user("nobody")
    assert [may_see_links(user) for user in (reader, ruler, nobody)] == [True, True, False]
    assert [may_rule_links(user) for user in (reader, ruler, nobody)] == [False, True, False]
    with pytest.raises(MayNotRuleLinks):
        revoke_by_team(reader, code, "why")
    with pytest.raises(MayNotRuleLinks):
        restore_share_code(reader, code)
