"""Count the sales that partners report: each once, all that arrive together in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone

from audience.domain.act_names import nonce_of
from audience.domain.count_acts import Offer, Outcome, count_acts
from audience.domain.read_sale import ReportedSale, read_sale
from audience.domain.sale_signature import ensure_signed
from audience.enums import ActKind
from audience.errors import (
    SaleDiffers,
    SaleKeyRevoked,
    SaleRefused,
    SaleTooLarge,
    SaleUnknownMeter,
)
from audience.models import Meter, PartnerKey, Sale


@dataclass(frozen=True, slots=True)
class SaleCall:
    """A call whose signature holds."""

    meter_key: str
    key_id: str
    sale: ReportedSale


@dataclass(frozen=True, slots=True)
class CountedSale:
    """How a sale ended: one outcome for each of its acts. `is_repeat`: it was known already."""

    sale: ReportedSale
    outcomes: tuple[Outcome, ...]
    is_repeat: bool


def call_of(
    meter_key: str, headers: dict[str, str], path: str, body: bytes, now_ms: int
) -> SaleCall:
    """Return what a request asks for, without a look at the database.

    Raises what `ensure_signed` and `read_sale` raise.
    """
    key_id = ensure_signed(headers, path, body, now_ms // 1000)
    now = datetime.fromtimestamp(now_ms / 1000, UTC)
    return SaleCall(meter_key, key_id, read_sale(body, now))


def receive_sales(calls: Sequence[SaleCall]) -> list[CountedSale | SaleRefused]:
    """Write the acts of `calls`; return for each how it ended, or why it was not taken."""
    with transaction.atomic():
        # First of all, like everything that counts: so no other process writes the same sale.
        meters = Meter.objects.select_for_update().filter(
            key__in={call.meter_key for call in calls}
        )
        known = {meter.key for meter in meters.order_by("pk")}
        return _receive(calls, known)


def _receive(calls: Sequence[SaleCall], known: set[str]) -> list[CountedSale | SaleRefused]:
    keys = PartnerKey.objects.filter(key_id__in={call.key_id for call in calls})
    by_id = {key.key_id: key for key in keys.select_related("partner__meter")}
    ended: list[CountedSale | SaleRefused] = []
    offers: list[Offer] = []
    taken: list[tuple[int, SaleCall, bool]] = []
    for place, call in enumerate(calls):
        try:
            sale, is_repeat = _take(call, by_id.get(call.key_id), known)
        except SaleRefused as refusal:
            ended.append(refusal)
            continue
        ended.append(CountedSale(call.sale, (), is_repeat))
        taken.append((place, call, is_repeat))
        offers += _offers(sale, call)
    outcomes = iter(count_acts(offers))
    for place, call, is_repeat in taken:
        found = tuple(one for _ in range(call.sale.acts) if (one := next(outcomes)) is not None)
        ended[place] = CountedSale(call.sale, found, is_repeat)
    return ended


def _take(call: SaleCall, key: PartnerKey | None, known: set[str]) -> tuple[Sale, bool]:
    """Return the row of a sale, and whether it was there before."""
    if key is None or key.revoked_at:
        raise SaleKeyRevoked
    partner, told = key.partner, call.sale
    if partner.meter.key != call.meter_key or call.meter_key not in known:
        raise SaleUnknownMeter
    before = Sale.objects.filter(partner=partner, reference=told.reference).first()
    if before is not None:
        if (before.acts, before.sold_at) != (told.acts, told.sold_at):
            raise SaleDiffers(acts=before.acts)
        before.partner = partner
        return before, True
    if not 1 <= told.acts <= partner.most_acts:
        raise SaleTooLarge(most=partner.most_acts)
    sale = Sale.objects.create(
        partner=partner,
        key=key,
        reference=told.reference,
        acts=told.acts,
        sold_at=told.sold_at,
        received_at=timezone.now(),
    )
    return sale, False


def _offers(sale: Sale, call: SaleCall) -> list[Offer]:
    return [
        Offer(
            meter_key=call.meter_key,
            kind=ActKind.OFFSITE.value,
            received_at=sale.received_at,
            nonce=nonce_of("sale", sale.seed, str(place)),
            host=sale.partner.origin,
        )
        for place in range(sale.acts)
    ]
