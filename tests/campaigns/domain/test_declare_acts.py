"""What is declared needs a document, and counts nothing by itself."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.documents.models import Document

from audience.models import Act
from campaigns.domain.count_declared import count_declared
from campaigns.domain.declare_acts import declare_acts
from campaigns.refusals import DocumentMissing, DoneInTheFuture, MayNotDeclare, ProofNotTaken
from tests.campaigns.conftest import proof
from tests.campaigns.declared import declare, told

pytestmark = pytest.mark.django_db


def test_it_waits(meter, make_user):
    declaration = declare(make_user("edith", "add_declaration"), meter)
    assert declaration.is_open
    assert Document.objects.get() == declaration.document
    assert count_declared() == 0
    assert not Act.objects.exists()


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"document": None}, DocumentMissing),
        ({"document": proof(content=b"")}, DocumentMissing),
        ({"document": proof(content=b"<html>")}, ProofNotTaken),
        ({"done_on": timezone.localdate() + timedelta(days=2)}, DoneInTheFuture),
    ],
)
def test_refusals(meter, admin, values, refusal):
    with pytest.raises(refusal):
        declare_acts(admin, told(meter, **values))
    assert not Document.objects.exists()


def test_not_by_everybody(meter, make_user):
    with pytest.raises(MayNotDeclare):
        declare(make_user("zoe"), meter)
