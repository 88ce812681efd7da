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


def test_the_pictures_of_its_news_go_with_it_and_theirs_alone(make_news, admin, asgi):
    names = [keep_picture(b"x"), keep_picture(b"y")]
    one = make_news(picture=names[0])
    other = make_news(one.fundraiser, picture=names[1])
    one = decide(one, Action.REMOVE, user=admin, reason="unlawful")
    assert asgi("GET", f"/uploads/{names[0]}").status == 404
    assert asgi("GET", f"/uploads/{names[1]}").body == b"y"
    page = decide(one.fundraiser, Action.REMOVE, user=admin, reason="unlawful")
    assert asgi("GET", f"/uploads/{names[1]}").status == 404
    page = decide(decide(page, Action.RESTORE, user=admin), Action.APPROVE, user=admin)
    for news in (one, other):
        news.refresh_from_db()
    assert is_withheld(one.picture)
    assert asgi("GET", f"/uploads/{other.picture}").body == b"y"


def test_each_decision_begins_a_new_edition(fundraiser, admin):
    before = edition()
    decide(fundraiser, Action.HIDE, user=admin)
    assert edition() != before
    assert Decision.objects.count() == 1
