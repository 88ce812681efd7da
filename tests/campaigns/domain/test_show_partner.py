"""What the public sees of an organisation, and of which."""

import pytest
from wagtail.models import Locale

from campaigns.domain.show_partner import partner_of, public_partners
from campaigns.models import Organisation, Partnership, PartnershipEvent

pytestmark = pytest.mark.django_db


def here() -> int:
    return Locale.get_default().pk


def test_an_organisation_that_nothing_public_names_is_not_shown(house, coop, make_pledge):
    make_pledge(state="draft")
    assert partner_of(coop.slug, here()) is None
    assert partner_of("nowhere", here()) is None
    assert list(public_partners()) == []


def test_all_that_it_did(house, coop, make_campaign, make_pledge, make_claim):
    page = make_campaign(sponsor=coop)
    make_campaign(sponsor=coop, live=False)
    pledge = make_pledge(meter=page.meter)
    make_pledge(state="amended")
    claim = make_claim()
    other = Organisation.objects.get(name="Épicerie du Pont")
    partnership = Partnership(sponsor=coop, beneficiary=other, since_year=2019)
    partnership.events = [
        PartnershipEvent(year=2021, sentence="b"),
        PartnershipEvent(year=2019, sentence="a"),
    ]
    partnership.save()
    partner = partner_of(coop.slug, here())
    assert partner.campaigns == (page,)
    assert [(one.pledge, one.campaign) for one in partner.promises] == [(pledge, page)]
    assert partner.claims == (claim,)
    assert [event.sentence for event in partner.partnerships[0].events.all()] == ["a", "b"]
    assert set(public_partners()) == {coop, other}
    assert partner_of(other.slug, here()).partnerships == (partnership,)
