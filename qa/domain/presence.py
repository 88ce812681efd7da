"""Say who of the team has which text open, so that two people do not work on the same one."""

from datetime import timedelta

from django.utils import timezone

from qa.models import Presence
from users.models import User

# The desk says every five seconds that it is still there.
GONE_AFTER = timedelta(seconds=20)


def look_at(user: User, kind: str, subject_id: int) -> None:
    """Note that `user` looks at a text now, and at no other one."""
    Presence.objects.update_or_create(
        user=user, defaults={"kind": kind, "subject_id": subject_id, "seen_at": timezone.now()}
    )


def look_away(user: User) -> None:
    """Note that `user` has no text open any more."""
    Presence.objects.filter(user=user).delete()


def seen_by_others(user: User) -> dict[tuple[str, int], str]:
    """Return the names of the colleagues of `user` by the (kind, key) of the text they look at."""
    there = Presence.objects.filter(seen_at__gte=timezone.now() - GONE_AFTER)
    names: dict[tuple[str, int], list[str]] = {}
    for one in there.exclude(user=user).select_related("user").order_by("seen_at"):
        names.setdefault((one.kind, one.subject_id), []).append(str(one.user))
    return {text: ", ".join(those) for text, those in names.items()}
