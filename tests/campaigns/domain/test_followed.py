"""What of campaigns can be followed, and who hears of a pledge."""

import pytest
from django.utils.translation import override
from wagtail.models import Locale

from audience.subjects import subject_at, subject_of
from campaigns.domain.followed import FOLLOWED, pledges_of, subjects_of
from campaigns.models import Cause, Organisation, Pledge
from tests.audience.following import SUBJECT

pytestmark = pytest.mark.django_db


def test_a_campaign(house, make_campaign, meter):
    page = make_campaign(meter=meter)
    found = subject_at("campagne", meter.key)
    assert found == subject_of("campaign", meter.key)
    assert (found.title, found.address) == (page.title, page.url)
    assert found.feed == f"/suivre/campagne/{meter.key}/nouvelles/"
    page.unpublish()
    assert subject_at("campagne", meter.key) is None
    assert subject_at("campagne", "0" * 16) is None


def test_a_sponsor_once_it_has_promised(make_pledge):
    pledge = make_pledge(state="proposed")
    key = str(pledge.sponsor_id)
    assert subject_at("mecene", key) is None
    Pledge.objects.update(state="active")
    found = subject_at("mecene", key)
    assert (found.title, found.address) == ("Coop La Fourche", f"/suivre/mecene/{key}/")
    assert subject_at("mecene", str(pledge.beneficiary_id)) is None


@pytest.mark.parametrize("key", ["", "x", "²", "9" * 40, "-1"])
def test_no_sponsor(db, key):
    assert subject_at("mecene", key) is None


def test_whose_news_a_pledge_is(house, make_campaign, make_pledge, meter):
    make_campaign(meter=meter)
    pledge = make_pledge()
    other = make_pledge(sponsor=Organisation.objects.create(name="Autre"))
    assert subjects_of(pledge) == [
        ("campaign", meter.key),
        ("organisation", str(pledge.sponsor_id)),
    ]
    for kind, key in subjects_of(pledge):
        found = set(Pledge.objects.filter(pledges_of(subject_of(kind, key))))
        assert found == ({pledge, other} if kind == "campaign" else {pledge})
    assert not Pledge.objects.filter(pledges_of(SUBJECT))


def test_a_cause_in_all_its_languages(make_campaign, make_pledge, english, meter):
    cause = Cause.objects.create(
        name="Manger", slug="manger", summary="À table.", locale=Locale.get_default()
    )
    twin = cause.copy_for_translation(english)
    twin.slug = "eating"
    twin.save()
    page = make_campaign(meter=meter)
    page.causes = [cause]
    page.save()
    pledge, key = make_pledge(), cause.translation_key.hex
    assert ("cause", key) in subjects_of(pledge)
    found = subject_at("cause", key)
    assert (found.title, found.address) == ("Manger", "/causes/manger/")
    assert list(Pledge.objects.filter(pledges_of(found))) == [pledge]
    with override("en"):
        assert subject_at("cause", key).address == "/en/causes/eating/"
    for other in ("f" * 32, "x", "F" * 32):
        assert subject_at("cause", other) is None


def test_slugs_and_kinds_are_told_apart():
    assert len({one.kind for one in FOLLOWED}) == len({one.slug for one in FOLLOWED}) == 3
