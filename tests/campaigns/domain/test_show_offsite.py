"""What happened elsewhere is shown apart."""

import pytest
from django.utils import timezone

from audience.domain.read_sale import ReportedSale
from audience.domain.receive_sales import SaleCall, receive_sales
from audience.domain.redeem_code import new_form, redeem_code
from audience.domain.revoke_codes import revoke_codes
from audience.domain.snapshot import snapshot_of
from campaigns.domain.count_declared import count_declared
from campaigns.domain.decide_declaration import approve_declaration
from campaigns.domain.ledger.recount import recount
from campaigns.domain.ledger.totals import published_totals
from campaigns.domain.revoke_declaration import revoke_declaration
from campaigns.domain.show_offsite import offsite_of
from tests.audience.offsite import Till, make_batch
from tests.campaigns.declared import declare

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
HOME = "192.0.2.7"


def test_codes_beside_clicks(meter, act, make_pledge):
    pledge = make_pledge(kinds=["offsite"])
    both = make_pledge(kinds=["click", "offsite"])
    _, codes = make_batch(meter, 3)
    act(5)
    for code in codes[:2]:
        redeem_code(code, new_form(), HOME)
    figures = offsite_of(meter)
    assert (figures.codes, figures.total, figures.takes_codes) == (2, 2, True)
    meter.refresh_from_db()
    assert snapshot_of(meter)["by_kind"] == {"click": 5, "offsite": 2}
    pledge.refresh_from_db()
    both.refresh_from_db()
    assert (pledge.tally, both.tally) == (2, 7)


def test_recounted_it_is_the_same(meter, act, make_pledge):
    make_pledge(kinds=["click", "offsite"], cap=9_000, milestones=[{"acts": 3, "title": "Trois"}])
    _, codes = make_batch(meter, 4)
    act(2)
    for code in codes:
        redeem_code(code, new_form(), HOME)
    found = recount()
    # The promise was made without its first line: only that is missing here.
    assert {str(one).split(",")[1].split(":")[0].strip() for one in found.differences} <= {
        "promised by the ledger"
    }
    assert found.totals().document() == published_totals().document()


def test_each_way_has_its_figure(meter, admin, make_user):
    till = Till(meter)
    receive_sales(
        [SaleCall(meter.key, till.key.key_id, ReportedSale("T1", timezone.now(), acts=3))]
    )
    editors = [make_user(name, "add_declaration") for name in ("edith", "ed")]
    kept, wrong = [approve_declaration(admin, declare(one, meter, 4)) for one in editors]
    declare(editors[0], meter, 9)
    count_declared()
    revoke_declaration(admin, wrong, "Twice")
    figures = offsite_of(meter)
    assert (figures.codes, figures.sales, figures.declared, figures.total) == (0, 3, 4, 7)
    shown = {one.declaration.pk: one.is_revoked for one in figures.declarations}
    assert shown == {kept.pk: False, wrong.pk: True}
    # Everybody still reads how many it had been; the counter has them no more.
    assert [one.counted for one in figures.declarations] == [4, 4]
    meter.refresh_from_db()
    assert (meter.counted, meter.refused) == (7, 4)


def test_codes_that_were_typed_before_their_batch_is_revoked_stay(meter, admin):
    batch, codes = make_batch(meter, 3)
    redeem_code(codes[0], new_form(), HOME)
    before = published_totals().document()
    revoke_codes(admin, batch, "Printed twice")
    meter.refresh_from_db()
    assert (offsite_of(meter).codes, meter.counted, meter.refused) == (1, 1, 0)
    assert recount().totals().document() == published_totals().document() == before


def test_nothing_elsewhere(meter):
    assert not offsite_of(meter)


def test_only_codes_that_can_be_typed_are_asked_for(meter):
    make_batch(meter, revoked_at=timezone.now())
    make_batch(meter, made_at=None)
    assert not offsite_of(meter)
