"""What the owner of a collection page reads of its gifts, and which names everybody reads.

The owner never learns the address of who gave, nor the private address of a gift.
"""

from django.db.models import Q, QuerySet

from fundraising.models import Donation, Fundraiser
from fundraising.models.fundraiser import shows_test_gifts


def gifts_of(page: Fundraiser) -> QuerySet[Donation]:
    """Return the paid gifts to `page`, the newest first; those without money only in a demo."""
    paid = Donation.objects.filter(fundraiser=page, paid_at__isnull=False)
    if not shows_test_gifts():
        paid = paid.filter(is_test=False)
    return paid.select_related("thanks").order_by("-paid_at", "-pk")


def hide_name(page: Fundraiser, number: int, is_hidden: bool) -> None:
    """Hide the name of the gift with this primary key from everybody, or show it again.

    That of a monthly gift for all its months. The gift stays, and the page's owner goes on reading
    the name. Twice is fine.
    """
    gifts = gifts_of(page)
    order = gifts.filter(pk=number).values_list("recurring", flat=True).first()
    months = Q(recurring=order) if order else Q(pk=number)
    Donation.objects.filter(months, pk__in=gifts.values("pk")).update(hides_name=is_hidden)
