"""Somebody's own link, made without an account."""

import pytest
from django.utils import timezone

from audience.domain import make_own_code as module
from audience.domain.make_own_code import make_own_code
from audience.domain.people import cookie_for, person_of_browser, person_of_cookie
from audience.share_refusals import TooManyLinks
from audience.shared import Shared

pytestmark = pytest.mark.django_db
ADDRESS, BROWSER = "192.0.2.7", "Firefox"


def make(meter, cookie=""):
    subject = Shared("leek", "7", "Poireau", "/poireau/", meter.pk)
    return make_own_code(subject, cookie=cookie, address=ADDRESS, user_agent=BROWSER)


def test_each_has_a_private_page_of_its_own(meter):
    code, other = make(meter), make(meter)
    assert (code.kind, code.key, code.meter, code.is_own) == ("leek", "7", meter, True)
    assert len({code.secret, other.secret, code.code, other.code}) == 4
    assert len(code.secret) == 22


def test_the_maker_is_known_by_hashes_alone(meter):
    cookie = cookie_for("nonce")
    code = make(meter, cookie)
    assert code.maker == person_of_cookie(cookie)
    assert code.maker_browser == person_of_browser(ADDRESS, BROWSER, timezone.localdate())
    assert make(meter, "<script>").maker == ""


def test_not_by_the_thousand(meter, monkeypatch):
    monkeypatch.setattr(module, "MOST_AN_HOUR", 2)
    make(meter)
    make(meter)
    with pytest.raises(TooManyLinks) as refused:
        make(meter)
    assert refused.value.status == 429
