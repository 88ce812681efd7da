"""An offer goes back to the desk."""

import pytest

from campaigns.domain.withdraw_pledge import withdraw_pledge
from campaigns.enums import PledgeState
from campaigns.refusals import MayNotPledge, WrongStep

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_signatures_are_void(signed, editor):
    pledge = withdraw_pledge(editor, signed())
    pledge.refresh_from_db()
    assert (pledge.state, pledge.sponsor_signed_by, pledge.beneficiary_signed_by) == (
        PledgeState.DRAFT,
        "",
        "",
    )


def test_what_runs_cannot_be_taken_back(make_pledge, signed, editor, receiver):
    with pytest.raises(WrongStep):
        withdraw_pledge(editor, make_pledge())
    with pytest.raises(MayNotPledge):
        withdraw_pledge(receiver, signed())
