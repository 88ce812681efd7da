"""Take something that waits, hand it over, or give it back: by compare-and-set.

Of two who take the same thing at the same instant one gets it, and the other reads who.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from users.errors import MayNotHandle, MayNotReceive, NothingWaits, TakenMeanwhile
from users.inbox import source_of
from users.models import Charge, User


def hand_over(kind: str, key: str, user: User, owner: User | None, seen: int | None) -> None:
    """Make `owner` (None: nobody) take care of the thing `key` of `kind`.

    `seen` is the primary key of who took care of it on the page of `user` (None: nobody); once it
    is somebody else, nothing changes. Doing the same twice is fine. Raises MayNotHandle,
    MayNotReceive, NothingWaits or TakenMeanwhile.
    """
    source = source_of(kind)
    if source is None or not source.may_see(user):
        raise MayNotHandle
    if owner is not None and not (owner.is_active and source.may_see(owner)):
        raise MayNotReceive(owner=owner)
    if not (key.isascii() and key.isdecimal() and source.waiting().filter(pk=key).exists()):
        raise NothingWaits
    if source.owners is not None:
        source.owners.hand_over(key, user, owner, seen)
    else:
        _charge(kind, key, owner, seen)


def _charge(kind: str, key: str, owner: User | None, seen: int | None) -> None:
    with transaction.atomic():
        before = User.objects.filter(pk=seen or 0).first()
        charge, _new = Charge.objects.get_or_create(kind=kind, key=key, defaults={"owner": before})
        found = Charge.objects.filter(pk=charge.pk, owner=seen)
        is_done = found.update(owner=owner, since=timezone.now())
        charge.refresh_from_db()
        if not is_done and charge.owner != owner:
            raise TakenMeanwhile(winner=charge.owner or _("Somebody"))
