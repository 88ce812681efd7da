"""The beneficiary says what it received, with the document that proves it."""

from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from wagtail.log_actions import log

from campaigns.domain.announce import announce
from campaigns.domain.locked_pledge import locked_pledge
from campaigns.domain.pledge_rights import mandate_of
from campaigns.domain.pledge_state import move_to_state_due
from campaigns.domain.proofs import ending_of, store_proof
from campaigns.domain.quantities import quantity_label
from campaigns.domain.write_entry import write_entry
from campaigns.enums import EntryKind, NewsEvent, PledgeState
from campaigns.models import Delivery, Pledge
from campaigns.refusals import (
    MoreThanUnlocked,
    NoteMissing,
    NothingDelivered,
    NotTheBeneficiary,
    NotYetDelivered,
)
from users.models import User

# A broken pledge can still be made good in part: what arrives is written down.
OPEN = (
    PledgeState.ACTIVE,
    PledgeState.CAPPED,
    PledgeState.EXPIRED,
    PledgeState.LATE,
    PledgeState.BROKEN,
)


@dataclass(frozen=True, slots=True)
class Report:
    """What is said to have arrived. `quantity`: in the pledge's unit. `note`: by a stand-in."""

    quantity: int
    delivered_on: date
    place: str
    proof: UploadedFile | None
    note: str = ""


def confirm_delivery(user: User, pledge: Pledge, report: Report) -> Delivery:
    """Write a delivery and its line; a late pledge that is then delivered in full is kept.

    `user` represents the beneficiary, in the group of beneficiaries; a superuser may stand in,
    with a note. Raises WrongStep or a DeliveryRefused; then no document was stored either.
    """
    with locked_pledge(pledge, *OPEN) as pledge:
        confirmed_by = _signature(user, pledge, report)
        _check(report, pledge)
        ending = ending_of(report.proof)
        entry = write_entry(pledge, EntryKind.DELIVERED, report.quantity, report.note.strip())
        assert entry is not None
        delivery = Delivery.objects.create(
            pledge=pledge,
            entry=entry,
            quantity=report.quantity,
            delivered_on=report.delivered_on,
            place=report.place.strip(),
            confirmed_by=confirmed_by,
            document=store_proof(user, _title(report, pledge), report.proof, ending),
        )
        pledge.delivered += report.quantity
        has_moved = move_to_state_due(pledge, timezone.now())
        pledge.save(update_fields=["delivered", "state", "closed_at"])
        announce(pledge, NewsEvent.DELIVERED, delivery=delivery)
        if has_moved:
            announce(pledge, NewsEvent(pledge.state))
        log(instance=pledge, action="campaigns.pledge.confirm", user=user)
    return delivery


def may_confirm(user: User, pledge: Pledge) -> bool:
    """Say whether `user` may say what the beneficiary of `pledge` received."""
    return user.is_superuser or mandate_of(user, pledge.beneficiary) is not None


def _signature(user: User, pledge: Pledge, report: Report) -> str:
    name = user.get_full_name() or user.get_username()
    mandate = mandate_of(user, pledge.beneficiary)
    if mandate is not None:
        return f"{name}, {mandate.title}"[:120]
    if not user.is_superuser:
        raise NotTheBeneficiary(organisation=pledge.beneficiary)
    if not report.note.strip():
        raise NoteMissing(organisation=pledge.beneficiary)
    return f"{name} → {pledge.beneficiary}"[:120]


def _title(report: Report, pledge: Pledge) -> str:
    return f"{pledge.beneficiary}, {report.delivered_on}"


def _check(report: Report, pledge: Pledge) -> None:
    left = pledge.unlocked - pledge.delivered
    if report.quantity < 1:
        raise NothingDelivered
    if report.quantity > left:
        raise MoreThanUnlocked(left=quantity_label(left, pledge.unit))
    if report.delivered_on > timezone.localdate():
        raise NotYetDelivered
