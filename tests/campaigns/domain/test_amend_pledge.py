"""A new version is begun; `test_activate_pledge` shows how it takes over."""

import pytest

from campaigns.domain.amend_pledge import amend_pledge
from campaigns.enums import PledgeState
from campaigns.refusals import AmendmentWaits, MayNotPledge, WrongStep

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_the_draft_says_the_same(make_pledge, editor, act):
    clauses = [{"kind": "base", "quantity": 7}, {"kind": "threshold", "quantity": 3, "acts": 9}]
    old = make_pledge(clauses, [{"acts": 9, "title": "Neuf"}], goods_en="vegetables", cap=10)
    new = amend_pledge(editor, old)
    assert (new.state, new.version, new.replaces, new.created_by) == ("draft", 2, old, editor)
    for name in ("meter", "sponsor", "beneficiary", "unit", "goods", "goods_en", "cap", "ends_at"):
        assert getattr(new, name) == getattr(old, name), name
    lines = list(new.clauses.values_list("kind", "quantity", "acts"))
    assert lines == [("base", 7, None), ("threshold", 3, 9)]
    assert [one.title for one in new.milestones.all()] == ["Neuf"]
    assert (new.tally, new.unlocked, new.sponsor_signed_by) == (0, 0, "")
    act(1)
    old.refresh_from_db()
    assert (old.state, old.tally, old.clauses.count()) == (PledgeState.ACTIVE, 1, 2)


def test_one_amendment_at_a_time(make_pledge, editor, receiver):
    old = make_pledge()
    amend_pledge(editor, old)
    with pytest.raises(AmendmentWaits):
        amend_pledge(editor, old)
    with pytest.raises(MayNotPledge):
        amend_pledge(receiver, old)
    with pytest.raises(WrongStep):
        amend_pledge(editor, make_pledge(state="expired"))
