"""Declare acts that happened elsewhere, with the document that proves them. Nothing counts yet."""

from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from audience.models import Meter
from campaigns.domain.proofs import ending_of, store_proof
from campaigns.models import Declaration, Organisation
from campaigns.refusals import DocumentMissing, DoneInTheFuture, MayNotDeclare
from users.models import User


@dataclass(frozen=True, slots=True)
class DeclaredActs:
    """What is declared: so many acts, by whom, done by which day."""

    meter: Meter
    organisation: Organisation
    acts: int
    about: str
    done_on: date
    document: UploadedFile | None


def may_declare(user: User) -> bool:
    """Say whether `user` may write declarations."""
    return user.is_active and user.has_perm("campaigns.add_declaration")


def declare_acts(user: User, told: DeclaredActs) -> Declaration:
    """Keep a declaration until a second person approves it.

    Raises MayNotDeclare, DocumentMissing, ProofNotTaken or DoneInTheFuture; then no document was
    stored either.
    """
    if not may_declare(user):
        raise MayNotDeclare
    if told.document is None or not told.document.size:
        raise DocumentMissing
    if told.done_on > timezone.localdate():
        raise DoneInTheFuture
    ending = ending_of(told.document)
    with transaction.atomic():
        title = f"{told.organisation}, {told.done_on}"
        declaration = Declaration.objects.create(
            meter=told.meter,
            organisation=told.organisation,
            acts=told.acts,
            about=told.about.strip(),
            done_on=told.done_on,
            document=store_proof(user, title, told.document, ending),
            declared_by=user,
        )
        log(instance=declaration, action="campaigns.declaration.declare", user=user)
    return declaration
