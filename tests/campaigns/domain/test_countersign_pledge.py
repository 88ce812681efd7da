"""The beneficiary signs."""

import pytest

from campaigns.domain.countersign_pledge import countersign_pledge
from campaigns.enums import PledgeState
from campaigns.refusals import MayNotPledge, SameSignature, SignatureMissing, WrongStep

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def offer(make_pledge):
    return make_pledge(state="proposed", sponsor_signed_by="Léa Martin")


def test_the_other_side_signs(offer, editor):
    pledge = countersign_pledge(editor, offer, "Omar Diallo")
    pledge.refresh_from_db()
    assert (pledge.state, pledge.beneficiary_signed_by) == (
        PledgeState.COUNTERSIGNED,
        "Omar Diallo",
    )


def test_one_person_is_not_two_sides(offer, make_pledge, editor, receiver):
    for user, pledge, name, refusal in (
        (editor, offer, "léa martin", SameSignature),
        (editor, offer, "", SignatureMissing),
        (receiver, offer, "Omar", MayNotPledge),
        (editor, make_pledge(state="draft"), "Omar", WrongStep),
    ):
        with pytest.raises(refusal):
            countersign_pledge(user, pledge, name)
