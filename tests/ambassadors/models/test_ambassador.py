"""Who is here, and whose alias is shown."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from ambassadors.models import Ambassador
from qa.enums import TextState

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_here_and_named(make_ambassador):
    shown = make_ambassador()
    held = make_ambassador("Max", state=TextState.HELD)
    make_ambassador("Léa", joined_at=None, state=TextState.DRAFT)
    make_ambassador("Gone", left_at=timezone.now(), state=TextState.WITHDRAWN)
    assert set(Ambassador.objects.here()) == {shown, held}
    assert list(Ambassador.objects.named()) == [shown]
    assert (shown.is_draft, str(shown), shown.where != "") == (False, "Zoé des poireaux", True)
    assert shown.get_absolute_url() == "/ambassadeurs/"


def test_one_alias_each(make_ambassador):
    make_ambassador("Zoé")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_ambassador("ZOE", email="other@example.org")
    make_ambassador("ZOÉ", email="draft@example.org", joined_at=None)
