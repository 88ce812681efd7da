"""Gifts for the books: every movement of an organisation's money, and its sums by day."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from audience.domain.reports.period import Period
from campaigns.domain.reports.tables import Table, Value
from campaigns.models import Organisation
from fundraising.domain.gift_movements import Movement, movements_of
from fundraising.models import Donation

_CHUNK = 500
_Line = tuple[date, Movement, Donation]


def movements_table(organisation: Organisation, period: Period) -> Table:
    """Return a row for each payment and each refund of real money in `period`."""
    headings = (
        _("Day"),
        _("Movement"),
        _("Received"),
        _("Given back"),
        _("Currency"),
        _("Gift"),
        _("Collection page"),
        _("Receipt"),
        _("Provider"),
        _("Reference at the provider"),
        _("Refund"),
        _("Monthly gift"),
    )
    return Table(_("Movements"), headings, _movement_rows(organisation, period))


def days_table(organisation: Organisation, period: Period) -> Table:
    """Return the sums of each day and currency, and those of the whole period: they add up."""
    headings = (
        _("Day"),
        _("Currency"),
        _("Gifts"),
        _("Received"),
        _("Given back"),
        _("Left"),
    )
    return Table(_("Days"), headings, _day_rows(organisation, period))


def _movement_rows(organisation: Organisation, period: Period) -> Iterator[tuple[Value, ...]]:
    for day, movement, gift in _lines(organisation, period):
        yield (
            day.isoformat(),
            _("refund") if movement.cents < 0 else _("payment"),
            _decimal(max(movement.cents, 0)),
            _decimal(max(-movement.cents, 0)),
            gift.currency,
            gift.key,
            gift.fundraiser.title,
            _receipt_of(gift),
            gift.provider,
            gift.provider_ref,
            movement.refund_ref,
            gift.recurring.key if gift.recurring else "",
        )


def _day_rows(organisation: Organisation, period: Period) -> Iterator[tuple[Value, ...]]:
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    total = _("total")
    for day, movement, gift in _lines(organisation, period):
        for name in (day.isoformat(), total):
            one = sums[name, gift.currency]
            one[0] += movement.cents > 0
            one[1] += max(movement.cents, 0)
            one[2] += max(-movement.cents, 0)
    for (name, currency), (count, received, back) in sorted(
        sums.items(), key=lambda item: (item[0][0] == total, item[0])
    ):
        yield name, currency, count, _decimal(received), _decimal(back), _decimal(received - back)


def _lines(organisation: Organisation, period: Period) -> list[_Line]:
    """Return the movements of `period`, the first one first."""
    since, until = _instant(period.first), _instant(period.last + timedelta(days=1))
    told = Donation.objects.filter(events__occurred_at__gte=since, events__occurred_at__lt=until)
    gifts = Donation.objects.filter(
        pk__in=told.values("pk"),
        is_test=False,
        fundraiser__fund__beneficiary=organisation,
    )
    gifts = gifts.select_related("fundraiser", "recurring").prefetch_related(
        "events", "receipt_lines__receipt"
    )
    lines = [
        (timezone.localtime(movement.at).date(), movement, gift)
        for gift in gifts.order_by("pk").iterator(_CHUNK)
        for movement in movements_of(gift)
        if since <= movement.at < until
    ]
    return sorted(lines, key=lambda line: (line[1].at, line[2].pk))


def _receipt_of(gift: Donation) -> str:
    """Return the number of the valid receipt, or of the last cancelled one, marked."""
    receipts = [line.receipt for line in gift.receipt_lines.all()]  # type: ignore[attr-defined]
    receipts = sorted(receipts, key=lambda one: (one.cancelled_at is None, one.pk))
    if not receipts:
        return ""
    last = receipts[-1]
    return f"{last.reference} ({_('cancelled')})" if last.cancelled_at else last.reference


def _instant(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _decimal(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)
