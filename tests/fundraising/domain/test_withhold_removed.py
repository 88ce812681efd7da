"""A page removed by law takes its picture along."""

import pytest
from django.core.files.storage import default_storage

from fundraising.gateways.page_pictures import is_withheld, keep_picture
from media.edition import edition
from qa.domain.decide import decide
from qa.enums import Action
from qa.models import Decision

pytestmark = pytest.mark.django_db(transaction=True)


def test_its_picture_is_gone_from_every_public_byte_and_comes_back(make_page_of, admin, asgi):
    name = keep_picture(b"x")
    page = make_page_of(picture=name)
    page = decide(page, Action.REMOVE, user=admin, reason="unlawful")
    assert is_withheld(page.picture)
    assert asgi("GET", f"/uploads/{name}").status == 404
    assert not default_storage.exists(name)
    page = decide(page, Action.RESTORE, user=admin)
    assert is_withheld(page.picture)
    page = decide(page, Action.APPROVE, user=admin)
    assert asgi("GET", f"/uploads/{page.picture}").body == b"x"


def test_each_decision_begins_a_new_edition(fundraiser, admin):
    before = edition()
    decide(fundraiser, Action.HIDE, user=admin)
    assert edition() != before
    assert Decision.objects.count() == 1
