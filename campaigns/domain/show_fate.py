"""What became of one act: the promises it gave to, told since, and nothing of who acted."""

from django.db.models import Q

from campaigns.domain.say_news import MOST_SHOWN, News, announcements, say
from campaigns.domain.show_receipt import Receipt
from campaigns.models import Pledge


def fate_of(receipt: Receipt, most: int = MOST_SHOWN) -> list[News]:
    """Return what happened to its promises since the act, the newest first.

    An act that gives no goods is a voice for all promises of its campaign, and so is one that is
    still being checked. Nothing becomes of a refused act.
    """
    if not (receipt.is_counted or receipt.is_waiting):
        return []
    pledges = Pledge.objects.public().filter(pledges_of_act(receipt))
    news = announcements().filter(pledge__in=pledges, happened_at__gte=receipt.act.received_at)
    return [say(one) for one in news[:most]]


def pledges_of_act(receipt: Receipt) -> Q:
    """Return the condition under which a pledge is the act's, in any of its versions."""
    if not (receipt.is_counted or receipt.is_waiting):
        return Q(pk__in=())
    if not receipt.lines:
        return Q(meter=receipt.act.meter_id)
    return Q(pk__in=[one.pk for line in receipt.lines for one in line.pledge.versions])
