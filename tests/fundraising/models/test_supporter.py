"""One supporter a mailbox."""

import pytest
from django.db import IntegrityError

from fundraising.models import Supporter


@pytest.mark.django_db
def test_one_a_mailbox(make_supporter):
    assert str(make_supporter()) == "zoe@example.org"
    with pytest.raises(IntegrityError):
        Supporter.objects.create(email="zoe@example.org")
