"""Write down that something has become of a pledge; its followers are told from that row."""

from django.utils import timezone

from campaigns.enums import NewsEvent
from campaigns.models import Announcement, Delivery, Milestone, Pledge


def announce(
    pledge: Pledge,
    event: NewsEvent,
    *,
    milestone: Milestone | None = None,
    delivery: Delivery | None = None,
) -> None:
    """Write the announcement of `event`, unless it was announced before.

    Call it in the transaction that changes `pledge`, with its meter locked and its figures as they
    are from now on: row and change are committed together or not at all.
    """
    about = milestone or delivery
    row = Announcement(
        pledge=pledge,
        event=event,
        mark=str(about.pk) if about else "",
        milestone=milestone,
        delivery=delivery,
        quantity=_quantity(pledge, event, delivery),
        happened_at=timezone.now(),
    )
    Announcement.objects.bulk_create([row], ignore_conflicts=True)


def _quantity(pledge: Pledge, event: NewsEvent, delivery: Delivery | None) -> int:
    """Return what `event` is about, in the pledge's unit."""
    if delivery is not None:
        return delivery.quantity
    match event:
        case NewsEvent.ACTIVATED | NewsEvent.AMENDED:
            return pledge.cap
        case NewsEvent.LATE | NewsEvent.BROKEN:
            return pledge.unlocked - pledge.delivered
        case _:
            return pledge.unlocked
