"""The rows of declared acts."""

import pytest
from django.db import IntegrityError, transaction

from campaigns.models import Declaration, TallyCorrection
from campaigns.models.declaration import new_declaration_seed
from tests.campaigns.declared import declare

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_origins_are_told_apart(meter, admin):
    declaration = declare(admin, meter)
    assert declaration.origin == f"paper:{declaration.pk}"
    assert str(declaration).startswith("Coop Andine, ")
    assert str(TallyCorrection(declaration=declaration, acts=5)).endswith("−5")
    assert new_declaration_seed() != new_declaration_seed()


def test_no_more_is_written_than_declared(meter, admin):
    declaration = declare(admin, meter, 5)
    with pytest.raises(IntegrityError), transaction.atomic():
        Declaration.objects.filter(pk=declaration.pk).update(written=6)
