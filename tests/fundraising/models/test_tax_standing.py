"""What gifts to an organisation give back."""

import pytest
from django.core.exceptions import ValidationError

from campaigns.models import Organisation
from fundraising.enums import TaxScheme
from fundraising.models import TaxStanding


def test_words_and_rate():
    pont = Organisation(name="Épicerie du Pont")
    need = TaxStanding(organisation=pont, scheme=TaxScheme.NEED)
    assert need.is_for_need
    assert str(need).startswith("Épicerie du Pont · ")
    assert not TaxStanding(organisation=pont, scheme=TaxScheme.GENERAL).is_for_need


@pytest.mark.django_db
def test_no_receipts_without_what_the_law_wants(issuer):
    issuer.clean()
    issuer.signatory = " "
    issuer.organisation.rna = ""
    issuer.organisation.save()
    with pytest.raises(ValidationError) as refused:
        issuer.clean()
    assert set(refused.value.message_dict) == {"signatory", "issues_receipts"}
    issuer.issues_receipts = False
    issuer.clean()
