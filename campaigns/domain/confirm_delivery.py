"""The beneficiary says what it received, with the document that proves it."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.log_actions import log

from campaigns.domain.announce import announce
from campaigns.domain.locked_pledge import locked_pledge
from campaigns.domain.pledge_rights import mandate_of
from campaigns.domain.pledge_state import move_to_state_due
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
    ProofMissing,
    ProofNotTaken,
)
from users.models import User

LARGEST_PROOF_BYTES = 20 * 1024 * 1024
# What a file begins with, and the ending it is stored under: proofs are shown to the public.
_KINDS = {b"%PDF-": ".pdf", b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}
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
        ending = _ending(report.proof)
        entry = write_entry(pledge, EntryKind.DELIVERED, report.quantity, report.note.strip())
        assert entry is not None
        delivery = Delivery.objects.create(
            pledge=pledge,
            entry=entry,
            quantity=report.quantity,
            delivered_on=report.delivered_on,
            place=report.place.strip(),
            confirmed_by=confirmed_by,
            document=_store(user, pledge, report, ending),
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


def _check(report: Report, pledge: Pledge) -> None:
    left = pledge.unlocked - pledge.delivered
    if report.quantity < 1:
        raise NothingDelivered
    if report.quantity > left:
        raise MoreThanUnlocked(left=quantity_label(left, pledge.unit))
    if report.delivered_on > timezone.localdate():
        raise NotYetDelivered


def _ending(proof: UploadedFile | None) -> str:
    """Return the ending that the bytes of `proof` call for: its name may say anything."""
    if proof is None or not proof.size:
        raise ProofMissing
    proof.seek(0)
    head = proof.read(8)
    found = next((ending for begin, ending in _KINDS.items() if head.startswith(begin)), None)
    if found is None or proof.size > LARGEST_PROOF_BYTES:
        raise ProofNotTaken(limit=filesizeformat(LARGEST_PROOF_BYTES))
    return found


def _store(user: User, pledge: Pledge, report: Report, ending: str) -> AbstractDocument:
    assert report.proof is not None
    report.proof.seek(0)
    content = ContentFile(report.proof.read())
    stem = PurePath(report.proof.name or "").stem or "proof"
    document = get_document_model()(
        title=f"{pledge.beneficiary}, {report.delivered_on}", uploaded_by_user=user
    )
    document.file_size = content.size
    document.file.save(f"{stem}{ending}", content, save=False)
    document.save()
    return document
