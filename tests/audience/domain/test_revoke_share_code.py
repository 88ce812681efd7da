"""A link that was taken back credits nobody, and its maker is forgotten."""

import pytest

from audience.domain.count_acts import count_acts
from audience.domain.revoke_share_code import revoke_share_code
from audience.models import Referral
from tests.audience.sharing import code_of

pytestmark = pytest.mark.django_db


def test_from_now_on(meter, offer):
    code = code_of(meter, secret="s", maker="zoe", maker_browser="b")
    count_acts([offer(came_by=code.code)])
    revoke_share_code(code)
    first = code.revoked_at
    assert (code.maker, code.maker_browser) == ("", "")
    revoke_share_code(code)
    code.refresh_from_db()
    assert (code.revoked_at, code.maker, code.maker_browser) == (first, "", "")
    count_acts([offer(came_by=code.code)])
    assert Referral.objects.count() == 1
