"""A private address opens while it lasts; what opens it is not kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.presenter_links import (
    make_presenter_link,
    open_links,
    revoke_presenter_links,
    run_of_secret,
)
from live.models import PresenterLink
from live.refusals import MayNotOperate

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_it_opens_until_it_is_revoked(run, caller):
    secret = make_presenter_link(run, caller)
    assert run_of_secret(secret) == run
    assert secret not in str(PresenterLink.objects.values().get())
    assert open_links(run, timezone.now()).count() == 1
    revoke_presenter_links(run, caller)
    assert run_of_secret(secret) is None
    assert open_links(run, timezone.now()).count() == 0


def test_it_expires(run, caller):
    secret = make_presenter_link(run, caller)
    left = PresenterLink.objects.get().expires_at - timezone.now()
    assert timedelta(hours=11) < left <= timedelta(hours=12)
    PresenterLink.objects.update(expires_at=timezone.now())
    assert run_of_secret(secret) is None


def test_what_opens_nothing(run, caller, make_user):
    make_presenter_link(run, caller)
    assert run_of_secret("") is None
    assert run_of_secret(PresenterLink.objects.get().digest) is None
    ana = make_user("ana", "live.watch_run")
    with pytest.raises(MayNotOperate):
        make_presenter_link(run, ana)
    with pytest.raises(MayNotOperate):
        revoke_presenter_links(run, ana)
