"""Who stands behind a campaign."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from hypothesis import given
from hypothesis import strategies as st

from campaigns.models import Organisation, Representative
from campaigns.models.organisation import check_siren

pytestmark = pytest.mark.django_db


def test_names_are_unique_and_sorted():
    for name in ("Emmaüs", "Biocoop"):
        Organisation.objects.create(name=name)
    assert [str(found) for found in Organisation.objects.all()] == ["Biocoop", "Emmaüs"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(name="Biocoop")


def test_a_sponsor_cannot_vanish_from_its_campaign(make_campaign):
    sponsor = Organisation.objects.create(name="Biocoop")
    make_campaign(sponsor=sponsor)
    with pytest.raises(ProtectedError):
        sponsor.delete()


@pytest.mark.parametrize("number", ["732829320", "404833048", "552100554"])
def test_siren_numbers_that_exist(number):
    check_siren(number)


@pytest.mark.parametrize(
    "number", ["732829321", "73282932", "7328293200", "73282932a", "732 829 320"]
)
def test_siren_numbers_that_cannot(number):
    with pytest.raises(ValidationError):
        check_siren(number)


@given(st.from_regex(r"[0-9]{8}", fullmatch=True))
def test_one_last_digit_in_ten_fits(digits):
    def fits(number: str) -> bool:
        try:
            check_siren(number)
        except ValidationError:
            return False
        return True

    assert sum(fits(f"{digits}{last}") for last in range(10)) == 1


@pytest.mark.parametrize(
    ("number", "fits"),
    [("W751000001", True), ("W2A1000001", True), ("w751000001", False), ("W75100001", False)],
)
def test_rna_numbers(number, fits):
    organisation = Organisation(name="Les Glaneurs", rna=number)
    if fits:
        organisation.full_clean()
    else:
        with pytest.raises(ValidationError, match="RNA"):
            organisation.full_clean()


def test_who_speaks_for_it(make_user):
    organisation = Organisation.objects.create(name="Les Glaneurs")
    user = make_user("omar", first_name="Omar", last_name="Diallo")
    mandate = Representative.objects.create(organisation=organisation, user=user, title="président")
    assert str(mandate) == "Omar Diallo, président"
    assert list(organisation.representatives.all()) == [user]
    with pytest.raises(IntegrityError), transaction.atomic():
        Representative.objects.create(organisation=organisation, user=user, title="trésorier")


@pytest.mark.django_db
def test_the_address_of_its_page_is_its_own_and_outlives_its_name():
    first, second = (Organisation.objects.create(name=name) for name in ("Le Pont", "Le-Pont"))
    assert (first.slug, second.slug) == ("le-pont", "le-pont-2")
    first.name = "Le Grand Pont"
    first.save()
    assert first.slug == "le-pont"
    assert Organisation.objects.create(name="??").slug == "organisation"
