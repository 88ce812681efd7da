"""The sponsor signs."""

import pytest

from campaigns.domain.propose_pledge import propose_pledge
from campaigns.enums import PledgeState
from campaigns.refusals import MayNotPledge, NoClause, SignatureMissing, WrongStep

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_draft_becomes_an_offer(make_pledge, editor):
    pledge = propose_pledge(editor, make_pledge(state="draft"), " Léa Martin ")
    pledge.refresh_from_db()
    assert (pledge.state, pledge.sponsor_signed_by) == (PledgeState.PROPOSED, "Léa Martin")
    assert pledge.proposed_at


def test_refusals_change_nothing(make_pledge, editor, receiver):
    draft, empty = make_pledge(state="draft"), make_pledge([], state="draft")
    for user, pledge, name, refusal in (
        (receiver, draft, "Léa", MayNotPledge),
        (editor, draft, "  ", SignatureMissing),
        (editor, empty, "Léa", NoClause),
        (editor, make_pledge(state="active"), "Léa", WrongStep),
    ):
        with pytest.raises(refusal):
            propose_pledge(user, pledge, name)
    draft.refresh_from_db()
    assert (draft.state, draft.sponsor_signed_by) == (PledgeState.DRAFT, "")
