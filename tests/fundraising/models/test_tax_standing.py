"""What gifts to an organisation give back."""

from campaigns.models import Organisation
from fundraising.enums import TaxScheme
from fundraising.models import TaxStanding


def test_words_and_rate():
    pont = Organisation(name="Épicerie du Pont")
    need = TaxStanding(organisation=pont, scheme=TaxScheme.NEED)
    assert need.is_for_need
    assert str(need).startswith("Épicerie du Pont: ")
    assert not TaxStanding(organisation=pont, scheme=TaxScheme.GENERAL).is_for_need
