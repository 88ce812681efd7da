"""The demo's causes, partnerships and claims."""

import pytest
from wagtail.models import Locale

from campaigns.models import Cause, Claim, Contestation, Organisation, Partnership
from portal.demo.partners import CAUSES, make_partners, translate_causes
from portal.demo.texts import ORGANISATIONS


@pytest.mark.django_db
def test_one_proven_one_without_proof_one_contested(house, admin, english, make_campaign):
    organisations = {key: Organisation.objects.create(name=key) for key in ORGANISATIONS}
    campaigns = {slug: make_campaign(slug) for text in CAUSES for slug in text.campaigns}
    make_partners(admin, organisations, campaigns)
    assert sorted(Claim.objects.values_list("state", flat=True)) == [
        "no_proof",
        "no_proof",
        "proven",
    ]
    assert Contestation.objects.get().answered_by == "Suzon Fourchet, maraîchère"
    assert any(
        event.lacks_source for one in Partnership.objects.all() for event in one.events.all()
    )
    for _ in range(2):
        translate_causes(english)
    assert Cause.objects.filter(locale=english).count() == len(CAUSES)
    cause = Cause.objects.get(slug="manger-bien", locale=Locale.get_default())
    assert cause.campaigns.get().title == "deux-kilos"
