"""Give a partner a key, and take it back. To change one: give a new one, then revoke the old."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from audience.domain.sale_signature import secret_of
from audience.errors import KeyAlreadyRevoked, MayNotNamePartners
from audience.models import Partner, PartnerKey
from users.models import User


def may_name_partners(user: User) -> bool:
    """Say whether `user` may give keys to partners and revoke them."""
    return user.is_active and user.has_perm("audience.change_partner")


def make_partner_key(user: User, partner: Partner) -> tuple[PartnerKey, str]:
    """Make a key for `partner`; return it with its secret, to be shown once.

    Raises MayNotNamePartners.
    """
    if not may_name_partners(user):
        raise MayNotNamePartners
    with transaction.atomic():
        key = PartnerKey.objects.create(partner=partner, made_by=user)
        data = {"key": key.key_id}
        log(instance=partner, action="audience.partner.key", user=user, data=data)
    return key, secret_of(key.key_id)


def revoke_partner_key(user: User, key: PartnerKey) -> PartnerKey:
    """Take no further call signed with `key`. Raises MayNotNamePartners or KeyAlreadyRevoked."""
    if not may_name_partners(user):
        raise MayNotNamePartners
    with transaction.atomic():
        fresh = PartnerKey.objects.select_for_update().get(pk=key.pk)
        if fresh.revoked_at:
            raise KeyAlreadyRevoked
        fresh.revoked_at, fresh.revoked_by = timezone.now(), user
        fresh.save(update_fields=["revoked_at", "revoked_by"])
        data = {"key": fresh.key_id}
        log(instance=fresh.partner, action="audience.partner.revoke", user=user, data=data)
    return fresh
