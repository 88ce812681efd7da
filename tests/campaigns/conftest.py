"""A promise that runs, and people who act for it."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from audience.domain.count_acts import Offer, count_acts
from audience.models import Meter
from campaigns.enums import PledgeState
from campaigns.models import (
    Claim,
    Clause,
    Contestation,
    LedgerEntry,
    Milestone,
    Organisation,
    Pledge,
    Representative,
)

KG = 1_000


@pytest.fixture
def meter(db) -> Meter:
    return Meter.objects.create(name="Deux kilos")


@pytest.fixture
def make_pledge(meter) -> Callable[..., Pledge]:
    """Make a pledge; `clauses` and `milestones` as lists of dicts. It runs unless told otherwise."""

    def make(
        clauses: list[dict] = ({"kind": "per_act", "quantity": 2 * KG},),
        milestones: list[dict] = (),
        **values: object,
    ) -> Pledge:
        now = timezone.now()
        sponsor, _ = Organisation.objects.get_or_create(name="Coop La Fourche")
        beneficiary, _ = Organisation.objects.get_or_create(name="Épicerie du Pont")
        pledge = Pledge.objects.create(
            **{
                "meter": meter,
                "sponsor": sponsor,
                "beneficiary": beneficiary,
                "goods": "légumes",
                "cap": 40_000 * KG,
                "starts_at": now - timedelta(days=1),
                "ends_at": now + timedelta(days=30),
                "delivery_due_on": (now + timedelta(days=60)).date(),
                "state": PledgeState.ACTIVE,
                "activated_at": now - timedelta(seconds=1),
                **values,
            }
        )
        for clause in clauses:
            Clause.objects.create(pledge=pledge, **clause)
        for milestone in milestones:
            Milestone.objects.create(pledge=pledge, **milestone)
        return pledge

    return make


@pytest.fixture
def act(meter) -> Callable[..., list]:
    """Let so many new people act on the meter; return how each act ended."""
    names = count(1)

    def act(times: int = 1, **values: object) -> list:
        offers = []
        for _ in range(times):
            name = next(names)
            defaults = {"kind": "click", "nonce": f"nonce-{name}", "person": f"person-{name}"}
            known = {"meter_key": meter.key, "received_at": timezone.now()}
            offers.append(Offer(**{**known, **defaults, "network": f"n{name}", **values}))
        return count_acts(offers)

    return act


def proof(
    name: str = "bon.pdf", content: bytes = b"%PDF-1.7 bon de livraison"
) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.fixture
def signed(make_pledge) -> Callable[..., Pledge]:
    """Make a pledge that both sides have signed and that does not run yet."""

    def make(*lines: list[dict], **values: object) -> Pledge:
        defaults = {
            "state": PledgeState.COUNTERSIGNED,
            "activated_at": None,
            "sponsor_signed_by": "Léa Martin, maraîchère",
            "beneficiary_signed_by": "Omar Diallo, président",
        }
        return make_pledge(*lines, **{**defaults, **values})

    return make


@pytest.fixture
def editor(make_user) -> object:
    return make_user("edith", "add_pledge", "change_pledge", "view_pledge", "delete_pledge")


@pytest.fixture
def receiver(make_user) -> object:
    """The president of the organisation that receives what `make_pledge` promises."""
    user = make_user("omar", "view_pledge", first_name="Omar", last_name="Diallo")
    user.groups.add(Group.objects.get_or_create(name="Beneficiaries")[0])
    organisation, _ = Organisation.objects.get_or_create(name="Épicerie du Pont")
    Representative.objects.create(organisation=organisation, user=user, title="président")
    return user


def sums(*pledges: Pledge) -> tuple[int, int, int]:
    """Add up the lines of these pledges, less what was taken back: promised, unlocked, delivered.

    Written apart from the code that it checks.
    """
    found = {"promised": 0, "unlocked": 0, "delivered": 0}
    for entry in LedgerEntry.objects.filter(pledge__in=pledges):
        if entry.kind == "reversed":
            found[entry.reverses] -= entry.quantity
        else:
            found[entry.kind] += entry.quantity
    return found["promised"], found["unlocked"], found["delivered"]


@pytest.fixture
def coop(db) -> Organisation:
    return Organisation.objects.get_or_create(name="Coop La Fourche")[0]


@pytest.fixture
def make_claim(coop) -> Callable[..., Claim]:
    def make(statement: str = "Tout est bio", **values: object) -> Claim:
        made_on = timezone.localdate()
        return Claim.objects.create(
            **{"organisation": coop, "statement": statement, "made_on": made_on, **values}
        )

    return make


@pytest.fixture
def make_contestation(make_claim) -> Callable[..., Contestation]:
    def make(**values: object) -> Contestation:
        if "pledge" not in values and "claim" not in values:
            values["claim"] = make_claim()
        defaults = {"reason": "Les échalotes ne le sont pas encore."}
        return Contestation.objects.create(**{**defaults, **values})

    return make


@pytest.fixture
def moderator(make_user) -> object:
    user = make_user("mo")
    user.groups.add(Group.objects.get(name="Moderators"))
    return user


@pytest.fixture
def speaker(coop, make_user) -> Representative:
    user = make_user("suzon", first_name="Suzon", last_name="Fourchet")
    return Representative.objects.create(organisation=coop, user=user, title="maraîchère")
