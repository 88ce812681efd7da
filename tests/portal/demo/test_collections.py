"""The demo's collection pages were opened, sent and approved for real."""

import pytest

from audience.models import Mail
from campaigns.models import Cause, Organisation
from fundraising.models import Fund, Fundraiser, MatchingGift, TaxStanding, Team
from portal.demo.collections import COLLECTIONS, FUNDS, MATCHES, TEAM_PAGES, make_collections
from qa.models import Decision

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisations(house) -> dict[str, Organisation]:
    for slug, _receiver in FUNDS:
        Cause.objects.create(name=slug, slug=slug, summary=slug, locale=house.home.locale)
    keys = [*(key for _slug, key in FUNDS), MATCHES]
    return {key: Organisation.objects.create(name=key) for key in keys}


def test_pages_with_their_decisions(admin, organisations):
    make_collections(admin, organisations)
    make_collections(admin, organisations)
    assert Fund.objects.count() == len(FUNDS)
    assert Fundraiser.objects.public().count() == sum(text.is_approved for text in COLLECTIONS)
    assert Fundraiser.objects.waiting().count() == sum(not text.is_approved for text in COLLECTIONS)
    TaxStanding.objects.get().clean()
    match = MatchingGift.objects.get()
    assert match.test_given_cents > 0
    assert match.given_cents == 0
    assert Decision.objects.filter(decided_by=admin).exists()
    assert Team.objects.get().members.count() == len(TEAM_PAGES)
    assert not Mail.objects.exists(), "nobody reads the mailboxes of the demo"
    for text in COLLECTIONS:
        page = Fundraiser.objects.get(owner__email=text.email)
        assert bool(page.picture) is bool(text.character)
        assert len(page.reason) <= 120
