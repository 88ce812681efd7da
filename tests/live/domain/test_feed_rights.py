"""Feeds belong to those who may publish the programme."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from live.domain.feed_rights import ensure_may_direct, may_direct
from live.feed_refusals import MayNotDirect
from tests.live.feeds import make_live

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("right", "may"), [("publish_page", True), ("change_page", False)])
def test_who_may_publish_may_direct(house, make_user, right, may):
    programme, user = make_live(house), make_user("zoe")
    group = Group.objects.create(name="G")
    permission = Permission.objects.get(codename=right, content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=house.home, permission=permission)
    user.groups.add(group)
    assert may_direct(user, programme) is may
    if may:
        ensure_may_direct(user, programme)
    else:
        with pytest.raises(MayNotDirect):
            ensure_may_direct(user, programme)
