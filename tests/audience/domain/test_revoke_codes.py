"""A revoked batch counts no more; what counted stays."""

import pytest

from audience.domain.redeem_code import new_form, redeem_code
from audience.domain.revoke_codes import revoke_codes
from audience.errors import (
    CodeRevoked,
    CodesAlreadyRevoked,
    MayNotMakeCodes,
    RevocationUnexplained,
)
from audience.models import Act
from tests.audience.offsite import make_batch

pytestmark = pytest.mark.django_db


def test_codes_are_called_back(meter, admin_user):
    batch, [used, unused] = make_batch(meter, 2)
    form = new_form()
    redeem_code(used, form, "192.0.2.7")
    revoke_codes(admin_user, batch, " Printed twice ")
    batch.refresh_from_db()
    assert batch.revoked_why == "Printed twice"
    with pytest.raises(CodeRevoked):
        redeem_code(unused, new_form(), "192.0.2.7")
    assert redeem_code(used, form, "192.0.2.7").is_repeat
    assert Act.objects.count() == 1


def test_refusals(meter, admin_user, django_user_model):
    batch, _ = make_batch(meter)
    with pytest.raises(RevocationUnexplained):
        revoke_codes(admin_user, batch, "  ")
    with pytest.raises(MayNotMakeCodes):
        revoke_codes(django_user_model.objects.create_user("zoe"), batch, "Why not")
    revoke_codes(admin_user, batch, "Printed twice")
    with pytest.raises(CodesAlreadyRevoked):
        revoke_codes(admin_user, batch, "Printed twice")
