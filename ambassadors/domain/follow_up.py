"""Who brings people, for the team to follow up: ambassadors and sites that host the widget."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Sum
from django.utils import timezone

from ambassadors.domain.rank import week_of
from ambassadors.models import Ambassador, Contact, LeaderKind
from ambassadors.models.contact import LONGEST_NOTE
from ambassadors.refusals import MayNotFollowUp, NoteMissing
from audience.domain.holder_codes import brought_by_holders
from audience.enums import Verdict
from audience.models import DailyTotal
from campaigns.models import EmbedHost
from users.models import User

VIEW = "ambassadors.view_contact"
CHANGE = "ambassadors.change_contact"


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody to follow up. `this_week` and `ever`: people of an ambassador, acts of a host."""

    kind: str
    pk: int
    name: str
    email: str
    address: str
    this_week: int
    ever: int
    last: Contact | None = None

    @property
    def kind_label(self) -> str:
        return str(LeaderKind(self.kind).label)


def may_read_follow_up(user: User) -> bool:
    """Say whether `user` may read the list."""
    return user.is_active and (user.has_perm(VIEW) or user.has_perm(CHANGE))


def may_follow_up(user: User) -> bool:
    """Say whether `user` may write notes."""
    return user.is_active and user.has_perm(CHANGE)


def leaders(kind: str = "") -> list[Leader]:
    """Return who brings people, of one kind or all, those nobody spoke to for longest first.

    Of those with the same day (or none), who brought more comes first.
    """
    found: list[Leader] = []
    if kind != LeaderKind.HOST:
        found += _ambassadors(Ambassador.objects.here())
    if kind != LeaderKind.AMBASSADOR:
        found += _hosts(EmbedHost.objects.filter(is_open=True))
    return sorted(found, key=_order)


def leader_of(kind: str, pk: int) -> Leader | None:
    """Return one of them, or None."""
    if kind == LeaderKind.HOST:
        return next(iter(_hosts(EmbedHost.objects.filter(pk=pk))), None)
    if kind == LeaderKind.AMBASSADOR:
        return next(iter(_ambassadors(Ambassador.objects.here().filter(pk=pk))), None)
    return None


def contacts_with(leader: Leader) -> list[Contact]:
    """Return what was noted about a leader, the newest first."""
    found = Contact.objects.filter(kind=leader.kind, subject_id=leader.pk)
    return list(found.select_related("noted_by"))


def note_contact(user: User, leader: Leader, on: date | None, note: str) -> Contact:
    """Write down a contact on a day. Raises MayNotFollowUp or NoteMissing."""
    if not may_follow_up(user):
        raise MayNotFollowUp
    words = note.strip()[:LONGEST_NOTE]
    if not words or on is None or on > timezone.localdate():
        raise NoteMissing
    return Contact.objects.create(
        kind=leader.kind, subject_id=leader.pk, contacted_on=on, note=words, noted_by=user
    )


def _ambassadors(found: Iterable[Ambassador]) -> list[Leader]:
    week, ever = brought_by_holders(week_of(timezone.localdate())), brought_by_holders()
    last = _last_contacts(LeaderKind.AMBASSADOR)
    return [
        Leader(
            kind=LeaderKind.AMBASSADOR,
            pk=one.pk,
            name=one.alias,
            email=one.email or "",
            address="",
            this_week=week.get(one.code, 0),
            ever=ever.get(one.code, 0),
            last=last.get(one.pk),
        )
        for one in found
    ]


def _hosts(found: Iterable[EmbedHost]) -> list[Leader]:
    counted = DailyTotal.objects.filter(verdict=Verdict.COUNTED).exclude(host="")
    lately = Q(day__gte=week_of(timezone.localdate()))
    rows = counted.values_list("host").annotate(ever=Sum("count"), week=Sum("count", filter=lately))
    acts = {host: (ever, week or 0) for host, ever, week in rows}
    last = _last_contacts(LeaderKind.HOST)
    return [
        Leader(
            kind=LeaderKind.HOST,
            pk=one.pk,
            name=one.name,
            email=one.contact,
            address=one.address,
            this_week=acts.get(one.key, (0, 0))[1],
            ever=acts.get(one.key, (0, 0))[0],
            last=last.get(one.pk),
        )
        for one in found
    ]


def _last_contacts(kind: str) -> dict[int, Contact]:
    found = Contact.objects.filter(kind=kind).order_by("contacted_on", "pk")
    return {one.subject_id: one for one in found}


def _order(leader: Leader) -> tuple[date, int, str, str, int]:
    on = leader.last.contacted_on if leader.last else date.min
    return on, -leader.ever, leader.name.casefold(), leader.kind, leader.pk
