"""Partners get keys, and lose them."""

import pytest

from audience.domain.partner_keys import make_partner_key, revoke_partner_key
from audience.domain.sale_signature import secret_of
from audience.errors import KeyAlreadyRevoked, MayNotNamePartners
from audience.models import Partner, PartnerKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner(meter):
    return Partner.objects.create(meter=meter, name="Coop")


def test_a_key_is_made_and_revoked(partner, admin_user):
    key, secret = make_partner_key(admin_user, partner)
    assert secret == secret_of(key.key_id)
    assert secret not in str(PartnerKey.objects.values().get())
    assert revoke_partner_key(admin_user, key).revoked_by == admin_user
    with pytest.raises(KeyAlreadyRevoked):
        revoke_partner_key(admin_user, key)


def test_not_by_everybody(partner, django_user_model):
    zoe = django_user_model.objects.create_user("zoe")
    with pytest.raises(MayNotNamePartners):
        make_partner_key(zoe, partner)
    with pytest.raises(MayNotNamePartners):
        revoke_partner_key(zoe, PartnerKey.objects.create(partner=partner))
