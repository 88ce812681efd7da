"""What waits for the team among ambassadors: aliases that the filter holds or that came back."""

from datetime import timedelta
from functools import partial

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ambassadors.models import Ambassador, LeaderKind
from qa.domain.hand_over_text import hand_over_text
from qa.domain.rights import MODERATE
from users.inbox import Entry, Owners, Source
from users.models import User

WITHIN = timedelta(hours=48)


def may_decide_aliases(user: User) -> bool:
    """Say whether `user` decides about aliases."""
    return user.has_perm(MODERATE)


def waiting_aliases() -> QuerySet[Ambassador]:
    """Return the ambassadors whose alias waits, the oldest first."""
    found = Ambassador.objects.here().waiting().select_related("assigned_to")
    return found.order_by("received_at", "pk")


def _alias(one: Ambassador) -> Entry:
    return Entry(
        key=str(one.pk),
        title=one.alias,
        link=reverse("leader", args=[LeaderKind.AMBASSADOR.value, one.pk]),
        since=one.received_at,
        within=WITHIN,
        owner=one.assigned_to,
    )


ALIASES = Source(
    "ambassador",
    _("Aliases of ambassadors"),
    may_decide_aliases,
    waiting_aliases,
    _alias,
    Owners("assigned_to", partial(hand_over_text, Ambassador)),
)
